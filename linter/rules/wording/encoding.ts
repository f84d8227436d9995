import { type LocalSlice, localSlices } from '../../graph/texts/local-texts.ts';
import { filesOf } from '../../graph/texts/normative-text.ts';
import { maskQuotes } from '../../graph/texts/sentences.ts';
import { wordListSchema } from '../../graph/texts/words-in-texts.ts';
import type { Remedy, Span, TextEdit } from '../../model/finding.ts';
import { foreignTo, inScript, type Script, scriptOf, variantIn } from '../../model/han-variants.ts';
import type { Localised } from '../../model/message.ts';
import { findMojibake } from '../../model/mojibake.ts';
import { MASK } from '../../parse/prose.ts';
import { defineRule, type Report } from '../rule.ts';

/**
 * A reading in Latin letters with tone marks, in brackets behind the characters it belongs to. No two parts can
 * match the same characters, so that no text takes long.
 */
const reading =
  /(?<!\p{Script=Han})(\p{Script=Han}+)\s?[（(]([a-zü\s'’·-]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\s'’·-]*)[)）]/giu;
const toneMarks = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/giu;
const toneMark = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒ]/;
const beyondAscii = /[^\0-\x7F]/;
const lostCharacters = /(?<=\p{Script=Han})[?？]{2,}(?=\p{Script=Han})/gu;

type MessageId = 'replacement' | 'questionMarks' | 'mojibake' | 'lost' | 'pinyin' | 'mixed';

const scripts: Record<Script, Localised> = {
  simplified: { en: 'simplified', 'zh-CN': '简体' },
  traditional: { en: 'traditional', 'zh-CN': '繁体' },
};

export default defineRule<MessageId, { allow: string[] }>({
  meta: {
    summary: {
      en: 'Disallow characters broken by a wrong encoding, readings pasted into text and mixed Chinese scripts.',
      'zh-CN': '不得有乱码、夹入正文的注音和简繁混用。',
    },
    severity: 'error',
    claims: ['S5-09', 'S2-12'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        allow: wordListSchema(),
      },
    },
  },
  messages: {
    replacement: {
      en: 'The sign "�" stands where a character was lost; expected the character itself. Type it again and save the file as UTF-8.',
      'zh-CN': '“�”处丢失了字符，应为原来的字；请重新输入，并以 UTF-8 保存文件。',
    },
    questionMarks: {
      en: '"{written}" between two Chinese characters is what is left of lost ones; expected the characters. Type them again.',
      'zh-CN': '两个汉字之间的“{written}”多半是丢失的字，应为原来的字；请重新输入。',
    },
    mojibake: {
      en: '"{written}" was read in a wrong encoding; expected "{original}". Replace it.',
      'zh-CN': '“{written}”是编码错误造成的乱码，应为“{original}”；请替换。',
    },
    lost: {
      en: '"{written}" is what a wrong encoding left of other characters; expected the original text. Type it again.',
      'zh-CN': '“{written}”是编码错误造成的乱码，原文已无法还原；请重新输入。',
    },
    pinyin: {
      en: '"{written}" carries its reading in brackets; expected the characters alone. Write "{plain}".',
      'zh-CN': '“{written}”夹有注音，正文应只有汉字；请写“{plain}”。',
    },
    mixed: {
      en: '"{written}" is {found} Chinese in a text for {locale}; expected {expected}. Write "{right}".',
      'zh-CN': '“{written}”是{found}字，而本文语言为 {locale}，应为{expected}字；请写“{right}”。',
    },
  },
  check({ each, handbook, options, report }) {
    const isAllowed = (text: string) => options.allow.includes(text);
    const broken = new Map<string, readonly BrokenPlace[]>();
    const brokenIn = (path: string, text: string) => {
      const places = broken.get(path) ?? brokenPlaces(text);
      broken.set(path, places);
      return places;
    };
    for (const { path, text = '', place } of each(handbook.files.values())) {
      if (place?.role === 'observations' || !beyondAscii.test(text)) continue;
      const places = brokenIn(path, text);
      for (const { message, span, original } of places) {
        const written = text.slice(...span);
        if (isAllowed(written)) continue;
        const suggest = original === undefined ? [] : [replacement(path, [{ span, text: original }])];
        const data = { written, original: original ?? '' };
        report({ message, data, at: { file: path, span }, subject: path, suggest });
      }
    }
    // Most files hold neither a tone mark nor a character of the other script.
    const doubtful = foreignTo(new Set(handbook.locales.flatMap((locale) => scriptOf(locale) ?? [])));
    for (const entity of each(handbook.entities)) {
      if (!filesOf(entity).some(({ text }) => doubtful.test(text) || toneMark.test(text))) continue;
      for (const slice of localSlices(entity, handbook.locales[0]!)) {
        const prose = proseOf(slice, brokenIn(slice.file, handbook.files.get(slice.file)?.text ?? ''));
        const readings = readingsIn(prose).filter(({ span }) => !isAllowed(prose.slice(...span)));
        for (const reading of readings) report(pastedReading(slice, prose, reading));
        const mixed = mixedScript(slice, prose, readings, isAllowed);
        if (mixed) report(mixed);
      }
    }
  },
});

// helpers

interface BrokenPlace {
  message: 'replacement' | 'questionMarks' | 'mojibake' | 'lost';
  span: Span;
  original?: string | undefined;
}

