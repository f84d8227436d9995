import type { Entity } from '../../linter/index.ts';
import type { Block, Figure, Rung, Section, StepView } from './blocks.ts';
import { widthOf } from './text-width.ts';
import type { View } from './view.ts';
import { capital, isShort, joined, type Line, plain, textOf, type Words } from './words.ts';

/** How much a card says of each item: names and limits; what of and where it leads, too; or what to do as well. */
export type Detail = 1 | 2 | 3;

export interface CardLine {
  tone: 'name' | 'what' | 'limit' | 'note';
  /** What is shown, as pieces or as HTML. */
  line?: Line;
  html?: string;
  /** How wide each of its paragraphs would be on one line, in em. */
  widths: readonly number[];
  /** From which detail on it is shown. */
  detail: Detail;
}

/** One step, one rung of a ladder, one point: what is left out is left out as a whole. */
export interface CardItem {
  /** The heading it stands under; empty where it needs none. */
  part: string;
  number?: number;
  point?: boolean;
  lines: readonly CardLine[];
  /** A short limit, which stands beside the lines in large type, and what it is a limit of or is counted for. */
  limit?: string;
  caption?: { text: string; detail: Detail };
}

/** What a card shows, in the order of its worth at work, and the language it is in where that is another. */
export interface CardContents {
  /** The number the page is about. */
  figure?: { value: string; label: string };
  items: readonly CardItem[];
  lang?: string;
}

/** What a card shows of a page, from the blocks that the page shows. */
export function contentsOfCard(
  view: View,
  entity: Entity,
  {
    figures = [],
    sections,
    lead,
  }: { figures?: readonly Figure[]; sections: readonly Section[]; lead?: Words },
): CardContents {
  const figure = figures[0];
  const blocks = sections.flatMap((section) => section.blocks);
  const prose = blocks.find((block) => block.type === 'prose');
  const subject = entity.kind === 'decision-right' && lead ? [subjectItem(lead)] : [];
  return {
    ...(figure && { figure: { value: capital(figure.value), label: textOf(figure.label) } }),
    items: [
      ...subject,
      ...sections.flatMap(({ title, blocks }) =>
        blocks.flatMap((block) => itemsOf(view, entity, title, block)),
      ),
    ],
    ...(prose?.lang && { lang: prose.lang }),
  };
}

// helpers

function itemsOf(view: View, { kind }: Entity, title: string, block: Block): CardItem[] {
  switch (block.type) {
    case 'prose':
      return (block.card ?? []).map(({ html, widths, ...text }) => ({
        ...text,
        lines: [{ tone: 'what', html, widths, detail: 1 }],
      }));
    case 'steps':
      return block.steps.map((step) => stepItem(view, step));
    case 'ladder':
      return block.rungs.map((rung) => rungItem(view, title, rung));
    case 'facts':
      if (kind !== 'decision-right' || title !== view.t('decision.after')) return [];
      return block.facts.map(({ term, values }) => ({
        part: title,
        lines: [said('what', [plain(term + view.t('colon')), ...joinedLines(view, values)], 1)],
      }));
    default:
      return [];
  }
}

function subjectItem({ text, lang }: Words): CardItem {
  return { part: '', lines: [said('what', [{ text, ...(lang && { lang }) }], 1)] };
}

/** Who does it and what, and where it leads; with which tools and papers is read on a screen. */
function stepItem(view: View, step: StepView): CardItem {
  const { name, what, sop, next, number } = step;
  const title = name ?? what ?? sop ?? plain('');
  const who = joined(step.who, view.t('comma'));
  const limit = limitOfStep(step);
  const beside = limit !== undefined && isShort(limit.value);
  const doing = name ? [what, sop].filter((each) => each !== undefined) : [];
  return {
    part: '',
    number,
    lines: [
      said('name', [title, ...(who.length > 0 ? [plain(view.t('dot')), ...who] : [])], 1),
      ...(limit && !beside ? [said('limit', [plain(capital(limit.value))], 1)] : []),
      ...doing.map((each) => said('what', [each], 3)),
      ...next.map((line) => said('note', [plain('→ '), ...line], 2)),
    ],
    ...(beside && { limit: capital(limit.value), caption: { text: limit.caption, detail: 2 } }),
  };
}

interface StepLimit {
  value: string;
  /** Of what it is the limit. */
  caption: string;
}

/** How far one may go or what binds, the first of them; else how long it takes. */
function limitOfStep({ facts, times }: StepView): StepLimit | undefined {
  for (const { values } of facts) {
    for (const line of values) {
      const value = line.find(({ tone }) => tone === 'value')?.text;
      if (value) return { value, caption: line[0]!.text };
    }
  }
  const at = times.findIndex(({ tone }) => tone === 'value');
  return at < 0 ? undefined : { value: times[at]!.text, caption: (times[at - 1]?.text ?? '').trim() };
}

function rungItem(view: View, part: string, rung: Rung): CardItem {
  const { who, others = [], limit, per, condition, beyond } = rung;
  const beside = limit !== undefined && isShort(limit);
  return {
    part,
    lines: [
      said('name', joined([who, ...others], view.t('comma')), 1),
      ...(limit && !beside ? [said('limit', [plain(capital(limit))], 1)] : []),
      ...(condition ? [said(limit ? 'what' : 'limit', [condition], 1)] : []),
      ...(beyond ? [said('note', beyond, 2)] : []),
    ],
    ...(beside && { limit: capital(limit) }),
    ...(beside && per && { caption: { text: per, detail: 1 } }),
  };
}

/** Nothing on paper leads anywhere. */
function said(tone: CardLine['tone'], line: Line, detail: Detail): CardLine {
  const shown = line.map(({ text, lang, tone }) => ({
    text,
    ...(lang && { lang }),
    ...(tone === 'value' && { tone }),
  }));
  return { tone, line: shown, widths: [widthOf(textOf(shown))], detail };
}

function joinedLines(view: View, lines: readonly Line[]): Line {
  return lines.flatMap((line, index) => (index ? [plain(view.t('semicolon')), ...line] : line));
}
