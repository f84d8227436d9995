import picocolors from 'picocolors';
import { type Effect, effects } from '../model/change.ts';
import { type Language, render } from '../model/message.ts';
import type { Placed, Review, ReviewedChange } from '../model/review.ts';
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
} from './diff-words.ts';
import { inert } from './inert.ts';
import { visible } from './visible.ts';

export interface DiffOptions {
  lang: Language;
  /** The earlier revision as the user named it. */
  base: string;
  /** `YYYY-MM-DD`, for the entries to write. */
  today: string;
  colour?: boolean;
}

const MOST_OF_A_KIND = 500;

/** Changes for a terminal, gravest first: the sentence, where, what it touches, who may approve, what to write. */
export function diffPretty(review: Review, options: DiffOptions): string {
  const colours = picocolors.createColors(options.colour ?? false);
  const { lang, base } = options;
  const blocks = effects.flatMap((effect) => {
    const all = review.changes.filter(({ change }) => change.effect === effect);
    if (all.length === 0) return [];
    const lines = all.slice(0, MOST_OF_A_KIND).flatMap((each) => linesOf(each, options, colours));
    const cut = all.length - MOST_OF_A_KIND;
    if (cut > 0) lines.push(`  ${render(DIFF.more, { count: cut }, lang)}`);
    return [
      [colours.bold(tint(effect, colours)(`${EFFECT_WORDS[effect][lang]} (${all.length})`)), ...lines].join(
        '\n',
      ),
    ];
  });
  const summary = [diffSummary(review, base, lang), approvalSummary(review, lang)].filter(
    (line) => line !== undefined,
  );
  return inert(`${[...blocks, summary.map(visible).join('\n')].join('\n\n')}\n`);
}

// helpers

type Colours = ReturnType<typeof picocolors.createColors>;

function tint(effect: Effect, colours: Colours): (text: string) => string {
  if (effect === 'widens-authority' || effect === 'weakens') return colours.red;
  return effect === 'unknown' ? colours.yellow : (text) => text;
}

function linesOf(reviewed: ReviewedChange, options: DiffOptions, colours: Colours): string[] {
  const { lang } = options;
  const { approval, radius } = reviewed;
  const lines = [
    `  ${visible(changeText(reviewed, lang))}`,
    `    ${colours.dim(visible(placesText(reviewed, lang)))}`,
  ];
  const touched = radiusText(radius, lang);
  if (touched) lines.push(`    ${visible(`${DIFF.touches[lang]}${touched}`)}`);
  for (const refused of approval.refused) lines.push(`    ${visible(refusalText(refused, lang))}`);
  if (approval.by) {
    lines.push(`    ${colours.green(visible(render(DIFF.approved, approval.by, lang)))}`);
  } else if (approval.needed) lines.push(...missingLines(reviewed, options, colours));
  else if (isGrave(reviewed))
    lines.push(`    ${visible(DIFF.asks[lang] + approversText(approval.entitled, lang))}`);
  return lines;
}

function isGrave({ change }: ReviewedChange): boolean {
  return ['widens-authority', 'weakens', 'unknown'].includes(change.effect);
}

function missingLines(reviewed: ReviewedChange, { lang, today }: DiffOptions, colours: Colours): string[] {
  const { entitled } = reviewed.approval;
  const file = reviewed.approval.write?.file;
  const who = `    ${visible(DIFF.mayApprove[lang] + approversText(entitled, lang))}`;
  if (!file) return [who, `    ${colours.red(DIFF.needed[lang])}`];
  return [
    who,
    `    ${colours.red(visible(render(DIFF.write, { file }, lang)))}`,
    ...approvalEntry(reviewed, lang, today).map((line) => `      ${line}`),
  ];
}

/** `standards/wait.yaml:8:9`, or both places where it moved to another file or is gone. */
export function placesText({ before, after }: ReviewedChange, lang: Language): string {
  const place = ({ file, start }: Placed) => `${file}:${start.line}:${start.column}`;
  if (!before) return after ? place(after) : '';
  const was = render(DIFF.was, { place: place(before) }, lang);
  if (!after) return was;
  const isSame = before.file === after.file && before.start.line === after.start.line;
  return isSame ? place(after) : `${place(after)} (${was})`;
}
