import { describe, expect, test } from 'vitest';
import type { Item } from '../../site/data/blocks.ts';
import { entityPage } from '../../site/data/entity-page.ts';
import { textOf } from '../../site/data/words.ts';
import type { MemoryFiles } from '../support/handbook.ts';
import { teaView } from './tea-house.ts';

const training = (name: string, rest: string) =>
  `name: ${name}\nowner: manager\nroles: [server]\naims: [skill]\n${rest}\n`;

/** The items of a section of the server's page. */
function itemsOf(locale: string, id: string, more: MemoryFiles): readonly Item[] {
  const view = teaView(locale, more);
  const { sections } = entityPage(view, view.handbook.get('role', 'server')!);
  const blocks = sections.find((each) => each.id === `_${id}`)?.blocks ?? [];
  return blocks.flatMap((block) => (block.type === 'list' ? block.items : []));
}

describe('the training of a role', () => {
  const more = {
    'training/later.yaml': training('Later', 'every: 365 d\nlastDelivered: { date: 2026-11-01 }'),
    'training/soon.yaml': training('Soon', 'tier: new\nevery: 30 d\nlastDelivered: { date: 2026-11-01 }'),
    'training/late.yaml': training('Late', 'every: 30 d\nlastDelivered: { date: 2026-09-01 }'),
    'training/never.yaml': training('Never', 'every: 90 d'),
  };

  test('says by when each is due, the most urgent first', () => {
    expect(itemsOf('en', 'training', more).map(({ line }) => textOf(line))).toEqual([
      'Late: overdue since 1 Oct 2026',
      'Never: not given yet',
      'Soon: due by 1 Dec 2026',
      'Later: due by 1 Nov 2027',
    ]);
    expect(itemsOf('zh-CN', 'training', more).map(({ line }) => textOf(line))[0]).toBe(
      'Late：已逾期，应于2026年10月1日前完成',
    );
  });

  test('marks what is late, and says how often in the words of people', () => {
    const items = itemsOf('en', 'training', more);
    expect(items.map(({ line }) => line.at(-1)!.tone)).toEqual([
      'state-open',
      'state-open',
      'strong',
      'strong',
    ]);
    expect(items.map(({ notes }) => textOf(notes![0]!))).toEqual([
      'every 30 days',
      'every 90 days',
      'New staff · every 30 days',
      'every year',
    ]);
  });
});

describe('what a role is measured by', () => {
  const stands = (more: MemoryFiles) => textOf(itemsOf('en', 'measured', more)[0]!.notes![0]!);

  test('says how it stands', () => {
    expect(stands({})).toBe('not measured yet');
    expect(stands({ 'data/wait.csv': 'period,value\n2026-11-20,5\n' })).toBe('on target: 5 min');
    expect(stands({ 'data/wait.csv': 'period,value\n2026-11-20,9\n' })).toBe('misses its target: 9 min');
  });

  test('says it of the unit of the role where that is observed, else of how many units', () => {
    const unit = (name: string) => `name: ${name}\nowner: manager\ntype: store\n`;
    const more = {
      'units/garden.yaml': unit('Garden'),
      'units/yard.yaml': unit('Yard'),
    };
    const values = (rows: string) => ({ ...more, 'data/wait.csv': `period,value,by\n${rows}` });
    expect(stands(values('2026-11-20,9,hall\n2026-11-20,5,garden\n'))).toBe(
      'misses its target: 9 min (Hall)',
    );
    expect(stands(values('2026-11-20,9,yard\n2026-11-20,5,garden\n'))).toBe('1 of 2 on target (5 to 9 min)');
  });
});

test('a loop that a role answers shows what is overdue in it', () => {
  const items = itemsOf('en', 'loops', {
    'feedback-loops/survey.yaml':
      'name: Survey\nowner: manager\nmethod: survey\ntouchpoints: [service:tea#table]\ncollect: server\nact: server\nanalyse: { by: manager, every: 7 d }\nimproves: [process:serve]\n',
    'improvements/faster.yaml':
      'name: Faster tea\nowner: manager\ntrigger: feedback-loop:survey\nmetric: wait\nbaseline: 9 min\ntarget: "<= 6 min"\ndue: 2026-11-01\nphase: do\n',
  });
  expect(items.flatMap(({ notes }) => notes!.map(textOf))).toEqual(['Past their date: Faster tea']);
});

test('skills are read in the reader’s language, however they are written', () => {
  const role = `name: { zh-CN: 茶艺师, en: Server }
owner: manager
unit: hall
reportsTo: manager
commitment: x
skills: [急救 · first aid, tasting, 泡茶 · brewing · 2]
`;
  const glossary = 'terms: [{ id: taste, term: { zh-CN: 品茶, en: tasting } }]\n';
  const skills = (locale: string) => {
    const view = teaView(locale, { 'roles/server.yaml': role, 'glossary.yaml': glossary });
    const { sections } = entityPage(view, view.handbook.get('role', 'server')!);
    const about = sections.find(({ id }) => id === '_about')!.blocks[0]!;
    const fact = about.type === 'facts' && about.facts.find(({ term }) => /^(?:Skills|技能)$/.test(term));
    return fact ? textOf(fact.values[0]!) : '';
  };
  expect(skills('zh-CN')).toBe('急救、品茶、泡茶 · brewing · 2');
  expect(skills('en')).toBe('first aid, tasting, 泡茶 · brewing · 2');
});
