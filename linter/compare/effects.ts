import type { Effect } from '../model/change.ts';
import type { Field, Polarity } from '../schema/fields.ts';
import { alike } from './canonical.ts';
import type { Difference, Side } from './differences.ts';
import { directionOf } from './directions.ts';
import { differsInSubstance, sameNumbers, sameWords, substanceDifference } from './substance.ts';

/** What a field does to the service when it comes: the mirror when it goes. */
const whenAdded: Record<Polarity, Effect> = {
  'raise-weakens': 'strengthens',
  'lower-weakens': 'strengthens',
  'remove-weakens': 'strengthens',
  'by-comparison': 'strengthens',
  'raise-widens': 'strengthens',
  'remove-widens': 'strengthens',
  // A list that limits an authority: the first one narrows it.
  'scope-widens': 'strengthens',
  'add-weakens': 'weakens',
  'add-widens': 'widens-authority',
  neutral: 'changes',
  editorial: 'editorial',
  undecided: 'unknown',
};

const whenRemoved: Record<Polarity, Effect> = {
  'raise-weakens': 'weakens',
  'lower-weakens': 'weakens',
  'remove-weakens': 'weakens',
  'by-comparison': 'weakens',
  'raise-widens': 'widens-authority',
  'remove-widens': 'widens-authority',
  'scope-widens': 'widens-authority',
  'add-weakens': 'strengthens',
  'add-widens': 'strengthens',
  neutral: 'changes',
  editorial: 'editorial',
  undecided: 'unknown',
};

/** Names are labels: a number in one binds nobody. */
const labels = ['name', 'title', 'term', 'keywords', 'tags'];

/**
 * What a difference does to the service, by what the schema says of its field. The law it keeps: seen from
 * the later revision, `weakens` and `widens-authority` are `strengthens`, and the rest stays what it is.
 */
export function effectOf(difference: Difference): Effect {
  const { operation, field, polarity, before, after } = difference;
  if (isRightInForce(difference)) return rightEffect(field!, before, after);
  if (!polarity) return 'unknown';
  if (operation === 'reordered') return polarity === 'editorial' ? 'editorial' : 'changes';
  if (field?.default !== undefined && difference.item === undefined) {
    const [old, now] = [before.value ?? field.default, after.value ?? field.default];
    return alike(old, now) ? 'editorial' : changedEffect(difference, old, now);
  }
  if (operation === 'added' || operation === 'removed')
    return presenceEffect(difference, operation, polarity);
  return changedEffect(difference, before.value, after.value);
}

// helpers

function presenceEffect(difference: Difference, operation: 'added' | 'removed', polarity: Polarity): Effect {
  const { before, after } = difference;
  const item = difference.item !== undefined;
  const added = operation === 'added';
  if (before.value === false || after.value === false)
    return polarity === 'editorial' ? 'editorial' : 'changes';
  // Within a list that limits an authority, every further item widens it.
  if (polarity === 'scope-widens' && item) return added ? 'widens-authority' : 'strengthens';
  if (polarity === 'neutral' && item) return itemEffect(difference, added);
  return (added ? whenAdded : whenRemoved)[polarity];
}

/** A step that carried a standard, a measure or a way out is missed when it goes. */
const controls = ['sop', 'standard', 'metric', 'decision', 'fallback', 'promise', 'critical', 'recovery'];

function itemEffect({ before, after }: Difference, added: boolean): Effect {
  const value = (added ? after : before).value;
  const carries =
    value !== null && typeof value === 'object' && controls.some((name) => Object.hasOwn(value, name));
  if (!carries) return 'changes';
  return added ? 'strengthens' : 'weakens';
}

