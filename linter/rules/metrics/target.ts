import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import type { Remedy } from '../../model/finding.ts';
import type { MessageData, Template } from '../../model/message.ts';
import { definitionOf } from '../../model/metric-presets.ts';
import { valueAt } from '../../model/pointer.ts';
import { multiplyDecimals } from '../../model/quantity/decimal.ts';
import {
  type Comparison,
  dimensionOf,
  type Measure,
  type Operator,
  parseComparison,
  parseDuration,
  parseValue,
  printQuantity,
  toSeconds,
} from '../../model/quantity.ts';
import { writtenWords } from '../../model/quantity-words.ts';
import { fieldAt } from '../../schema/fields.ts';
import { defineRule } from '../rule.ts';

type MessageId = 'unit' | 'scale' | 'tiny' | 'range' | 'direction' | 'window';

/** A value that is measured by a metric, wherever it is written. */
interface Place {
  entity: Entity;
  pointer: string;
  written: string;
  value: Measure;
  /** Present for targets and spreads. */
  op?: Operator;
  metric: Entity<'metric'>;
}

export default defineRule<MessageId>({
  meta: {
    summary: {
      en: 'Require targets in the unit, range and direction of their metric.',
      'zh-CN': '目标值应符合指标的单位、取值范围和方向。',
    },
    severity: 'error',
    claims: ['S3-08', 'S3-17', 'S2-24'],
    fix: 'suggestion',
  },
  messages: {
    unit: {
      en: '{field} "{written}" does not fit metric "{metric}", which is measured in "{unit}"; expected a value in that unit. Convert it, or mend the unit of the metric.',
      'zh-CN':
        '{field}“{written}”与指标“{metric}”的单位“{unit}”不符，应使用同一单位；请换算，或修改指标的单位。',
    },
    scale: {
      en: '{field} "{written}" has no unit and may mean {small} or {large}; expected a percentage for metric "{metric}". Write the one you mean.',
      'zh-CN':
        '{field}“{written}”没有单位，可能是 {small}，也可能是 {large}；指标“{metric}”应写百分数，请写明是哪一个。',
    },
    tiny: {
      en: '{field} "{written}" asks for less than 1 % though metric "{metric}" is better when higher; expected a percentage such as "{large}". Correct the scale.',
      'zh-CN':
        '{field}“{written}”不到 1 %，而指标“{metric}”越高越好，应为“{large}”这样的百分数；请检查数量级。',
    },
    range: {
      en: '{field} "{written}" cannot be met: metric "{metric}" lies between {min} and {max}. Write a value within that range.',
      'zh-CN': '{field}“{written}”不可能达到：指标“{metric}”的取值在 {min}到 {max}之间；请写范围以内的值。',
    },
    direction: {
      en: '{field} "{written}" asks for the opposite: metric "{metric}" is better when {direction}; expected "{expected}". Turn the sign, or mend the direction of the metric.',
      'zh-CN':
        '{field}“{written}”与指标“{metric}”的方向（{direction}越好）相反，应为“{expected}”；请改比较符号，或修改指标的方向。',
    },
    window: {
      en: 'Window "{window}" is shorter than the {every} between two values of metric "{metric}"; expected at least one value in it. Lengthen the window, or measure more often.',
      'zh-CN':
        '考核窗口“{window}”短于指标“{metric}”的频次 {every}，窗口内至少应有一个数值；请加长窗口，或提高频次。',
    },
  },
  check({ handbook, report }) {
    for (const place of places(handbook)) {
      const { entity, pointer, written, metric } = place;
      const field = fieldAt(entity.kind, pointer)?.title ?? pointer;
      const problem = judge(place);
      if (!problem) continue;
      report({
        message: problem.message,
        data: { field, written, metric: metric.id, ...problem.data },
        at: entity.at(pointer),
        subject: entity.key + pointer,
        ...(entity.key !== metric.key && { related: [{ at: metric.at('/name'), template: metricHere }] }),
        ...(problem.instead && { suggest: problem.instead.map((text) => replace(entity, pointer, text)) }),
      });
    }
    for (const metric of handbook.all('metric')) {
      const { window, every } = metric.data;
      if (!window || !every || !isShorter(window, every)) continue;
      const data = { metric: metric.id, window, every: writtenWords(every) };
      report({ message: 'window', data, at: metric.at('/window'), subject: `${metric.key}/window` });
    }
  },
});

// helpers

const metricHere: Template = { en: 'The metric is defined here.', 'zh-CN': '指标在这里定义。' };

/** Every value that a metric measures: its own target and spread, and those of what refers to it. */
function* places(handbook: Handbook): Generator<Place> {
  for (const metric of handbook.all('metric')) {
    yield* place(metric, '/target', metric);
    yield* place(metric, '/spread', metric);
  }
  for (const standard of handbook.all('standard')) {
    const metric = metricAt(handbook, standard, '/metric');
    if (!metric) continue;
    yield* place(standard, '/target', metric);
    yield* place(standard, '/flex/limit', metric);
  }
  for (const improvement of handbook.all('improvement')) {
    const metric = metricAt(handbook, improvement, '/metric');
    if (!metric) continue;
    for (const field of ['/baseline', '/target', '/result']) yield* place(improvement, field, metric);
  }
  for (const tool of handbook.all('tool')) {
    for (const index of (tool.data.improves ?? []).keys()) {
      const metric = metricAt(handbook, tool, `/improves/${index}/metric`);
      if (!metric) continue;
      for (const field of ['from', 'to']) yield* place(tool, `/improves/${index}/${field}`, metric);
    }
  }
  for (const unit of handbook.all('unit')) {
    for (const index of (unit.data.deviations ?? []).keys()) {
      const standard = handbook.referenceAt(unit, `/deviations/${index}/standard`)?.target;
      const metric = standard && metricAt(handbook, standard, '/metric');
      if (metric) yield* place(unit, `/deviations/${index}/value`, metric);
    }
  }
}

