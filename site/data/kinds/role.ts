import type { Entity } from '../../../linter/index.ts';
import { back, backEntities, byName } from '../back.ts';
import { type Block, fact, type Item, items, type Rung, section } from '../blocks.ts';
import { changeItems, changesFor, feedPath } from '../changes.ts';
import { grantsOf, rungOf } from '../grants.ts';
import { everyIn, overdueOf } from '../loop-words.ts';
import { metricStateFor } from '../metric-state.ts';
import { skillFact } from '../skill-names.ts';
import { type Process, stepLink } from '../steps.ts';
import { targetOf, targetsAt, withTarget } from '../targets.ts';
import { dueInWords, isLate, mostUrgentFirst } from '../training-due.ts';
import type { View } from '../view.ts';
import { capital, joined, type Line, type Piece, plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

type Role = Entity<'role'>;

/** As many changes as one reads at the beginning of a shift. */
const MOST_CHANGES = 5;

/** What one person needs of the whole handbook: my steps, my authority, whom to ask, what counts. */
export const role: KindViewer<'role'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('role', pointer);
  const performed = performedSteps(view, entity);
  const unitLink = view.ref(entity, '/unit');
  return {
    label: [plain(view.t('dot')), ...(unitLink ? [unitLink] : [])],
    lead: view.words(data.commitment),
    sections: [
      ...section('decide', view.t('role.decide'), { type: 'ladder', rungs: rungs(view, entity) }),
      ...section('steps', view.t('role.steps'), ...stepBlocks(view, performed)),
      ...section('escalate', view.t('role.escalate'), {
        type: 'list',
        items: escalations(view, entity),
      }),
      ...section('measured', view.t('role.measured'), {
        type: 'list',
        items: measures(view, entity, performed),
      }),
      ...section('loops', view.t('role.loops'), { type: 'list', items: loops(view, entity) }),
      ...section('standards', view.kindPlural('standard'), {
        type: 'list',
        items: backEntities(view, entity, 'standard', /^\/appliesTo\/\d+$/).map((each) => ({
          line: withTarget(view, each),
        })),
      }),
      ...section(
        'sops',
        view.t('role.texts'),
        { type: 'list', items: items(back(view, entity, 'sop', /^\/roles\/\d+$/)) },
        { type: 'list', items: items(guides(view, entity)) },
      ),
      ...section('training', view.kindPlural('training'), { type: 'list', items: trainings(view, entity) }),
      ...section('changes', view.t('changes.mine'), ...changeBlocks(view, entity)),
      ...section('behaviours', title('/behaviours'), {
        type: 'list',
        items: (data.behaviours ?? []).map((behaviour) => {
          const every = everyIn(view, behaviour.every);
          return {
            line: [view.words(behaviour.act) ?? plain('')],
            notes: every ? [[plain(every)]] : [],
          };
        }),
      }),
      ...section('duties', title('/duties'), {
        type: 'list',
        items: items((data.duties ?? []).map((each) => view.words(each))),
      }),
      ...section('about', view.t('section.about'), {
        type: 'facts',
        facts: [
          ...fact(title('/level'), view.label('role', '/level', data.level)),
          ...fact(title('/reportsTo'), view.ref(entity, '/reportsTo')),
          ...fact(title('/deputy'), view.ref(entity, '/deputy')),
          ...fact(view.t('role.reports'), ...back(view, entity, 'role', /^\/reportsTo$/)),
          ...skillFact(view, title('/skills'), data.skills),
          ...skillFact(view, title('/certificates'), data.certificates),
          ...fact(title('/hiring/assessment'), view.words(data.hiring?.assessment)),
        ],
      }),
      ...section('owns', view.t('role.owns'), ...owned(view, entity)),
    ],
    // Whatever refers to a role is told above from the role's own point of view.
    shown: /./,
  };
};

// helpers

/** What changed for the role, the newest first; the rest is read in the feed or on the page of all changes. */
function changeBlocks(view: View, entity: Role): Block[] {
  const changes = changesFor(view.changes, entity).filter(({ change }) => change.effect !== 'unknown');
  if (changes.length === 0) return [];
  return [
    { type: 'list', items: changeItems(view, changes.slice(0, MOST_CHANGES)) },
    {
      type: 'text',
      quiet: true,
      line: [
        { text: view.t('changes.all'), href: view.href({ type: 'overview', name: 'changes' }) },
        plain(view.t('dot')),
        { text: view.t('changes.feed'), href: view.base + feedPath(view, entity) },
      ],
    },
  ];
}

