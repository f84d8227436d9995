import { coveredEntries, type Entity, inForce, type Kind } from '../../../linter/index.ts';
import { byName } from '../back.ts';
import { section } from '../blocks.ts';
import type { MatrixCell, MatrixRow } from '../overview-blocks.ts';
import { partName, type View } from '../view.ts';
import { capital, type Line, type Piece, plain } from '../words.ts';
import { cellOf, few, gap, none, overviewPage } from './cells.ts';
import type { Overview } from './overview.ts';
import { systemRows } from './service-system.ts';

/** How far the handbook carries the six dimensions of service management and the elements of a service system. */
export const scorecard: Overview = {
  has: ({ company }) => company !== undefined,
  page: (view) => {
    const table = (caption: string, corner: string, rows: MatrixRow[]) => ({
      type: 'matrix' as const,
      matrix: {
        caption,
        corner,
        columns: [
          plain(view.t('scorecard.has')),
          plain(view.t('scorecard.stands')),
          plain(view.t('scorecard.lacks')),
        ],
        groups: [{ rows }],
      },
    });
    return overviewPage(view, 'scorecard', view.t('scorecard.lead'), [
      ...section(
        'dimensions',
        view.t('scorecard.dimensions'),
        table(view.t('scorecard.dimensions'), view.t('scorecard.dimension'), dimensionRows(view)),
      ),
      ...section(
        'services',
        view.t('scorecard.services'),
        { type: 'text', quiet: true, line: [plain(view.t('scorecard.servicesHow'))] },
        {
          type: 'matrix',
          matrix: {
            caption: view.t('scorecard.services'),
            corner: view.kindName('service'),
            columns: [
              plain(view.field('service', '/needs')),
              plain(view.field('service', '/touchpoints')),
              ...(['process', 'standard', 'role', 'tool', 'feedback-loop'] as const).map((kind) =>
                plain(view.kindPlural(kind)),
              ),
            ],
            groups: [{ rows: systemRows(view) }],
            counts: true,
          },
        },
      ),
      ...section('rater', view.t('scorecard.rater'), {
        type: 'matrix',
        matrix: {
          caption: view.t('scorecard.rater'),
          corner: view.field('standard', '/rater'),
          columns: [plain(view.kindPlural('standard'))],
          groups: [{ rows: raterRows(view) }],
        },
      }),
    ]);
  },
};

/** What one dimension is looked for in, and what it ought to reach. */
export interface Dimension {
  name: 'strategy' | 'people' | 'process' | 'customer' | 'technology' | 'culture';
  has: readonly Piece[][];
  stands: readonly Line[];
  lacks: readonly Line[];
}

export function dimensionsOf(view: View): Dimension[] {
  const { handbook } = view;
  const company = handbook.company;
  const { goals = [], themes = [], investments = [], principles = [] } = company?.data ?? {};
  const roles = handbook.all('role').filter(inForce);
  const leading = roles.filter(({ data }) => (data.behaviours?.length ?? 0) > 0);
  const culture = handbook.all('guide').filter((each) => inForce(each) && each.data.type === 'culture');
  const measured = goals.filter(({ metrics }) => (metrics?.length ?? 0) > 0);
  const covered = shares(view);
  const companyLink = (count: number, pointer: string, anchor: string) =>
    counted(
      view.field('company', pointer),
      count,
      company && view.href({ type: 'entity', kind: 'company', id: company.id }, anchor),
    );
  return [
    {
      name: 'strategy',
      has: [
        ...companyLink(goals.length, '/goals', '_goals'),
        ...companyLink(themes.length, '/themes', '_themes'),
        ...companyLink(investments.length, '/investments', '_investments'),
        ...guides('strategy'),
      ],
      stands: share(view, 'goals', measured.length, goals.length),
      lacks: [
        ...(goals.some(({ strategy }) => strategy) || themes.length > 0
          ? []
          : [[plain(view.t('lacks.strategy'), 'state-open')]]),
        ...(investments.length > 0 ? [] : [[plain(view.t('lacks.investment'), 'state-open')]]),
      ],
    },
    {
      name: 'people',
      has: [
        ...kind('role'),
        ...kind('training'),
        ...kind('incentive'),
        ...kind('decision-right'),
        ...guides('people'),
      ],
      stands: [
        ...covered.stands('roles', 'training'),
        ...covered.stands('roles', 'incentive'),
        ...covered.stands('roles', 'decisionRight'),
      ],
      lacks: [
        ...covered.lacks('roles', 'training'),
        ...covered.lacks('roles', 'incentive'),
        ...lackOf('training'),
        ...lackOf('incentive'),
      ],
    },
    {
      name: 'process',
      has: [...kind('process'), ...kind('sop'), ...kind('standard'), ...guides('process')],
      stands: [
        ...covered.stands('processes', 'measured'),
        ...covered.stands('standards', 'metric'),
        ...covered.stands('standards', 'inspected'),
      ],
      lacks: [
        ...covered.lacks('processes', 'measured'),
        ...covered.lacks('standards', 'inspected'),
        ...lackOf('process'),
      ],
    },
    {
      name: 'customer',
      has: [...kind('segment'), ...kind('feedback-loop'), ...guides('customer')],
      stands: covered.stands('touchpoints', 'inLoop'),
      lacks: [...covered.lacks('touchpoints', 'inLoop'), ...lackOf('segment'), ...lackOf('feedback-loop')],
    },
    {
      name: 'technology',
      has: [...kind('tool'), ...guides('technology')],
      stands: share(view, 'tools', usedTools(view), handbook.all('tool').filter(inForce).length),
      lacks: lackOf('tool'),
    },
    {
      name: 'culture',
      has: [
        ...companyLink(principles.length, '/principles', '_principles'),
        ...counted(
          view.t('scorecard.cultureGuides'),
          culture.length,
          view.href({ type: 'kind', kind: 'guide' }),
        ),
        ...counted(view.t('scorecard.behaviours'), leading.length, view.href({ type: 'kind', kind: 'role' })),
        ...guides('culture'),
      ],
      stands: share(view, 'principles', citedPrinciples(view), principles.length),
      lacks: [
        ...(principles.length > 0 ? [] : [[plain(view.t('lacks.principle'), 'state-open')]]),
        ...(leading.length > 0 ? [] : [[plain(view.t('lacks.behaviour'), 'state-open')]]),
      ],
    },
  ];

  function kind(name: Kind): Piece[][] {
    return counted(
      view.kindPlural(name),
      handbook.all(name).filter(inForce).length,
      view.href({ type: 'kind', kind: name }),
    );
  }

  /** Guides that say of themselves to which dimension they belong. */
  function guides(dimension: Dimension['name']): Piece[][] {
    const own = handbook.all('guide').filter((each) => inForce(each) && each.data.dimension === dimension);
    return dimension === 'culture'
      ? own.filter(({ data }) => data.type !== 'culture').map((each) => [view.link(each)])
      : own.map((each) => [view.link(each)]);
  }

  function lackOf(name: 'training' | 'incentive' | 'process' | 'segment' | 'feedback-loop' | 'tool'): Line[] {
    return handbook.all(name).some(inForce) ? [] : [[plain(view.t(`lacks.${name}`), 'state-open')]];
  }
}

