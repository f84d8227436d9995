import type { FileFacts } from '../graph/facts.ts';
import type { Handbook } from '../graph/handbook.ts';
import type { Change, Effect } from '../model/change.ts';
import type { Span } from '../model/finding.ts';
import type { MessageData, Template } from '../model/message.ts';
import { BASELINE_FILE } from '../parse/baseline.ts';
import { canonical } from './canonical.ts';
import { changeOf } from './change-of.ts';
import { clip } from './entity-name.ts';
import { surplus } from './surplus.ts';

const sentences = {
  unreadable: {
    en: '{file} cannot be read in full, so that what changed in it cannot be told',
    'zh-CN': '{file} 无法完整读取，其中的变更无法判断',
  },
  twice: {
    en: '{file} claims the kind and id of {first}; which of the two holds cannot be told',
    'zh-CN': '{file} 与 {first} 的种类和标识相同，无法判断以哪个为准',
  },
  hidden: {
    en: '{file}: a comment now hides findings of {rules}',
    'zh-CN': '{file}：新增注释，隐藏 {rules} 的问题',
  },
  shown: {
    en: '{file}: a comment that hid findings of {rules} is gone',
    'zh-CN': '{file}：删除了隐藏 {rules} 问题的注释',
  },
  baselineGrown: {
    en: '{file}: findings now hidden: {count} ({rules})',
    'zh-CN': '{file}：多隐藏 {count} 个问题（{rules}）',
  },
  baselineShrunk: {
    en: '{file}: findings no longer hidden: {count} ({rules})',
    'zh-CN': '{file}：不再隐藏 {count} 个问题（{rules}）',
  },
  assetAdded: { en: 'New file: {file}', 'zh-CN': '新增文件 {file}' },
  assetRemoved: { en: 'The file {file} was removed', 'zh-CN': '删除了文件 {file}' },
  assetReplaced: {
    en: '{file}: another picture or document in its place',
    'zh-CN': '{file}：图片或文件的内容已更换',
  },
  approved: { en: '{file}: approvals added: {count}', 'zh-CN': '{file}：新增 {count} 项审批' },
  unapproved: { en: '{file}: approvals removed: {count}', 'zh-CN': '{file}：删除 {count} 项审批' },
  observed: { en: '{file}: observations added: {count}', 'zh-CN': '{file}：新增 {count} 条观测值' },
  unobserved: { en: '{file}: observations removed: {count}', 'zh-CN': '{file}：删除 {count} 条观测值' },
  rewritten: {
    en: '{file}: observations rewritten: {count}, such as {example}',
    'zh-CN': '{file}：改写 {count} 条观测值，例如 {example}',
  },
} satisfies Record<string, Template>;

/** What changed in files beside the data of entities: comments, the baseline, observations, broken files. */
export function fileChanges(before: Handbook, after: Handbook): Change[] {
  const paths = new Set([...before.files.keys(), ...after.files.keys()]);
  const changes: Change[] = [];
  for (const path of paths) {
    const [old, now] = [before.files.get(path), after.files.get(path)];
    if (old && now && old.text !== undefined && old.text === now.text) continue;
    changes.push(
      ...unreadable(old, now),
      ...directives(old, now),
      ...baseline(old, now),
      ...observations(old, now),
      ...approvals(old, now),
      ...asset(old, now),
    );
  }
  changes.push(...duplicates(before, after));
  return changes;
}

// helpers

function change(
  old: FileFacts | undefined,
  now: FileFacts | undefined,
  effect: Effect,
  name: keyof typeof sentences,
  facts: { from?: unknown; to?: unknown; path?: string; old?: Span; now?: Span },
  data: MessageData = {},
): Change {
  const file = (now ?? old)!.path;
  const { from, to, path = name } = facts;
  const before = old && { file: old.path, span: facts.old ?? ([0, 0] as const) };
  const later = now && { file: now.path, span: facts.now ?? ([0, 0] as const) };
  return changeOf(
    { effect, subject: file, path, from, to, before, after: later },
    { template: sentences[name], data: { file, ...data } },
  );
}

/** What could not be read was left out of the data, and would pass for removed, or for never there. */
function unreadable(old: FileFacts | undefined, now: FileFacts | undefined): Change[] {
  const broken = [old, now].filter((each) => each?.problems.some(hidesData));
  if (broken.length === 0) return [];
  const place = now?.problems.find(hidesData)?.at.span;
  return [
    change(old, now, 'unknown', 'unreadable', {
      from: old?.text,
      to: now?.text,
      ...(place && { now: place }),
    }),
  ];
}

/** Wrong values stay in the data as written, and doubtful words are read as they stand. */
function hidesData({ rule, messageId }: FileFacts['problems'][number]): boolean {
  return !['syntax/value', 'syntax/suppression'].includes(rule) && !messageId.startsWith('ambiguous');
}

