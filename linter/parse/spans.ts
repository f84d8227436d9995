import type { Span } from '../model/finding.ts';
import { parentOf } from '../model/pointer.ts';

/** Where a value stands and, if it is a field's, where the field's name stands. */
export interface NodeSpans {
  key?: Span;
  value: Span;
}

/** JSON Pointer → spans, for every value of a file. */
export type SpanIndex = Record<string, NodeSpans>;

/** The span of a field's name or value; of the nearest enclosing one where the pointer has none. */
export function spanAt(spans: SpanIndex, path: string, at: 'key' | 'value'): Span | undefined {
  for (let current = path; current !== ''; current = parentOf(current)) {
    const found = spans[current];
    if (found) return at === 'key' && found.key ? found.key : found.value;
  }
  return undefined;
}
