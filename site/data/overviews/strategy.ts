import { type Entity, formatQuantity, inForce, parseQuantity } from '../../../linter/index.ts';
import { byName } from '../back.ts';
import { type Block, fact, section } from '../blocks.ts';
import { type MetricState, metricState } from '../metric-state.ts';
import type { MatrixCell, MatrixRow, TreeNode } from '../overview-blocks.ts';
import { targetOf, withTarget } from '../targets.ts';
import type { View } from '../view.ts';
import { joined, type Line, type Piece, plain } from '../words.ts';
import { cellOf, gap, none, overviewPage } from './cells.ts';
import type { Overview } from './overview.ts';

type Company = Entity<'company'>;
type Service = Entity<'service'>;
type Process = Entity<'process'>;

/** From what the company wants down to what is measured: goal by goal, with the gaps in words. */
export const strategy: Overview = {
  has: ({ company }) => (company?.data.goals?.length ?? 0) > 0,
  page: (view) => {
    const company = view.handbook.company!;
    const chain = chainOf(view);
    const goals = company.data.goals ?? [];
    const states = goals.map((_, index) => metricsOf(view, company, index));
    return overviewPage(view, 'strategy', view.t('strategy.lead'), [
      ...section('position', '', ...positionOf(view, company, states)),
      ...section('glance', view.t('strategy.glance'), glance(view, company, states, chain)),
      ...goals.flatMap((goal, index) =>
        section(
          `goal-${goal.id ?? index + 1}`,
          (view.words(goal.name) ?? { text: goal.id ?? '' }).text,
          ...goalBlocks(view, company, index, states[index]!, chain),
        ),
      ),
      ...section('loose', view.t('strategy.loose'), { type: 'facts', facts: looseFacts(view, chain) }),
      ...section('investments', view.field('company', '/investments'), ...investments(view, company)),
    ]);
  },
};

// helpers

interface Chain {
  services: Service[];
  processes: Map<Service, Process[]>;
  /** The goal of each: a process's own, else its service's. */
  goals: Map<Entity, string>;
  /** Standards that hold in a process or for a service as a whole. */
  standards: Map<Entity, Entity<'standard'>[]>;
}

interface MeasuredBy {
  metric: Entity<'metric'>;
  state: MetricState;
}

function chainOf(view: View): Chain {
  const { handbook } = view;
  const services = byName(view, handbook.all('service').filter(inForce));
  const processes = new Map<Service, Process[]>(services.map((each) => [each, []]));
  const goals = new Map<Entity, string>();
  const goalOf = (entity: Entity) => handbook.referenceAt(entity, '/goal')?.part?.id;
  for (const service of services) setGoal(goals, service, goalOf(service));
  for (const process of byName(view, handbook.all('process').filter(inForce))) {
    const service = handbook.referenceAt(process, '/service')?.target as Service | undefined;
    if (service) processes.get(service)?.push(process);
    setGoal(goals, process, goalOf(process) ?? (service && goals.get(service)));
  }
  return { services, processes, goals, standards: standardsBy(view) };
}

function setGoal(goals: Map<Entity, string>, entity: Entity, goal: string | undefined): void {
  if (goal !== undefined) goals.set(entity, goal);
}

function standardsBy(view: View): Chain['standards'] {
  const found = new Map<Entity, Set<Entity<'standard'>>>();
  const add = (place: Entity, standard: Entity) => {
    if (standard.kind !== 'standard' || !inForce(standard)) return;
    found.set(place, (found.get(place) ?? new Set()).add(standard as Entity<'standard'>));
  };
  for (const { from, target, pointer } of view.handbook.references) {
    if (!target || !pointer) continue;
    if (from.kind === 'process' && /^\/steps\/\d+\/standard(?:\/|$)/.test(pointer)) add(from, target);
    if (from.kind !== 'standard' || !/^\/(?:appliesTo\/|touchpoint$)/.test(pointer)) continue;
    if (target.kind === 'process' || target.kind === 'service') add(target, from);
  }
  return new Map([...found].map(([place, set]) => [place, byName(view, [...set])]));
}

