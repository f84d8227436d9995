import { byRole, type Entity, inForce, rolesBound } from '../../../linter/index.ts';
import { byName } from '../back.ts';
import { section } from '../blocks.ts';
import type { MatrixCell, MatrixRow } from '../overview-blocks.ts';
import type { View } from '../view.ts';
import { plain } from '../words.ts';
import { few, gap, none, overviewPage } from './cells.ts';
import type { Overview } from './overview.ts';

type Unit = Entity<'unit'>;
type Role = Entity<'role'>;

/** What carries the awareness of service into every unit, and what does not yet. */
export const awareness: Overview = {
  has: (handbook) => handbook.all('unit').filter(inForce).length > 0,
  page: (view) => {
    const rows = rowsOf(view);
    const gaps = rows.filter(({ cells }) => cells.some(({ state }) => state === 'gap')).length;
    return overviewPage(view, 'awareness', view.t('awareness.lead'), [
      ...section('number', '', {
        type: 'figures',
        figures: [
          {
            value: view.t('outOf', { part: rows.length - gaps, all: rows.length }),
            label: [plain(view.t('awareness.whole'))],
          },
        ],
      }),
      ...section('units', '', {
        type: 'matrix',
        matrix: {
          caption: view.t('overview.awareness'),
          corner: view.kindName('unit'),
          columns: [
            plain(view.field('unit', '/commitments')),
            ...(['standard', 'training', 'incentive', 'inspection'] as const).map((kind) => ({
              text: view.kindPlural(kind),
              ...(view.handbook.all(kind).length > 0 && { href: view.href({ type: 'kind', kind }) }),
            })),
          ],
          groups: [{ rows }],
        },
      }),
    ]);
  },
};

// helpers

function rowsOf(view: View): MatrixRow[] {
  const { handbook } = view;
  const units = byName(view, handbook.all('unit').filter(inForce)) as Unit[];
  const roles = rolesByUnit(view);
  const standards = standardsBy(view);
  const training = byRole(handbook, 'training');
  const incentives = byRole(handbook, 'incentive');
  const inspections = inspectionsBy(view);
  return units.map((unit) => {
    const own = roles.get(unit) ?? [];
    const bound = new Set([unit, ...own].flatMap((place) => standards.get(place) ?? []));
    const checked = new Set([
      ...(inspections.get(unit) ?? []),
      ...[...bound].flatMap((standard) => inspections.get(standard) ?? []),
    ]);
    // What is asked of roles cannot be asked of a unit that has none of its own.
    const lack = (key: 'standard' | 'training' | 'incentive' | 'inspection') =>
      own.length > 0 ? gap(view.t(`awareness.no.${key}`)) : none(view.t('awareness.noRole'));
    return {
      head: [view.link(unit)],
      notes: [[plain(view.t('awareness.roles', { count: own.length }))]],
      cells: [
        commitments(view, unit),
        entries(view, bound, lack('standard')),
        entries(view, own.flatMap(training), lack('training')),
        entries(view, own.flatMap(incentives), lack('incentive')),
        entries(view, checked, lack('inspection')),
      ],
    };
  });
}

function commitments(view: View, unit: Unit): MatrixCell {
  const said = (unit.data.commitments ?? []).flatMap((each) => view.words(each) ?? []);
  if (said.length === 0) return gap(view.t('awareness.no.commitment'));
  return { lines: few(view, said, 1) };
}

function entries(view: View, found: Iterable<Entity>, lack: MatrixCell): MatrixCell {
  const all = byName(view, [...new Set(found)]);
  return all.length > 0
    ? {
        lines: few(
          view,
          all.map((each) => view.link(each)),
          2,
        ),
      }
    : lack;
}

function rolesByUnit(view: View): Map<Entity, Role[]> {
  const found = new Map<Entity, Role[]>();
  for (const role of view.handbook.all('role')) {
    const unit = view.handbook.referenceAt(role, '/unit')?.target;
    if (unit && inForce(role)) found.set(unit, [...(found.get(unit) ?? []), role]);
  }
  return found;
}

/** By unit and by role, the standards that bind them. */
function standardsBy(view: View): Map<Entity, Entity[]> {
  const found = new Map<Entity, Entity[]>();
  const bound = rolesBound(view.handbook);
  for (const standard of view.handbook.all('standard')) {
    if (!inForce(standard)) continue;
    const places = new Set<Entity>(bound(standard).roles);
    for (const { pointer, target } of view.handbook.referencesOf(standard))
      if (target?.kind === 'unit' && pointer?.startsWith('/appliesTo/')) places.add(target);
    for (const place of places) found.set(place, [...(found.get(place) ?? []), standard]);
  }
  return found;
}

/** By unit, the inspections held there; by standard, those that check it wherever it holds. */
function inspectionsBy(view: View): Map<Entity, Entity[]> {
  const found = new Map<Entity, Entity[]>();
  for (const inspection of view.handbook.all('inspection')) {
    if (!inForce(inspection)) continue;
    const somewhere = (inspection.data.units?.length ?? 0) > 0;
    for (const { pointer, target } of view.handbook.referencesOf(inspection)) {
      const here = target?.kind === 'unit' && pointer?.startsWith('/units/');
      const everywhere = !somewhere && target?.kind === 'standard' && pointer?.startsWith('/checks/');
      if (target && (here || everywhere)) found.set(target, [...(found.get(target) ?? []), inspection]);
    }
  }
  return found;
}
