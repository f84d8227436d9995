import type { Entity } from '../graph/entity.ts';
import type { Handbook } from '../graph/handbook.ts';
import { daysBetween, parseDate } from '../model/date.ts';
import type { Location } from '../model/finding.ts';
import type { MessageData } from '../model/message.ts';
import { parseReference } from '../model/reference.ts';
import { hint } from '../model/suggest.ts';
import type { Exceptions } from '../model/types.gen.ts';
import { spanAt } from '../parse/spans.ts';
import type { NamedProblem } from './fingerprint.ts';
import type { Hidden, Hider, PlacedEntry, SuppressContext, SuppressionProblem } from './hider.ts';
import { dateProblem, isWatched, ruleProblem } from './suppression-checks.ts';

export const EXCEPTIONS_FILE = 'exceptions.yaml';

type Written = Partial<Exceptions['exceptions'][number]>;

interface Exception {
  written: Written;
  pointer: string;
  /** What its rule's findings are about, where they are to be hidden; none where something is wrong with it. */
  subjects: string[];
  entity: Entity | undefined;
  problems: SuppressionProblem[];
  state: PlacedEntry['state'];
  hides: number;
}

/** Hides what exceptions.yaml lists, each signed by somebody who may. */
export class ExceptionHider implements Hider {
  readonly #context: SuppressContext;
  readonly #exceptions: Exception[];
  readonly #byRule: ReadonlyMap<string | undefined, Exception[]>;

  constructor(context: SuppressContext) {
    this.#context = context;
    const data = context.handbook.files.get(EXCEPTIONS_FILE)?.data as Partial<Exceptions> | undefined;
    const items = Array.isArray(data?.exceptions) ? data.exceptions : [];
    this.#exceptions = items.map((each, index) => read(each, `/exceptions/${index}`, context));
    this.#byRule = Map.groupBy(this.#exceptions, ({ written }) => written.rule);
  }

