import { type Entity, frontlineRoles, inForce } from '../../../linter/index.ts';
import { byName } from '../back.ts';
import { type Section, section } from '../blocks.ts';
import { heightOf, limitOf } from '../grants.ts';
import type { Matrix, MatrixCell } from '../overview-blocks.ts';
import type { View } from '../view.ts';
import { type Line, plain, shorten } from '../words.ts';
import type { Overview } from './overview.ts';

type DecisionRight = Entity<'decision-right'>;
type Role = Entity<'role'>;

/** With more roles than these, they stand under their units. */
const MOST_TOGETHER = 8;

/** Who may decide what: a row for each decision, a column for each role, the frontline first. */
export const authority: Overview = {
  has: (handbook) => handbook.all('decision-right').length > 0,
  page: (view) => {
    const rights = byName(view, view.handbook.all('decision-right').filter(inForce)) as DecisionRight[];
    const roles = rolesIn(view, rights);
    const units = unitsOf(view, roles);
    const many = roles.length > MOST_TOGETHER;
    const ordered = many ? units.flatMap(({ members }) => members) : roles;
    return {
      ref: { type: 'overview', name: 'authority' },
      title: { text: view.t('overview.authority') },
      description: view.t('authority.lead'),
      crumbs: [{ text: view.t('home'), href: view.href({ type: 'home' }) }],
      sections: [
        ...section('matrix', many ? view.t('authority.all') : '', {
          type: 'matrix',
          matrix: {
            ...matrixOf(view, view.t('overview.authority'), rights, ordered),
            ...(many && { bands: units.map(({ name, members }) => ({ title: name, span: members.length })) }),
          },
        }),
        ...(many ? units.flatMap((unit) => unitSection(view, unit, rights)) : []),
      ],
    };
  },
};

// helpers

interface Unit {
  id: string;
  name: string;
  members: Role[];
}

/** The roles that hold a grant: those who meet customers first, then from the ground up; the busiest first. */
function rolesIn(view: View, rights: readonly DecisionRight[]): Role[] {
  const roles = new Map<Role, number>();
  for (const right of rights) {
    (right.data.grants ?? []).forEach((_, index) => {
      const role = view.handbook.referenceAt(right, `/grants/${index}/role`)?.target;
      if (role?.kind === 'role') roles.set(role as Role, (roles.get(role as Role) ?? 0) + 1);
    });
  }
  const frontline = frontlineRoles(view.handbook);
  const height = new Map([...roles.keys()].map((role) => [role, heightOf(view, role)]));
  return byName(view, [...roles.keys()]).sort(
    (a, b) =>
      Number(frontline.has(b)) - Number(frontline.has(a)) ||
      (height.get(b) ?? 0) - (height.get(a) ?? 0) ||
      (roles.get(b) ?? 0) - (roles.get(a) ?? 0),
  );
}

/** Roles by their unit; units in the order in which their first role stands. */
function unitsOf(view: View, roles: readonly Role[]): Unit[] {
  const units = new Map<string, Unit>();
  for (const role of roles) {
    const unit = view.handbook.referenceAt(role, '/unit')?.target;
    const id = unit?.id ?? '';
    const known = units.get(id);
    if (known) known.members.push(role);
    else units.set(id, { id, name: unit ? view.name(unit).text : view.t('kind.others'), members: [role] });
  }
  return [...units.values()];
}

function unitSection(view: View, { id, name, members }: Unit, rights: readonly DecisionRight[]): Section[] {
  return section(`unit-${id}`, name, { type: 'matrix', matrix: matrixOf(view, name, rights, members) });
}

/** Only the decisions in which one of the roles has a say. */
function matrixOf(
  view: View,
  caption: string,
  rights: readonly DecisionRight[],
  roles: readonly Role[],
): Matrix {
  const rows = rights.map((right) => ({
    head: [view.link(right)],
    cells: roles.map((role) => cellOf(view, right, role)),
  }));
  return {
    caption,
    corner: view.t('authority.subject'),
    columns: roles.map((role) => view.link(role)),
    tight: roles.length > 4,
    groups: [{ rows: rows.filter(({ cells }) => cells.some(({ lines }) => lines.length > 0)) }],
  };
}

/** The limit, what it is counted for, and whom next within which time. */
function cellOf(view: View, right: DecisionRight, role: Role): MatrixCell {
  const lines: Line[] = [];
  (right.data.grants ?? []).forEach((grant, index) => {
    const base = `/grants/${index}`;
    if (view.handbook.referenceAt(right, `${base}/role`)?.target !== role) return;
    const { limit, per } = limitOf(view, right, index);
    const condition = view.words(grant?.condition);
    if (limit) lines.push([plain(limit, 'value')]);
    if (condition)
      lines.push([{ ...condition, text: shorten(condition.text, view.language === 'en' ? 44 : 22) }]);
    const next = view.ref(right, `${base}/escalate`);
    const within = view.value('duration', grant?.within);
    const rest = [
      ...(per && limit ? [per] : []),
      ...(next ? [view.t('authority.next', { who: next.text })] : []),
    ].join(view.t('semicolon'));
    const time = within ? view.t('authority.within', { within }) : '';
    if (rest) lines.push([plain(rest + time, 'quiet')]);
  });
  return lines.length > 0 ? { lines } : { lines, state: 'none' };
}
