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
    case 'BLOCK_IN_FLOW':
      return described('colonInText');
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
      return described('notReadable', { reason: fault.code });
  }
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
  const comma = source.slice(start, end).indexOf('，');
  if (comma === -1 || !source.slice(lineStart, start).includes('{')) return undefined;
  return { messageId: 'fullWidthComma', data: {}, start: start + comma, end: start + comma + 1 };
}
