import type { Localised } from '../model/message.ts';
import type { QuantityKind } from '../model/quantity.ts';
import type { Kind } from '../model/types.gen.ts';

/** Every schema by which a file is checked. */
export type SchemaName = Kind | 'settings' | 'glossary' | 'exceptions' | 'approvals' | 'translation';

/**
 * Which direction of change weakens the service or widens an authority. `by-comparison` depends on the
 * operator of the value itself; `scope-widens` is a list that limits an authority: naming more widens it, and
 * no list at all is everywhere. `editorial` never matters, `neutral` is a change without a direction,
 * `undecided` one whose direction only people can tell.
 */
export type Polarity =
  | 'raise-weakens'
  | 'lower-weakens'
  | 'remove-weakens'
  | 'add-weakens'
  | 'raise-widens'
  | 'add-widens'
  | 'remove-widens'
  | 'scope-widens'
  | 'by-comparison'
  | 'editorial'
  | 'neutral'
  | 'undecided';

/** One row of the table. */
export interface Field {
  // Such as '/steps/*/role'. A star is any item of a list or any key of a map.
  pointer: string;
  /** The last token of the pointer: the name of the property, or `*`. */
  name: string;
  /** Empty for items of lists, which share the words of their list. */
  title: Localised;
  description: Localised;
  examples: unknown[];
  /** The JSON types that it may have. */
  types: string[];
  /** Whether the object that holds it must have it. */
  required: boolean;
  /** A reference to one of these: `role`, `service#touchpoint`, `#step` (a part of the same entry). */
  ref?: string[];
  /** The keys of this map are references. */
  keyRef?: string[];
  /** Values that are not references although `ref` is given, such as `end`. */
  except?: string[];
  /** The items of this list are parts, referred to as `process:check-in#verify-id`; here `step`. */
  part?: string;
  /** Text, possibly in several languages. */
  text?: true;
  quantity?: QuantityKind;
  date?: true;
  polarity?: Polarity;
  /** The values from strongest to weakest. */
  order?: string[];
  /** Unique among its siblings. */
  unique?: true;
  /** The values allowed, with their labels. */
  values?: { value: string; label: Localised }[];
  default?: string | number;
}
