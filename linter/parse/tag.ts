import type { Span } from '../model/finding.ts';

/** Where an attribute of a tag stands; `value` without its quotes, `undefined` for a bare attribute. */
export interface AttributeSpans {
  whole: Span;
  name: Span;
  value?: Span;
}

export interface TagSpans {
  /** The tag's name. */
  name: Span;
  /** The opening tag from `<` to `>`. */
  open: Span;
  attributes: AttributeSpans[];
}

const attribute = /([^\s=/>{}"'<]+)(\s*=\s*)?|\{/y;

/** Finds the parts of a tag that parsed as MDX and begins at `start`; the parser gives no places for them. */
export function tagSpans(source: string, start: number): TagSpans {
  const nameMatch = /[^\s/>]*/y;
  nameMatch.lastIndex = start + 1;
  const name = nameMatch.exec(source)?.[0] ?? '';
  let at = start + 1 + name.length;
  const attributes: AttributeSpans[] = [];
  while (at < source.length && source[at] !== '>') {
    if (/[\s/]/.test(source[at]!)) {
      at++;
      continue;
    }
    attribute.lastIndex = at;
    const match = attribute.exec(source);
    if (!match) {
      at++;
      continue;
    }
    if (match[0] === '{') {
      const end = closingBrace(source, at);
      attributes.push({ whole: [at, end], name: [at, end] });
      at = end;
      continue;
    }
    const nameSpan: Span = [at, at + match[1]!.length];
    if (match[2] === undefined) {
      attributes.push({ whole: nameSpan, name: nameSpan });
      at = nameSpan[1];
      continue;
    }
    const value = valueSpan(source, at + match[0].length);
    attributes.push({ whole: [at, value.end], name: nameSpan, value: value.inner });
    at = value.end;
  }
  return { name: [start + 1, start + 1 + name.length], open: [start, at + 1], attributes };
}

function valueSpan(source: string, start: number): { inner: Span; end: number } {
  const quote = source[start];
  if (quote === '"' || quote === "'") {
    const close = source.indexOf(quote, start + 1);
    const end = close === -1 ? source.length : close;
    return { inner: [start + 1, end], end: end + 1 };
  }
  if (quote === '{') {
    const end = closingBrace(source, start);
    return { inner: [start, end], end };
  }
  const end = start + (/^[^\s>]*/.exec(source.slice(start))?.[0].length ?? 0);
  return { inner: [start, end], end: Math.max(end, start + 1) };
}

/** The end of a balanced `{…}`; quotes inside are not looked at, since the content is refused anyway. */
function closingBrace(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    if (source[at] === '{') depth++;
    else if (source[at] === '}' && --depth === 0) return at + 1;
  }
  return source.length;
}
