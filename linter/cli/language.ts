import type { Language } from '../model/message.ts';
import type { Io } from './io.ts';

/** Asked for, else set in the environment, else the handbook's, else the system's, else English. */
export function languageOf(asked: string | undefined, io: Io, handbook?: string): Language {
  for (const tag of [asked, io.env.LOOPBOOK_LANG, handbook]) {
    const language = tag && toLanguage(tag);
    if (language) return language;
  }
  const { LC_ALL, LC_MESSAGES, LANG } = io.env;
  return toLanguage(LC_ALL || LC_MESSAGES || LANG || '') ?? 'en';
}

function toLanguage(tag: string): Language | undefined {
  if (/^zh/i.test(tag)) return 'zh-CN';
  return /^en/i.test(tag) ? 'en' : undefined;
}
