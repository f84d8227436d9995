/** A plain scalar that this reader and others take for different things. */
export interface Ambiguity {
  messageId: 'ambiguousWord' | 'ambiguousNumber';
  data: Record<string, string | number>;
}

// YAML 1.1 booleans that YAML 1.2 reads as text (yaml.org/type/bool.html).
const words = new Map([
  ['yes', 'true'],
  ['on', 'true'],
  ['no', 'false'],
  ['off', 'false'],
]);

/** Finds values whose text an author would not recognise in what is read: `1.10`, `010`, `no`, long digits. */
export function ambiguityOf(text: string, value: unknown): Ambiguity | undefined {
  const word = words.get(text.toLowerCase());
  if (word) return { messageId: 'ambiguousWord', data: { text, alternative: word } };
  if (typeof value !== 'number') return undefined;
  if (!Number.isFinite(value)) return { messageId: 'ambiguousNumber', data: { text, value: String(value) } };
  const changes = !Number.isSafeInteger(value) && Number.isInteger(value);
  const loses = /^[-+]?(0\d|0[ox]|\d+\.\d*0$)/.test(text);
  return changes || loses ? { messageId: 'ambiguousNumber', data: { text, value } } : undefined;
}
