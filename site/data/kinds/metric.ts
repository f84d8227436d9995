import { definitionOf, type Entity, newestSpread } from '../../../linter/index.ts';
import { back, backEntities } from '../back.ts';
import { type Figure, fact, type Item, items, section } from '../blocks.ts';
import { cardOf, trackLabels } from '../improvement-words.ts';
import { chartOf, observationTable, seriesBlocks } from '../metric-blocks.ts';
import {
  latestOf,
  measured,
  numberIn,
  ownTargets,
  periodIn,
  seriesName,
  standingIn,
  statusOf,
  unitIn,
} from '../metric-words.ts';
import { stepLink } from '../steps.ts';
import type { View } from '../view.ts';
import { joined, type Line, type Piece, plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

type Metric = Entity<'metric'>;

export const metric: KindViewer<'metric'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('metric', pointer);
  const kind = view.label('metric', '/kind', data.kind);
  const definition = definitionOf(data);
  const standing = standingIn(view, entity);
  const by = (data.by ?? []).map((each) => view.label('metric', '/by/*', each) ?? each);
  return {
    label: kind ? [plain(view.t('dot')), plain(kind)] : [],
    lead: view.words(data.summary),
    figures: figuresOf(view, entity),
    sections: [
      ...section(
        'standing',
        view.t('metric.course.title'),
        ...chartOf(view, standing),
        ...seriesBlocks(view, standing),
        ...spreadOf(view, entity),
        ...observationTable(view, standing),
        ...(standing.series.length === 0 ? [emptyNote(view, entity)] : []),
      ),
      ...section('improvements', view.kindPlural('improvement'), {
        type: 'cards',
        labels: trackLabels(view),
        cards: backEntities(view, entity, 'improvement', /^\/(?:metric|trigger)$/).map((each) =>
          cardOf(view, each),
        ),
      }),
      ...section('definition', view.t('metric.definition'), {
        type: 'facts',
        facts: [
          ...fact(title('/formula'), view.words(definition.formula)),
          ...fact(title('/preset'), ...presetOf(view, entity)),
          ...fact(title('/question'), view.words(data.question)),
          ...fact(title('/direction'), view.label('metric', '/direction', definition.direction)),
          ...fact(title('/unit'), unitIn(view, entity)),
          ...fact(
            title('/range'),
            definition.range?.length === 2 ? rangeOf(view, entity, definition.range) : undefined,
          ),
          ...fact(title('/source'), view.words(data.source)),
          ...fact(title('/every'), view.value('duration', data.every)),
          ...fact(title('/window'), view.value('duration', data.window)),
          ...fact(title('/by'), by.join(view.t('comma'))),
          ...fact(title('/spread'), view.value('comparison', data.spread)),
          ...fact(title('/measures'), view.label('metric', '/measures', data.measures)),
          ...fact(title('/pairedWith'), view.ref(entity, '/pairedWith')),
        ],
      }),
      ...section('standards', view.kindPlural('standard'), {
        type: 'list',
        items: items(back(view, entity, 'standard', /^\/metric$/)),
      }),
      ...section('processes', view.t('metric.steps'), { type: 'list', items: stepItems(view, entity) }),
      ...section('loops', view.kindPlural('feedback-loop'), {
        type: 'list',
        items: items(back(view, entity, 'feedback-loop', /^\/metrics\/\d+$/)),
      }),
      ...section('appraisal', view.t('metric.appraisal'), { type: 'list', items: appraisals(view, entity) }),
    ],
    shown: /^\/(?:metrics?(?:\/\d+)?|steps\/\d+\/metric(?:\/\d+)?|trigger|weights\/[^/]+)$/,
  };
};

// helpers

function figuresOf(view: View, entity: Metric): Figure[] {
  const standing = standingIn(view, entity);
  const latest = latestOf(view, standing);
  const target = view.value('comparison', entity.data.target);
  const own = ownTargets(view, standing);
  return [
    ...(latest
      ? [{ value: latest.value, label: [plain(latest.note)], note: [statusOf(view, standing)] }]
      : []),
    ...(target
      ? [
          {
            value: target,
            label: [plain(view.field('metric', '/target'))],
            ...(own && { note: [plain(own)] }),
          },
        ]
      : []),
  ];
}

/** “−100～100 分”. */
function rangeOf(view: View, entity: Metric, [least = 0, most = 0]: readonly number[]): string {
  return view.t('metric.range', { from: numberIn(view, least), to: measured(view, entity, most) });
}

function emptyNote(view: View, { id }: Metric) {
  return { type: 'text' as const, quiet: true, line: [plain(view.t('metric.empty', { id }))] };
}

/** The name of the preset, and where its formula comes from. */
function presetOf(view: View, { data }: Metric): (Line | undefined)[] {
  const { preset } = data;
  if (!preset) return [];
  return [
    [plain(view.label('metric', '/preset', preset) ?? preset)],
    [plain(view.t(`preset.${preset}`), 'quiet')],
  ];
}

/** How far the best and the worst lie apart today, and how far they may. */
function spreadOf(view: View, entity: Metric) {
  const spread = newestSpread(view.handbook, entity, FEWEST_CASES);
  if (!spread) return [];
  const limit = view.value('comparison', entity.data.spread, 'signs');
  const text = view.t(limit ? 'metric.spreadOf' : 'metric.spread', {
    distance: measured(view, entity, Number(spread.distance)),
    period: periodIn(view, spread.highest.period),
    lowest: seriesName(view, spread.lowest.by).text,
    highest: seriesName(view, spread.highest.by).text,
    limit: limit ?? '',
  });
  return [{ type: 'text' as const, line: [plain(text)], quiet: true }];
}

/** Fewer cases are chance. */
const FEWEST_CASES = 5;

function stepItems(view: View, entity: Metric): Item[] {
  const found = new Map<Entity, Piece[]>();
  for (const { from, pointer } of view.handbook.referencedBy(entity)) {
    if (from.kind !== 'process' || from.data.status === 'retired') continue;
    const step = /^\/steps\/(\d+)\/metric/.exec(pointer ?? '');
    if (!step && !/^\/metrics\/\d+$/.test(pointer ?? '')) continue;
    const steps = found.get(from) ?? [];
    found.set(from, steps);
    if (step) steps.push(stepLink(view, from as Entity<'process'>, Number(step[1])));
  }
  return [...found].map(([process, steps]) => ({
    line: [view.link(process)],
    notes: steps.length > 0 ? [joined(steps, view.t('comma'))] : [],
  }));
}

/** Who has it in their appraisal, and with which weight. */
function appraisals(view: View, entity: Metric): Item[] {
  const found = backEntities(view, entity, 'incentive', /^\/(?:metrics\/\d+|weights\/[^/]+)$/);
  return found.map((each) => {
    const weight = ((each.data.weights ?? {}) as Record<string, unknown>)[entity.id];
    const roles = [
      ...(each.data.roles?.includes('all') ? [plain(view.t('everyone'))] : []),
      ...view.refs(each, '/roles'),
    ];
    return {
      line: [
        view.link(each),
        ...(weight === undefined ? [] : [plain(view.t('colon')), plain(String(weight), 'value')]),
      ],
      notes: roles.length > 0 ? [joined(roles, view.t('comma'))] : [],
    };
  });
}
