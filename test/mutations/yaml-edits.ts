import type { TextEdit } from '../../linter/model/finding.ts';
import { parentOf } from '../../linter/model/pointer.ts';
import type { SpanIndex } from '../../linter/parse/spans.ts';

/** A file's text with the place of every value in it. */
export interface YamlFile {
  path: string;
  text: string;
  spans: SpanIndex;
}

/** Writes another scalar in place of one, quoted as that one was; undefined for a block of text. */
export function replaceScalar(file: YamlFile, pointer: string, value: string): TextEdit | undefined {
  const span = file.spans[pointer]?.value;
  if (!span) return undefined;
  const [start, end] = span;
  const written = file.text.slice(start, end);
  if (/^[|>&!*]/.test(written)) return undefined;
  return { file: file.path, start, end, text: quotedLike(written, value) };
}

function quotedLike(written: string, value: string): string {
  if (written.startsWith("'")) return `'${value.replaceAll("'", "''")}'`;
  if (written.startsWith('"') || !/^[\w-][\w .:#/-]*$/.test(value)) return JSON.stringify(value);
  return value;
}

/** Takes a field or a list item out, with what separates it from its neighbours; undefined if it is the only one. */
export function remove(file: YamlFile, pointer: string): TextEdit | undefined {
  const { text, spans } = file;
  const node = spans[pointer];
  const parent = spans[parentOf(pointer)]?.value;
  if (!node || siblingsOf(spans, pointer).length < 2) return undefined;
  const start = (node.key ?? node.value)[0];
  const end = node.value[1];
  const cut = (from: number, to: number): TextEdit => ({ file: file.path, start: from, end: to, text: '' });
  if (parent && /[[{]/.test(text[parent[0]] ?? '')) return cut(...inFlow(text, start, end));
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  const lineEnd = endOfLine(text, end);
  if (node.key ? /^ *$/.test(before) : /^ *- *$/.test(before)) return cut(lineStart, lineEnd);
  // The first field of a list item: the next one moves up behind the dash.
  const next = siblingsOf(spans, pointer)
    .map((each) => spans[each]?.key?.[0] ?? 0)
    .filter((each) => each > end)
    .sort((a, b) => a - b)[0];
  return node.key && next !== undefined && /^[ -]*- $/.test(before) ? cut(start, next) : undefined;
}

/** A value's span ends before a comment that follows it, and after the line break of a block of text. */
function endOfLine(text: string, end: number): number {
  if (text[end - 1] === '\n') return end;
  const found = text.indexOf('\n', end);
  return found === -1 ? text.length : found + 1;
}

function inFlow(text: string, start: number, end: number): [number, number] {
  const after = /^\s*,\s*/.exec(text.slice(end));
  if (after) return [start, end + after[0].length];
  const before = /,\s*$/.exec(text.slice(0, start));
  return [start - (before?.[0].length ?? 0), end];
}

function siblingsOf(spans: SpanIndex, pointer: string): string[] {
  const parent = parentOf(pointer);
  return Object.keys(spans).filter((each) => each !== '' && parentOf(each) === parent);
}
