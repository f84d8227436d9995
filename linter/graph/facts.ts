import type { Problem, Span } from '../model/finding.ts';
import { kinds } from '../model/kinds.ts';
import { type BaselineEntry, readBaseline } from '../parse/baseline.ts';
import { decode } from '../parse/decode.ts';
import { type Directive, readDirectives } from '../parse/directives.ts';
import { findFrontMatter } from '../parse/front-matter.ts';
import { type FilePlace, placeOf } from '../parse/layout.ts';
import { type Body, parseMdx } from '../parse/mdx.ts';
import { mdxMessages } from '../parse/mdx-messages.ts';
import { type Observation, readObservations } from '../parse/observations.ts';
import { ProblemCollector } from '../parse/problem.ts';
import { type SpanIndex, spanAt } from '../parse/spans.ts';
import { parseYaml, type YamlDocument } from '../parse/yaml.ts';
import { schemaMessages } from '../schema/messages.ts';
import { type SchemaName, type SchemaProblem, validate } from '../schema/validate.ts';
import { fileMessages, unreadableProblem } from './file-messages.ts';
import type { SourceFile } from './source.ts';
import { checkValues } from './values.ts';

/**
 * What one file yields, computed from its bytes and the handbook's locales alone: a plain value that can be
 * cached, sent between workers and compared between revisions.
 */
export interface FileFacts {
  path: string;
  place?: FilePlace;
  /** The file as it lies on disk, byte order mark included; undefined where it is not text. */
  text?: string;
  /** Data that conforms to its schema: what did not is left out and reported. */
  data?: Record<string, unknown>;
  spans: SpanIndex;
  /** False where the YAML did not parse: what is missing then may well be there. */
  sound: boolean;
  body?: Body;
  /** The lines of data/<metric>.csv that can be read, sorted by period. */
  observations?: Observation[];
  /** Comments that hide findings. */
  directives?: Directive[];
  /** What baseline.json hides. */
  baseline?: BaselineEntry[];
  /** Of an asset's bytes, where revisions are compared. */
  digest?: string;
  problems: Problem[];
}

/** A file of thousands of slips is one slip; the rest would bury what matters elsewhere. */
const MOST_SCHEMA_PROBLEMS = 10;
const MOST_PROBLEMS = 100;

/** Reads one file. Never throws on what a file holds. */
export function readFacts(file: SourceFile, locales: readonly string[]): FileFacts {
  const report = new ProblemCollector(file.path);
  const facts: FileFacts = { path: file.path, spans: {}, sound: false, problems: report.problems };
  // Of what cannot be read, its name matters least.
  const naming = file.unreadable ? new ProblemCollector(file.path) : report;
  const place = placeOf(file.path, locales, naming);
  if (place) facts.place = place;
  if (place?.role === 'ignored') return facts;
  const isLargeAsset = place?.role === 'asset' && file.unreadable?.reason === 'too-large';
  if (file.unreadable && !isLargeAsset) unreadableProblem(file.unreadable, report);
  if (!place || place.role === 'asset' || file.unreadable) return facts;
  if (!file.bytes) {
    unreadableProblem({ reason: 'vanished' }, report);
    return facts;
  }
  const decoded = decode(file.bytes, report);
  if (!decoded) return facts;
  facts.text = decoded.text;
  const conflict = conflictIn(decoded.text);
  if (conflict) {
    report.add('syntax/file', fileMessages, { messageId: 'conflict', span: conflict });
    return facts;
  }
  if (place.role === 'observations') {
    facts.observations = readObservations(decoded.text, decoded.contentStart, report);
    facts.sound = true;
    cutProblems(report);
    return facts;
  }
  if (place.role === 'baseline') {
    facts.baseline = readBaseline(decoded.text, decoded.contentStart, report);
    facts.sound = true;
    cutProblems(report);
    return facts;
  }
  const isMdx = isProse(place, file.path);
  const directives = readDirectives(decoded.text, decoded.contentStart, isMdx, report);
  if (directives.length > 0) facts.directives = directives;
  if (isMdx) readMdx(facts, place, decoded.contentStart, report);
  else
    readData(
      facts,
      schemaFor(place),
      parseYaml(content(decoded), decoded.contentStart, report),
      [0, 0],
      locales,
      report,
    );
  if (place.role === 'settings') allowOff(report);
  cutProblems(report);
  return facts;
}

