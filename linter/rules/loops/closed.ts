import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { frontlineRoles } from '../../graph/questions/frontline-roles.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { awaitsAcknowledgement, awaitsAnswer } from '../../graph/questions/loop-answers.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import { allReadable } from '../../graph/readable.ts';
import { compareQuantities, parseDuration } from '../../model/quantity.ts';
import { fieldList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  meta: {
    summary: {
      en: 'Require every feedback loop to be closed: collected, answered in time, analysed, acted upon and turned into improvement.',
      'zh-CN': '每个反馈闭环都应真正闭合：有人收集、按时答复、定期分析、有人行动、落到改进。',
    },
    severity: 'error',
    claims: ['S1-12', 'S1-14', 'S2-17', 'S4-14', 'S4-16', 'S5-13'],
    fix: 'none',
  },
  messages: {
    open: {
      en: 'Feedback loop "{loop}" does not state {missing}; expected every link of the loop to have a name and a time. Add {missing}.',
      'zh-CN': '反馈闭环“{loop}”没有写 {missing}，闭环的每一环都应有人、有时限；请补上 {missing}。',
    },
    late: {
      en: 'The loop acknowledges after "{ack}" but resolves within "{resolve}"; expected the acknowledgement to come first. Shorten "ack".',
      'zh-CN': '闭环在“{ack}”后告知，却要在“{resolve}”内解决，告知应早于解决；请缩短 ack。',
    },
    silent: {
      en: 'Feedback loop "{loop}" gives no reply; expected every customer who speaks to be answered. Set "reply" to true.',
      'zh-CN': '反馈闭环“{loop}”不答复客户，开口的客户都应得到答复；请把 reply 改为 true。',
    },
    uninformed: {
      en: 'No frontline role hears of what feedback loop "{loop}" brings in; expected one to collect, act or be informed. Add it to "informs".',
      'zh-CN': '反馈闭环“{loop}”的结果没有一线岗位知道，应有一线岗位收集、行动或获知；请加入 informs。',
    },
  },
  check({ handbook, report }) {
    const frontline = frontlineRoles(handbook);
    const knowsRoles = allReadable(handbook, 'role');
    for (const loop of handbook.all('feedback-loop')) {
      if (!inForce(loop)) continue;
      const { ack, resolve, reply } = loop.data;
      const missing = missingFields(loop);
      if (missing.length > 0) {
        const data = { loop: loop.id, missing: fieldList(missing) };
        report({ message: 'open', data, at: loop.at('/name'), subject: loop.key });
      }
      if (ack !== undefined && resolve !== undefined && !isBefore(ack, resolve)) {
        report({ message: 'late', data: { ack, resolve }, at: loop.at('/ack'), subject: `${loop.key}/ack` });
      }
      if (reply === false && awaitsAnswer(loop)) {
        report({
          message: 'silent',
          data: { loop: loop.id },
          at: loop.at('/reply'),
          subject: `${loop.key}/reply`,
        });
      }
      if (
        knowsRoles &&
        !missing.includes('collect') &&
        !missing.includes('act') &&
        !reachesFrontline(handbook, loop, frontline)
      ) {
        report({
          message: 'uninformed',
          data: { loop: loop.id },
          at: loop.at('/name'),
          subject: `${loop.key}/informs`,
        });
      }
    }
  },
});

// helpers

function missingFields(loop: Entity<'feedback-loop'>): string[] {
  const { data } = loop;
  const stated: Record<string, unknown> = {
    collect: data.collect,
    ack: data.ack,
    resolve: data.resolve,
    'analyse.by': data.analyse?.by,
    'analyse.every': data.analyse?.every,
    act: data.act,
    improves: data.improves?.length ? data.improves : undefined,
    reply: data.reply,
  };
  const needless = new Set<string>();
  if (!awaitsAcknowledgement(loop)) needless.add('ack');
  if (!awaitsAnswer(loop)) needless.add('reply');
  return Object.keys(stated).filter((field) => stated[field] === undefined && !needless.has(field));
}

/** Times that cannot be compared, or cannot be read, are not judged. */
function isBefore(ack: string, resolve: string): boolean {
  const [first, second] = [parseDuration(ack), parseDuration(resolve)];
  if (!first.ok || !second.ok) return true;
  const order = compareQuantities(first.value, second.value);
  return order === undefined || order < 0;
}

/** A company that has no frontline roles yet is not judged by it. */
function reachesFrontline(
  handbook: Handbook,
  loop: Entity<'feedback-loop'>,
  frontline: ReadonlySet<Entity<'role'>>,
): boolean {
  const fields = ['/collect', '/act', '/escalate', '/informs'];
  const roles = fields.flatMap((field) => targetsOf(handbook, loop, field, 'role'));
  return frontline.size === 0 || roles.some((role) => frontline.has(role));
}
