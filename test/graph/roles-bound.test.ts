import { describe, expect, test } from 'vitest';
import { rolesBound } from '../../linter/graph/questions/roles-bound.ts';
import { baseFiles, handbookOf } from '../support/handbook.ts';

/** The roles that a standard of the base handbook binds, by what it applies to. */
function boundBy(appliesTo: string, more: Record<string, string> = {}) {
  const text = `name: S\nowner: service-manager\nlevel: shall\nstatement: S\nappliesTo: [${appliesTo}]\n`;
  const handbook = handbookOf({ ...baseFiles(), 'standards/badge.yaml': text, ...more });
  const { doers, roles } = rolesBound(handbook)(handbook.get('standard', 'badge')!);
  const ids = (set: ReadonlySet<{ id: string }>) => [...set].map(({ id }) => id).sort();
  return { doers: ids(doers), roles: ids(roles) };
}

describe('rolesBound', () => {
  test('takes the roles and steps a standard names', () => {
    expect(boundBy('role:duty-manager, process:handle-request#settle')).toEqual({
      doers: ['duty-manager', 'service-agent'],
      roles: ['duty-manager', 'service-agent'],
    });
  });

  test('takes the staff of a unit and the units below it where no doer is named', () => {
    const all = ['duty-manager', 'general-manager', 'quality-lead', 'service-agent', 'service-manager'];
    expect(boundBy('unit:head-office')).toEqual({ doers: [], roles: all });
    expect(boundBy('unit:service-centre').roles).toEqual([
      'duty-manager',
      'service-agent',
      'service-manager',
    ]);
  });

  test('takes those who act in a process, or at the frontstage of a service', () => {
    expect(boundBy('process:handle-request').roles).toEqual(['service-agent']);
    expect(boundBy('service:support').roles).toEqual(['service-agent']);
  });

  test('leaves out roles that are retired', () => {
    const retired =
      'name: Agent\nowner: service-manager\nunit: service-centre\ncommitment: C\nstatus: retired\n';
    expect(boundBy('role:service-agent', { 'roles/service-agent.yaml': retired }).roles).toEqual([]);
  });

  test('comes to an end where units are their own parents', () => {
    const circle = 'name: H\nowner: general-manager\ntype: region\nparent: service-centre\n';
    expect(boundBy('unit:service-centre', { 'units/head-office.yaml': circle }).roles).toHaveLength(5);
  });
});
