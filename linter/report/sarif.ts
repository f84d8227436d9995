import type {
  Fix,
  Location,
  Log,
  Notification,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
  Run,
  Suppression as SarifSuppression,
} from 'sarif';
import type {
  Comparison,
  Finding,
  LintResult,
  Range,
  Related,
  RemedyText,
  Severity,
  SuppressedFinding,
  Suppression,
  TextEdit,
} from '../model/finding.ts';
import { byFile } from './by-file.ts';
import type { ReportContext } from './context.ts';
import { gravest } from './gravest.ts';
import { jsonText } from './json.ts';
import { SUPPRESSION_WORDS } from './messages.ts';
import { sentence } from './sentence.ts';
import { cutNotice } from './summary.ts';

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** GitHub refuses a run with more results. */
const MOST_RESULTS = 25_000;
/** Readers differ on what else an address may hold. */
const PLAIN_URL = /^https?:\/\/[\w.~:/?=&@+-]+$/;
const MOST_REMEDIES = 5;
const BASE = '%SRCROOT%';
const LANGUAGES = { en: 'en-US', 'zh-CN': 'zh-CN' } as const;

/**
 * SARIF 2.1.0 (OASIS, 2020), which code scanning services read. Paths are relative to the repository's root
 * and percent-encoded; columns count UTF-16 units. What is suppressed is listed as such, and so is what an
 * earlier revision had.
 */
export function sarif(result: LintResult, context: ReportContext): string {
  const all = [...result.findings, ...result.suppressed, ...(result.comparison?.fixed ?? [])];
  const kept = new Set(gravest(all, MOST_RESULTS));
  const rules = new Map<string, number>();
  for (const { rule } of kept) if (!rules.has(rule)) rules.set(rule, rules.size);
  const states = stateOf(result);
  const results = all
    .filter((finding) => kept.has(finding))
    .map((finding) => toResult(finding, rules.get(finding.rule)!, states, context));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [runOf(results, [...rules.keys()], all, all.length - kept.size, result.notices, context)],
  };
  return jsonText(log);
}

function runOf(
  results: Result[],
  rules: string[],
  all: readonly Finding[],
  cut: number,
  notices: readonly string[],
  context: ReportContext,
): Run {
  const notes = notices.map((text) => notification('note', text));
  if (cut > 0) notes.push(notification('error', cutNotice(cut, context.lang)));
  const urls = new Map(all.map(({ rule, url }) => [rule, url]));
  return {
    tool: {
      driver: {
        name: 'Loopbook',
        version: context.version,
        semanticVersion: context.version,
        // A package URL: wherever packages come from, this one is meant.
        informationUri: `pkg:npm/loopbook@${context.version}`,
        language: LANGUAGES[context.lang],
        rules: rules.map((id) => descriptorOf(id, urls.get(id), context)),
      },
    },
    language: LANGUAGES[context.lang],
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notes }],
    originalUriBaseIds: { [BASE]: { description: { text: 'The root of the repository.' } } },
    columnKind: 'utf16CodeUnits',
    results,
  };
}

function notification(level: 'note' | 'error', text: string): Notification {
  return { level, message: { text: messageText(text) } };
}

function descriptorOf(id: string, url: string | undefined, context: ReportContext): ReportingDescriptor {
  const page = context.rule(id);
  const summary = oneLine(page?.summary ?? id);
  return {
    id: sentence(id),
    ...nameOf(id),
    shortDescription: { text: summary },
    fullDescription: { text: page ? oneLine(page.why) : summary },
    help: { text: page?.text ?? summary, markdown: page?.text ?? summary },
    ...(url && PLAIN_URL.test(url) && { helpUri: url }),
    ...(page && { defaultConfiguration: { level: LEVELS[page.severity] } }),
    properties: { tags: [sentence(id.split('/')[0]!)] },
  };
}

/** A name must say more than the id. @example nameOf('flow/step-measured') // => { name: 'FlowStepMeasured' } */
function nameOf(id: string): { name?: string } {
  const words = id.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < 2
    ? {}
    : { name: words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('') };
}

interface States {
  comparison: Comparison | undefined;
  fixed: ReadonlySet<Finding>;
  /** Where one result says whether it is suppressed, all must. */
  suppressions: boolean;
}

function stateOf({ comparison, suppressed }: LintResult): States {
  return { comparison, fixed: new Set(comparison?.fixed), suppressions: suppressed.length > 0 };
}

function toResult(
  finding: Finding | SuppressedFinding,
  ruleIndex: number,
  { comparison, fixed, suppressions }: States,
  context: ReportContext,
): Result {
  const remedies = [finding.fix, ...(finding.suggest ?? [])].filter((each) => each?.edits?.length);
  const own = 'suppression' in finding ? [toSuppression(finding.suppression, context)] : [];
  const state = fixed.has(finding)
    ? 'absent'
    : comparison?.added.has(finding.fingerprint)
      ? 'new'
      : 'unchanged';
  return {
    ruleId: sentence(finding.rule),
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: messageText(finding.message) },
    locations: [{ physicalLocation: physical(finding.file, finding, context) }],
    ...(finding.related?.length && {
      relatedLocations: finding.related.map((each, id) => toRelated(each, id, context)),
    }),
    partialFingerprints: { 'loopbook/v1': finding.fingerprint },
    ...(comparison && { baselineState: state }),
    ...(suppressions && { suppressions: own }),
    ...(remedies.length > 0 && {
      fixes: remedies.slice(0, MOST_REMEDIES).map((each) => toFix(each!, context)),
    }),
  };
}

function toRelated(related: Related, id: number, context: ReportContext): Location {
  return {
    id: id + 1,
    physicalLocation: physical(related.file, related, context),
    message: { text: messageText(related.message) },
  };
}

function toSuppression({ kind, reason, at }: Suppression, context: ReportContext): SarifSuppression {
  return {
    kind: kind === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    justification: sentence(reason ?? SUPPRESSION_WORDS[kind][context.lang]),
    ...(at && { location: { physicalLocation: physical(at.file, at, context) } }),
  };
}

function physical(file: string, range: Range, { prefix }: ReportContext): PhysicalLocation {
  return { artifactLocation: artifactOf(prefix + file), region: regionOf(range) };
}

function artifactOf(path: string): { uri: string; uriBaseId: string } {
  const segments = path.toWellFormed().split('/').map(encodeURIComponent);
  return { uri: segments.join('/'), uriBaseId: BASE };
}

function regionOf({ start, end }: Range): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function toFix({ description, edits = [] }: RemedyText, context: ReportContext): Fix {
  return {
    description: { text: messageText(description) },
    artifactChanges: [...byFile(edits)].map(([file, own]) => ({
      artifactLocation: artifactOf(context.prefix + file),
      replacements: own.map((edit) => replacementOf(edit, context)),
    })),
  };
}

function replacementOf({ file, start, end, text }: TextEdit, { source }: ReportContext) {
  // A byte order mark counts in our offsets and is no part of the text in SARIF's.
  const mark = source(file)?.startsWith('\ufeff') ? 1 : 0;
  return {
    deletedRegion: { charOffset: Math.max(0, start - mark), charLength: end - start },
    insertedContent: { text: text.toWellFormed() },
  };
}

/** GitHub takes 1,024 characters. */
function oneLine(text: string): string {
  return sentence(text.replace(/\s+/g, ' '));
}

/** Brackets before a parenthesis would be a link, numbers in braces a placeholder. */
function messageText(text: string): string {
  return sentence(text)
    .replace(/\](?=\()/g, '\\]')
    .replace(/\{(\d+)\}/g, '{{$1}}');
}
