import { coveredEntries, type Entity, inForce } from '../../linter/index.ts';
import { latestOf, metricTarget, standingIn, statusOf } from './metric-words.ts';
import { partName, type View } from './view.ts';
import { type Line, type Piece, plain } from './words.ts';

export type Gap = 1 | 2 | 3 | 4 | 5;

/** Something the handbook itself says about a gap: what it is, how much of it there is, and where. */
export interface Evidence {
  name: string;
  lines: readonly Line[];
}

/**
 * What the handbook knows of a gap of the service quality model (Parasuraman, Zeithaml and Berry 1985):
 *
 * 1. knowledge: touchpoints where nobody hears customers, services without a stated need;
 * 2. standards: standards that nothing measures;
 * 3. delivery: standards whose metric misses its target, failures of inspections that are open;
 * 4. communication: promises whose metric misses its target;
 * 5. customer: what customers perceive, against its target and against what they expect.
 */
export function evidenceOf(view: View, gap: Gap): Evidence[] {
  const found = [...sources[gap](view), ...failures(view, gap)];
  return found.filter(({ lines }) => lines.length > 0);
}

// helpers

type Metric = Entity<'metric'>;

const sources: Record<Gap, (view: View) => Evidence[]> = {
  1: (view) => [
    { name: view.t('gap.unheard'), lines: uncovered(view, 'touchpoints', 'inLoop') },
    { name: view.t('gap.needless'), lines: withoutNeeds(view) },
  ],
  2: (view) => [{ name: view.t('gap.unmeasured'), lines: uncovered(view, 'standards', 'metric') }],
  3: (view) => [{ name: view.t('gap.missedStandards'), lines: missedStandards(view) }],
  4: (view) => [{ name: view.t('gap.brokenPromises'), lines: brokenPromises(view) }],
  5: (view) => [
    { name: view.t('gap.perceived'), lines: perceptions(view) },
    { name: view.t('gap.expected'), lines: expectations(view) },
  ],
};

function uncovered(view: View, group: 'touchpoints' | 'standards', measure: string): Line[] {
  return coveredEntries(view.handbook)
    .filter((each) => each.group === group && !each.meets.has(measure))
    .flatMap(({ key }) => {
      const [owner = '', id] = key.split('#');
      const entity = view.handbook.find(owner);
      if (!entity) return [];
      const part = view.handbook.partsOf(entity).find((each) => each.id === id && id !== undefined);
      const name = part && partName(view, entity, part.pointer);
      if (!name || !part) return [[view.link(entity)]];
      return [
        [
          view.link(entity),
          plain(view.t('colon')),
          { ...name, href: view.href({ type: 'entity', kind: entity.kind, id: entity.id }, part.id) },
        ],
      ];
    });
}

function withoutNeeds(view: View): Line[] {
  return view.handbook
    .all('service')
    .filter((service) => inForce(service) && !service.data.needs?.length)
    .map((service) => [view.link(service)]);
}

function missedStandards(view: View): Line[] {
  return view.handbook.all('standard').flatMap((standard) => {
    const metric = view.handbook.referenceAt(standard, '/metric')?.target;
    if (!inForce(standard) || metric?.kind !== 'metric') return [];
    return missed(view, metric as Metric)
      ? [[view.link(standard), ...standingWords(view, metric as Metric)]]
      : [];
  });
}

function brokenPromises(view: View): Line[] {
  const owners = [...(view.handbook.company ? [view.handbook.company] : []), ...view.handbook.all('service')];
  return owners.filter(inForce).flatMap((owner) =>
    (owner.data.promises ?? []).flatMap((promise, index) => {
      const base = `/promises/${index}`;
      const standard = view.handbook.referenceAt(owner, `${base}/standard`)?.target;
      const metric =
        view.handbook.referenceAt(owner, `${base}/metric`)?.target ??
        (standard && view.handbook.referenceAt(standard, '/metric')?.target);
      if (metric?.kind !== 'metric' || !missed(view, metric as Metric)) return [];
      const words = view.words(promise?.statement) ?? plain('');
      const link: Piece = { ...words, ...pageOfPromise(view, owner, promise?.id) };
      return [[link, ...standingWords(view, metric as Metric)]];
    }),
  );
}

function pageOfPromise(view: View, owner: Entity, id: string | undefined): { href: string } {
  return { href: view.href({ type: 'entity', kind: owner.kind, id: owner.id }, id) };
}

function perceptions(view: View): Line[] {
  return metrics(view)
    .filter((metric) => metric.data.measures === 'perception' && standingIn(view, metric).series.length > 0)
    .map((metric) => [view.link(metric), ...standingWords(view, metric)]);
}

/** What is done beside what is expected, both as they stand. */
function expectations(view: View): Line[] {
  return metrics(view).flatMap((metric) => {
    const other = view.handbook.referenceAt(metric, '/pairedWith')?.target as Metric | undefined;
    if (metric.data.measures === 'expectation' || other?.data.measures !== 'expectation') return [];
    const [value, expected] = [
      latestOf(view, standingIn(view, metric)),
      latestOf(view, standingIn(view, other)),
    ];
    if (!value || !expected) return [];
    return [
      [
        view.link(metric),
        plain(` ${value.value}`, 'value'),
        plain(view.t('semicolon')),
        view.link(other),
        plain(` ${expected.value}`, 'value'),
      ],
    ];
  });
}

function metrics({ handbook }: View): Metric[] {
  return handbook.all('metric').filter(inForce);
}

function missed(view: View, metric: Metric): boolean {
  return inForce(metric) && standingIn(view, metric).status === 'missed';
}

/** “：43–52 分，目标 ≥ 50 分，未达标”. */
function standingWords(view: View, metric: Metric): Line {
  const standing = standingIn(view, metric);
  const latest = latestOf(view, standing);
  const target = metricTarget(view, standing);
  return [
    plain(view.t('colon')),
    ...(latest ? [plain(latest.value, 'value')] : []),
    ...(target ? [plain(view.t('clause')), plain(view.t('metric.aim', { target }))] : []),
    plain(view.t('clause')),
    { ...statusOf(view, standing), tone: 'strong' },
  ];
}

function failures(view: View, gap: Gap): Evidence[] {
  const lines = view.handbook
    .all('inspection')
    .filter(inForce)
    .flatMap((inspection) =>
      (inspection.data.results ?? []).flatMap((result, index) =>
        (result?.failures ?? []).flatMap((failure, place): Line[] => {
          if (failure?.gap !== gap || failure.closed) return [];
          const base = `/results/${index}/failures/${place}`;
          const what = view.words(failure.note) ?? view.ref(inspection, `${base}/standard`);
          const unit = view.ref(inspection, `/results/${index}/unit`);
          const details = [view.date(result?.date), unit?.text].filter(Boolean).join(view.t('comma'));
          return [
            [
              view.link(inspection),
              plain(view.t('brackets', { text: details }), 'quiet'),
              ...(what ? [plain(view.t('colon')), plain(what.text)] : []),
            ],
          ];
        }),
      ),
    );
  return [{ name: view.t('gap.failures'), lines }];
}
