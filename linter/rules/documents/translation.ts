import type { Entity, Translation } from '../../graph/entity.ts';
import { hasFaultIn } from '../../graph/faults.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { sourceHashOf } from '../../graph/source-hash.ts';
import { numbersMissingIn } from '../../graph/texts/spoken-numbers.ts';
import { type Lone, translationDifferences } from '../../graph/texts/translation-differences.ts';
import { visitFields } from '../../graph/visit-fields.ts';
import type { Location, Remedy } from '../../model/finding.ts';
import { kinds } from '../../model/kinds.ts';
import type { Localised, MessageData, Template } from '../../model/message.ts';
import { same } from '../../model/message.ts';
import { escapeToken } from '../../model/pointer.ts';
import { quotedList, wordList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

interface Options {
  locales: string[];
}

type MessageId =
  | 'missing'
  | 'untranslated'
  | 'noHash'
  | 'outdated'
  | 'numbers'
  | 'inserts'
  | 'headings'
  | 'steps';

type Say = (message: MessageId, data: MessageData, at: Location, what: string, suggest?: Remedy[]) => void;

export default defineRule<MessageId, Options>({
  meta: {
    summary: {
      en: 'Require texts in every language of the handbook that say the same and are as new as their source.',
      'zh-CN': '手册的每种语言都应有文字，内容一致，且与原文同步。',
    },
    severity: 'warning',
    claims: ['S2-22'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        locales: {
          type: 'array',
          items: { type: 'string', minLength: 2, maxLength: 35 },
          uniqueItems: true,
          maxItems: 50,
          default: [],
        },
      },
    },
  },
  messages: {
    missing: {
      en: '{kind} "{id}" has no translation into {locales}; expected one beside it. Add {file}.',
      'zh-CN': '{kind}“{id}”没有 {locales} 译文，应在同一文件夹中提供；请添加 {file}。',
    },
    untranslated: {
      en: 'Texts in one language only: {count}; expected {locales} as well. Write them as a text for each language.',
      'zh-CN': '此处有 {count} 处文字只有一种语言，还应有 {locales}；请按语言分别写明。',
    },
    noHash: {
      en: 'The translation does not say which source it was made from; expected "sourceHash". If it agrees with {source} as it stands, write {hash}.',
      'zh-CN': '译文没有写明依据哪一版原文，应填写 sourceHash；如与现在的 {source} 一致，请写 {hash}。',
    },
    outdated: {
      en: '{source} has changed since this was translated; expected a translation of what it says now. Compare the two, then set "sourceHash" to {hash}.',
      'zh-CN':
        '{source} 在翻译之后已有改动，译文应与现在的原文一致；请对照修改，再把 sourceHash 改为 {hash}。',
    },
    numbers: {
      en: 'The {locale} text {verdict}; expected the same numbers in every language. Correct the one that is wrong.',
      'zh-CN': '{locale} 文字{verdict}，各语言的数字应一致；请改正有误的一方。',
    },
    inserts: {
      en: 'The {locale} text {verdict}; expected the same references in every language. Bring the two into line.',
      'zh-CN': '{locale} 文字{verdict}，各语言的引用应一致；请统一。',
    },
    headings: {
      en: 'The number of headings in the {locale} text is {count}, in its source {sourceCount}; expected the same sections in every language. Add or remove what differs.',
      'zh-CN': '{locale} 文字有 {count} 个标题，原文有 {sourceCount} 个，各语言的章节应一致；请增删。',
    },
    steps: {
      en: 'The number of numbered steps in the {locale} text is {count}, in its source {sourceCount}; expected the same steps in every language. Add or remove what differs.',
      'zh-CN': '{locale} 文字有 {count} 个编号步骤，原文有 {sourceCount} 个，各语言的步骤应一致；请增删。',
    },
  },
  check({ each, handbook, options, report }) {
    const [first, ...others] = handbook.locales;
    const wanted =
      options.locales.length > 0 ? others.filter((each) => options.locales.includes(each)) : others;
    if (others.length === 0) return;
    for (const entity of each(handbook.entities)) {
      if (!inForce(entity)) continue;
      const say: Say = (message, data, at, what, suggest) =>
        report({ message, data, at, subject: `${entity.key}/${what}`, ...(suggest && { suggest }) });
      if (kinds[entity.kind].extension === 'mdx') checkBodies(handbook, entity, wanted, say);
      else checkFields(handbook, entity, first!, wanted, say);
    }
  },
});

// helpers

function checkBodies(handbook: Handbook, entity: Entity, wanted: readonly string[], say: Say): void {
  const { label } = kinds[entity.kind];
  const missing = wanted.filter((locale) => !entity.translations.has(locale));
  if (missing.length > 0) {
    const kind = { ...label, en: label.en[0]!.toUpperCase() + label.en.slice(1) };
    const file = entity.file.replace(/\.mdx$/, `.${missing[0]}.mdx`);
    const data = { kind, id: entity.id, locales: namesOf(missing), file };
    say('missing', data, entity.at('/name'), 'translations');
  }
  for (const translation of entity.translations.values()) {
    if (!translation.sound || !translation.body?.sound || !entity.body?.sound) continue;
    const differs = checkBody(handbook, entity, translation, say);
    checkHash(entity, translation, differs, say);
  }
}