/** Whether a file has a body below its fields: told by its kind, whatever its name ends in. */
function isProse(place: FilePlace, path: string): boolean {
  return 'kind' in place ? kinds[place.kind].extension === 'mdx' : path.endsWith('.mdx');
}

/** The first mark that Git leaves where two changes met, if all three are there. */
function conflictIn(text: string): readonly [number, number] | undefined {
  const start = /^<{7} .*$/m.exec(text);
  if (!start || !/^={7}\r?$/m.test(text) || !/^>{7} /m.test(text)) return undefined;
  return [start.index, start.index + start[0].trimEnd().length];
}

/** `off` is a severity, and no other program reads the settings. */
function allowOff(report: ProblemCollector): void {
  report.drop(({ messageId, data }) => messageId === 'ambiguousWord' && data.text === 'off');
}

/** Keeps the first problems of a file and says how many more there are. */
function cutProblems(report: ProblemCollector): void {
  const cut = report.problems.splice(MOST_PROBLEMS);
  if (cut.length === 0) return;
  const input = { messageId: 'moreOfAll', span: [0, 0] as const, data: { count: cut.length } };
  report.add('syntax/file', fileMessages, input);
}

function content({ text, contentStart }: { text: string; contentStart: number }): string {
  return contentStart ? text.slice(contentStart) : text;
}

export function schemaFor(place: FilePlace): SchemaName {
  if (place.role === 'entity') return place.kind;
  if (place.role === 'translation') return 'translation';
  const own = ['glossary', 'exceptions', 'approvals'] as const;
  return own.find((role) => role === place.role) ?? 'settings';
}

function readMdx(facts: FileFacts, place: FilePlace, contentStart: 0 | 1, report: ProblemCollector): void {
  const text = facts.text!;
  const found = findFrontMatter(text, contentStart);
  if (found.kind !== 'found') {
    const messageId = found.kind === 'missing' ? 'frontMatterMissing' : 'frontMatterUnclosed';
    const end = Math.min(text.length, contentStart + 3);
    report.add('syntax/mdx', mdxMessages, { messageId, span: [contentStart, end] });
    if (found.kind === 'missing') facts.body = parseMdx(text, contentStart, report);
    return;
  }
  const { yaml, block } = found.frontMatter;
  const document = parseYaml(text.slice(...yaml), yaml[0], report);
  readData(facts, schemaFor(place), document, block, [], report);
  facts.body = parseMdx(text, contentStart, report);
}

function readData(
  facts: FileFacts,
  schema: SchemaName,
  document: YamlDocument,
  head: Span,
  locales: readonly string[],
  report: ProblemCollector,
): void {
  const whole = document.content();
  if (
    whole.data === undefined ||
    whole.data === null ||
    typeof whole.data !== 'object' ||
    Array.isArray(whole.data)
  ) {
    if (document.sound) reportNoFields(schema, whole.data, head, report);
    return;
  }
  facts.sound = document.sound;
  const found = validate(schema, whole.data).filter((each) => document.sound || !isGuess(each));
  const isConsequence = consequencesOf(report, whole.spans, document.sound);
  const told = found.filter((each) => !isConsequence(each));
  dropDoubts(told, whole.spans, report);
  const dropped = pointersOf(found);
  reportSchema(told, whole.spans, head, report);
  const sound = dropped.size === 0 ? whole : document.content(dropped);
  if (typeof sound.data !== 'object') return;
  facts.data = sound.data as Record<string, unknown>;
  facts.spans = sound.spans;
  checkValues(schema, facts.data, facts.spans, locales, report);
  dropEchoes(report);
}

/** Where one of a few words is expected, these say more than that the word may be read in two ways. */
function dropDoubts(told: readonly SchemaProblem[], spans: SpanIndex, report: ProblemCollector): void {
  const choices = told.filter(({ messageId }) => messageId === 'enum');
  const places = new Set(choices.map(({ pointer, at }) => String(spanAt(spans, pointer, at))));
  report.drop(({ messageId, at }) => messageId === 'ambiguousWord' && places.has(String(at.span)));
}

