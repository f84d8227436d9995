import { effects } from '../model/change.ts';
import { render } from '../model/message.ts';
import type { Review, ReviewedChange } from '../model/review.ts';
import { type DiffOptions, placesText } from './diff-pretty.ts';
import {
  approvalEntry,
  approvalSummary,
  approversText,
  changeText,
  DIFF,
  diffSummary,
  EFFECT_WORDS,
  radiusText,
  refusalText,
  unapproved,
} from './diff-words.ts';
import { markdownText } from './markdown-text.ts';

/** A comment on GitHub holds 65,536 characters; what is cut is said. */
const MOST_CHARACTERS = 60_000;

/**
 * Changes for a comment on a pull request or a step summary: gravest first, nothing of the handbook taken for
 * Markdown, a mention or a reference.
 */
export function diffMarkdown(review: Review, options: DiffOptions): string {
  const { lang, base } = options;
  const heads = [diffSummary(review, base, lang), approvalSummary(review, lang)].filter(
    (line) => line !== undefined,
  );
  const writer = new Writer(`### ${heads.map(markdownText).join(lang === 'en' ? '. ' : '。')}`);
  const missing = unapproved(review);
  let shown = 0;
  for (const effect of effects) {
    const all = review.changes.filter(({ change }) => change.effect === effect);
    if (all.length === 0) continue;
    if (!writer.add(`\n\n#### ${EFFECT_WORDS[effect][lang]} (${all.length})\n`)) break;
    for (const each of all) {
      if (!writer.add(`\n${itemOf(each, options, missing.includes(each))}`)) break;
      shown++;
    }
  }
  const cut = review.changes.length - shown;
  if (cut > 0) writer.end(`\n\n${render(DIFF.more, { count: cut }, lang)}`);
  return `${writer.text}\n`;
}

// helpers

/** Adds blocks as long as there is room; once there is none, nothing more. */
class Writer {
  text: string;
  #full = false;

  constructor(text: string) {
    this.text = text;
  }

  add(block: string): boolean {
    this.#full ||= this.text.length + block.length > MOST_CHARACTERS;
    if (!this.#full) this.text += block;
    return !this.#full;
  }

  end(block: string): void {
    this.text += block;
  }
}

function itemOf(reviewed: ReviewedChange, { lang, today }: DiffOptions, isMissing: boolean): string {
  const { approval, radius } = reviewed;
  const grave = ['widens-authority', 'weakens', 'unknown'].includes(reviewed.change.effect);
  const text = markdownText(changeText(reviewed, lang));
  const lines = [
    `- ${grave ? `**${text}**` : text}`,
    `<code>${markdownText(placesText(reviewed, lang))}</code>`,
  ];
  const touched = radiusText(radius, lang);
  if (touched) lines.push(markdownText(`${DIFF.touches[lang]}${touched}`));
  for (const refused of approval.refused) lines.push(markdownText(refusalText(refused, lang)));
  if (approval.by) lines.push(`✔ ${markdownText(render(DIFF.approved, approval.by, lang))}`);
  else if (grave) {
    const label = approval.needed ? DIFF.mayApprove : DIFF.asks;
    lines.push(markdownText(label[lang] + approversText(approval.entitled, lang)));
  }
  const file = reviewed.approval.write?.file;
  const whole = lines.join('  \n  ');
  if (!isMissing) return whole;
  if (!file) return `${whole}  \n  ✖ ${DIFF.needed[lang]}`;
  // Each line of the block begins with an indentation that keeps it in the item, and no fence can close it.
  const entry = approvalEntry(reviewed, lang, today).map((line) => `  ${line}`);
  const ask = `  ✖ ${markdownText(render(DIFF.write, { file }, lang))}`;
  return [whole, '', ask, '', '  ````yaml', ...entry, '  ````'].join('\n');
}