function directives(old: FileFacts | undefined, now: FileFacts | undefined): Change[] {
  const textOf = (facts: FileFacts | undefined) =>
    (facts?.directives ?? []).map(({ span, rules, reason, until, covers }) => ({
      span,
      rules: clip(rules.map(({ id }) => id).join(', ')),
      key: canonical([rules.map(({ id }) => id), reason, until, covers && beginning(facts!.text!, covers)]),
    }));
  const [from, to] = [textOf(old), textOf(now)];
  const gone = surplus(from, to);
  const come = surplus(to, from);
  return [
    ...come.map(({ span, rules, key }) =>
      change(old, now, 'weakens', 'hidden', { to: key, now: span }, { rules }),
    ),
    ...gone.map(({ span, rules, key }) =>
      change(old, now, 'strengthens', 'shown', { from: key, old: span }, { rules }),
    ),
  ];
}

/** The field or id that a comment stands above: the same comment above another one hides something else. */
function beginning(text: string, [start, end]: Span): string {
  return /^[\s{[-]*\S*\s*\S*/.exec(text.slice(start, Math.min(end, start + 100)))?.[0].trim() ?? '';
}

function baseline(old: FileFacts | undefined, now: FileFacts | undefined): Change[] {
  if ((now ?? old)?.path !== BASELINE_FILE) return [];
  const entries = (facts: FileFacts | undefined) =>
    (facts?.baseline ?? []).map(({ fingerprint, rule, entity }) => ({
      key: canonical([fingerprint, rule, entity]),
      rule,
    }));
  const [from, to] = [entries(old), entries(now)];
  const [gone, come] = [surplus(from, to), surplus(to, from)];
  const words = (all: { rule: string }[]) => ({
    count: all.length,
    rules: clip([...new Set(all.map(({ rule }) => rule))].sort().join(', ')),
  });
  const keys = (all: { key: string }[]) => all.map(({ key }) => key).sort();
  return [
    ...(come.length > 0
      ? [change(old, now, 'weakens', 'baselineGrown', { to: keys(come) }, words(come))]
      : []),
    ...(gone.length > 0
      ? [change(old, now, 'strengthens', 'baselineShrunk', { from: keys(gone) }, words(gone))]
      : []),
  ];
}

/** Pictures and documents, of which nothing but their bytes is known. */
function asset(old: FileFacts | undefined, now: FileFacts | undefined): Change[] {
  if ((now ?? old)?.place?.role !== 'asset' || (old && now && old.digest === now.digest)) return [];
  const name = !old ? 'assetAdded' : now ? 'assetReplaced' : 'assetRemoved';
  return [change(old, now, 'changes', name, { from: old?.digest, to: now?.digest })];
}

/** Figures are data and no policy: new ones say how it goes; old ones that change are worth a question. */
function observations(old: FileFacts | undefined, now: FileFacts | undefined): Change[] {
  if ((now ?? old)?.place?.role !== 'observations') return [];
  const byPeriod = (facts: FileFacts | undefined) =>
    new Map(
      (facts?.observations ?? []).map(({ period, by, written, n }) => [
        canonical([period, by]),
        { value: canonical([written, n]), words: `${period}${by ? ` ${by}` : ''}: ${written}` },
      ]),
    );
  const [from, to] = [byPeriod(old), byPeriod(now)];
  const added = [...to.keys()].filter((key) => !from.has(key));
  const removed = [...from.keys()].filter((key) => !to.has(key));
  const rewritten = [...to].filter(([key, { value }]) => from.has(key) && from.get(key)!.value !== value);
  const changes: Change[] = [];
  if (added.length > 0)
    changes.push(change(old, now, 'changes', 'observed', { to: added }, { count: added.length }));
  if (removed.length > 0)
    changes.push(change(old, now, 'unknown', 'unobserved', { from: removed }, { count: removed.length }));
  if (rewritten.length > 0) {
    const [[key, { words }]] = rewritten as [(typeof rewritten)[number]];
    const data = { count: rewritten.length, example: clip(`${from.get(key)!.words} → ${words}`) };
    changes.push(change(old, now, 'unknown', 'rewritten', { from: [...from], to: [...to] }, data));
  }
  return changes;
}

/** What they are for is told beside the changes that they accept. */
function approvals(old: FileFacts | undefined, now: FileFacts | undefined): Change[] {
  if ((now ?? old)?.place?.role !== 'approvals') return [];
  const entries = (facts: FileFacts | undefined) =>
    ((facts?.data?.approvals ?? []) as unknown[]).map((entry) => ({ key: canonical(entry) }));
  const [from, to] = [entries(old), entries(now)];
  const [gone, come] = [surplus(from, to).length, surplus(to, from).length];
  return [
    ...(come > 0 ? [change(old, now, 'editorial', 'approved', { to }, { count: come })] : []),
    ...(gone > 0 ? [change(old, now, 'editorial', 'unapproved', { from }, { count: gone })] : []),
  ];
}

function duplicates(before: Handbook, after: Handbook): Change[] {
  const known = new Set(before.duplicates.map(({ entity }) => entity.file));
  return after.duplicates
    .filter(({ entity }) => !known.has(entity.file))
    .map(({ entity, first }) => {
      const facts = after.files.get(entity.file);
      const data = { first: first.file };
      return change(undefined, facts, 'unknown', 'twice', { to: entity.text }, data);
    });
}