function rungs(view: View, entity: Role): Rung[] {
  return grantsOf(view, entity).map(({ right, index }) => ({
    ...rungOf(view, right, index),
    who: view.link(right),
  }));
}

interface PerformedStep {
  process: Process;
  index: number;
  /** Accountable, or taking part. */
  main: boolean;
}

function performedSteps(view: View, entity: Role): PerformedStep[] {
  const found: PerformedStep[] = [];
  for (const { from, pointer } of view.handbook.referencedBy(entity)) {
    const match = /^\/steps\/(\d+)\/(role|with\/\d+\/role)(?:\/\d+)?$/.exec(pointer ?? '');
    if (!match || from.kind !== 'process' || from.data.status === 'retired') continue;
    found.push({ process: from as Process, index: Number(match[1]), main: match[2] === 'role' });
  }
  return found;
}

function stepBlocks(view: View, performed: readonly PerformedStep[]): Block[] {
  const processes = byName(view, [...new Set(performed.map(({ process }) => process))]);
  return processes.map((process) => ({
    type: 'group' as const,
    title: [view.link(process)],
    blocks: [
      {
        type: 'list' as const,
        items: performed.filter((each) => each.process === process).map((each) => stepItem(view, each)),
      },
    ],
  }));
}

function stepItem(view: View, { process, index, main }: PerformedStep): Item {
  const base = `/steps/${index}`;
  const step = process.data.steps?.[index];
  const time = view.value('duration', step?.time);
  const sop = view.ref(process, `${base}/sop`);
  const targets = [
    ...targetsAt(view, process, `${base}/standard`),
    ...targetsAt(view, process, `${base}/metric`),
  ];
  return {
    line: [
      stepLink(view, process, index),
      ...(main ? [] : [plain(view.t('brackets', { text: view.t('role.takesPart') }), 'quiet')]),
    ],
    notes: [
      ...(time ? [[plain(view.t('role.time')), plain(time, 'value')]] : []),
      ...targets,
      // A step without a name is called after its instruction already.
      ...(sop && (step?.name || step?.do) ? [[sop]] : []),
    ],
  };
}

/** Everybody this role turns to, once, with what for and within which time. */
function escalations(view: View, entity: Role): Item[] {
  const found = new Map<string, { who: Piece; notes: Line[] }>();
  const add = (who: Piece | undefined, note: Line) => {
    if (!who) return;
    const key = who.href ?? who.text;
    const known = found.get(key) ?? { who, notes: [] };
    known.notes.push(note);
    found.set(key, known);
  };
  for (const { right, index } of grantsOf(view, entity)) {
    const within = view.value('duration', right.data.grants?.[index]?.within);
    add(view.ref(right, `/grants/${index}/escalate`), [
      plain(view.t('role.beyond')),
      view.link(right),
      ...(within ? [plain(view.t('grant.within', { within }))] : []),
    ]);
  }
  add(view.ref(entity, '/reportsTo'), [plain(view.t('role.otherwise'))]);
  return [...found.values()].map(({ who, notes }) => ({ line: [{ ...who, tone: 'strong' }], notes }));
}

