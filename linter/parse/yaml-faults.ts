import type { yamlMessages } from './yaml-messages.ts';

/** What the YAML library reports: a closed set of codes with a place and an English reason. */
export interface YamlFault {
  code: string;
  message: string;
  pos: [number, number];
}

export interface DescribedFault {
  messageId: keyof typeof yamlMessages;
  data: Record<string, string>;
  start: number;
  end: number;
}

/** After the first slip a parser guesses: what it says of later lines helps only for a few of them. */
const MOST_FAULTS = 3;
/** Of the thousands that one line can have, the first ones tell enough. */
const MOST_CONSIDERED = 100;

/** Says the parser's faults in an author's words: one for each line, the first few lines only. */
export function describeFaults(
  { errors, warnings }: { errors: YamlFault[]; warnings: YamlFault[] },
  source: string,
): DescribedFault[] {
  // Our own walk says what is nested too deeply; all else follows from where the library gave up.
  if (errors.some((fault) => fault.code === 'RESOURCE_EXHAUSTION')) return [];
  const faults = [...errors.slice(0, MOST_CONSIDERED), ...warnings.slice(0, MOST_CONSIDERED)];
  const described: DescribedFault[] = [];
  const lines = new Set<number>();
  for (const fault of faults) {
    const description = describeFault(fault, source);
    if (!description) continue;
    const lineStart = source.lastIndexOf('\n', description.start - 1);
    if (lines.has(lineStart)) continue;
    lines.add(lineStart);
    described.push(description);
    if (described.length === MOST_FAULTS) break;
  }
  return described;
}

/** Undefined for what our own walk reports better: with the name and the whole range. */
function describeFault(fault: YamlFault, source: string): DescribedFault | undefined {
  const [start, end] = fault.pos;
  const described = (messageId: DescribedFault['messageId'], data: Record<string, string> = {}) => ({
    messageId,
    data,
    start,
    end,
  });
  const fullWidth = fullWidthNear(source, start, end);
  if (fullWidth) return fullWidth;
  const unclosed = /Missing closing (.)quote/.exec(fault.message) ?? /end with a? ?(\S)/.exec(fault.message);
  if (unclosed) return describeUnclosed(unclosed[1]!, source, start);
  switch (fault.code) {
    case 'TAB_AS_INDENT':
      return described('tab');
    case 'BAD_INDENT':
    case 'BAD_COLLECTION_TYPE':
      return described('indent');
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return describeField(source, start) ?? described('colonInText');
    case 'BLOCK_IN_FLOW':
      return described('colonInText');
    case 'MISSING_CHAR':
      return describeField(source, start) ?? described('indent');
    case 'UNEXPECTED_TOKEN':
      return describeToken(fault, source) ?? described('notReadable');
    case 'MULTIPLE_DOCS':
      return described('multipleDocuments');
    case 'BAD_SCALAR_START':
      return described('specialStart', { character: source[start] ?? '' });
    case 'BAD_DQ_ESCAPE':
      return described('escape');
    case 'NON_STRING_KEY':
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
    case 'MULTIPLE_ANCHORS':
    case 'BAD_DIRECTIVE':
    case 'DUPLICATE_KEY':
      return undefined;
    default:
      return described('notReadable');
  }
}

/** What keeps a line from being a field: a space or the colon is missing, or it is indented too far. */
function describeField(source: string, at: number): DescribedFault | undefined {
  const lineStart = source.lastIndexOf('\n', at - 1) + 1;
  const line = lineAt(source, lineStart);
  const item = /^(\s*)-\s/.exec(line);
  if (item && at <= lineStart + item[1]!.length) {
    const start = lineStart + item[1]!.length;
    return { messageId: 'itemAmongFields', data: {}, start, end: start + 1 };
  }
  const dash = /^\s*-(?=[^\s-])/.exec(line);
  if (dash) {
    const end = lineStart + dash[0].length;
    return { messageId: 'noSpaceAfterDash', data: { text: line.trim() }, start: end - 1, end };
  }
  const written = line.slice(at - lineStart);
  const joined = /^([\w-]+):(?!\/\/)(\S.*)$/.exec(written);
  if (joined) {
    const data = { text: written.trim(), instead: `${joined[1]}: ${joined[2]!.trim()}` };
    const start = at + joined[1]!.length;
    return { messageId: 'noSpaceAfterColon', data, start, end: start + 1 };
  }
  if (/:(?:\s|$)/.test(written)) return undefined;
  if (/^\s*(?:-\s+)?$/.test(line.slice(0, at - lineStart))) {
    const text = written.trim();
    if (text === '') return undefined;
    return { messageId: 'noColon', data: { text }, start: at, end: at + text.length };
  }
  // The field has its value; what follows, further in, is a field of its own.
  const nextStart = lineStart + line.length + 1;
  const next = /^(\s+)([\w-]+):(?:\s|$)/.exec(lineAt(source, nextStart));
  if (!next) return undefined;
  const start = nextStart + next[1]!.length;
  return { messageId: 'indent', data: {}, start, end: start + next[2]!.length };
}

function lineAt(source: string, start: number): string {
  const end = source.indexOf('\n', start);
  return source.slice(start, end === -1 ? source.length : end).replace(/\r$/, '');
}

/** A value such as `>= 10 min`, whose first character means something else, or text behind quotes. */
function describeToken(
  { message, pos: [start, end] }: YamlFault,
  source: string,
): DescribedFault | undefined {
  if (/^Block scalar header/.test(message)) {
    const lineStart = source.lastIndexOf('\n', start - 1) + 1;
    const from = Math.max(source.lastIndexOf('>', start), source.lastIndexOf('|', start), lineStart);
    const data = { character: source[from] ?? '' };
    return { messageId: 'specialStart', data, start: from, end: from + 1 };
  }
  if (/at node end$/.test(message)) return { messageId: 'textAfterQuote', data: {}, start, end };
  return undefined;
}

/** Shown where the bracket or quotation mark opens: the parser only knows where the text ran out. */
function describeUnclosed(expected: string, source: string, end: number): DescribedFault {
  const opening = { ']': '[', '}': '{' }[expected] ?? expected;
  const start = Math.max(0, source.lastIndexOf(opening, end - 1));
  return { messageId: 'unclosed', data: { expected }, start, end: start + 1 };
}

/**
 * The most frequent slips of a Chinese keyboard: `name：值` on the line of the fault or the one before,
 * and `，` between the fields of a flow map.
 */
function fullWidthNear(source: string, start: number, end: number): DescribedFault | undefined {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const previousStart = source.lastIndexOf('\n', lineStart - 2) + 1;
  const colon = /^[ \t-]*[\w-]+：/m.exec(source.slice(previousStart, start + 80));
  if (colon) {
    const at = previousStart + colon.index + colon[0].length - 1;
    return { messageId: 'fullWidthColon', data: {}, start: at, end: at + 1 };
  }
  const space = /(?:^[ \t]*|^[ \t-]*[\w-]+:)([\u00A0\u2000-\u200B\u202F\u3000\uFEFF])/m.exec(
    source.slice(previousStart, start + 80),
  );
  if (space) {
    const at = previousStart + space.index + space[0].length - 1;
    const code = `U+${space[1]!.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    return { messageId: 'otherSpace', data: { code }, start: at, end: at + 1 };
  }
  const comma = source.slice(start, end).indexOf('，');
  if (comma === -1 || !source.slice(lineStart, start).includes('{')) return undefined;
  return { messageId: 'fullWidthComma', data: {}, start: start + comma, end: start + comma + 1 };
}
