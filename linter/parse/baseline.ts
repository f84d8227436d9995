import type { ProblemCollector } from './problem.ts';
import { suppressionMessages } from './suppression-messages.ts';

export const BASELINE_FILE = 'baseline.json';

/** The only version there is; another one means other fingerprints. */
export const BASELINE_VERSION = 1;

/** One finding that was there when the baseline was written. The last three are for people. */
export interface BaselineEntry {
  fingerprint: string;
  rule: string;
  /** What the finding is about: `process:check-in#verify`. */
  entity: string;
  message: string;
  /** `YYYY-MM-DD`, when the entry was written. */
  since: string;
}

/**
 * The entries of a baseline. A file that is anything else than what `loopbook baseline` writes is reported and
 * hides nothing: half a baseline would hide what nobody decided to hide.
 */
export function readBaseline(text: string, contentStart: number, report: ProblemCollector): BaselineEntry[] {
  const refuse = (messageId: keyof typeof suppressionMessages, at: number, data = {}): BaselineEntry[] => {
    const start = Math.min(Math.max(contentStart, at), Math.max(contentStart, text.length - 1));
    const span = [start, Math.min(text.length, start + 1)] as const;
    report.add('syntax/suppression', suppressionMessages, { messageId, span, data });
    return [];
  };
  let data: unknown;
  try {
    data = JSON.parse(text.slice(contentStart));
  } catch {
    return refuse('baselineUnreadable', contentStart + faultIn(text.slice(contentStart)));
  }
  if (!isRecord(data) || !Array.isArray(data.entries)) return refuse('baselineUnreadable', contentStart);
  if (data.version !== BASELINE_VERSION) {
    const version = String(data.version).slice(0, 40);
    return refuse('baselineVersion', text.indexOf('"version"'), { version, expected: BASELINE_VERSION });
  }
  const seen = new Set<string>();
  for (const entry of data.entries) {
    if (!isEntry(entry) || seen.has(entry.fingerprint)) {
      return refuse('baselineUnreadable', placeOf(entry, text));
    }
    seen.add(entry.fingerprint);
  }
  return data.entries as BaselineEntry[];
}

// helpers

const LONGEST = 20_000;

function isEntry(entry: unknown): entry is BaselineEntry {
  if (!isRecord(entry)) return false;
  const { fingerprint, rule, entity, message, since } = entry;
  const texts = [rule, entity, message].every((each) => typeof each === 'string' && each.length <= LONGEST);
  return (
    texts &&
    typeof fingerprint === 'string' &&
    /^[0-9a-f]{16}$/.test(fingerprint) &&
    typeof since === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(since)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Lines that are no entry: the frame around the entries. */
const frame = /^\s*(?:[{}\]]|"version": \d+,|"entries": \[\]?)?\s*$/;

/** The first line that is neither frame nor entry; where there is none, a bracket is missing at the end. */
function faultIn(text: string): number {
  let start = 0;
  for (const line of text.split('\n')) {
    if (!frame.test(line) && !isJson(line.trim().replace(/,$/, ''))) {
      return start + Math.max(0, line.search(/\S/));
    }
    start += line.length + 1;
  }
  return text.trimEnd().length - 1;
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** The last line with what can be known of an entry: a second one of the same name is the one too many. */
function placeOf(entry: unknown, text: string): number {
  if (!isRecord(entry)) return Math.max(0, text.lastIndexOf(JSON.stringify(entry)));
  const known = [entry.fingerprint, entry.message, entry.entity].find((each) => typeof each === 'string');
  return known === undefined ? 0 : Math.max(0, text.lastIndexOf(JSON.stringify(known)));
}
