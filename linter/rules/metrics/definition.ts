import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { definitionOf, metricPresets } from '../../model/metric-presets.ts';
import { dimensionOf, parseValue, printQuantity } from '../../model/quantity.ts';
import { fieldList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

/** Words for a share; the unit of a share is the per cent sign. */
const shareWords = new Set([
  'ratio',
  'rate',
  'share',
  'fraction',
  'proportion',
  'percentage',
  '比率',
  '比例',
  '百分比',
]);

export default defineRule({
  meta: {
    summary: {
      en: 'Require formula, unit, direction, source and frequency of every metric.',
      'zh-CN': '每个指标都应写明公式、单位、方向、数据来源和频次。',
    },
    severity: 'error',
    claims: ['S2-13', 'S3-02', 'S3-26', 'S3-32', 'S3-33'],
    fix: 'suggestion',
  },
  messages: {
    incomplete: {
      en: 'Metric "{metric}" does not state {missing}; expected formula, unit, direction, source and every, or a preset that fills them in. Add {missing}.',
      'zh-CN':
        '指标“{metric}”没有写 {missing}；应有 formula、unit、direction、source 和 every，或用 preset 带出。请补上 {missing}。',
    },
    unit: {
      en: '"{unit}" is no unit; expected a time such as "min", "%", "point", a currency or a singular noun such as "case". Write "{near}".',
      'zh-CN':
        '“{unit}”不是单位，应为时间单位（如“min”）、“%”、“point”、币种或单数名词（如“case”）；请写“{near}”。',
    },
    againstPreset: {
      en: 'Preset "{preset}" sets "{field}" to "{expected}", but the file says "{written}"; expected the same. Delete the line, or do without the preset.',
      'zh-CN':
        '预设“{preset}”的 {field} 是“{expected}”，文件中却写“{written}”，两者应一致；请删除该行，或不用预设。',
    },
    unmeasuredEffect: {
      en: 'The effect claimed for tool "{tool}" names no metric; expected the metric it improves, with from and to. Add "metric".',
      'zh-CN': '工具“{tool}”声称的效果没有写指标，应写明改进哪个指标、从多少到多少；请补上 metric。',
    },
  },
  check({ handbook, report }) {
    for (const metric of handbook.all('metric')) {
      if (!inForce(metric)) continue;
      const missing = missingFields(metric);
      if (missing.length > 0) {
        const data = { metric: metric.id, missing: fieldList(missing) };
        report({ message: 'incomplete', data, at: metric.at('/name'), subject: metric.key });
      }
      const { unit, preset } = metric.data;
      const near = unit === undefined ? undefined : betterUnit(unit);
      if (unit !== undefined && near !== undefined) {
        const at = metric.at('/unit');
        report({
          message: 'unit',
          data: { unit, near },
          at,
          subject: `${metric.key}/unit`,
          suggest: [
            {
              description: { en: 'Write "{near}".', 'zh-CN': '改为“{near}”。' },
              data: { near },
              edits: [{ file: at.file, start: at.span[0], end: at.span[1], text: `"${near}"` }],
            },
          ],
        });
        continue;
      }
      for (const { field, expected, written } of contradictions(metric)) {
        const data = { preset: preset!, field, expected, written };
        report({
          message: 'againstPreset',
          data,
          at: metric.at(`/${field}`),
          subject: `${metric.key}/${field}`,
        });
      }
    }
    for (const { tool, pointer } of unmeasuredEffects(handbook)) {
      report({
        message: 'unmeasuredEffect',
        data: { tool: tool.id },
        at: tool.at(pointer),
        subject: tool.key + pointer,
      });
    }
  },
});

// helpers

function missingFields({ data }: Entity<'metric'>): string[] {
  const { formula, unit, direction } = definitionOf(data);
  const stated = { formula, unit, direction, source: data.source, every: data.every };
  return Object.entries(stated).flatMap(([field, value]) => (value === undefined ? [field] : []));
}

/** What to write instead of a unit that is none; undefined for a sound unit. */
function betterUnit(unit: string): string | undefined {
  if (shareWords.has(unit.toLowerCase())) return '%';
  if (dimensionOf(unit) !== undefined) return undefined;
  const read = parseValue(`5 ${unit}`);
  const form = read.ok ? printQuantity(read.value) : read.suggestion;
  return form === undefined ? 'case' : form.replace(/^\S+ /, '');
}

function contradictions({ data }: Entity<'metric'>): { field: string; expected: string; written: string }[] {
  const preset = data.preset === undefined ? undefined : metricPresets[data.preset];
  if (!preset) return [];
  const found = [];
  const { unit, direction } = data;
  if (unit !== undefined && dimensionOf(unit) !== dimensionOf(preset.unit)) {
    found.push({ field: 'unit', expected: preset.unit, written: unit });
  }
  if (direction !== undefined && preset.direction !== undefined && direction !== preset.direction) {
    found.push({ field: 'direction', expected: preset.direction, written: direction });
  }
  return found;
}

function unmeasuredEffects(handbook: Handbook): { tool: Entity<'tool'>; pointer: string }[] {
  return handbook
    .all('tool')
    .filter(inForce)
    .flatMap((tool) =>
      (tool.data.improves ?? []).flatMap((effect, index) =>
        effect.metric === undefined ? [{ tool, pointer: `/improves/${index}` }] : [],
      ),
    );
}
