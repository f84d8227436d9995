import type { mdxMessages } from './mdx-messages.ts';

export interface DescribedMdxFault {
  messageId: keyof typeof mdxMessages;
  data: Record<string, string>;
  start: number;
  end: number;
}

/**
 * Says the MDX parser's first error in an author's words. The parser gives it as text that begins with
 * `line:column:`; the column counts UTF-16 units from 1.
 */
export function describeMdxError(message: string, source: string): DescribedMdxFault {
  const match = /^(\d+):(\d+):\s*([\s\S]*)$/.exec(message);
  const start = match ? offsetOf(source, Number(match[1]), Number(match[2])) : 0;
  const reason = (match?.[3] ?? message).replace(/\s*\(mdx[-\w]*:[-\w]+\)\s*$/, '');
  const rest = source.slice(start);
  const fault = (
    messageId: DescribedMdxFault['messageId'],
    length: number,
    data: Record<string, string> = {},
  ) => ({
    messageId,
    data,
    start,
    end: Math.min(source.length, start + Math.max(1, length)),
  });
  if (rest.startsWith('<!--')) return fault('htmlComment', rest.indexOf('-->') + 3 || 4);
  const closing = /^<\/\s*([\w.:-]*)\s*>?/.exec(rest);
  if (closing) return fault('strayClosingTag', closing[0].length, { name: closing[1]! });
  const opening = /^<([A-Za-z][\w.:-]*)/.exec(rest);
  if (opening && /closing tag/i.test(reason))
    return fault('unclosedTag', opening[0].length, { name: opening[1]! });
  if (opening && !rest.includes('>')) return fault('unclosedTag', opening[0].length, { name: opening[1]! });
  if (rest.startsWith('{')) return fault('unclosedBrace', 1);
  const lessThan = /^<(\S{0,12})/.exec(rest);
  if (lessThan && !opening) return fault('lessThan', 1, { next: lessThan[1]! });
  return fault('notReadable', 1, { reason: reason.split(/[;(\n]/)[0]!.trim() });
}

function offsetOf(source: string, line: number, column: number): number {
  let at = 0;
  for (let current = 1; current < line; current++) {
    const next = source.indexOf('\n', at);
    if (next === -1) break;
    at = next + 1;
  }
  return Math.min(Math.max(0, source.length - 1), at + column - 1);
}