function metricsOf(view: View, company: Company, index: number): MeasuredBy[] {
  const metrics: MeasuredBy[] = [];
  for (const { pointer, target } of view.handbook.referencesOf(company)) {
    if (!pointer?.startsWith(`/goals/${index}/metrics/`) || target?.kind !== 'metric') continue;
    const metric = target as Entity<'metric'>;
    metrics.push({ metric, state: metricState(view, metric) });
  }
  return metrics;
}

function positionOf(view: View, company: Company, states: readonly MeasuredBy[][]): Block[] {
  const metrics = new Map(states.flat().map((each) => [each.metric, each.state.status]));
  const met = [...metrics.values()].filter((status) => status === 'met').length;
  const unknown = [...metrics.values()].filter((status) => status !== 'met' && status !== 'missed').length;
  const title = (name: string) => view.field('company', `/${name}`);
  const positioning = view.label('company', '/positioning', company.data.positioning);
  return [
    {
      type: 'figures',
      figures: [
        { value: String(states.length), label: [plain(title('goals'))] },
        {
          value: view.t('outOf', { part: met, all: metrics.size }),
          label: [
            plain(view.t('strategy.met')),
            ...(unknown > 0
              ? [plain(view.t('brackets', { text: view.t('strategy.unknown', { count: unknown }) }))]
              : []),
          ],
        },
      ],
    },
    {
      type: 'facts',
      facts: [
        ...fact(title('concept'), view.words(company.data.concept)),
        ...fact(
          title('positioning'),
          positioning ?? { ...plain(view.t('strategy.noPosition')), tone: 'state-open' },
        ),
        ...fact(title('principles'), joined(principles(view, company), view.t('comma'))),
      ],
    },
  ];
}

function principles(view: View, company: Company): Piece[] {
  return (company.data.principles ?? []).flatMap(({ id, name }) => {
    const words = view.words(name);
    return words
      ? [{ ...words, href: view.href({ type: 'entity', kind: 'company', id: company.id }, id) }]
      : [];
  });
}

/** Goal by goal how much stands behind it, so that the weak ones are seen at once. */
function glance(view: View, company: Company, states: readonly MeasuredBy[][], chain: Chain): Block {
  const kinds = ['service', 'process', 'standard'] as const;
  const number = (kind: (typeof kinds)[number], count: number) =>
    count > 0
      ? { lines: [[plain(String(count), 'value' as const)]] }
      : gap(view.t('strategy.no', { kind: view.kindName(kind).toLowerCase() }));
  return {
    type: 'matrix',
    matrix: {
      caption: view.t('strategy.glance'),
      corner: view.t('strategy.goal'),
      counts: true,
      columns: [...kinds.map((kind) => plain(view.kindPlural(kind))), plain(view.t('strategy.onTarget'))],
      groups: [
        {
          rows: (company.data.goals ?? []).map((goal, index): MatrixRow => {
            const reached = below(chain, goal.id);
            const metrics = states[index]!;
            const name = view.words(goal.name) ?? plain(goal.id ?? '');
            return {
              head: [{ ...name, href: `#_goal-${goal.id ?? index + 1}` }],
              cells: [
                ...kinds.map((kind) => number(kind, reached[kind].size)),
                metrics.length > 0 ? onTarget(view, metrics) : gap(view.t('strategy.noMetricShort')),
              ],
            };
          }),
        },
      ],
    },
  };
}

/** How many metrics meet their targets, and how many nothing is known of. */
function onTarget(view: View, metrics: readonly MeasuredBy[]): MatrixCell {
  const count = (status: MetricState['status']) =>
    metrics.filter(({ state }) => state.status === status).length;
  const met = count('met');
  const unknown = metrics.length - met - count('missed');
  const tone = count('missed') > 0 ? 'state-open' : met > 0 ? 'state-met' : 'state-none';
  return {
    lines: [
      [plain(view.t('outOf', { part: met, all: metrics.length }), tone)],
      ...(unknown > 0 ? [[plain(view.t('strategy.unknown', { count: unknown }), 'quiet' as const)]] : []),
    ],
  };
}

