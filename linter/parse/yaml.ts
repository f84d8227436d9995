import type { Node, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Span } from '../model/finding.ts';
import { escapeToken } from '../model/pointer.ts';
import type { ProblemCollector } from './problem.ts';
import type { SpanIndex } from './spans.ts';
import { ambiguityOf } from './yaml-ambiguity.ts';
import { describeFaults } from './yaml-faults.ts';
import { yamlMessages } from './yaml-messages.ts';
import { readPlainYaml } from './yaml-plain.ts';

export interface YamlContent {
  /** Plain JSON data; undefined for an empty document. */
  data: unknown;
  spans: SpanIndex;
}

export interface YamlDocument {
  /** False where the parser had to guess: rules about what is missing would only add noise. */
  sound: boolean;
  /** Data and spans, leaving out the subtrees at the pointers of `drop`; later list items move up. */
  content(drop?: ReadonlySet<string>): YamlContent;
}

/** Deeper than any policy; keeps recursion here and in every later walk bounded. */
const MAX_DEPTH = 64;

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses one YAML 1.2 document in the core schema. Directives, anchors, aliases, tags, several documents
 * and keys that programs treat specially are problems; what is sound of the file is kept. This module is
 * the only one that knows the YAML library.
 *
 * @param offset where `source` begins in the file; every span is relative to the file.
 */
export function parseYaml(source: string, offset: number, report: ProblemCollector): YamlDocument {
  const plain = readPlainYaml(source, offset);
  if (!plain) return parseAnyYaml(source, offset, report);
  return {
    sound: true,
    // What is to be dropped is rare: only where the schema refuses something.
    content: (drop = new Set()) =>
      drop.size === 0 ? plain : parseAnyYaml(source, offset, report).content(drop),
  };
}

/** The same by the library, which reads every YAML there is: slower, never different. */
export function parseAnyYaml(source: string, offset: number, report: ProblemCollector): YamlDocument {
  const document = read(source);
  if (!document) {
    const span: Span = [offset, offset + 1];
    report.add('syntax/yaml', yamlMessages, { messageId: 'tooDeep', span, data: { limit: MAX_DEPTH } });
    return { sound: false, content: () => ({ data: undefined, spans: {} }) };
  }
  const before = report.problems.length;
  const inside = ([start, end]: Span): Span => {
    // What is missing at the end of the file is shown on its last character.
    const from = Math.min(start, Math.max(0, source.length - 1));
    return [from + offset, Math.max(from + 1, Math.min(end, source.length)) + offset];
  };
  for (const { messageId, data, start, end } of describeFaults(document, source)) {
    report.add('syntax/yaml', yamlMessages, { messageId, data, span: inside([start, end]) });
  }
  reportDirectives(source, offset, report);
  const walk = new Walk(
    offset,
    report,
    document.errors.every(({ code }) => code === 'NON_STRING_KEY'),
  );
  let first: YamlContent | undefined = walk.content(document.contents, new Set());
  walk.quiet = true;
  const [unsaid] = report.problems.length === before ? document.errors : [];
  if (unsaid?.code === 'RESOURCE_EXHAUSTION') {
    const span: Span = [offset, offset + 1];
    report.add('syntax/yaml', yamlMessages, { messageId: 'tooDeep', span, data: { limit: MAX_DEPTH } });
  } else if (unsaid) {
    report.add('syntax/yaml', yamlMessages, { messageId: 'notReadable', span: inside(unsaid.pos) });
  }
  return {
    sound: document.errors.length === 0,
    content(drop = new Set()) {
      // The first walk is kept for the common file without anything to drop.
      if (drop.size === 0 && first) {
        const content = first;
        first = undefined;
        return content;
      }
      return walk.content(document.contents, drop);
    },
  };
}

