import type { Extent } from './company.ts';
import type { Draft } from './draft.ts';
import { agent, manager, STANDARDS_PER_LINE, supervisor } from './line.ts';
import { sentence } from './process.ts';
import type { Random } from './random.ts';
import type { Words } from './words.ts';

/** How many words the body of an SOP has, at least; Chinese is counted at 1.6 characters a word. */
export const WORDS_EACH = 800;

/** An SOP in its six sections with lists, a table and the components that put numbers into prose. */
export function sopDraft(index: number, extent: Extent, words: Words, random: Random): Draft {
  const line = index % extent.lines;
  const standard = `standard-${line}-${index % STANDARDS_PER_LINE}`;
  const decision = `decision-${line}`;
  // The processes of the line take turns where there are fewer of them than SOPs.
  const process =
    line + extent.lines * (Math.floor(index / extent.lines) % Math.floor(extent.processes / extent.lines));
  const text = new SopText(words, random);
  const { headings } = words;
  text.heading(headings.why).paragraphs(60);
  text.heading(headings.scope).paragraphs(50);
  text
    .heading(headings.role)
    .line(`<Role id="${agent(line)}" />`)
    .paragraphs(40);
  text
    .heading(headings.steps)
    .line(`<Target of="standard:${standard}" />`)
    .steps(WORDS_EACH - 445);
  text.line(`<Limit of="decision-right:${decision}" role="${agent(line)}" />`);
  text
    .heading(headings.exceptions)
    .line(`<Role id="${supervisor(line)}" />`)
    .cases(120);
  text.heading(headings.record).table(60);
  return {
    path: `sops/sop-${index}.mdx`,
    data: {
      name: `SOP ${index + 1}: ${random.pick(words.areas)}`,
      owner: manager(line),
      summary: random.pick(words.reasons),
      roles: [agent(line), supervisor(line)],
      process: `process-${process}`,
      standards: [standard],
      decisions: [decision],
      tools: [`tool-${index % extent.tools}`],
      keywords: [random.pick(words.records), random.pick(words.areas)],
      ...{ version: '1.0', effective: '2026-09-10', author: manager(line), approvedBy: 'quality-lead' },
    },
    body: text.toString(),
  };
}

/** Words in a text: of Latin letters each run, of Han 1.6 characters each. */
export function countWords(text: string): number {
  const latin = text.match(/[\p{Script=Latin}\d'-]+/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return Math.round(latin + han / 1.6);
}

// helpers

/** Writes Markdown section by section, each until it has the words it is to have. */
class SopText {
  readonly #words: Words;
  readonly #random: Random;
  readonly #blocks: string[] = [];

  constructor(words: Words, random: Random) {
    this.#words = words;
    this.#random = random;
  }

  heading(text: string): this {
    return this.line(`## ${text}`);
  }

  line(text: string): this {
    this.#blocks.push(text);
    return this;
  }

  /** Paragraphs of three sentences. */
  paragraphs(least: number): this {
    return this.#until(least, () => [this.#reason(), this.#sentence(), this.#sentence()].join(' '));
  }

  /** A numbered list whose items have points below them. */
  steps(least: number): this {
    let number = 0;
    const items: string[] = [];
    for (let count = 0; count < least; ) {
      number++;
      const marker = `${number}. `;
      const item = [
        `${marker}**${this.#random.pick(this.#words.areas)}**: ${this.#sentence()}`,
        ...[this.#sentence(), this.#sentence()].map((text) => `${' '.repeat(marker.length)}- ${text}`),
      ].join('\n');
      items.push(item);
      count += countWords(item);
    }
    return this.line(items.join('\n'));
  }

  /** What may come between, and what is done then. */
  cases(least: number): this {
    const items: string[] = [];
    for (let count = 0; count < least; ) {
      const item = `- ${this.#random.pick(this.#words.occasions)}: ${this.#sentence()}`;
      items.push(item);
      count += countWords(item);
    }
    return this.line(items.join('\n'));
  }

  table(least: number): this {
    const rows: string[] = [];
    for (let count = 0; count < least; ) {
      const row = `| ${this.#random.pick(this.#words.records)} | ${this.#sentence()} |`;
      rows.push(row);
      count += countWords(row);
    }
    return this.line(['|   |   |', '|---|---|', ...rows].join('\n'));
  }

  toString(): string {
    return `${this.#blocks.join('\n\n')}\n`;
  }

  #until(least: number, make: () => string): this {
    for (let count = 0; count < least; ) {
      const block = make();
      this.line(block);
      count += countWords(block);
    }
    return this;
  }

  #sentence(): string {
    return sentence(this.#words, this.#random);
  }

  #reason(): string {
    return this.#random.pick(this.#words.reasons);
  }
}
