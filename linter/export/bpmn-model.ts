import type { Entity } from '../graph/entity.ts';
import { END, type ProcessStep, processGraph, type StepEdge } from '../graph/flow/process-graph.ts';
import { durationOf } from '../graph/flow/process-time.ts';
import type { Handbook } from '../graph/handbook.ts';
import { rolesOfSteps } from '../graph/questions/roles-of-steps.ts';
import { type Language, render, type Template } from '../model/message.ts';
import { formatQuantity } from '../model/quantity.ts';
import { fieldAt } from '../schema/fields.ts';

type Process = Entity<'process'>;

/** One node of a BPMN process. */
export interface FlowNode {
  /** An XML name. */
  id: string;
  type: NodeType;
  name?: string;
  /** A lane of the service blueprint. */
  lane: string;
  documentation?: string;
  /** Ids of the roles that perform it. */
  roles: readonly string[];
  direction?: 'Diverging' | 'Converging';
  /** The flow that is taken when no other is. */
  defaultFlow?: string;
  /** The process that a step stands for. */
  calls?: string;
}

export type NodeType =
  | 'startEvent'
  | 'endEvent'
  | 'task'
  | 'manualTask'
  | 'userTask'
  | 'serviceTask'
  | 'callActivity'
  | 'exclusiveGateway'
  | 'parallelGateway';

export interface Flow {
  id: string;
  from: string;
  to: string;
  name?: string;
  condition?: string;
}

export interface BpmnModel {
  id: string;
  name: string;
  documentation?: string;
  roles: readonly { id: string; name: string }[];
  /** Those that are used, from the customer's side down. */
  lanes: readonly { id: string; name: string }[];
  nodes: readonly FlowNode[];
  flows: readonly Flow[];
}

const words = {
  recovery: { en: 'Recovery: {when}', 'zh-CN': '补救：{when}' },
  otherwise: { en: 'Otherwise', 'zh-CN': '其他情况' },
  fact: { en: '{title}: {value}', 'zh-CN': '{title}：{value}' },
} satisfies Record<string, Template>;

/** The lanes of the service blueprint, from the customer's side down. */
const lanes = (fieldAt('process', '/steps/0/lane')?.values ?? []).map(({ value, label }) => ({
  id: String(value),
  label,
}));
const laneIds = new Set(lanes.map(({ id }) => id));

/** What a step's documentation tells beside what is done, by field. */
const told = (['sop', 'time', 'wait', 'waitLimit', 'evidence', 'handoff'] as const).map((name) => ({
  name,
  title: fieldAt('process', `/steps/0/${name}`)?.title ?? { en: name, 'zh-CN': name },
}));

/** Steps, ways and roles of a process in the terms of BPMN 2.0. A way to an unknown step is left out. */
export function bpmnModel(handbook: Handbook, process: Process, locale: string): BpmnModel {
  return new Model(handbook, process, locale).read();
}

/** Any text as an XML name behind a prefix; letters, digits, `-`, `_` and `.` stay as they are. */
export function xmlId(prefix: string, text: string): string {
  const safe = text.replace(
    /[^A-Za-z0-9_.-]/gu,
    (character) => `_x${character.codePointAt(0)!.toString(16)}_`,
  );
  return `${prefix}_${safe}`;
}

// helpers

interface Branch {
  when?: unknown;
  recovery?: unknown;
}

class Model {
  readonly #handbook: Handbook;
  readonly #process: Process;
  readonly #locale: string;
  readonly #language: Language;
  readonly #nodes: FlowNode[] = [];
  readonly #flows: Flow[] = [];
  readonly #roles = new Map<string, Entity>();

  constructor(handbook: Handbook, process: Process, locale: string) {
    this.#handbook = handbook;
    this.#process = process;
    this.#locale = locale;
    this.#language = /^zh/i.test(locale) ? 'zh-CN' : 'en';
  }