/** What serves a goal: the services and processes, and the standards that hold there. */
function below(
  chain: Chain,
  goal: string | undefined,
): Record<'service' | 'process' | 'standard', Set<Entity>> {
  const found = { service: new Set<Entity>(), process: new Set<Entity>(), standard: new Set<Entity>() };
  for (const [service, processes] of chain.processes) {
    const own = processes.filter((process) => chain.goals.get(process) === goal);
    const serves = chain.goals.get(service) === goal;
    if (serves || own.length > 0) found.service.add(service);
    for (const process of own) found.process.add(process);
    for (const standard of own.flatMap((process) => chain.standards.get(process) ?? []))
      found.standard.add(standard);
    if (serves) for (const standard of ownStandards(chain, service, processes)) found.standard.add(standard);
  }
  return found;
}

function goalBlocks(
  view: View,
  company: Company,
  index: number,
  metrics: readonly MeasuredBy[],
  chain: Chain,
): Block[] {
  const goal = company.data.goals![index]!;
  const strategy = view.words(goal.strategy);
  const nodes = serviceNodes(view, chain, goal.id);
  return [
    ...(strategy ? [{ type: 'text' as const, line: [strategy] }] : []),
    { type: 'text', quiet: true, line: goalLine(view, company, index) },
    metrics.length > 0
      ? { type: 'tree', nodes: metrics.map((each) => metricNode(view, each)) }
      : missing(view.t('strategy.noMetric')),
    nodes.length > 0 ? { type: 'tree', nodes } : missing(view.t('strategy.noService')),
  ];
}

function goalLine(view: View, company: Company, index: number): Line {
  const goal = company.data.goals![index]!;
  const area = view.label('company', '/goals/*/area', goal.area);
  const owner = view.ref(company, `/goals/${index}/owner`);
  const due = view.date(goal.due);
  const parts: Line[] = [
    ...(area ? [[plain(area)]] : []),
    ...(owner ? [[owner]] : []),
    ...(due ? [[plain(view.t('by', { date: due }))]] : []),
  ];
  return parts.flatMap((part, each) => (each === 0 ? part : [plain(view.t('dot')), ...part]));
}

function metricNode(view: View, { metric, state }: MeasuredBy): TreeNode {
  return {
    line: withTarget(view, metric),
    label: view.kindName('metric'),
    aside: state.line,
    children: [],
  };
}

/** The services of a goal and those whose processes serve it, each with what lies below. */
function serviceNodes(view: View, chain: Chain, goal: string | undefined): TreeNode[] {
  return chain.services.flatMap((service) => {
    const all = chain.processes.get(service) ?? [];
    const own = all.filter((process) => chain.goals.get(process) === goal);
    const serves = chain.goals.get(service) === goal;
    if (!serves && own.length === 0) return [];
    return [
      {
        line: [{ ...view.link(service), tone: 'strong' as const }],
        label: view.kindName('service'),
        notes: all.length === 0 ? [[lack(view.t('strategy.noProcess'))]] : [],
        children: [
          ...own.map((process) => processNode(view, chain, process)),
          ...(serves ? standardNodes(view, ownStandards(chain, service, all)) : []),
        ],
      },
    ];
  });
}

/** The standards of a service that stand at none of its processes. */
function ownStandards(chain: Chain, service: Service, processes: readonly Process[]): Entity<'standard'>[] {
  const below = new Set(processes.flatMap((process) => chain.standards.get(process) ?? []));
  return (chain.standards.get(service) ?? []).filter((standard) => !below.has(standard));
}

function processNode(view: View, chain: Chain, process: Process): TreeNode {
  const standards = chain.standards.get(process) ?? [];
  return {
    line: [view.link(process)],
    label: view.kindName('process'),
    notes: standards.length === 0 ? [[lack(view.t('strategy.noStandard'))]] : [],
    children: standardNodes(view, standards),
  };
}

function standardNodes(view: View, standards: readonly Entity<'standard'>[]): TreeNode[] {
  return standards.map((standard) => {
    const target = targetOf(view, standard);
    const metric = view.handbook.referenceAt(standard, '/metric')?.target as Entity<'metric'> | undefined;
    const href = metric && view.link(metric).href;
    return {
      line: [view.link(standard), ...(target ? [plain(view.t('colon')), plain(target, 'value')] : [])],
      label: view.kindName('standard'),
      ...(metric?.kind === 'metric' && {
        aside: metricState(view, metric).line.map((piece) => ({ ...piece, ...(href && { href }) })),
      }),
      children: [],
    };
  });
}

