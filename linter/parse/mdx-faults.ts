import { components } from '../model/components.ts';
import type { MessageData } from '../model/message.ts';
import type { mdxMessages } from './mdx-messages.ts';

export interface DescribedMdxFault {
  messageId: keyof typeof mdxMessages;
  data: MessageData;
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
  const fault = (messageId: DescribedMdxFault['messageId'], length: number, data: MessageData = {}) => ({
    messageId,
    data,
    start,
    end: Math.min(source.length, start + Math.max(1, length)),
  });
  if (rest.startsWith('<!--')) return fault('htmlComment', rest.indexOf('-->') + 3 || 4);
  const closing = /^<\/\s*([\w.:-]*)\s*>?/.exec(rest);
  if (closing) return fault('strayClosingTag', closing[0].length, { name: closing[1]! });
  const address = /^<((?:https?:|mailto:|[\w.+-]+@)[^\s<>]*)>?/.exec(rest);
  if (address) return fault('autolink', address[0].length, { address: address[1]! });
  const opening = /^<([A-Za-z][\w.:-]*)/.exec(rest);
  if (opening && !rest.includes('>')) return fault('unclosedTag', opening[0].length, { name: opening[1]! });
  const attribute = opening && wrongAttribute(rest, opening[0].length);
  if (attribute) return fault('attributeQuotes', attribute.length, { name: opening[1]!, ...attribute.data });
  if (opening && /^[a-z]/.test(opening[1]!)) {
    return fault('html', opening[0].length, { name: opening[1]!, known: knownComponents });
  }
  if (opening && /closing tag/i.test(reason))
    return fault('unclosedTag', opening[0].length, { name: opening[1]! });
  if (rest.startsWith('{')) return fault('unclosedBrace', 1);
  const lessThan = /^<(\S{0,12})/.exec(rest);
  if (lessThan && !opening) return fault('lessThan', 1, { next: lessThan[1]! });
  const brace = bracesAround(source, start);
  if (brace) {
    const [from, end] = brace;
    return { messageId: 'expression', data: { text: source.slice(from, end) }, start: from, end };
  }
  return fault('notReadable', 1);
}

// helpers

const knownComponents = {
  en: Object.keys(components).join(', '),
  'zh-CN': Object.keys(components).join('、'),
};

/** The first attribute of a tag whose value is not between straight quotes, from the `<` to its end. */
function wrongAttribute(
  tag: string,
  at: number,
): { length: number; data: Record<string, string> } | undefined {
  let next = at;
  for (let right = RIGHT.exec(tag.slice(next)); right; right = RIGHT.exec(tag.slice(next))) {
    next += right[0].length;
  }
  const wrong = /^\s+([\w-]+)\s*=\s*(?![{])["'“”‘’＂]?([^\s"'“”‘’＂/>]*)["'“”‘’＂]?/.exec(tag.slice(next));
  if (!wrong) return undefined;
  return { length: next + wrong[0].length, data: { attribute: wrong[1]!, value: wrong[2]! } };
}

const RIGHT = /^\s+[\w-]+\s*(?:=\s*(?:"[^"<>\n]*"|'[^'<>\n]*'|\{[^}\n]*\})|(?=[\s/>]))/;

/** The braces of a line that hold a place; an expression need not be a program to be read as one. */
function bracesAround(source: string, at: number): [number, number] | undefined {
  const lineStart = source.lastIndexOf('\n', at - 1) + 1;
  const from = source.lastIndexOf('{', at);
  if (from < lineStart) return undefined;
  const end = source.indexOf('}', from);
  const lineEnd = source.indexOf('\n', from);
  return end === -1 || (lineEnd !== -1 && end > lineEnd) ? [from, from + 1] : [from, end + 1];
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
