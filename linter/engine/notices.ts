import { type Language, render, type Template } from '../model/message.ts';
import type { PlacedEntry } from './hider.ts';

const notices = {
  hidden: {
    en: '{findings} hidden by baseline.json (oldest of {oldest}); "loopbook exceptions" lists all that is hidden.',
    'zh-CN': 'baseline.json 隐藏了 {findings}（最早记录于 {oldest}）；loopbook exceptions 可列出全部。',
  },
  stale: {
    en: '{entries} of baseline.json {occur} no longer; run "loopbook baseline" to take them out.',
    'zh-CN': 'baseline.json 中有 {entries} 已不再出现；运行 loopbook baseline 可将其移除。',
  },
} satisfies Record<string, Template>;

/** What the baseline hides, and what it need not hide any more, in words. */
export function baselineNotices(entries: readonly PlacedEntry[], language: Language): string[] {
  const lines = entries.filter(({ kind }) => kind === 'baseline');
  const hiding = lines.filter(({ hides }) => hides > 0);
  const stale = lines.filter(({ state }) => state === 'unused').length;
  const said: string[] = [];
  if (hiding.length > 0) {
    const one = hiding.length === 1;
    const count = {
      en: one ? '1 finding is' : `${hiding.length} findings are`,
      'zh-CN': `${hiding.length} 个问题`,
    };
    const oldest = hiding.reduce((least, { since = '' }) => (since < least ? since : least), '9999');
    said.push(render(notices.hidden, { findings: count, oldest }, language));
  }
  if (stale > 0) {
    const one = stale === 1;
    const count = { en: one ? '1 entry' : `${stale} entries`, 'zh-CN': `${stale} 条` };
    said.push(render(notices.stale, { entries: count, occur: one ? 'occurs' : 'occur' }, language));
  }
  return said;
}