/** What the chain does not reach. */
function looseFacts(view: View, { services, goals, standards }: Chain) {
  const { handbook } = view;
  const placed = new Set([...standards.values()].flat());
  const known = new Set(handbook.company?.data.goals?.map(({ id }) => id));
  const aimless = (entity: Entity) => !known.has(goals.get(entity));
  const links = (entities: readonly Entity[]) =>
    joined(
      byName(view, entities).map((each) => view.link(each)),
      view.t('comma'),
    );
  return [
    ...fact(view.t('strategy.servicesLoose'), links(services.filter(aimless))),
    ...fact(
      view.t('strategy.processesLoose'),
      links(handbook.all('process').filter(inForce).filter(aimless)),
    ),
    ...fact(
      view.t('strategy.standardsLoose'),
      links(handbook.all('standard').filter((each) => inForce(each) && !placed.has(each))),
    ),
  ];
}

function investments(view: View, company: Company): Block[] {
  const all = company.data.investments ?? [];
  if (all.length === 0) return [missing(view.t('strategy.noInvestment'))];
  const areas = view
    .values('company', '/investments/*/area')
    .filter((area) => all.some((each) => each.area === area));
  const funded = new Set(all.map((_, index) => goalOf(index)));
  const unfunded = (company.data.goals ?? []).filter(({ id }) => id && !funded.has(id));
  const names = unfunded.map((goal) => view.words(goal.name) ?? plain(goal.id ?? ''));
  return [
    {
      type: 'matrix',
      matrix: {
        caption: view.field('company', '/investments'),
        corner: view.field('company', '/investments/*/area'),
        columns: [plain(view.field('company', '/investments/*/amount')), plain(view.t('strategy.for'))],
        groups: [{ rows: areas.map(rowOf) }],
      },
    },
    ...(names.length > 0
      ? [missing(`${view.t('strategy.unfunded')}${names.map(({ text }) => text).join(view.t('comma'))}`)]
      : []),
  ];

  function goalOf(index: number): string | undefined {
    return view.handbook.referenceAt(company, `/investments/${index}/goal`)?.part?.id;
  }

  function rowOf(area: string): MatrixRow {
    const own = all.map((each, index) => ({ ...each, index })).filter((each) => each.area === area);
    const uses = own.map(({ index, amount, period, note }): Line => {
      const goal = view.ref(company, `/investments/${index}/goal`);
      const words = view.words(note);
      const value = view.value('money', amount);
      return [
        ...(value ? [plain(value, 'value'), plain(view.t('dot'))] : []),
        ...(goal ? [goal] : [plain(view.t('strategy.noGoal'), 'state-open')]),
        ...(words ? [plain(view.t('colon')), words] : []),
        ...(period === undefined
          ? []
          : [plain(view.t('brackets', { text: String(period) }), 'quiet' as const)]),
      ];
    });
    return {
      head: [plain(view.label('company', '/investments/*/area', area) ?? area)],
      cells: [
        cellOf(
          sums(
            view,
            own.map(({ amount }) => amount),
          ).map((sum) => [plain(sum, 'value')]),
          none(),
        ),
        cellOf(uses, gap(view.t('strategy.noGoal'))),
      ],
    };
  }
}

/** What the amounts come to, by currency. */
function sums(view: View, amounts: readonly (string | undefined)[]): string[] {
  const totals = new Map<string, number>();
  for (const amount of amounts) {
    const read = parseQuantity('money', amount ?? '');
    if (!read.ok || read.value.kind !== 'money') continue;
    const { currency, number } = read.value;
    totals.set(currency, (totals.get(currency) ?? 0) + Number(number));
  }
  return [...totals].map(([currency, total]) =>
    formatQuantity({ kind: 'money', number: String(total), currency }, view.locale),
  );
}

function missing(text: string): Block {
  return { type: 'text', line: [lack(text)] };
}

function lack(text: string): Piece {
  return plain(text, 'state-open');
}
