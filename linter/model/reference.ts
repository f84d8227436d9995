import { isKind, type Kind } from './kinds.ts';

/** A reference as written, taken apart: `process:check-in#verify-id`, `check-in`, `#verify-id`. */
export interface ParsedReference {
  kind?: Kind;
  id?: string;
  part?: string;
}

/** What a field may refer to: `role`, `service#touchpoint`, `#step` (a part of the same entity). */
export interface ReferenceTarget {
  kind?: Kind;
  part?: string;
}

/**
 * Undefined where the text cannot be a reference: an unknown kind before the colon, two `#`, and blanks unless
 * they are allowed.
 */
export function parseReference(text: string, blanks?: 'blanks'): ParsedReference | undefined {
  const match = (blanks ? loose : strict).exec(text);
  if (!match) return undefined;
  const [, kind, id, part] = match;
  if (kind !== undefined && !isKind(kind)) return undefined;
  if (!id && !part) return undefined;
  return { ...(kind && { kind: kind as Kind }), ...(id && { id }), ...(part && { part }) };
}

const strict = /^(?:([a-z][a-z-]*):)?([^:#\s]*)(?:#([^:#\s]+))?$/;
const loose = /^(?:([a-z][a-z-]*):)?([^:#]*)(?:#([^:#]+))?$/;

/** @example parseTarget('service#touchpoint') // => { kind: 'service', part: 'touchpoint' } */
export function parseTarget(target: string): ReferenceTarget {
  const [kind = '', part] = target.split('#');
  return { ...(kind && { kind: kind as Kind }), ...(part && { part }) };
}
