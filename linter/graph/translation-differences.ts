import type { Nodes, Root } from 'mdast';
import type { Location } from '../model/finding.ts';
import { type Prose, proseOf } from '../parse/prose.ts';
import type { Entity, Translation } from './entity.ts';
import type { Handbook } from './handbook.ts';
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
  const from = outlineOf(source);
  const to = outlineOf(translation);
  const alike = from.headings === to.headings;
  const pairs = alike ? from.sections.map((section, index) => [section, to.sections[index]!] as const) : [];
  const compared = alike ? pairs : [[joined(from.sections), joined(to.sections)] as const];
  return {
    numbers: compared.flatMap(([here, there]) => {
      const lost = lone(here, there);
      const added = lone(there, here);
      return lost.length + added.length === 0 ? [] : [{ lost, added, near: there.near }];
    }),
    inserts: insertDifferences(handbook, source, translation),
    headings: { source: from.headings, translation: to.headings },
    steps: { source: from.steps, translation: to.steps },
  };
}

// helpers

interface Section {
  file: string;
  /** The heading, or the beginning of the body. */
  near: Location;
  paragraphs: Prose[];
}

interface Outline {
  sections: Section[];
  headings: number;
  steps: number;
}

function outlineOf(source: Entity | Translation): Outline {
  const { body, file, text } = source;
  const first: Section = { file, near: source.at('/name'), paragraphs: [] };
  if (!body) return { sections: [first], headings: 0, steps: 0 };
  const { headings } = body;
  const sections = [first, ...headings.map(({ span }) => ({ file, near: { file, span }, paragraphs: [] }))];
  let offset = 0;
  let index = 0;
  for (const prose of proseOf(body.tree, text)) {
    // Paragraphs come in the order of the file, so that none has to be read to know where it stands.
    offset = text.indexOf(prose.raw, offset);
    while (index < headings.length && headings[index]!.span[0] < offset) index++;
    sections[index]!.paragraphs.push(prose);
  }
  return { sections, headings: headings.length, steps: stepsIn(body.tree) };
}

function joined(sections: readonly Section[]): Section {
  return { ...sections[0]!, paragraphs: sections.flatMap(({ paragraphs }) => paragraphs) };
}

/** The numbers of a section that its counterpart does not hold. */
function lone(section: Section, other: Section): Lone[] {
  const withDigits = section.paragraphs.filter(({ raw }) => digits.test(raw));
  if (withDigits.length === 0) return [];
  const text = textOf(withDigits);
  // Most numbers stand in digits on both sides: the rest need not be read for those.
  if (numbersMissingIn(text, textOf(other.paragraphs.filter(({ raw }) => digits.test(raw)))).length === 0)
    return [];
  return numbersMissingIn(text, textOf(other.paragraphs)).map(({ start, end }) => ({
    text: text.slice(start, end),
    at: locate(withDigits, section, start, end),
  }));
}

const digits = /\p{Nd}/u;

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

function stepsIn(tree: Root): number {
  let count = 0;
  const visit = (node: Nodes): void => {
    if (node.type === 'list' && node.ordered) count += node.children.length;
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return count;
}

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
    found.set(key, [...(found.get(key) ?? []), { text: text.slice(...at.span), at }]);
  }
  return found;
}

/** What one side has more of than the other. */
function surplus(here: Map<string, Lone[]>, there: Map<string, Lone[]>): Lone[] {
  return [...here].flatMap(([key, lones]) => lones.slice(there.get(key)?.length ?? 0));
}