/** What can be told from a file's characters alone, whatever they mean; in the order of the text. */
function brokenPlaces(text: string): BrokenPlace[] {
  const misread: BrokenPlace[] = findMojibake(text).map(({ start, end, original }) => ({
    message: original === undefined ? 'lost' : 'mojibake',
    span: [start, end],
    original,
  }));
  const places = [...misread];
  const isMisread = spansInOrder(misread);
  for (const { 0: written, index } of text.matchAll(/\uFFFD+/g)) {
    if (!isMisread(index)) places.push({ message: 'replacement', span: [index, index + written.length] });
  }
  if (/[?？]{2}/.test(text)) {
    for (const { 0: written, index } of text.matchAll(lostCharacters)) {
      places.push({ message: 'questionMarks', span: [index, index + written.length] });
    }
  }
  return places.sort((a, b) => a.span[0] - b.span[0]);
}

/** Tells whether an index lies within one of the spans; both come in the order of the text. */
function spansInOrder(all: readonly { span: Span }[]): (index: number) => boolean {
  let next = 0;
  let reached = 0;
  return (index) => {
    for (; next < all.length && all[next]!.span[0] <= index; next++)
      reached = Math.max(reached, all[next]!.span[1]);
    return index < reached;
  };
}

/** The slice without what is quoted or broken; a YAML string's own quotes are none. */
function proseOf({ text, start }: LocalSlice, broken: readonly BrokenPlace[]): string {
  const prose = maskQuotes(text.replace(/^(["'])([\s\S]*)\1$/, ' $2 '));
  const parts: string[] = [];
  let at = 0;
  for (const { span } of broken) {
    const [from, to] = [Math.max(at, span[0] - start), Math.min(prose.length, span[1] - start)];
    if (from >= to) continue;
    parts.push(prose.slice(at, from), MASK.repeat(to - from));
    at = to;
  }
  return parts.join('') + prose.slice(at);
}

interface Reading {
  span: Span;
  plain: string;
}

/** One tone mark, one syllable, one character. */
function readingsIn(text: string): Reading[] {
  if (text.search(toneMarks) === -1) return [];
  return [...text.matchAll(reading)].map((match) => {
    const characters = [...match[1]!];
    const count = Math.min(characters.length, match[2]!.match(toneMarks)!.length);
    const plain = characters.slice(-count).join('');
    const end = match.index + match[0].length;
    return { span: [match.index + match[1]!.length - plain.length, end], plain };
  });
}

function pastedReading(
  { file, locale, subject, start }: LocalSlice,
  prose: string,
  reading: Reading,
): Report<MessageId> {
  const script = scriptOf(locale);
  const plain = script ? inScript(script, reading.plain) : reading.plain;
  const span: Span = [start + reading.span[0], start + reading.span[1]];
  return {
    message: 'pinyin',
    data: { written: prose.slice(...reading.span), plain },
    at: { file, span },
    subject,
    suggest: [replacement(file, [{ span, text: plain }])],
  };
}

/** One finding for a text, at the first stray character: whoever mends one mends them all. */
function mixedScript(
  { file, locale, subject, start }: LocalSlice,
  prose: string,
  readings: readonly Reading[],
  isAllowed: (text: string) => boolean,
): Report<MessageId> | undefined {
  const script = scriptOf(locale);
  const strays = script ? straysIn(prose, script, readings, isAllowed) : [];
  const [first] = strays;
  if (!script || !first) return undefined;
  const parts = strays.map(({ span, right }) => ({
    span: [start + span[0], start + span[1]] as const,
    text: right,
  }));
  return {
    message: 'mixed',
    data: {
      written: joined(strays.map(({ written }) => written)),
      right: joined(strays.map(({ right }) => right)),
      found: scripts[script === 'simplified' ? 'traditional' : 'simplified'],
      expected: scripts[script],
      locale,
    },
    at: { file, span: [start + first.span[0], start + first.span[1]] },
    subject,
    suggest: [replacement(file, parts)],
  };
}

interface Stray {
  written: string;
  right: string;
  span: Span;
}

/** Runs of characters that belong to the other script, but not those that a reading shows already. */
function straysIn(
  text: string,
  script: Script,
  readings: readonly Reading[],
  isAllowed: (text: string) => boolean,
): Stray[] {
  const strays: Stray[] = [];
  const isRead = spansInOrder(readings);
  for (let at = 0; at < text.length; at++) {
    if (variantIn(script, text[at]!) === undefined) continue;
    const start = at;
    while (at < text.length && variantIn(script, text[at]!) !== undefined) at++;
    const written = text.slice(start, at);
    if (isAllowed(written) || isRead(start)) continue;
    strays.push({ written, right: inScript(script, written), span: [start, at] });
  }
  return strays;
}

function joined(words: readonly string[]): string {
  const unique = [...new Set(words)];
  return unique.length > 6 ? `${unique.slice(0, 6).join('')}…` : unique.join('');
}

function replacement(file: string, parts: readonly { span: Span; text: string }[]): Remedy {
  const edits: TextEdit[] = parts.map(({ span: [start, end], text }) => ({ file, start, end, text }));
  const text = joined(parts.map((part) => part.text));
  return { description: { en: 'Write "{text}".', 'zh-CN': '改为“{text}”。' }, data: { text }, edits };
}
