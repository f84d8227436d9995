import { type Language, languages, render } from '../model/message.ts';
import { hint } from '../model/suggest.ts';
import { type Io, UserError } from './io.ts';
import { cliMessages } from './messages.ts';

/**
 * Asked for, else set in the environment, else the handbook's, else the system's, else English. Throws a user
 * error where findings cannot be had in the language asked for.
 */
export function languageOf(asked: string | undefined, io: Pick<Io, 'env'>, handbook?: string): Language {
  if (asked !== undefined && !toLanguage(asked)) {
    const data = { text: asked, hint: hint(asked, languages) };
    throw new UserError(render(cliMessages.choice, data, languageOf(undefined, io, handbook)));
  }
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
