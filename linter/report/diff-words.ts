import type { Effect } from '../model/change.ts';
import { type Language, type Localised, render, type Template } from '../model/message.ts';
import type { Approver, BlastRadius, Named, Refusal, Review, ReviewedChange } from '../model/review.ts';
import { sentence } from './sentence.ts';
import { visible } from './visible.ts';

/** Headings of the groups, gravest first. */
export const EFFECT_WORDS: Record<Effect, Localised> = {
  'widens-authority': { en: 'Widens an authority', 'zh-CN': '扩大权限' },
  weakens: { en: 'Weakens the service', 'zh-CN': '削弱服务' },
  unknown: { en: 'May weaken, cannot be told', 'zh-CN': '可能削弱，无法判断' },
  changes: { en: 'Changes', 'zh-CN': '其他变化' },
  strengthens: { en: 'Strengthens the service or narrows an authority', 'zh-CN': '加强服务或收窄权限' },
  editorial: { en: 'Words only', 'zh-CN': '仅文字' },
};

export const RADIUS_WORDS: Record<keyof BlastRadius, Localised> = {
  roles: { en: 'roles', 'zh-CN': '岗位' },
  steps: { en: 'steps', 'zh-CN': '步骤' },
  sops: { en: 'SOPs', 'zh-CN': '作业指导书' },
  translations: { en: 'translations now behind', 'zh-CN': '需更新的译文' },
  trainings: { en: 'training to repeat', 'zh-CN': '需重新培训' },
  cards: { en: 'cards to print again', 'zh-CN': '需重新打印' },
  metrics: { en: 'metrics', 'zh-CN': '指标' },
};

const REFUSAL_WORDS: Record<Refusal, Template> = {
  'not-entitled': {
    en: 'the role "{role}" is not entitled to it',
    'zh-CN': '岗位“{role}”无权批准此项',
  },
  'own-authority': {
    en: 'it widens the authority of "{role}" itself',
    'zh-CN': '扩大的正是“{role}”自己的权限',
  },
  'own-change': {
    en: 'the author of the change stands for "{role}"',
    'zh-CN': '变更者本人就代表“{role}”',
  },
  'other-change': {
    en: 'the entry of "{role}" is about another change, or about this one before it was edited',
    'zh-CN': '“{role}”的审批针对另一处变更，或针对修改之前的内容',
  },
  'used-before': {
    en: 'the entry of "{role}" stood there before this change and was for an earlier one',
    'zh-CN': '“{role}”的审批在本次变更之前已有，属于更早的变更',
  },
};

export const DIFF = {
  none: { en: 'Nothing changed in the handbook since {base}.', 'zh-CN': '自 {base} 以来手册没有变化。' },
  changed: {
    en: '{count} changes since {base}: {counts}',
    'zh-CN': '自 {base} 以来有 {count} 处变更：{counts}',
  },
  changedOne: { en: '1 change since {base}: {counts}', 'zh-CN': '自 {base} 以来有 1 处变更：{counts}' },
  missing: { en: 'Approval missing: {count}.', 'zh-CN': '缺少审批：{count} 处。' },
  allApproved: { en: 'All that need approval have it: {count}.', 'zh-CN': '需要审批的 {count} 处均已批准。' },
  was: { en: 'was {place}', 'zh-CN': '原在 {place}' },
  touches: { en: 'touches: ', 'zh-CN': '影响：' },
  asks: { en: 'ask: ', 'zh-CN': '应征询：' },
  mayApprove: { en: 'may approve: ', 'zh-CN': '可批准：' },
  nobody: {
    en: 'nobody can be named: give the company an owner who reports to somebody, in a change of its own',
    'zh-CN': '无法确定：请先单独提交一次变更，为公司写明负责岗位及其汇报对象',
  },
  approved: { en: 'approved by {role} ({file})', 'zh-CN': '已由{role}批准（{file}）' },
  needed: { en: 'approval missing', 'zh-CN': '缺少审批' },
  write: {
    en: 'approval missing; one of these roles signs in its own file, here {file}, and gives the reason:',
    'zh-CN': '缺少审批；由上述岗位之一在自己的文件（此处为 {file}）中写入以下内容，并写明理由：',
  },
  refused: { en: 'does not count: {why} ({file})', 'zh-CN': '不计入：{why}（{file}）' },
  more: { en: '… and {count} more that are not listed here', 'zh-CN': '……另有 {count} 处未在此列出' },
  or: { en: ' or ', 'zh-CN': '或' },
  others: { en: ' and {count} more', 'zh-CN': '等 {count} 项' },
} as const satisfies Record<string, Template>;

