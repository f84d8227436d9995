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

/** Undefined where the text cannot be a reference: an unknown kind before the colon, two `#`, blanks. */
export function parseReference(text: string): ParsedReference | undefined {
  const match = /^(?:([a-z][a-z-]*):)?([^:#\s]*)(?:#([^:#\s]+))?$/.exec(text);
  if (!match) return undefined;
  const [, kind, id, part] = match;
  if (kind !== undefined && !isKind(kind)) return undefined;
  if (!id && !part) return undefined;
  return { ...(kind && { kind: kind as Kind }), ...(id && { id }), ...(part && { part }) };
}

/** @example parseTarget('service#touchpoint') // => { kind: 'service', part: 'touchpoint' } */
export function parseTarget(target: string): ReferenceTarget {
  const [kind = '', part] = target.split('#');
  return { ...(kind && { kind: kind as Kind }), ...(part && { part }) };
}
