import type { Entity } from '../../graph/entity.ts';
import { hasFault } from '../../graph/file-fault.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import type { Localised } from '../../model/message.ts';
import { scaffold } from '../../model/scaffold.ts';
import { wordList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

const part = {
  owner: { en: 'an owner ("strategy.owner")', 'zh-CN': '负责岗位（strategy.owner）' },
  treatment: {
    en: 'benefits or a process ("strategy.benefits", "strategy.process")',
    'zh-CN': '权益或流程（strategy.benefits、strategy.process）',
  },
  trigger: { en: 'a trigger ("strategy.trigger")', 'zh-CN': '触发条件（strategy.trigger）' },
  metrics: { en: 'a metric ("metrics")', 'zh-CN': '指标（metrics）' },
} satisfies Record<string, Localised>;

export default defineRule({
  meta: {
    summary: {
      en: 'Require every segment to have an owner, benefits or a process, a trigger and a metric.',
      'zh-CN': '每个客群都应有负责岗位、权益或流程、触发条件和指标。',
    },
    severity: 'warning',
    claims: ['S1-16', 'S3-28', 'S3-29', 'S3-30'],
    fix: 'suggestion',
  },
  messages: {
    incomplete: {
      en: 'Segment "{segment}" lacks {missing}; expected to know who does what for these customers, when, and to what effect. Add what is missing.',
      'zh-CN': '客群“{segment}”缺少{missing}，应写明由谁、何时、为这些客户做什么、效果如何；请补上。',
    },
    undefined: {
      en: 'Nothing says who belongs to segment "{segment}"; expected "criteria" in words or "rfm" scores. Write how staff recognise such a customer.',
      'zh-CN':
        '没有写明谁属于客群“{segment}”，应有文字条件 criteria 或得分 rfm；请写明员工如何识别这类客户。',
    },
  },
  check({ handbook, report }) {
    for (const segment of handbook.all('segment')) {
      if (!inForce(segment) || hasFault(handbook, segment)) continue;
      const data = { segment: segment.id };
      if (!segment.data.criteria && !segment.data.rfm) {
        report({ message: 'undefined', data, at: segment.at('/name'), subject: segment.key });
      }
      const missing = missingIn(segment);
      if (missing.length === 0) continue;
      const at = segment.has('/strategy') ? segment.keyAt('/strategy') : segment.at('/name');
      report({
        message: 'incomplete',
        data: { ...data, missing: wordList(missing) },
        at,
        subject: `${segment.key}/strategy`,
        suggest: [scaffold(segment.file, scaffoldOf(segment))],
      });
    }
  },
});

// helpers

function scaffoldOf({ data: { strategy, metrics } }: Entity<'segment'>): string {
  const lines: string[] = [];
  if (!strategy?.owner) lines.push('  owner: …');
  if (!strategy?.process && !strategy?.benefits?.length) lines.push('  process: …');
  if (!strategy?.trigger) lines.push('  trigger: …');
  if (lines.length > 0) lines.unshift('strategy:');
  if (!metrics?.length) lines.push('metrics: […]');
  return lines.join('\n');
}

function missingIn({ data: { strategy, metrics } }: Entity<'segment'>): Localised[] {
  const missing: Localised[] = [];
  if (!strategy?.owner) missing.push(part.owner);
  if (!strategy?.process && !strategy?.benefits?.length) missing.push(part.treatment);
  if (!strategy?.trigger) missing.push(part.trigger);
  if (!metrics?.length) missing.push(part.metrics);
  return missing;
}