/** What the parser stumbled over is no value; one slip is one problem. */
function dropEchoes(report: ProblemCollector): void {
  const slips = report.problems.filter(({ rule }) => rule === 'syntax/yaml').map(({ at }) => at.span[0]);
  if (slips.length === 0) return;
  slips.sort((a, b) => a - b);
  report.drop(({ rule, at: { span } }) => rule === 'syntax/value' && hasWithin(slips, span));
}

/** Whether one of these sorted places lies in a span: found by halves, for there may be a hundred thousand. */
function hasWithin(places: readonly number[], [start, end]: Span): boolean {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return low < places.length && places[low]! < end;
}

function reportNoFields(schema: SchemaName, data: unknown, head: Span, report: ProblemCollector): void {
  const span: Span = [head[0], head[0]];
  const least = leastFields[schema] ?? ['name', 'owner'];
  const fields = { en: `"${least.join('" and "')}"`, 'zh-CN': least.join(' 和 ') };
  if (data !== undefined && data !== null) {
    report.add('syntax/file', fileMessages, { messageId: 'notFields', span });
    return;
  }
  report.add('syntax/file', fileMessages, { messageId: 'empty', span, data: { fields } });
}

/** What a file that is no entry cannot do without. */
const leastFields: Partial<Record<SchemaName, string[]>> = {
  settings: ['title', 'locales'],
  glossary: ['terms'],
  exceptions: ['exceptions'],
  approvals: ['approvals'],
  translation: ['name'],
};

/** Where the YAML did not parse, fields run into each other: what is missing or unknown may be neither. */
function isGuess({ messageId }: SchemaProblem): boolean {
  return ['document', 'unknownField', 'required', 'requiredSeveral', 'empty'].includes(messageId);
}

/** Tells which values are not what their author wrote, since the parser stumbled in them. */
function consequencesOf(
  { problems }: ProblemCollector,
  spans: SpanIndex,
  sound: boolean,
): (problem: SchemaProblem) => boolean {
  const slips = problems.filter(({ rule }) => rule === 'syntax/yaml').map(({ at }) => at.span);
  const whole = new Set(slips.map(String));
  const starts = slips.map(([start]) => start).sort((a, b) => a - b);
  return ({ pointer, at, messageId }) => {
    const span = spanAt(spans, pointer, at) ?? [0, 0];
    // Of a text that parsed, one doubtful word is the whole value or none of this problem's business.
    if (sound) return messageId !== 'enum' && whole.has(String(span));
    return hasWithin(starts, span);
  };
}

/** The pointers whose removal leaves conforming data. */
function pointersOf(problems: readonly SchemaProblem[]): Set<string> {
  const dropped = new Set<string>();
  for (const { drop, alsoDrop = [] } of problems) {
    if (drop) dropped.add(drop);
    for (const pointer of alsoDrop) dropped.add(pointer);
  }
  return dropped;
}

/** Reports what the schema refuses. */
function reportSchema(
  problems: readonly SchemaProblem[],
  spans: SpanIndex,
  head: Span,
  report: ProblemCollector,
): void {
  for (const problem of problems.slice(0, MOST_SCHEMA_PROBLEMS)) {
    const span = spanAt(spans, problem.pointer, problem.at) ?? [head[0], head[0]];
    const related = problem.related === undefined ? undefined : spanAt(spans, problem.related, 'value');
    report.add('syntax/schema', schemaMessages, {
      messageId: problem.messageId,
      data: problem.data,
      span,
      what: problem.pointer,
      ...(related && { related: [{ span: related, template: fileMessages.seeAlso }] }),
    });
  }
  if (problems.length > MOST_SCHEMA_PROBLEMS) {
    const data = { count: problems.length - MOST_SCHEMA_PROBLEMS };
    report.add('syntax/schema', fileMessages, { messageId: 'more', span: [head[0], head[0]], data });
  }
}