const COMMA: Record<Language, string> = { en: ', ', 'zh-CN': '、' };
const SEMICOLON: Record<Language, string> = { en: '; ', 'zh-CN': '；' };
const MOST_NAMES = 6;

/** A change as its sentence, on one line. */
export function changeText({ change }: ReviewedChange, lang: Language): string {
  return sentence(render(change.template, change.data, lang));
}

/** Changes that need an approval and have none. */
export function unapproved({ changes }: Review): ReviewedChange[] {
  return changes.filter(({ approval }) => approval.needed && !approval.by);
}

/** What a change touches, as `roles Waiter; SOPs Check-in`; empty where it is nothing. */
export function radiusText(radius: BlastRadius, lang: Language): string {
  const lists = (Object.keys(RADIUS_WORDS) as (keyof BlastRadius)[]).filter(
    (list) => radius[list].length > 0,
  );
  const colon = lang === 'en' ? ': ' : '：';
  return lists
    .map((list) => `${RADIUS_WORDS[list][lang]}${colon}${names(radius[list], lang)}`)
    .join(SEMICOLON[lang]);
}

/** The roles that may approve, nearest first, with their accounts. */
export function approversText(entitled: readonly Approver[], lang: Language): string {
  if (entitled.length === 0) return DIFF.nobody[lang];
  const shown = entitled.slice(0, MOST_NAMES).map(({ name, handles }) => {
    const accounts = handles.length > 0 ? ` (${handles.join(' ')})` : '';
    return `${sentence(name[lang])}${lang === 'en' ? accounts : accounts.replace(' (', '（').replace(/\)$/, '）')}`;
  });
  return shown.join(DIFF.or[lang]);
}

export function refusalText(
  { role, file, why }: ReviewedChange['approval']['refused'][number],
  lang: Language,
): string {
  const reason = render(REFUSAL_WORDS[why], { role }, lang);
  return sentence(render(DIFF.refused, { why: reason, file }, lang));
}

/** The entry to write, as YAML lines without their indentation; whoever signs adds the reason. */
export function approvalEntry(reviewed: ReviewedChange, lang: Language, date: string): string[] {
  const { digest, subject, effect } = reviewed.change;
  const text = (value: string) => JSON.stringify(visible(value));
  const lines = [
    `- change: ${text(digest)}`,
    `  entity: ${text(subject)}`,
    `  effect: ${effect}`,
    `  says: ${text(changeText(reviewed, lang))}`,
    `  date: ${date}`,
    '  reason:',
  ];
  // A file that is there already has its list; a new one begins with it.
  const item = lines.map((line) => `  ${line}`);
  return reviewed.approval.write?.isNew ? ['approvals:', ...item] : item;
}

/** How many changes there are, and of what sort. */
export function diffSummary(review: Review, base: string, lang: Language): string {
  const { changes } = review;
  if (changes.length === 0) return render(DIFF.none, { base: sentence(base) }, lang);
  const byEffect = new Map<Effect, number>();
  for (const { change } of changes) byEffect.set(change.effect, (byEffect.get(change.effect) ?? 0) + 1);
  const counts = [...byEffect].map(([effect, count]) => `${lowered(EFFECT_WORDS[effect][lang])} ${count}`);
  const data = { count: changes.length, base: sentence(base), counts: counts.join(COMMA[lang]) };
  return render(changes.length === 1 ? DIFF.changedOne : DIFF.changed, data, lang);
}

/** Whether approvals are missing; undefined where none was asked for. */
export function approvalSummary(review: Review, lang: Language): string | undefined {
  const needed = review.changes.filter(({ approval }) => approval.needed).length;
  const missing = unapproved(review).length;
  if (missing > 0) return render(DIFF.missing, { count: missing }, lang);
  return needed > 0 ? render(DIFF.allApproved, { count: needed }, lang) : undefined;
}

// helpers

function names(all: readonly Named[], lang: Language): string {
  const shown = all.slice(0, MOST_NAMES).map(({ name }) => sentence(name[lang]));
  const rest = all.length > MOST_NAMES ? render(DIFF.others, { count: restOf(all, lang) }, lang) : '';
  return shown.join(COMMA[lang]) + rest;
}

/** English counts what is left out, Chinese all. */
function restOf(all: readonly Named[], lang: Language): number {
  return lang === 'en' ? all.length - MOST_NAMES : all.length;
}

function lowered(text: string): string {
  return text[0]!.toLowerCase() + text.slice(1);
}