  read(): BpmnModel {
    const { id, data } = this.#process;
    const graph = processGraph(this.#process);
    const roles = rolesOfSteps(this.#handbook, this.#process);
    if (graph.start) {
      const trigger = this.#text(data.trigger);
      this.#add({
        id: 'start',
        type: 'startEvent',
        lane: laneOf(graph.start),
        ...(trigger && { name: trigger }),
      });
      this.#flow('start', entryOf(graph.start, true));
    }
    for (const step of graph.steps) {
      this.#addEntry(step, step === graph.start);
      this.#addTask(step, roles.get(step.index) ?? []);
      this.#addWays(step, graph.start);
    }
    const documentation = this.#text(data.summary);
    const used = new Set(this.#nodes.map(({ lane }) => lane));
    return {
      id: xmlId('process', id),
      name: this.#text(data.name) ?? id,
      ...(documentation && { documentation }),
      roles: [...this.#roles].map(([key, role]) => ({
        id: key,
        name: this.#text(role.data.name) ?? role.id,
      })),
      lanes: lanes
        .filter(({ id: lane }) => used.has(lane))
        .map(({ id: lane, label }) => ({ id: lane, name: label?.[this.#language] ?? lane })),
      nodes: this.#nodes,
      flows: this.#flows,
    };
  }

  /** Where several ways meet, BPMN wants a gateway that says whether all are waited for. */
  #addEntry(step: ProcessStep, isStart: boolean): void {
    const entry = entryOf(step, isStart);
    if (entry === stepId(step)) return;
    const type = step.joinsAll ? 'parallelGateway' : 'exclusiveGateway';
    this.#add({ id: entry, type, lane: laneOf(step), direction: 'Converging' });
    this.#flow(entry, stepId(step));
  }

  #addTask(step: ProcessStep, roles: readonly Entity[]): void {
    const { data } = step;
    const sop = this.#handbook.referenceAt(this.#process, `${step.pointer}/sop`)?.target;
    const name = this.#text(data.name) ?? this.#text(sop?.data.name) ?? this.#text(data.do) ?? step.id;
    const calls = this.#handbook.referenceAt(this.#process, `${step.pointer}/process`)?.target;
    const documentation = this.#documentationOf(step, sop);
    for (const role of roles) this.#roles.set(xmlId('role', role.id), role);
    this.#add({
      id: stepId(step),
      type: calls ? 'callActivity' : taskType(step),
      name,
      lane: laneOf(step),
      ...(documentation && { documentation }),
      roles: roles.map(({ id }) => xmlId('role', id)),
      ...(calls && { calls: xmlId('process', calls.id) }),
    });
  }

  #addWays(step: ProcessStep, start: ProcessStep | undefined): void {
    const ways = step.next.flatMap((edge, index) =>
      edge.to === undefined ? [] : [{ edge, to: edge.to, index }],
    );
    const split = ways.length > 1 && step.split !== 'single';
    const from = split ? xmlId(step.split === 'parallel' ? 'fork' : 'choice', step.id) : stepId(step);
    const otherwise = split && ways.find(({ edge }) => edge.otherwise);
    const defaultFlow = otherwise && flowId(step, otherwise.index);
    if (split) {
      const type = step.split === 'parallel' ? 'parallelGateway' : 'exclusiveGateway';
      const lane = laneOf(step);
      this.#add({ id: from, type, lane, direction: 'Diverging', ...(defaultFlow && { defaultFlow }) });
      this.#flow(stepId(step), from);
    }
    const isRecovery = ({ edge }: { edge: StepEdge }) => Number(branchOf(edge)?.recovery === true);
    // Drawings keep the first way straight: usual ways before those that make good what went wrong.
    for (const { edge, to, index } of ways.sort((a, b) => isRecovery(a) - isRecovery(b))) {
      const end = xmlId('end', `${step.id}.${index + 1}`);
      if (to === END) this.#add({ id: end, type: 'endEvent', lane: laneOf(step) });
      const target = to === END ? end : entryOf(to, to === start);
      this.#flows.push({
        id: flowId(step, index),
        from,
        to: target,
        ...this.#conditionOf(edge, split),
      });
    }
  }

  #conditionOf(edge: StepEdge, split: boolean): Pick<Flow, 'name' | 'condition'> {
    const branch = branchOf(edge);
    const when = this.#text(branch?.when);
    if (!when) return edge.otherwise && split ? { name: render(words.otherwise, {}, this.#language) } : {};
    const name = branch?.recovery === true ? render(words.recovery, { when }, this.#language) : when;
    // The flow that a gateway takes by default bears no condition, nor does one that has no choice beside it.
    return edge.otherwise || !split ? { name } : { name, condition: when };
  }

  #documentationOf({ data }: ProcessStep, sop: Entity | undefined): string | undefined {
    const values: Record<(typeof told)[number]['name'], string | undefined> = {
      sop: this.#text(sop?.data.name),
      time: this.#duration(data.time),
      wait: this.#duration(data.wait),
      waitLimit: this.#duration(data.waitLimit),
      evidence: this.#text(data.evidence),
      handoff: this.#text(data.handoff?.what),
    };
    const lines = [this.#text(data.do)];
    for (const { name, title } of told) {
      const value = values[name];
      if (value) lines.push(render(words.fact, { title: title[this.#language], value }, this.#language));
    }
    return lines.filter(Boolean).join('\n') || undefined;
  }

  #duration(written: string | undefined): string | undefined {
    const read = durationOf(written);
    return read ? formatQuantity(read, this.#locale) : written;
  }

  #text(value: unknown): string | undefined {
    return this.#handbook.text(value, this.#locale)?.text;
  }

  #add(node: Omit<FlowNode, 'roles'> & Partial<Pick<FlowNode, 'roles'>>): void {
    this.#nodes.push({ roles: [], ...node });
  }

  #flow(from: string, to: string): void {
    this.#flows.push({ id: `flow_${from}_to_${to}`, from, to });
  }
}

/** What the branch says that an edge stands for; undefined where there is no choice. */
function branchOf({ from, pointer }: StepEdge): Branch | null | undefined {
  if (from.split !== 'exclusive') return undefined;
  return (from.data.next as readonly (Branch | null)[])[Number(pointer.split('/').at(-2))];
}

function stepId({ id }: ProcessStep): string {
  return xmlId('step', id);
}

function flowId({ id }: ProcessStep, index: number): string {
  return xmlId('flow', `${id}.${index + 1}`);
}

/** What a way to a step leads to: the gateway before it, where there is one. */
function entryOf(step: ProcessStep, isStart: boolean): string {
  const ways = step.previous.length + (isStart ? 1 : 0);
  if (ways < 2) return stepId(step);
  return xmlId(step.joinsAll ? 'join' : 'merge', step.id);
}

/**
 * Machines do service tasks; people do user tasks where software takes part and manual tasks where none does.
 */
function taskType({ data: { mode, tool } }: ProcessStep): NodeType {
  if (mode === 'automatic' || mode === 'ai') return 'serviceTask';
  if (mode === 'assisted' || mode === 'self-service') return 'userTask';
  return mode === undefined && tool !== undefined ? 'userTask' : 'manualTask';
}

function laneOf({ data: { lane } }: ProcessStep): string {
  return lane !== undefined && laneIds.has(lane) ? lane : 'frontstage';
}