/** Undefined where the library's own recursion gave up, which it does for most texts by an error of its own. */
function read(source: string) {
  try {
    return parseDocument(source, {
      version: '1.2',
      schema: 'core',
      stringKeys: true,
      // Checked in our own walk: the library compares every pair of keys.
      uniqueKeys: false,
      merge: false,
      resolveKnownTags: false,
      prettyErrors: false,
      // 'silent' would also hide that a file holds several documents.
      logLevel: 'error',
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** One pass over the document's nodes: plain data, spans and what the library does not forbid by itself. */
class Walk {
  readonly #offset: number;
  readonly #report: ProblemCollector;
  readonly #sound: boolean;
  #spans: SpanIndex = {};
  #drop: ReadonlySet<string> = new Set();
  quiet = false;

  constructor(offset: number, report: ProblemCollector, sound: boolean) {
    this.#offset = offset;
    this.#report = report;
    this.#sound = sound;
  }

  content(root: ParsedNode | null, drop: ReadonlySet<string>): YamlContent {
    this.#spans = {};
    this.#drop = drop;
    const data = root ? this.#value(root, '', '', undefined, 0) : undefined;
    return { data: data === DROPPED ? undefined : data, spans: this.#spans };
  }

  /** `source` is the pointer in the file, `path` the pointer in the data, which differ after a drop. */
  #value(node: Node, source: string, path: string, key: Span | undefined, depth: number): unknown {
    if (this.#drop.has(source)) return DROPPED;
    const own = this.#span(node);
    // A field without a value, `owner:`, is shown at its name.
    const span = key && own[0] === own[1] ? key : own;
    this.#spans[path] = key ? { key, value: span } : { value: span };
    this.#forbidDecoration(node, span, source);
    if (depth > MAX_DEPTH) {
      // Where such a value ends may depend on the machine: the library gives up by its stack.
      this.#problem('tooDeep', [own[0], own[0] + 1], source, { limit: MAX_DEPTH });
      return DROPPED;
    }
    if (isMap(node)) return this.#map(node as YAMLMap<Node, Node | null>, source, path, depth);
    if (isSeq(node)) return this.#list(node as YAMLSeq<Node>, source, path, depth);
    if (isScalar(node)) return this.#scalar(node, span, source);
    if (isAlias(node)) this.#problem('alias', span, source, { name: node.source });
    return DROPPED;
  }

  #map(node: YAMLMap<Node, Node | null>, source: string, path: string, depth: number): unknown {
    const data: Record<string, unknown> = {};
    const seen = new Map<string, Span>();
    for (const pair of node.items) {
      const name = this.#keyName(pair, source);
      if (name === undefined) continue;
      const keySpan = this.#span(pair.key);
      const earlier = seen.get(name);
      if (earlier) {
        this.#problem('duplicateKey', keySpan, `${source}/${escapeToken(name)}`, { key: name }, earlier);
        continue;
      }
      seen.set(name, keySpan);
      const token = `/${escapeToken(name)}`;
      const value = this.#field(pair, keySpan, source + token, path + token, depth);
      if (value !== DROPPED) data[name] = value;
    }
    return data;
  }

  #field(pair: Pair<Node, Node | null>, key: Span, source: string, path: string, depth: number): unknown {
    if (pair.value) return this.#value(pair.value, source, path, key, depth + 1);
    if (this.#drop.has(source)) return DROPPED;
    this.#spans[path] = { key, value: key };
    return null;
  }

  #keyName(pair: Pair<Node, Node | null>, source: string): string | undefined {
    const key = pair.key;
    if (!isScalar(key) || typeof key.value !== 'string') {
      // Where the parser has stumbled, it takes all kinds of things for names.
      if (key && this.#sound) this.#problem('keyNotText', this.#span(key), source);
      return undefined;
    }
    const span = this.#span(key);
    this.#forbidDecoration(key, span, source);
    if (forbiddenKeys.has(key.value)) {
      this.#problem('forbiddenKey', span, `${source}/${key.value}`, { key: key.value });
      return undefined;
    }
    return key.value;
  }

  #list(node: YAMLSeq<Node>, source: string, path: string, depth: number): unknown {
    const data: unknown[] = [];
    for (const [index, item] of node.items.entries()) {
      const itemNode = isPair(item) ? item.key : item;
      if (!itemNode) continue;
      const value = this.#value(
        itemNode as Node,
        `${source}/${index}`,
        `${path}/${data.length}`,
        undefined,
        depth + 1,
      );
      if (value !== DROPPED) data.push(value);
    }
    return data;
  }

  #scalar(node: Scalar, span: Span, source: string): unknown {
    const ambiguity = node.type === 'PLAIN' ? ambiguityOf(node.source ?? '', node.value) : undefined;
    if (ambiguity) this.#problem(ambiguity.messageId, span, source, ambiguity.data);
    // NaN and infinities have no place in JSON data; as text they fail the schema with a clear message.
    if (typeof node.value === 'number' && !Number.isFinite(node.value)) return node.source;
    return typeof node.value === 'bigint' ? Number(node.value) : node.value;
  }

  #forbidDecoration(node: Node, span: Span, source: string): void {
    const { anchor, tag } = node as { anchor?: string; tag?: string };
    if (anchor) this.#problem('anchor', span, source, { name: anchor });
    if (tag) this.#problem('tag', span, source, { tag: tag.replace('tag:yaml.org,2002:', '!!') });
  }

  #span(node: Node): Span {
    const [start, end] = node.range ?? [0, 0];
    return [start + this.#offset, end + this.#offset];
  }

  #problem(
    messageId: keyof typeof yamlMessages,
    span: Span,
    what: string,
    data: Record<string, string | number> = {},
    earlier?: Span,
  ): void {
    if (this.quiet) return;
    const related = earlier && [{ span: earlier, template: yamlMessages.firstDefinition }];
    this.#report.add('syntax/yaml', yamlMessages, {
      messageId,
      span,
      what,
      data,
      ...(related && { related }),
    });
  }
}

const DROPPED = Symbol('dropped');

/** A `%YAML 1.1` line turns `no` into false and `2026-11-22` into a date; none is allowed. */
function reportDirectives(source: string, offset: number, report: ProblemCollector): void {
  // Directives stand before the document; a percent sign in a text block does not.
  const head = /^(?:[ \t]*(?:#[^\n]*|%[^\n]*)?\r?\n)*(?:%[^\n]*)?/.exec(source)?.[0] ?? '';
  for (const match of head.matchAll(/^%[^\r\n]*/gm)) {
    const span: Span = [offset + match.index, offset + match.index + match[0].length];
    report.add('syntax/yaml', yamlMessages, { messageId: 'directive', span, data: { text: match[0] } });
  }
}
