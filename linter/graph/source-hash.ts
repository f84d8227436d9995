import { digest } from '../model/digest.ts';
import type { Span } from '../model/finding.ts';
import { commentSpans } from '../parse/directives.ts';
import { bodyStart } from '../parse/front-matter.ts';
import type { Entity } from './entity.ts';

/**
 * What a translation records of the source it was made from (`sourceHash`): twelve digits of all that is
 * translated, which is name, summary and body. A later review, another owner, other line endings or a comment,
 * which no reader sees, leave it as it is.
 */
export function sourceHashOf({ data, text }: Pick<Entity, 'data' | 'text'>): string {
  const start = bodyStart(text);
  const body = start === undefined ? '' : bodyOf(text, start);
  const { name, summary } = data as { name?: unknown; summary?: unknown };
  return digest(JSON.stringify([name, summary, body.replaceAll('\r\n', '\n').trim()]), 12);
}

// helpers

/** The body without its comments and the lines that they alone take. */
function bodyOf(text: string, start: number): string {
  const comments = commentSpans(text);
  if (comments.length === 0) return text.slice(start);
  let body = '';
  let at = start;
  for (const span of comments) {
    const [from, to] = withLine(text, span);
    body += text.slice(at, Math.max(at, from));
    at = to;
  }
  return (body + text.slice(at)).replace(/\n(?:[ \t]*\r?\n){2,}/g, '\n\n');
}

/** A comment with its whole line where it stands alone on it, else with the blanks before a line's end. */
function withLine(text: string, [start, end]: Span): Span {
  const found = text.indexOf('\n', end);
  const lineEnd = found === -1 ? text.length : found;
  if (text.slice(end, lineEnd).trim() !== '') return [start, end];
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  return before.trim() === '' ? [lineStart, lineEnd + 1] : [lineStart + before.trimEnd().length, end];
}
