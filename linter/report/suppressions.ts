import picocolors from 'picocolors';
import { type Language, type Localised, render, type Template } from '../model/message.ts';
import type { SuppressionEntry } from '../model/suppression.ts';
import { inert } from './inert.ts';
import { jsonText } from './json.ts';
import { visible } from './visible.ts';

const titles: Record<SuppressionEntry['kind'], Localised> = {
  comment: { en: 'Comments', 'zh-CN': '注释' },
  exception: { en: 'Exceptions', 'zh-CN': '例外' },
  baseline: { en: 'Baseline', 'zh-CN': '基线' },
};

const states: Record<SuppressionEntry['state'], Localised> = {
  active: { en: 'active', 'zh-CN': '有效' },
  unused: { en: 'unused', 'zh-CN': '未用到' },
  expired: { en: 'expired', 'zh-CN': '已到期' },
  invalid: { en: 'invalid, hides nothing', 'zh-CN': '无效，不起作用' },
};

const words = {
  none: { en: 'Nothing is hidden.', 'zh-CN': '没有隐藏任何问题。' },
  left: { en: 'until {until}, {days} left', 'zh-CN': '至 {until}，还有 {days} 天' },
  past: { en: 'ended {until}, {days} ago', 'zh-CN': '已于 {until} 到期，过去 {days} 天' },
  since: { en: 'since {since}', 'zh-CN': '记录于 {since}' },
  hides: { en: 'hides {count}', 'zh-CN': '隐藏 {count} 个' },
  signed: { en: '{owner}, approved by {approvedBy}', 'zh-CN': '{owner}，由 {approvedBy} 批准' },
  total: { en: '{count} hidden in all.', 'zh-CN': '共隐藏 {count} 个问题。' },
} satisfies Record<string, Template>;

/** Everything that hides findings, for people: comments, then exceptions, then the baseline. */
export function suppressionsText(
  entries: readonly SuppressionEntry[],
  { language, colour }: { language: Language; colour: boolean },
): string {
  if (entries.length === 0) return `${words.none[language]}\n`;
  const colours = picocolors.createColors(colour);
  const blocks: string[] = [];
  for (const kind of ['comment', 'exception', 'baseline'] as const) {
    const own = entries.filter((entry) => entry.kind === kind);
    if (own.length === 0) continue;
    const title = colours.bold(`${titles[kind][language]} (${own.length})`);
    blocks.push([title, ...own.flatMap((entry) => linesOf(entry, language))].join('\n'));
  }
  const hidden = entries.reduce((sum, { hides }) => sum + hides, 0);
  const count = { en: hidden === 1 ? '1 finding' : `${hidden} findings`, 'zh-CN': String(hidden) };
  blocks.push(render(words.total, { count }, language));
  return inert(`${blocks.join('\n\n')}\n`);
}

/** The same for machines, as one JSON document that ends in a line break; keys always in the same order. */
export function suppressionsJson(entries: readonly SuppressionEntry[], today: string): string {
  return jsonText({
    version: 1,
    today,
    suppressions: entries.map((entry) => ({
      kind: entry.kind,
      state: entry.state,
      rules: entry.rules,
      entity: entry.entity,
      reason: entry.reason,
      owner: entry.owner,
      approvedBy: entry.approvedBy,
      until: entry.until,
      daysLeft: entry.daysLeft,
      since: entry.since,
      message: entry.message,
      hides: entry.hides,
      file: entry.at.file,
      start: entry.at.start,
      end: entry.at.end,
    })),
  });
}

// helpers

function linesOf(entry: SuppressionEntry, language: Language): string[] {
  const { at, rules, entity, state, hides, reason, message, owner, approvedBy } = entry;
  const place = `${at.file}:${at.start.line}:${at.start.column}`;
  const facts = [rules.join(', '), entity, termOf(entry, language)];
  if (state !== 'active') facts.push(states[state][language]);
  else if (entry.kind !== 'baseline') facts.push(render(words.hides, { count: hides }, language));
  const lines = [`  ${place}  ${facts.filter((each) => each !== undefined && each !== '').join('  ')}`];
  const signed =
    owner !== undefined && approvedBy !== undefined && render(words.signed, { owner, approvedBy }, language);
  for (const text of [reason, message, signed]) if (text) lines.push(`    ${text}`);
  return lines.map(visible);
}

function termOf({ until, daysLeft, since }: SuppressionEntry, language: Language): string | undefined {
  if (since !== undefined) return render(words.since, { since }, language);
  if (until === undefined || daysLeft === undefined) return until;
  const count = Math.abs(daysLeft);
  const days = { en: count === 1 ? '1 day' : `${count} days`, 'zh-CN': String(count) };
  return render(daysLeft < 0 ? words.past : words.left, { until, days }, language);
}