  hide({ problem }: NamedProblem): Hidden | undefined {
    let by: Exception | undefined;
    for (const each of this.#byRule.get(problem.rule) ?? []) {
      if (!each.subjects.some((name) => isAbout(problem.subject, name))) continue;
      each.hides++;
      by ??= each;
    }
    if (!by) return undefined;
    const { reason, until } = by.written;
    return {
      kind: 'exception',
      reason: this.#context.say(reason),
      ...(until && { until }),
      at: placeOf(this.#context.handbook, by.pointer),
    };
  }

  problems(): SuppressionProblem[] {
    return this.#exceptions.flatMap((each) => [...each.problems, ...this.#unused(each)]);
  }

  entries(): PlacedEntry[] {
    return this.#exceptions.map(({ written, pointer, state, hides }) => {
      const { rule = '', entity, reason, owner, approvedBy, until } = written;
      const days =
        until && parseDate(until).ok ? daysBetween(this.#context.handbook.today, until) : undefined;
      return {
        kind: 'exception',
        state: state === 'active' && hides === 0 ? 'unused' : state,
        rules: [rule],
        ...(entity && { entity }),
        ...(reason !== undefined && { reason: this.#context.say(reason) }),
        ...(owner && { owner }),
        ...(approvedBy && { approvedBy }),
        ...(until && { until }),
        ...(days !== undefined && { daysLeft: days }),
        at: placeOf(this.#context.handbook, pointer),
        hides,
      };
    });
  }

  #unused({ written, pointer, state, hides, entity }: Exception): SuppressionProblem[] {
    const { rule = '' } = written;
    if (state !== 'active' || hides > 0 || !isWatched(rule, entity?.file ?? '', this.#context)) return [];
    return [
      {
        messageId: 'unused',
        data: { id: rule },
        at: placeOf(this.#context.handbook, `${pointer}/rule`),
        subject: `${EXCEPTIONS_FILE}#${written.entity}/${rule}`,
        severity: 'warning',
      },
    ];
  }
}

// helpers

function placeOf({ files }: Handbook, pointer: string): Location {
  const span = spanAt(files.get(EXCEPTIONS_FILE)?.spans ?? {}, pointer, 'value') ?? [0, 0];
  return { file: EXCEPTIONS_FILE, span };
}

/** A field the schema refused is a finding already, and an exception without it hides nothing. */
function read(written: Written, pointer: string, context: SuppressContext): Exception {
  const { handbook } = context;
  const { rule, entity: reference, owner, approvedBy, until, reason } = written;
  const problems: SuppressionProblem[] = [];
  const refuse = (field: string, fault: Pick<SuppressionProblem, 'data' | 'messageId'> | undefined): void => {
    if (!fault) return;
    const subject = `${EXCEPTIONS_FILE}#${reference}/${rule}/${field}`;
    problems.push({ ...fault, at: placeOf(handbook, `${pointer}/${field}`), subject, severity: 'error' });
  };
  if (rule !== undefined) refuse('rule', ruleProblem(rule, context.rules));
  if (until !== undefined) refuse('until', dateProblem(until, handbook));
  const target = reference === undefined ? undefined : targetOf(reference, handbook);
  if (target?.fault) refuse('entity', target.fault);
  const asks = owner === undefined ? undefined : roleOf(owner, handbook);
  const approves = approvedBy === undefined ? undefined : roleOf(approvedBy, handbook);
  if (target && asks && approves) {
    refuse('approvedBy', approvalFault(asks, approves, target.entity, handbook));
  }
  const complete =
    rule !== undefined && until !== undefined && reason !== undefined && target && asks && approves;
  const holds = complete && problems.length === 0;
  const expired = problems.some(({ messageId }) => messageId === 'expired');
  return {
    written,
    pointer,
    subjects: holds ? target.subjects : [],
    entity: target?.entity,
    problems,
    state: holds ? 'active' : expired ? 'expired' : 'invalid',
    hides: 0,
  };
}

interface Target {
  entity: Entity;
  subjects: string[];
  fault?: { messageId: 'unknownEntity'; data: MessageData };
}

/** The entry, or part of one, that an exception names; what does not exist is reported with all references. */
function targetOf(reference: string, handbook: Handbook): Target | undefined {
  const parsed = parseReference(reference);
  const entity = parsed?.kind && parsed.id ? handbook.find(`${parsed.kind}:${parsed.id}`) : undefined;
  if (!entity) return undefined;
  const part = parsed?.part;
  if (part === undefined) return { entity, subjects: [entity.key] };
  const parts = handbook.partsOf(entity);
  const found = parts.filter(({ id }) => id === part);
  if (found.length === 0) {
    const ids = parts.map(({ id }) => id);
    const words =
      ids.length > 0 ? hint(part, ids) : { en: 'it has no parts.', 'zh-CN': '该条目没有可引用的部分。' };
    const data = { entity: entity.key, part, hint: words };
    return { entity, subjects: [], fault: { messageId: 'unknownEntity', data } };
  }
  return { entity, subjects: [`${entity.key}#${part}`, ...found.map(({ pointer }) => entity.key + pointer)] };
}

function roleOf(reference: string, handbook: Handbook): Entity<'role'> | undefined {
  const id = reference.replace(/^role:/, '');
  return handbook.find(`role:${id}`) as Entity<'role'> | undefined;
}

/** Nobody signs their own exception; the owner of the entry may sign, and whoever stands above the asker. */
function approvalFault(
  asks: Entity<'role'>,
  approves: Entity<'role'>,
  entity: Entity,
  handbook: Handbook,
): Pick<SuppressionProblem, 'data' | 'messageId'> | undefined {
  if (asks === approves) return { messageId: 'selfApproved', data: { role: approves.id } };
  const owner = entity.data.owner === undefined ? undefined : roleOf(entity.data.owner, handbook);
  if (approves === owner || isAbove(approves, asks, handbook)) return undefined;
  const data = { role: approves.id, entity: entity.key, owner: owner?.id ?? '–', asks: asks.id };
  return { messageId: 'notEntitled', data };
}

function isAbove(above: Entity<'role'>, role: Entity<'role'>, handbook: Handbook): boolean {
  const passed = new Set<Entity<'role'>>([role]);
  for (let current: Entity<'role'> | undefined = role; current; ) {
    const next: string | undefined = current.data.reportsTo;
    current = next === undefined ? undefined : roleOf(next, handbook);
    if (current === above) return true;
    // A circle of roles is a finding of its own.
    if (!current || passed.has(current)) return false;
    passed.add(current);
  }
  return false;
}

/** @example isAbout('process:stay#greet/metric', 'process:stay#greet') // => true */
function isAbout(subject: string, name: string): boolean {
  if (!subject.startsWith(name)) return false;
  return subject.length === name.length || '/#'.includes(subject[name.length]!);
}