// helpers

function dimensionRows(view: View): MatrixRow[] {
  return dimensionsOf(view).map(({ name, has, stands, lacks }) => ({
    head: [plain(view.t(`dimension.${name}`))],
    notes: [[plain(view.t(`dimension.${name}.what`))]],
    cells: [cellOf(has, gap(view.t('scorecard.nothing'))), cellOf(stands, none()), lackCell(view, lacks)],
  }));
}

function lackCell(view: View, lacks: readonly Line[]): MatrixCell {
  if (lacks.length === 0) return { lines: [[plain(view.t('scorecard.whole'), 'state-met')]] };
  return { lines: lacks, state: 'gap' };
}

function counted(name: string, count: number, href: string | undefined): Piece[][] {
  return count === 0
    ? []
    : [[{ text: name, ...(href && { href }) }, plain(' '), plain(String(count), 'value')]];
}

type ShareName = 'goals' | 'tools' | 'principles';

function share(view: View, name: ShareName, part: number, all: number): Line[] {
  if (all === 0) return [];
  return [[plain(view.t(`share.${name}`)), plain(' '), plain(view.t('outOf', { part, all }), 'value')]];
}

type Measure = 'training' | 'incentive' | 'decisionRight' | 'measured' | 'metric' | 'inspected' | 'inLoop';

/** What the linter's own count of coverage says, in lines. */
function shares(view: View) {
  const entries = coveredEntries(view.handbook);
  const of = (group: string) => entries.filter((each) => each.group === group);
  return {
    stands(group: string, measure: Measure): Line[] {
      const all = of(group);
      const met = all.filter(({ meets }) => meets.has(measure)).length;
      if (all.length === 0) return [];
      return [
        [
          plain(view.t(`share.${measure}`)),
          plain(' '),
          plain(view.t('outOf', { part: met, all: all.length }), 'value'),
        ],
      ];
    },
    lacks(group: string, measure: Measure): Line[] {
      const missing = of(group).filter(({ meets }) => !meets.has(measure));
      const links = missing.flatMap(({ key }) => linkOf(view, key) ?? []);
      if (links.length === 0) return [];
      return [[plain(view.t(`share.not.${measure}`), 'state-open')], ...few(view, links, 4)];
    },
  };
}

/** What a key names, such as `service:stay#front-desk`. */
function linkOf(view: View, key: string): Piece | undefined {
  const [whole = '', part] = key.split('#');
  const entity = view.handbook.find(whole);
  if (!entity) return undefined;
  const found = part && view.handbook.partsOf(entity).find(({ id }) => id === part);
  if (!found) return view.link(entity);
  const name = partName(view, entity, found.pointer) ?? plain(found.id);
  return { ...name, href: view.href({ type: 'entity', kind: entity.kind, id: entity.id }, found.id) };
}

function usedTools(view: View): number {
  const used = new Set<Entity>();
  for (const { from, target } of view.handbook.references) {
    if (target?.kind === 'tool' && from.kind === 'process' && inForce(from) && inForce(target))
      used.add(target);
  }
  return used.size;
}

function citedPrinciples(view: View): number {
  const cited = new Set<string>();
  for (const { from, part, pointer } of view.handbook.references) {
    if (from.kind === 'standard' && pointer === '/principle' && part && inForce(from)) cited.add(part.id);
  }
  return cited.size;
}

function raterRows(view: View): MatrixRow[] {
  const standards = byName(view, view.handbook.all('standard').filter(inForce)) as Entity<'standard'>[];
  return view.values('standard', '/rater').map((rater) => {
    const own = standards.filter(({ data }) => data.rater === rater).map((each) => view.link(each));
    return {
      head: [plain(capital(view.label('standard', '/rater', rater) ?? rater))],
      cells: [
        cellOf(
          own.length > 0
            ? [own.flatMap((each, index) => (index ? [plain(view.t('comma')), each] : [each]))]
            : [],
          gap(view.t('lacks.rater')),
        ),
      ],
    };
  });
}