function changedEffect(difference: Difference, old: unknown, now: unknown): Effect {
  const { field, polarity } = difference;
  if (!polarity) return 'unknown';
  if (field?.text || isWords(old) || isWords(now)) return textEffect(difference, polarity);
  if (polarity === 'editorial' || polarity === 'undecided')
    return polarity === 'editorial' ? polarity : 'unknown';
  if (typeof old === 'boolean' || typeof now === 'boolean') return booleanEffect(polarity, old, now);
  const direction = directionOf(field, old, now);
  if (direction === 'same') return 'editorial';
  if (polarity === 'neutral') return 'changes';
  switch (direction) {
    case 'looser':
      return 'weakens';
    case 'tighter':
      return 'strengthens';
    case 'higher':
    case 'lower':
      return movedEffect(polarity, direction);
    default:
      return otherEffect(difference, polarity);
  }
}

function movedEffect(polarity: Polarity, direction: 'higher' | 'lower'): Effect {
  const high = direction === 'higher';
  switch (polarity) {
    case 'raise-weakens':
    case 'add-weakens':
      return high ? 'weakens' : 'strengthens';
    case 'lower-weakens':
      return high ? 'strengthens' : 'weakens';
    case 'raise-widens':
    case 'add-widens':
      return high ? 'widens-authority' : 'strengthens';
    default:
      return 'unknown';
  }
}

function booleanEffect(polarity: Polarity, old: unknown, now: unknown): Effect {
  if (old === true && now === false) return whenRemoved[polarity];
  if (old === false && now === true) return whenAdded[polarity];
  return 'unknown';
}

/** One thing instead of another: of two roles or metrics neither is the weaker; other values cannot be told. */
function otherEffect({ field }: Difference, polarity: Polarity): Effect {
  if (polarity === 'add-widens') return 'widens-authority';
  return field?.ref && polarity === 'remove-weakens' ? 'changes' : 'unknown';
}

/** The status of a decision right is an authority itself: in force or not. */
function isRightInForce({ before, path }: Difference): boolean {
  return before.document.schema === 'decision-right' && path === 'status';
}

function rightEffect(field: Field, before: Side, after: Side): Effect {
  const direction = directionOf(field, before.value ?? field.default, after.value ?? field.default);
  if (direction === 'same') return 'editorial';
  return direction === 'higher' ? 'widens-authority' : 'strengthens';
}

function isWords(value: unknown): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function textEffect({ before, after, field }: Difference, polarity: Polarity): Effect {
  const [old, now] = [textsOf(before), textsOf(after)];
  const [from, to] = [before.document.handbook.locales[0]!, after.document.handbook.locales[0]!];
  const [original, present] = [old.get(from) ?? '', now.get(to) ?? ''];
  if (labels.includes(field?.name ?? '')) return polarity === 'editorial' ? 'editorial' : 'changes';
  if (sameWords(original, present)) return translationEffect(old, now, present);
  if (polarity === 'editorial') return differsInSubstance(original, present, to) ? 'unknown' : 'editorial';
  if (polarity === 'neutral') return differsInSubstance(original, present, to) ? 'unknown' : 'changes';
  return 'unknown';
}

/** Only a translation changed: that matters where it binds its readers to something else than before. */
function translationEffect(
  old: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  source: string,
): Effect {
  for (const [locale, text] of now) {
    const before = old.get(locale);
    if (before === undefined || sameWords(before, text)) continue;
    const { numbers, modals } = substanceDifference(before, text, locale);
    if (modals.lost.length + modals.added.length > 0) return 'unknown';
    const isMended = sameNumbers(source, text, locale);
    if (numbers.lost.length + numbers.added.length > 0 && !isMended) return 'unknown';
  }
  return 'editorial';
}

/** A text by locale; a plain string is in the first. Lists of words are read as lines. */
function textsOf({ document, value }: Side): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[document.handbook.locales[0]!, value]]);
  if (Array.isArray(value)) return new Map([[document.handbook.locales[0]!, value.join('\n')]]);
  const entries = Object.entries((value ?? {}) as Record<string, unknown>);
  return new Map(
    entries.map(([locale, text]) => [locale, Array.isArray(text) ? text.join('\n') : String(text)]),
  );
}