function metricAt(handbook: Handbook, entity: Entity, pointer: string): Entity<'metric'> | undefined {
  const target = handbook.referenceAt(entity, pointer)?.target;
  return target?.kind === 'metric' && target.sound ? (target as Entity<'metric'>) : undefined;
}

/** The value at a pointer; none where there is none or where it is not written in the grammar of values. */
function* place(entity: Entity, pointer: string, metric: Entity<'metric'>): Generator<Place> {
  const written = valueAt(entity.data, pointer);
  if (typeof written !== 'string' || definitionOf(metric.data).unit === undefined) return;
  const comparison = parseComparison(written);
  if (comparison.ok) {
    const { op, value }: Comparison = comparison.value;
    yield { entity, pointer, written, value, op, metric };
    return;
  }
  const plain = parseValue(written);
  if (plain.ok) yield { entity, pointer, written, value: plain.value, metric };
}

interface Verdict {
  message: MessageId;
  data: MessageData;
  instead?: string[];
}

function judge(place: Place): Verdict | undefined {
  const { value, op, metric, pointer } = place;
  const { unit = '', direction, range } = definitionOf(metric.data);
  if (!fits(value, unit)) return judgeUnit(place, unit);
  // A spread is a distance between units, which is always better when smaller.
  const isTarget = op !== undefined && pointer !== '/spread';
  const bounds = range ?? (dimensionOf(unit) === 'ratio' ? [0, 100] : undefined);
  if (bounds && isTarget && !isWithin(value, op, bounds)) {
    return {
      message: 'range',
      data: { min: writtenWords(`${bounds[0]} ${unit}`), max: writtenWords(`${bounds[1]} ${unit}`) },
    };
  }
  if (isTarget && direction && opposes(op, direction)) {
    const expected = printQuantity({ kind: 'comparison', op: turned[op], value });
    const word = direction === 'lower' ? { en: 'lower', 'zh-CN': '越低' } : { en: 'higher', 'zh-CN': '越高' };
    return { message: 'direction', data: { direction: word, expected }, instead: [expected] };
  }
  if (isTarget && direction === 'higher' && isTiny(value)) {
    const large = printQuantity({ ...value, number: multiplyDecimals(value.number, '100') });
    return { message: 'tiny', data: { large }, instead: [`${op} ${large}`] };
  }
  return undefined;
}

/** A bare number where a percentage belongs is the commonest slip, and the costliest: 0.3 or 30 per cent. */
function judgeUnit({ value, op }: Place, unit: string): Verdict {
  const sign = op ? `${op} ` : '';
  const bare = value.kind === 'count' && value.unit === undefined;
  if (dimensionOf(unit) === 'ratio' && bare) {
    const small = `${value.number} %`;
    if (Number(value.number) > 1) return { message: 'unit', data: { unit }, instead: [sign + small] };
    const large = `${multiplyDecimals(value.number, '100')} %`;
    return { message: 'scale', data: { small, large }, instead: [sign + small, sign + large] };
  }
  return { message: 'unit', data: { unit }, ...(bare && { instead: [`${sign}${value.number} ${unit}`] }) };
}

function fits(value: Measure, unit: string): boolean {
  const dimension = dimensionOf(unit);
  // A unit that is none is a matter of metrics/definition.
  if (dimension === undefined) return true;
  if (value.kind !== dimension) return false;
  if (value.kind === 'money') return value.currency === unit;
  return value.kind === 'count' ? value.unit === unit : true;
}

const turned: Record<Operator, Operator> = { '<=': '>=', '<': '>', '>=': '<=', '>': '<', '=': '=' };

function opposes(op: Operator, direction: string): boolean {
  return direction === 'lower' ? op.startsWith('>') : op.startsWith('<');
}

/** Whether some value of the metric's range meets the target, and the target itself lies in the range. */
function isWithin(value: Measure, op: Operator, [min = 0, max = 0]: readonly number[]): boolean {
  if (value.kind === 'ratio' && value.unit === ':') return true;
  const number = Number(value.number);
  if (number < min || number > max) return false;
  return !(op === '>' && number === max) && !(op === '<' && number === min);
}

function isTiny(value: Measure): value is Extract<Measure, { kind: 'ratio'; unit: '%' }> {
  return value.kind === 'ratio' && value.unit === '%' && Number(value.number) > 0 && Number(value.number) < 1;
}

function isShorter(window: string, every: string): boolean {
  const [a, b] = [parseDuration(window), parseDuration(every)];
  return a.ok && b.ok && toSeconds(a.value) < toSeconds(b.value);
}

function replace(entity: Entity, pointer: string, text: string): Remedy {
  const { file, span } = entity.at(pointer);
  return {
    description: { en: 'Write "{text}".', 'zh-CN': '改为“{text}”。' },
    data: { text },
    edits: [{ file, start: span[0], end: span[1], text: `"${text}"` }],
  };
}
