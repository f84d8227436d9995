import { effects } from '../model/change.ts';
import { type Language, render } from '../model/message.ts';
import type { BlastRadius, Placed, Review, ReviewedChange } from '../model/review.ts';
import { unapproved } from './diff-words.ts';
import { jsonText } from './json.ts';

/** Changes for machines, as one JSON document that ends in a line break; keys stand in the same order. `head` is null for files on disk. */
export function diffJson(
  review: Review,
  { lang, base, head }: { lang: Language; base: string; head: string | null },
): string {
  const count = (effect: string) => review.changes.filter(({ change }) => change.effect === effect).length;
  return jsonText({
    version: 1,
    base,
    head,
    summary: {
      total: review.changes.length,
      ...Object.fromEntries(effects.map((effect) => [effect, count(effect)])),
      unapproved: unapproved(review).length,
    },
    changes: review.changes.map((each) => entryOf(each, lang)),
  });
}

// helpers

function entryOf({ change, before, after, radius, approval }: ReviewedChange, lang: Language) {
  const { effect, subject, pointer, template, data, digest } = change;
  return {
    effect,
    subject,
    pointer,
    message: render(template, data, lang),
    digest,
    before: before && placeOf(before),
    after: after && placeOf(after),
    touches: touchesOf(radius),
    approval: {
      needed: approval.needed,
      entitled: approval.entitled.map(({ key, handles }) => ({ role: key.replace(/^role:/, ''), handles })),
      by: approval.by,
      refused: approval.refused,
    },
  };
}

function placeOf({ file, start, end }: Placed) {
  return { file, start, end };
}

/** Keys alone: names are for people. */
function touchesOf(radius: BlastRadius): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(radius).map(([list, named]) => [list, named.map(({ key }: { key: string }) => key)]),
  );
}
