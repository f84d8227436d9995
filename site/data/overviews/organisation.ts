import { type Entity, inForce } from '../../../linter/index.ts';
import { byName } from '../back.ts';
import { section } from '../blocks.ts';
import type { MatrixRow, TreeNode } from '../overview-blocks.ts';
import type { View } from '../view.ts';
import { joined, type Line, type Piece, plain } from '../words.ts';
import { cellOf, gap, overviewPage } from './cells.ts';
import type { Overview } from './overview.ts';

type Unit = Entity<'unit'>;
type Role = Entity<'role'>;

/** The units and their roles, who reports to whom, and who serves whom within which time. */
export const organisation: Overview = {
  has: (handbook) => handbook.all('unit').some(inForce),
  page: (view) => {
    const units = byName(view, view.handbook.all('unit').filter(inForce)) as Unit[];
    const roles = byName(view, view.handbook.all('role').filter(inForce)) as Role[];
    return overviewPage(view, 'organisation', view.t('organisation.lead'), [
      ...section('units', view.kindPlural('unit'), { type: 'tree', nodes: unitNodes(view, units, roles) }),
      ...section('serves', view.t('organisation.serves'), {
        type: 'matrix',
        matrix: {
          caption: view.t('organisation.serves'),
          corner: view.t('organisation.provider'),
          columns: [
            plain(view.t('unit.whom')),
            plain(view.field('unit', '/serves/*/what')),
            plain(view.field('unit', '/serves/*/within')),
            plain(view.field('unit', '/serves/*/metric')),
          ],
          groups: [{ rows: units.flatMap((unit) => promises(view, unit)) }],
        },
      }),
      ...section('reporting', view.t('organisation.reporting'), {
        type: 'tree',
        nodes: roleNodes(view, roles),
      }),
    ]);
  },
};

/**
 * A tree from what stands above each entry. Entries whose superiors form a circle begin at the first of them,
 * so that each is shown once.
 */
export function treeOf<E extends Entity>(
  entries: readonly E[],
  above: (entry: E) => Entity | undefined,
  node: (entry: E, children: readonly TreeNode[]) => TreeNode,
): TreeNode[] {
  const known = new Set<Entity>(entries);
  const below = new Map<Entity | undefined, E[]>();
  for (const entry of entries) {
    const superior = above(entry);
    const place = superior && known.has(superior) && superior !== entry ? superior : undefined;
    below.set(place, [...(below.get(place) ?? []), entry]);
  }
  const shown = new Set<Entity>();
  const build = (entry: E): TreeNode[] => {
    if (shown.has(entry)) return [];
    shown.add(entry);
    return [node(entry, (below.get(entry) ?? []).flatMap(build))];
  };
  return [...(below.get(undefined) ?? []), ...entries].flatMap(build);
}

// helpers

function unitNodes(view: View, units: readonly Unit[], roles: readonly Role[]): TreeNode[] {
  const { handbook } = view;
  const staff = new Map<Entity | undefined, Role[]>();
  for (const role of roles) {
    const unit = handbook.referenceAt(role, '/unit')?.target;
    staff.set(unit, [...(staff.get(unit) ?? []), role]);
  }
  return treeOf(
    units,
    (unit) => handbook.referenceAt(unit, '/parent')?.target,
    (unit, children) => {
      const own = (staff.get(unit) ?? []).map((role) => view.link(role));
      const type = view.label('unit', '/type', unit.data.type);
      return {
        line: [
          { ...view.link(unit), tone: 'strong' },
          ...(type ? [plain(view.t('brackets', { text: type }), 'quiet' as const)] : []),
        ],
        notes: own.length > 0 ? [joined(own, view.t('comma'))] : [],
        children,
      };
    },
  );
}

function roleNodes(view: View, roles: readonly Role[]): TreeNode[] {
  const { handbook } = view;
  return treeOf(
    roles,
    (role) => handbook.referenceAt(role, '/reportsTo')?.target,
    (role, children) => {
      const unit = view.ref(role, '/unit');
      return {
        line: [
          view.link(role),
          ...(unit ? [plain(view.t('dot'), 'quiet' as const), { ...unit, tone: 'quiet' as const }] : []),
        ],
        children,
      };
    },
  );
}

function promises(view: View, unit: Unit): MatrixRow[] {
  const all = unit.data.serves ?? [];
  const head: Line = [view.link(unit)];
  if (all.length === 0) {
    const lack = gap(view.t('organisation.servesNobody'));
    return [
      {
        head,
        cells: [
          lack,
          { lines: [], state: 'none' },
          { lines: [], state: 'none' },
          { lines: [], state: 'none' },
        ],
      },
    ];
  }
  return all.map((relation, index) => {
    const base = `/serves/${index}`;
    const whom: Piece | undefined =
      view.ref(unit, `${base}/unit`) ??
      view.ref(unit, `${base}/customer`) ??
      (relation.customer ? plain(view.t('unit.customers'), 'strong') : undefined);
    const what = view.words(relation.what);
    const within = view.value('duration', relation.within);
    const measure = view.ref(unit, `${base}/metric`) ?? view.ref(unit, `${base}/standard`);
    return {
      head,
      cells: [
        cellOf(whom ? [[whom]] : [], gap(view.t('organisation.servesNobody'))),
        cellOf(what ? [[what]] : [], gap(view.t('organisation.noPromise'))),
        cellOf(within ? [[plain(within, 'value')]] : [], gap(view.t('organisation.noTime'))),
        cellOf(measure ? [[measure]] : [], gap(view.t('organisation.noMetric'))),
      ],
    };
  });
}
