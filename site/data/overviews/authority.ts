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
/** Nobody reads across more columns than these; beyond, each unit has its own table and no more. */
const MOST_ACROSS = 80;

/**
 * Who may decide what: a row for each decision, a column for each role, the frontline first. Across many roles what
 * there is less of stands in the columns, so that they need not be scrolled.
 */
export const authority: Overview = {
  has: (handbook) => handbook.all('decision-right').length > 0,
  page: (view) => {
    const held = heldIn(view);
    const roles = rolesIn(view, held);
    const units = unitsOf(view, roles);
    const many = roles.length > MOST_TOGETHER;
    return {
      ref: { type: 'overview', name: 'authority' },
      title: { text: view.t('overview.authority') },
      description: view.t('authority.lead'),
      crumbs: [{ text: view.t('home'), href: view.href({ type: 'home' }) }],
      sections: [
        ...(roles.length > MOST_ACROSS
          ? []
          : section('matrix', many ? view.t('authority.all') : '', {
              type: 'matrix',
              matrix: many
                ? acrossUnits(view, view.t('overview.authority'), held, units)
                : matrixOf(view, view.t('overview.authority'), held, roles),
            })),
        ...(many ? units.flatMap((unit) => unitSection(view, unit, held)) : []),
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

/** By role, the places of its grants in each decision right. */
type Held = ReadonlyMap<Role, ReadonlyMap<DecisionRight, readonly number[]>>;

function heldIn(view: View): Held {
  const held = new Map<Role, Map<DecisionRight, number[]>>();
  for (const right of view.handbook.all('decision-right').filter(inForce)) {
    for (const index of (right.data.grants ?? []).keys()) {
      const target = view.handbook.referenceAt(right, `/grants/${index}/role`)?.target;
      if (target?.kind !== 'role') continue;
      const role = target as Role;
      const rights = held.get(role) ?? new Map<DecisionRight, number[]>();
      held.set(role, rights.set(right, [...(rights.get(right) ?? []), index]));
    }
  }
  return held;
}

/** The roles that hold a grant: those who meet customers first, then from the ground up; the busiest first. */
function rolesIn(view: View, held: Held): Role[] {
  const frontline = frontlineRoles(view.handbook);
  const height = new Map([...held.keys()].map((role) => [role, heightOf(view, role)]));
  const levels = view.values('role', '/level');
  const level = ({ data }: Role) => levels.indexOf(data.level ?? levels[0]!);
  return byName(view, [...held.keys()]).sort(
    (a, b) =>
      Number(frontline.has(b)) - Number(frontline.has(a)) ||
      (height.get(b) ?? 0) - (height.get(a) ?? 0) ||
      level(a) - level(b) ||
      held.get(b)!.size - held.get(a)!.size,
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

function unitSection(view: View, { id, name, members }: Unit, held: Held): Section[] {
  return section(`unit-${id}`, name, { type: 'matrix', matrix: matrixOf(view, name, held, members) });
}

/** All roles under their units: these are bands of columns, or groups of rows where there are fewer decisions. */
function acrossUnits(view: View, caption: string, held: Held, units: readonly Unit[]): Matrix {
  const roles = units.flatMap(({ members }) => members);
  const rights = rightsOf(view, held, roles);
  if (rights.length >= roles.length) {
    const bands = units.map(({ name, members }) => ({ title: name, span: members.length }));
    return { ...matrixOf(view, caption, held, roles), bands, brief: true };
  }
  return {
    caption,
    corner: view.kindName('role'),
    columns: rights.map((right) => view.link(right)),
    tight: true,
    brief: true,
    groups: units.map(({ name, members }) => ({
      title: name,
      rows: members.map((role) => ({
        head: [view.link(role)],
        cells: rights.map((right) => cellOf(view, right, held.get(role)!.get(right) ?? [])),
      })),
    })),
  };
}

/** Only the decisions in which one of the roles has a say. */
function rightsOf(view: View, held: Held, roles: readonly Role[]): DecisionRight[] {
  return byName(view, [...new Set(roles.flatMap((role) => [...held.get(role)!.keys()]))]);
}

function matrixOf(view: View, caption: string, held: Held, roles: readonly Role[]): Matrix {
  const rights = rightsOf(view, held, roles);
  return {
    caption,
    corner: view.t('authority.subject'),
    columns: roles.map((role) => view.link(role)),
    tight: roles.length > 4,
    groups: [
      {
        rows: rights.map((right) => ({
          head: [view.link(right)],
          cells: roles.map((role) => cellOf(view, right, held.get(role)!.get(right) ?? [])),
        })),
      },
    ],
  };
}

/** The limit, what it is counted for, and whom next within which time. */
function cellOf(view: View, right: DecisionRight, places: readonly number[]): MatrixCell {
  const lines: Line[] = [];
  for (const index of places) {
    const grant = right.data.grants?.[index];
    const base = `/grants/${index}`;
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
  }
  return lines.length > 0 ? { lines } : { lines, state: 'none' };
}
