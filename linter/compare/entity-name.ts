import type { Entity } from '../graph/entity.ts';
import type { Handbook } from '../graph/handbook.ts';
import { type Language, type Localised, languages, same } from '../model/message.ts';

const LONGEST_TEXT = 80;

/** A text in both languages of the messages, made of what depends on the language. */
export function inEach(make: (language: Language) => string): Localised {
  return Object.fromEntries(languages.map((language) => [language, make(language)])) as Localised;
}

/** A text of the handbook for readers of each language, on one line and not too long. */
export function textWords(handbook: Handbook, value: unknown): Localised | undefined {
  const words = inEach((language) => clip(handbook.text(value, language)?.text ?? ''));
  return words.en === '' && words['zh-CN'] === '' ? undefined : words;
}

/** What readers call an entity; its id where it has no name. */
export function entityName(handbook: Handbook, entity: Entity): Localised {
  const words = textWords(handbook, entity.data.name) ?? same(entity.id);
  if (entity.translations.size === 0) return words;
  return inEach((language) => {
    const translated = [...entity.translations.values()].find(({ locale }) => reads(locale, language));
    const own = reads(handbook.locales[0]!, language) ? undefined : translated?.data.name;
    return own ? clip(own) : words[language];
  });
}

/** Whether a locale is one that readers of a language read. */
export function reads(locale: string, language: Language): boolean {
  return locale.slice(0, 2).toLowerCase() === language.slice(0, 2);
}

/** Two texts cut to where they begin to differ. */
export function excerpts(before: string, after: string): [before: string, after: string] {
  const [old, now] = [[...oneLine(before)], [...oneLine(after)]];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  const from = Math.max(0, Math.max(old.length, now.length) <= LONGEST_TEXT ? 0 : start - LONGEST_TEXT / 4);
  const cut = (letters: readonly string[]) => {
    const shown = letters.slice(from, from + LONGEST_TEXT).join('');
    return `${from > 0 ? '…' : ''}${shown}${letters.length > from + LONGEST_TEXT ? '…' : ''}`;
  };
  return [cut(old), cut(now)];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A text on one line, cut where it is long. */
export function clip(text: string): string {
  const line = oneLine(text.slice(0, LONGEST_TEXT * 4));
  const letters = [...line];
  return letters.length > LONGEST_TEXT ? `${letters.slice(0, LONGEST_TEXT).join('')}…` : line;
}