function measures(view: View, entity: Role, performed: readonly PerformedStep[]): Item[] {
  const metrics = new Map<Entity, Line[]>();
  const add = (metric: Entity | undefined, because: Line) => {
    if (metric?.kind !== 'metric') return;
    metrics.set(metric, [...(metrics.get(metric) ?? []), because]);
  };
  for (const incentive of incentivesOf(view, entity)) {
    const weights = (incentive.data.weights ?? {}) as Record<string, unknown>;
    for (const { pointer, target } of view.handbook.referencesOf(incentive)) {
      if (!/^\/(?:weights|metrics)\//.test(pointer ?? '')) continue;
      const weight = weights[pointer!.split('/').at(-1)!];
      add(target, [
        view.link(incentive),
        ...(weight === undefined ? [] : [plain(view.t('brackets', { text: String(weight) }))]),
      ]);
    }
  }
  for (const { process, index, main } of performed) {
    if (!main) continue;
    for (const { pointer = '', target } of view.handbook.referencesOf(process)) {
      if (!new RegExp(`^/steps/${index}/(?:metric|standard)(?:/|$)`).test(pointer)) continue;
      const metric =
        target?.kind === 'standard' ? view.handbook.referenceAt(target, '/metric')?.target : target;
      add(metric, [stepLink(view, process, index)]);
    }
  }
  const unit = view.handbook.referenceAt(entity, '/unit')?.target;
  const near = [entity, ...(unit ? [unit] : [])];
  return [...metrics].map(([metric, reasons]) => {
    const target = targetOf(view, metric);
    const distinct = new Map(reasons.map((line) => [line.map(({ text }) => text).join(''), line]));
    return {
      line: [view.link(metric), ...(target ? [plain(view.t('colon')), plain(target, 'value')] : [])],
      notes: [
        metricStateFor(view, metric as Entity<'metric'>, near).line,
        [
          plain(view.t('role.measuredIn')),
          ...[...distinct.values()]
            .slice(0, 3)
            .flatMap((line, index) => (index ? [plain(view.t('comma')), ...line] : line)),
        ],
      ],
    };
  });
}

function incentivesOf(view: View, entity: Role): Entity<'incentive'>[] {
  const named = backEntities(view, entity, 'incentive', /^\/roles\/\d+$/);
  const all = view.handbook
    .all('incentive')
    .filter(({ data }) => data.status !== 'retired' && forAll(data.roles));
  return [...new Set([...named, ...all])];
}

function forAll(roles: readonly string[] | undefined): boolean {
  return roles?.includes('all') ?? false;
}

const duties: readonly [RegExp, 'loop.collect' | 'loop.analyse' | 'loop.act'][] = [
  [/^\/collect$/, 'loop.collect'],
  [/^\/analyse\/by$/, 'loop.analyse'],
  [/^\/act$/, 'loop.act'],
];

function loops(view: View, entity: Role): Item[] {
  const found = new Map<Entity<'feedback-loop'>, string[]>();
  for (const [field, key] of duties) {
    for (const loop of backEntities(view, entity, 'feedback-loop', field)) {
      found.set(loop, [...(found.get(loop) ?? []), view.t(key)]);
    }
  }
  return [...found].map(([loop, what]) => {
    const ack = view.value('duration', loop.data.ack);
    const resolve = view.value('duration', loop.data.resolve);
    const times: Piece[] = [];
    if (ack)
      times.push(plain(`${view.field('feedback-loop', '/ack')}${view.t('colon')}`), plain(ack, 'value'));
    if (ack && resolve) times.push(plain(view.t('semicolon')));
    if (resolve)
      times.push(
        plain(`${view.field('feedback-loop', '/resolve')}${view.t('colon')}`),
        plain(resolve, 'value'),
      );
    const overdue = overdueOf(view, loop).map((each) => ({ ...view.link(each), tone: 'missing' as const }));
    return {
      line: [view.link(loop), plain(`${view.t('colon')}${what.join(view.t('comma'))}`)],
      notes: [
        ...(times.length > 0 ? [times] : []),
        ...(overdue.length > 0
          ? [[plain(view.t('loop.overdue') + view.t('colon')), ...joined(overdue, view.t('comma'))]]
          : []),
      ],
    };
  });
}

function guides(view: View, entity: Role): Piece[] {
  const own = backEntities(view, entity, 'guide', /^\/roles\/\d+$/);
  const all = view.handbook
    .all('guide')
    .filter(({ data }) => data.status !== 'retired' && forAll(data.roles));
  return byName(view, [...new Set([...own, ...all])]).map((each) => view.link(each));
}

/** What is to be learned, and by when. */
function trainings(view: View, entity: Role): Item[] {
  const own = backEntities(view, entity, 'training', /^\/roles\/\d+$/);
  const all = view.handbook
    .all('training')
    .filter(({ data }) => data.status !== 'retired' && forAll(data.roles));
  return mostUrgentFirst(view, byName(view, [...new Set([...own, ...all])])).map(({ training, due }) => {
    const every = everyIn(view, training.data.every);
    const { tier = 'all' } = training.data;
    // Whom it is for, unless it is for all.
    const whom = tier === 'all' ? undefined : view.label('training', '/tier', tier);
    const about = [whom && capital(whom), every].filter((each) => each !== undefined);
    return {
      line: [
        view.link(training),
        plain(view.t('colon')),
        plain(dueInWords(view, due), isLate(due) ? 'state-open' : 'strong'),
      ],
      notes: about.length > 0 ? [[plain(about.join(view.t('dot')))]] : [],
    };
  });
}

function owned(view: View, entity: Role): Block[] {
  const byKind = new Map<string, Entity[]>();
  for (const { from, pointer } of view.handbook.referencedBy(entity)) {
    if (pointer !== '/owner') continue;
    byKind.set(from.kind, [...(byKind.get(from.kind) ?? []), from]);
  }
  if (byKind.size === 0) return [];
  const facts = [...byKind].flatMap(([kind, entities]) =>
    fact(
      view.kindPlural(kind as Entity['kind']),
      joined(
        byName(view, entities).map((each) => view.link(each)),
        view.t('comma'),
      ),
    ),
  );
  return [{ type: 'facts', facts }];
}
