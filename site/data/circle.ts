import { type Entity, inForce, type QualityCircle, qualityCircle, readOnce } from '../../linter/index.ts';
import { byName } from './back.ts';
import { everyIn } from './loop-words.ts';
import type { CircleMark } from './overview-blocks.ts';
import { withTarget } from './targets.ts';
import type { View } from './view.ts';
import { type Line, plain } from './words.ts';

type Standard = Entity<'standard'>;

/** The quality circle of a standard in force, reckoned once for all pages. */
export const circleOf = readOnce((handbook, standard: Standard) =>
  inForce(standard) ? qualityCircle(handbook, standard) : undefined,
);

/**
 * The five marks of the quality circle of a standard: measured (it has a metric, a target or a way to verify
 * it), trained, inspected, fed back, improved. Each holds what makes it, or the words for its lack.
 */
export function circleWords(view: View, standard: Standard, circle: QualityCircle): CircleMark[] {
  const { data } = standard;
  const verify = view.words(data.verify);
  const metric = view.handbook.referenceAt(standard, '/metric')?.target;
  const measured: Line[] = [
    ...(metric ? [withTarget(view, metric)] : []),
    ...(verify ? [[verify]] : []),
    ...(!metric && !verify && data.target
      ? [[plain(view.value('comparison', data.target) ?? data.target)]]
      : []),
  ];
  const trained = byName(view, [...circle.trained]) as Entity<'training'>[];
  return [
    mark(view, 'measured', measured),
    mark(
      view,
      'trained',
      trained.map((each) => [view.link(each), ...last(view, 'training.last', each.data.lastDelivered?.date)]),
    ),
    mark(view, 'inspected', inspectedWhen(view, circle)),
    mark(view, 'fedBack', links(view, circle.fedBack)),
    mark(view, 'improved', links(view, circle.improved)),
  ];
}

/** The inspections of a standard, each with how often it is held and when it was held last. */
export function inspectedWhen(view: View, circle: QualityCircle): Line[] {
  return (byName(view, [...circle.inspected]) as Entity<'inspection'>[]).map((each) => {
    const every = everyIn(view, each.data.every);
    const dates = (each.data.results ?? []).flatMap(({ date }) => (date ? [date] : []));
    return [
      view.link(each),
      ...(every ? [plain(`${view.t('clause')}${every}`)] : []),
      ...(dates.length > 0
        ? last(view, 'inspection.last', dates.sort().at(-1))
        : [plain(view.t('brackets', { text: view.t('inspection.never') }), 'quiet' as const)]),
    ];
  });
}

// helpers

type MarkName = 'measured' | 'trained' | 'inspected' | 'fedBack' | 'improved';

function mark(view: View, name: MarkName, lines: readonly Line[]): CircleMark {
  const met = lines.length > 0;
  return {
    name: view.t(`circle.${name}`),
    met,
    lines: met ? lines : [[plain(view.t(`circle.${name}.no`))]],
  };
}

function links(view: View, entities: Iterable<Entity>): Line[] {
  return byName(view, [...entities]).map((each) => [view.link(each)]);
}

function last(view: View, key: 'inspection.last' | 'training.last', date: string | undefined) {
  const said = view.date(date);
  return said ? [plain(view.t('brackets', { text: view.t(key, { date: said }) }), 'quiet' as const)] : [];
}
