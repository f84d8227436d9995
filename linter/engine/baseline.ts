import type { Location, Span } from '../model/finding.ts';
import { byCodeUnit } from '../model/order.ts';
import { BASELINE_FILE, BASELINE_VERSION, type BaselineEntry } from '../parse/baseline.ts';
import type { Name, NamedProblem } from './fingerprint.ts';
import { isHideableRule } from './hideable.ts';
import type { Hidden, Hider, PlacedEntry, SuppressContext, SuppressionProblem } from './hider.ts';
import { isWatched } from './suppression-checks.ts';

/** Hides what was there already when baseline.json was written. */
export class BaselineHider implements Hider {
  readonly #context: SuppressContext;
  #places: ReadonlyMap<string, Span> | undefined;
  readonly #entries: Map<string, { entry: BaselineEntry; hides: number }>;

  constructor(context: SuppressContext) {
    this.#context = context;
    const entries = context.handbook.files.get(BASELINE_FILE)?.baseline ?? [];
    this.#entries = new Map(entries.map((entry) => [entry.fingerprint, { entry, hides: 0 }]));
  }

  hide({ problem, fingerprint, about, former }: NamedProblem): Hidden | undefined {
    for (const name of [{ fingerprint, about }, ...former]) {
      const found = this.#entries.get(name.fingerprint);
      // Whoever reads the file reads rule and entry, so they must be the ones that are hidden.
      if (!found || found.entry.rule !== problem.rule || found.entry.entity !== name.about) continue;
      found.hides++;
      return { kind: 'baseline', at: this.#place(name.fingerprint) };
    }
    return undefined;
  }

  problems(): SuppressionProblem[] {
    const wrong = [...this.#entries.values()].filter(({ entry }) => !isHideableRule(entry.rule));
    return wrong.map(({ entry: { rule, fingerprint } }) => ({
      messageId: 'notHideable',
      data: { id: rule },
      at: this.#place(fingerprint),
      subject: `${BASELINE_FILE}#${fingerprint}`,
      severity: 'error',
    }));
  }

  entries(): PlacedEntry[] {
    return [...this.#entries.values()].map(({ entry, hides }) => ({
      kind: 'baseline',
      state: this.#state(entry, hides),
      rules: [entry.rule],
      entity: entry.entity,
      since: entry.since,
      message: entry.message,
      at: this.#place(entry.fingerprint),
      hides,
    }));
  }

  #state({ rule }: BaselineEntry, hides: number): PlacedEntry['state'] {
    if (hides > 0) return 'active';
    if (!isHideableRule(rule)) return 'invalid';
    const { handbook, rules } = this.#context;
    if (!rules.some(({ id }) => id === rule)) return 'unused';
    // A rule that is off for now finds nothing, and its entries wait.
    const runs = [...handbook.files.keys()].some((file) => isWatched(rule, file, this.#context));
    return runs ? 'unused' : 'active';
  }

  #place(fingerprint: string): Location {
    this.#places ??= placesIn(this.#context.handbook.files.get(BASELINE_FILE)?.text ?? '');
    return { file: BASELINE_FILE, span: this.#places.get(fingerprint) ?? [0, 0] };
  }
}

/** A finding as a baseline would hold it, and the names by which it may stand there already. */
export interface FoundEntry {
  entry: BaselineEntry;
  former: readonly Name[];
}

/** The entries of a baseline under the names that entities bear now, where an alias ties them to those before. */
export function renameEntries(
  before: readonly BaselineEntry[],
  found: readonly FoundEntry[],
): readonly BaselineEntry[] {
  const now = new Map<string, BaselineEntry>();
  for (const { entry, former } of found) {
    for (const { fingerprint } of former) now.set(fingerprint, entry);
  }
  const taken = new Set(before.map(({ fingerprint }) => fingerprint));
  return before.map((old) => {
    const entry = now.get(old.fingerprint);
    if (!entry || taken.has(entry.fingerprint)) return old;
    taken.add(entry.fingerprint);
    return { ...old, entity: entry.entity, fingerprint: entry.fingerprint };
  });
}

/** The text of a baseline: one line for each finding, sorted, the same on every machine. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const sorted = [...entries].sort(
    (a, b) =>
      byCodeUnit(a.entity, b.entity) ||
      byCodeUnit(a.rule, b.rule) ||
      byCodeUnit(a.fingerprint, b.fingerprint),
  );
  const lines = sorted.map(({ fingerprint, rule, entity, message, since }) =>
    JSON.stringify({ entity, rule, message, since, fingerprint }),
  );
  const body = lines.length === 0 ? '' : `\n    ${lines.join(',\n    ')}\n  `;
  return `{\n  "version": ${BASELINE_VERSION},\n  "entries": [${body}]\n}\n`;
}

export interface BaselineChange {
  /** What the file is to hold. */
  entries: BaselineEntry[];
  added: BaselineEntry[];
  removed: BaselineEntry[];
  /** What is found, not in the file, and not added. */
  refused: BaselineEntry[];
}

/**
 * What a baseline becomes: what is found no longer goes, what is new comes only where that was asked for. An
 * entry that stays keeps its words and its date.
 */
export function changeBaseline(
  before: readonly BaselineEntry[],
  found: readonly BaselineEntry[],
  { grow }: { grow: boolean },
): BaselineChange {
  const known = new Map(before.map((entry) => [entry.fingerprint, entry]));
  const present = new Set(found.map(({ fingerprint }) => fingerprint));
  const fresh = found.filter(({ fingerprint }) => !known.has(fingerprint));
  const kept = before.filter(({ fingerprint }) => present.has(fingerprint));
  return {
    entries: grow ? [...kept, ...fresh] : kept,
    added: grow ? fresh : [],
    removed: before.filter(({ fingerprint }) => !present.has(fingerprint)),
    refused: grow ? [] : fresh,
  };
}

// helpers

/** Where each fingerprint of the file stands, found in one pass. */
function placesIn(text: string): Map<string, Span> {
  const places = new Map<string, Span>();
  for (const match of text.matchAll(/"([0-9a-f]{16})"/g)) {
    places.set(match[1]!, [match.index + 1, match.index + 17]);
  }
  return places;
}
