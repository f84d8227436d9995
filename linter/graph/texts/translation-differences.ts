import type { Location } from '../../model/finding.ts';
import { bodyStart } from '../../parse/front-matter.ts';
import { treeOf } from '../../parse/mdx.ts';
import { type Prose, proseOf } from '../../parse/prose.ts';
import type { Entity, Translation } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { numbersMissingIn } from './spoken-numbers.ts';

/** Something that stands in one of two texts only, as written there. */
export interface Lone {
  text: string;
  at: Location;
}

/** Where a translation and its source do not say the same. */
export interface TranslationDifferences {
  /** Section by section where both have the same headings, else over the whole body. */
  numbers: { lost: Lone[]; added: Lone[]; near: Location }[];
  /** Components and references: what the source inserts and the translation does not, and the reverse. */
  inserts: { lost: Lone[]; added: Lone[] };
  headings: { source: number; translation: number };
  /** Items of numbered lists. */
  steps: { source: number; translation: number };
}

/** Compares a body with its source in what does not depend on the language. Linear in the size of both. */
export function translationDifferences(
  handbook: Handbook,
  source: Entity,
  translation: Translation,
): TranslationDifferences {
  const [from, to] = [sectionsOf(source), sectionsOf(translation)];
  const sourceLocale = handbook.locales[0]!;
  const alike = from.length === to.length;
  const pairs = alike
    ? from.map((section, index) => [section, to[index]!] as const)
    : [[whole(from), whole(to)] as const];
  return {
    numbers: pairs.flatMap(([here, there]) => {
      if (sameDigits(here.raw, there.raw)) return [];
      const lost = lone(here, there, translation.locale);
      const added = lone(there, here, sourceLocale);
      return lost.length + added.length === 0 ? [] : [{ lost, added, near: there.near }];
    }),
    inserts: insertDifferences(handbook, source, translation),
    headings: { source: from.length - 1, translation: to.length - 1 },
    steps: { source: source.body?.steps ?? 0, translation: translation.body?.steps ?? 0 },
  };
}

// helpers

/** What stands between one heading and the next. */
interface Section {
  file: string;
  /** The heading, or the beginning of the body. */
  near: Location;
  raw: string;
  /** Read only where it is needed: most sections agree in their digits. */
  paragraphs(): readonly Prose[];
}

function sectionsOf(source: Entity | Translation): [Section, ...Section[]] {
  const { body, file, text } = source;
  const headings = body?.headings ?? [];
  let byHeading: Prose[][] | undefined;
  const paragraphs = (index: number) => {
    byHeading ??= paragraphsByHeading(source);
    return byHeading[index] ?? [];
  };
  const first: Section = {
    file,
    near: source.at('/name'),
    raw: text.slice(bodyStart(text) ?? 0, headings[0]?.span[0] ?? text.length),
    paragraphs: () => paragraphs(0),
  };
  const rest = headings.map(({ span }, index) => ({
    file,
    near: { file, span },
    raw: text.slice(span[1], headings[index + 1]?.span[0] ?? text.length),
    paragraphs: () => paragraphs(index + 1),
  }));
  return [first, ...rest];
}

/** The paragraphs before the first heading, after it, after the second … */
function paragraphsByHeading({ body, text }: Entity | Translation): Prose[][] {
  if (!body) return [];
  const { headings } = body;
  const found: Prose[][] = [[], ...headings.map(() => [])];
  let index = 0;
  for (const prose of proseOf(treeOf(text), text)) {
    while (index < headings.length && headings[index]!.span[0] < prose.start) index++;
    found[index]!.push(prose);
  }
  return found;
}

function whole(sections: readonly [Section, ...Section[]]): Section {
  return {
    ...sections[0],
    raw: sections.map(({ raw }) => raw).join('\n'),
    paragraphs: () => sections.flatMap((section) => section.paragraphs()),
  };
}

/** Whether two texts hold the same figures equally often, in whatever order. */
function sameDigits(here: string, there: string): boolean {
  const figures = (raw: string) => (raw.match(/\p{Nd}[\p{Nd}.,:：，．]*/gu) ?? []).sort().join(' ');
  return figures(here) === figures(there);
}

/** The numbers of a section that its counterpart does not hold. */
function lone(section: Section, other: Section, locale: string): Lone[] {
  const paragraphs = section.paragraphs().filter(({ raw }) => /\p{Nd}/u.test(raw));
  if (paragraphs.length === 0) return [];
  const text = textOf(paragraphs);
  return numbersMissingIn(text, textOf(other.paragraphs()), locale).map(({ start, end }) => ({
    text: text.slice(start, end),
    at: locate(paragraphs, section, start, end),
  }));
}

function textOf(paragraphs: readonly Prose[]): string {
  return paragraphs.map(({ text }) => text).join('\n');
}

/** Where a part of the paragraphs, joined by line breaks, stands. */
function locate(paragraphs: readonly Prose[], { file, near }: Section, start: number, end: number): Location {
  let offset = 0;
  for (const { text, spanOf } of paragraphs) {
    const after = offset + text.length;
    if (start < after) return { file, span: spanOf(start - offset, Math.min(end, after) - offset) };
    offset = after + 1;
  }
  return near;
}

/** Items of numbered lists, wherever they stand; running text holds none and is passed over. */
function insertDifferences(
  handbook: Handbook,
  source: Entity,
  translation: Translation,
): TranslationDifferences['inserts'] {
  const [from, to] = [
    insertsOf(handbook, source, source.file),
    insertsOf(handbook, source, translation.file),
  ];
  return { lost: surplus(from, to), added: surplus(to, from) };
}

/** What a file inserts and links to: the name of the component with what it leads to → where. */
function insertsOf(handbook: Handbook, entity: Entity, file: string): Map<string, Lone[]> {
  const text = handbook.files.get(file)?.text ?? '';
  const wholes = new Map<unknown, { key: string; at: Location }>();
  for (const reference of handbook.referencesOf(entity)) {
    const { component, target, part, raw, at, pointer } = reference;
    if (pointer !== undefined || at.file !== file) continue;
    const leadsTo = target ? `${target.key}${part ? `#${part.id}` : ''}` : raw;
    const known = wholes.get(component ?? reference);
    if (known) known.key += ` ${leadsTo}`;
    else {
      const place = component ? { file, span: component.span } : at;
      wholes.set(component ?? reference, { key: `${component?.name ?? 'link'} ${leadsTo}`, at: place });
    }
  }
  const found = new Map<string, Lone[]>();
  for (const { key, at } of wholes.values()) {
    const lone = { text: text.slice(...at.span), at };
    const others = found.get(key);
    if (others) others.push(lone);
    else found.set(key, [lone]);
  }
  return found;
}

/** What one side has more of than the other. */
function surplus(here: Map<string, Lone[]>, there: Map<string, Lone[]>): Lone[] {
  return [...here].flatMap(([key, lones]) => lones.slice(there.get(key)?.length ?? 0));
}
