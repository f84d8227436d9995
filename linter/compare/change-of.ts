import type { Change, Effect } from '../model/change.ts';
import { digest } from '../model/digest.ts';
import type { Location } from '../model/finding.ts';
import { canonical } from './canonical.ts';
import type { Difference, Side } from './differences.ts';
import { effectOf } from './effects.ts';
import { type Sentence, sentenceOf } from './sentences.ts';

/** What tells one change from every other, and where it is. */
export interface ChangeFacts {
  effect: Effect;
  subject: string;
  pointer?: string;
  /** What changed, by names and not by places. */
  path?: string;
  from?: unknown;
  to?: unknown;
  before?: Location | undefined;
  after?: Location | undefined;
}

export function changeOf(facts: ChangeFacts, { template, data }: Sentence): Change {
  const { effect, subject, pointer = '', path = pointer, from, to, before, after } = facts;
  return {
    effect,
    subject,
    pointer,
    template,
    data,
    digest: digest([subject, path, effect, canonical(from), canonical(to)].join('\n'), 16),
    ...(before && { before }),
    ...(after && { after }),
  };
}

/** A difference in a file's data, judged and said. */
export function changeOfDifference(difference: Difference): Change {
  const { before, after, path } = difference;
  const side = after.value === undefined ? before : after;
  const effect = effectOf(difference);
  const facts = {
    effect,
    subject: subjectOf(difference, side),
    pointer: side.pointer,
    path,
    from: before.value,
    to: after.value,
    before: placeOf(before),
    after: placeOf(after),
  };
  return changeOf(facts, sentenceOf(difference, effect));
}

// helpers

function placeOf({ document, pointer, value }: Side): Location | undefined {
  return value === undefined ? undefined : document.at(pointer);
}

/** The entity and, where it is in one, the part: a step, a touchpoint, the role of a grant. */
function subjectOf({ stops, item = '' }: Difference, { document, value }: Side): string {
  const isPart = value !== null && typeof value === 'object';
  const key = stops[0]?.key ?? (isPart ? item : '');
  return key === '' ? document.subject : `${document.subject}#${key}`;
}