/** @returns whether anything was found: then it is clear that the two have drifted apart */
function checkBody(handbook: Handbook, entity: Entity, translation: Translation, say: Say): boolean {
  const { locale } = translation;
  const { numbers, inserts, headings, steps } = translationDifferences(handbook, entity, translation);
  for (const { lost, added, near } of numbers) {
    const at = added[0]?.at ?? near;
    say('numbers', { locale, verdict: verdictOf(lost, added) }, at, `${locale}/numbers`);
  }
  if (inserts.lost.length + inserts.added.length > 0) {
    const at = inserts.added[0]?.at ?? translation.at('/name');
    say('inserts', { locale, verdict: verdictOf(inserts.lost, inserts.added) }, at, `${locale}/inserts`);
  }
  const sizes = [
    { message: 'headings', ...headings },
    { message: 'steps', ...steps },
  ] as const;
  let differs = numbers.length + inserts.lost.length + inserts.added.length > 0;
  for (const { message, source, translation: count } of sizes) {
    if (source === count) continue;
    say(message, { locale, count, sourceCount: source }, translation.at('/name'), `${locale}/${message}`);
    differs = true;
  }
  return differs;
}

function checkHash(entity: Entity, translation: Translation, differs: boolean, say: Say): void {
  const { sourceHash } = translation.data;
  const hash = sourceHashOf(entity);
  const source = entity.file.split('/').at(-1)!;
  const what = `${translation.locale}/sourceHash`;
  const description: Template = { en: 'Set "sourceHash" to {hash}.', 'zh-CN': '把 sourceHash 改为 {hash}。' };
  if (sourceHash === undefined) {
    const [, head] = /^(\uFEFF?---[^\n]*\n)/.exec(translation.text) ?? [];
    const newline = translation.text.includes('\r\n') ? '\r\n' : '\n';
    const start = head?.length ?? 0;
    const text = `sourceHash: "${hash}"${newline}`;
    const edits = head ? { edits: [{ file: translation.file, start, end: start, text }] } : {};
    say('noHash', { source, hash }, translation.at('/name'), what, [
      { description, data: { hash }, ...edits },
    ]);
  } else if (!differs && !hash.startsWith(sourceHash.slice(0, hash.length))) {
    const at = translation.at('/sourceHash');
    const edits = [{ file: at.file, start: at.span[0], end: at.span[1], text: `"${hash}"` }];
    say('outdated', { source, hash }, at, what, [{ description, data: { hash }, edits }]);
  }
}

/** The texts of a YAML file, each of which carries its own translations. */
function checkFields(
  handbook: Handbook,
  entity: Entity,
  first: string,
  wanted: readonly string[],
  say: Say,
): void {
  const single: { pointer: string; lacking: string[] }[] = [];
  visitFields(entity.kind, entity.data, (field, pointer, value) => {
    if (!field.text) return;
    if (typeof value === 'string') {
      if (!isForAllLanguages(value, first)) single.push({ pointer, lacking: [...wanted] });
      return;
    }
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
    const texts = value as Record<string, unknown>;
    // Without the first language, most readers see a text that they cannot read.
    const lacking = [first, ...wanted].filter((locale) => texts[locale] === undefined);
    // An empty text is reported as such.
    if (lacking.length > 0 && !hasFaultIn(handbook, entity, pointer)) single.push({ pointer, lacking });
    compareNumbers(entity, pointer, texts, first, say);
  });
  const locales = [first, ...wanted].filter((locale) =>
    single.some(({ lacking }) => lacking.includes(locale)),
  );
  if (locales.length === 0) return;
  const data = { count: single.length, locales: namesOf(locales) };
  say('untranslated', data, entity.at(single[0]!.pointer), 'translations');
}

/** Names and figures that are the same everywhere: `VIP`, `CRM 2`, or Latin words in a Chinese handbook. */
function isForAllLanguages(text: string, locale: string): boolean {
  if (/\p{Script=Han}/u.test(text)) return false;
  return locale.startsWith('zh') || !/\p{Ll}/u.test(text);
}

function compareNumbers(
  entity: Entity,
  pointer: string,
  texts: Record<string, unknown>,
  first: string,
  say: Say,
): void {
  const source = texts[first];
  if (typeof source !== 'string') return;
  for (const [locale, text] of Object.entries(texts)) {
    if (locale === first || typeof text !== 'string') continue;
    if (!/\p{Nd}/u.test(source) && !/\p{Nd}/u.test(text)) continue;
    const lost = numbersMissingIn(source, text, locale).map(({ start, end }) => source.slice(start, end));
    const added = numbersMissingIn(text, source, first);
    if (lost.length + added.length === 0) continue;
    const at = `${pointer}/${escapeToken(locale)}`;
    const place = added[0] ? entity.textAt(at, added[0].start, added[0].end) : entity.at(at);
    const written = added.map(({ start, end }) => text.slice(start, end));
    say('numbers', { locale, verdict: verdict(lost, written) }, place, `${pointer.slice(1)}/${locale}`);
  }
}

function verdictOf(lost: readonly Lone[], added: readonly Lone[]): Localised {
  return verdict(
    lost.map(({ text }) => text),
    added.map(({ text }) => text),
  );
}

/** What a text says against its source. */
function verdict(lost: readonly string[], added: readonly string[]): Localised {
  const [without, beyond] = [some(lost), some(added)];
  if (added.length === 0) return { en: `lacks ${without.en}`, 'zh-CN': `缺少${without['zh-CN']}` };
  if (lost.length === 0) {
    return { en: `says ${beyond.en}, its source does not`, 'zh-CN': `写有${beyond['zh-CN']}，原文没有` };
  }
  return {
    en: `says ${beyond.en} where its source says ${without.en}`,
    'zh-CN': `写有${beyond['zh-CN']}，原文为${without['zh-CN']}`,
  };
}

function some(texts: readonly string[]): Localised {
  const list = quotedList(texts.slice(0, 4));
  return texts.length > 4 ? { en: `${list.en} …`, 'zh-CN': `${list['zh-CN']}等` } : list;
}

function namesOf(locales: readonly string[]): Localised {
  return wordList(locales.map(same));
}
