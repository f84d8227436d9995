import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { type Avoided, type AvoidedWords, avoidedWords } from '../../graph/texts/avoided-words.ts';
import { localSlices } from '../../graph/texts/local-texts.ts';
import { filesOf } from '../../graph/texts/normative-text.ts';
import { maskQuotes } from '../../graph/texts/sentences.ts';
import type { FoundWord } from '../../graph/texts/word-finder.ts';
import { wordListSchema } from '../../graph/texts/words-in-texts.ts';
import type { Location, Remedy, Span } from '../../model/finding.ts';
import type { Localised, Template } from '../../model/message.ts';
import { treeOf } from '../../parse/mdx.ts';
import { proseOf } from '../../parse/prose.ts';
import { defineRule } from '../rule.ts';

const glossaryHere: Template = { en: 'The glossary lists it here.', 'zh-CN': '术语表的规定在这里。' };
const glossaryReason: Template = { en: 'The glossary says: {reason}', 'zh-CN': '术语表：{reason}' };

/** Words of the model itself, which stand in nearly every file whatever a company calls its customers. */
const fixedWords = /\b(?:lane|value|kind|dimension|area): customer\b|\bcustomer:/g;

export default defineRule<'avoid' | 'none', { allow: string[] }>({
  meta: {
    summary: {
      en: 'Require the words of the glossary in place of those it tells to avoid.',
      'zh-CN': '应使用术语表规定的词，不用其中列为避免的词。',
    },
    severity: 'warning',
    claims: ['S2-12', 'S5-09'],
    fix: 'automatic',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        allow: wordListSchema(),
      },
    },
  },
  messages: {
    avoid: {
      en: '"{word}" is to be avoided by the glossary; expected "{use}". Write it, or list the expression under except.',
      'zh-CN': '术语表规定不用“{word}”，应写“{use}”；请改写，或把该说法列入 except。',
    },
    none: {
      en: '"{word}" is to be avoided by the glossary, which names no other in {locale}; expected one. Add it to the glossary and write it here.',
      'zh-CN': '术语表规定不用“{word}”，却没有写明 {locale} 中应用的词；请在术语表中补上，并改写此处。',
    },
  },
  check({ each, handbook, options, report }) {
    const avoided = avoidedWords(handbook, options.allow);
    if (avoided.size === 0) return;
    const finders = [...avoided.values()].map(({ finder }) => finder);
    const holdsOne = (text: string) => finders.some((finder) => finder.mayOccurIn(text));
    const mayOccurIn = (text: string) => holdsOne(text) && holdsOne(text.replace(fixedWords, ''));
    for (const entity of each(handbook.entities)) {
      if (!entity.sound || entity.data.status === 'retired') continue;
      for (const { at, locale, subject, word, text, isField } of found(
        entity,
        handbook,
        avoided,
        mayOccurIn,
      )) {
        const rule = avoided.get(locale)!.byWord.get(word.word)!;
        const related = relatedTo(handbook, rule);
        if (rule.use === undefined) {
          report({ message: 'none', data: { word: word.written, locale }, at, subject, related });
          continue;
        }
        const use = inCaseOf(word.written, rule.use);
        const remedy = remedyOf(word.written, use, at);
        const safe = rule.single && fits(text, word, use) && isPlain(use, isField);
        report({
          message: 'avoid',
          data: { word: word.written, use },
          at,
          subject,
          related,
          ...(safe ? { fix: remedy } : rule.single ? { suggest: [remedy] } : {}),
        });
      }
    }
  },
});

// helpers

interface Found {
  locale: string;
  subject: string;
  word: FoundWord;
  /** The text around it, quotes hidden. */
  text: string;
  at: Location;
  /** Whether it stands in YAML. */
  isField: boolean;
}

/** The words in the fields and paragraphs of an entry: not in quotations, scripts, tables and code. */
function found(
  entity: Entity,
  { locales }: Handbook,
  avoided: ReadonlyMap<string, AvoidedWords>,
  mayOccurIn: (text: string) => boolean,
): Found[] {
  const places: Found[] = [];
  const add = (
    of: Omit<Found, 'word' | 'at' | 'text'> & { file: string },
    raw: string,
    spanOf: (start: number, end: number) => Span,
  ) => {
    const text = maskQuotes(raw);
    for (const word of avoided.get(of.locale)?.finder.find(text) ?? [])
      places.push({ ...of, text, word, at: { file: of.file, span: spanOf(word.start, word.end) } });
  };
  if (!filesOf(entity).some(({ text }) => mayOccurIn(text))) return places;
  for (const { file, locale, subject, text, start } of localSlices(entity, locales[0]!)) {
    if (subject === entity.key || !mayOccurIn(text)) continue;
    // A string's own quotes in YAML are none.
    const inner = text.replace(/^(["'])([\s\S]*)\1$/, ' $2 ');
    add({ file, locale, subject, isField: true }, inner, (from, to) => [start + from, start + to]);
  }
  for (const source of filesOf(entity)) {
    if (!source.body || !mayOccurIn(source.text)) continue;
    const locale = 'locale' in source ? source.locale : locales[0]!;
    for (const prose of proseOf(treeOf(source.text), source.text)) {
      if (!mayOccurIn(prose.raw)) continue;
      add({ file: source.file, locale, subject: entity.key, isField: false }, prose.text, prose.spanOf);
    }
  }
  return places;
}

function relatedTo(handbook: Handbook, { at, reason }: Avoided) {
  if (reason === undefined) return [{ at, template: glossaryHere }];
  const inLanguage = (locale: string) => handbook.text(reason, locale)?.text ?? '';
  const data: { reason: Localised } = { reason: { en: inLanguage('en'), 'zh-CN': inLanguage('zh-CN') } };
  return [{ at, template: glossaryReason, data }];
}

/** "Customers" becomes "Guests", "customers" "guests". */
function inCaseOf(written: string, use: string): string {
  const startsHigh = /^\p{Lu}(?!\p{Lu})/u.test(written);
  return startsHigh ? use.charAt(0).toUpperCase() + use.slice(1) : use;
}

/** Whether the sentence stays right around the new word: no "a" before a vowel, no word said twice. */
function fits(text: string, { written, start, end }: FoundWord, use: string): boolean {
  if (/^\p{Lu}{2}/u.test(written)) return false;
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 60);
  const startsAlike = /^[aeiou]/i.test(written) === /^[aeiou]/i.test(use);
  if (/\ban?\s+$/i.test(before) && !startsAlike) return false;
  const same = use.toLowerCase();
  return !before.trimEnd().toLowerCase().endsWith(same) && !after.trimStart().toLowerCase().startsWith(same);
}

/** Whether the word means itself as it lies in the file. */
function isPlain(use: string, isField: boolean): boolean {
  return isField ? !/[:#'"{}[\],&*!|>%@`\\\n]/.test(use) : !/[<>{}[\]*_`\\&~|\n]/.test(use);
}

function remedyOf(word: string, use: string, { file, span: [start, end] }: Location): Remedy {
  return {
    description: { en: 'Write "{use}" instead of "{word}".', 'zh-CN': '把“{word}”改为“{use}”。' },
    data: { word, use },
    edits: [{ file, start, end, text: use }],
  };
}
