import type { Localised } from './message.ts';

/** What a well-known metric fixes, so that authors need not write it. */
export interface MetricPreset {
  formula: Localised;
  unit: string;
  /** Absent where it depends on how the question is put. */
  direction?: 'higher' | 'lower';
  /** The least and the greatest value possible, in the unit. */
  range?: readonly [min: number, max: number];
}

/**
 * Net promoter score: Reichheld 2003, scale 0 to 10. Customer satisfaction: top two boxes of a scale of 5.
 * Customer effort: mean of a scale of 7, where "it was easy" is better when higher and "how much effort"
 * when lower. First contact resolution, handling time, speed of answer, service level and
 * abandonment as contact centres count them.
 */
export const metricPresets: Readonly<Record<string, MetricPreset>> = {
  nps: {
    formula: {
      en: 'share of answers 9–10 less share of answers 0–6, times 100',
      'zh-CN': '（9–10 分占比 − 0–6 分占比）× 100',
    },
    unit: 'point',
    direction: 'higher',
    range: [-100, 100],
  },
  csat: {
    formula: { en: 'answers 4–5 ÷ all answers × 100 %', 'zh-CN': '4–5 分的答卷数 ÷ 答卷总数 × 100 %' },
    unit: '%',
    direction: 'higher',
    range: [0, 100],
  },
  ces: {
    formula: { en: 'mean of the answers 1–7', 'zh-CN': '1–7 分答案的平均值' },
    unit: 'point',
    range: [1, 7],
  },
  fcr: {
    formula: {
      en: 'cases solved at the first contact ÷ all cases × 100 %',
      'zh-CN': '首次联系即解决的件数 ÷ 总件数 × 100 %',
    },
    unit: '%',
    direction: 'higher',
    range: [0, 100],
  },
  aht: {
    formula: {
      en: '(talking + holding + after-call work) ÷ contacts',
      'zh-CN': '（通话 + 等待 + 话后处理时长）÷ 接触次数',
    },
    unit: 's',
    direction: 'lower',
  },
  asa: {
    formula: {
      en: 'total wait of answered calls ÷ answered calls',
      'zh-CN': '已接来电的等待总时长 ÷ 已接来电数',
    },
    unit: 's',
    direction: 'lower',
  },
  'service-level': {
    formula: {
      en: 'contacts answered in time ÷ contacts offered × 100 %',
      'zh-CN': '规定时间内接起的来电数 ÷ 来电总数 × 100 %',
    },
    unit: '%',
    direction: 'higher',
    range: [0, 100],
  },
  'abandon-rate': {
    formula: {
      en: 'contacts given up before an answer ÷ contacts offered × 100 %',
      'zh-CN': '接起前放弃的来电数 ÷ 来电总数 × 100 %',
    },
    unit: '%',
    direction: 'lower',
    range: [0, 100],
  },
};

/** The fields of a metric that a preset can fill in. */
export interface MetricFields {
  preset?: string | undefined;
  formula?: string | Record<string, string | undefined> | undefined;
  unit?: string | undefined;
  direction?: string | undefined;
  range?: readonly number[] | undefined;
}

/** A metric's definition: what its author wrote, and what the preset says where nothing is written. */
export function definitionOf(metric: MetricFields): Omit<MetricFields, 'preset'> {
  const preset = metric.preset === undefined ? undefined : metricPresets[metric.preset];
  return {
    formula: metric.formula ?? preset?.formula,
    unit: metric.unit ?? preset?.unit,
    direction: metric.direction ?? preset?.direction,
    range: metric.range ?? preset?.range,
  };
}
