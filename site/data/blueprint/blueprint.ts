import {
  type Box,
  END,
  type Entity,
  type Layout,
  type Link,
  layOut,
  type Place,
  type Point,
  type ProcessStep,
  type Route,
  type Shape,
} from '../../../linter/index.ts';
import type { StepView } from '../blocks.ts';
import { lanes } from '../steps.ts';
import type { View } from '../view.ts';
import { capital, joined, plain, textOf, type Words } from '../words.ts';
import { CELL_WIDTH, type CellText, labelSize, noteCell, stepCell } from './cells.ts';
import type { Blueprint, BlueprintCell, BlueprintLabel, Border, Sheet, WayKind } from './drawing.ts';
import { type Holes, holesOf } from './holes.ts';
import { timed } from './timing.ts';

type Process = Entity<'process'>;

/** Beyond this nobody follows a drawing; the table says it all. */
export const MOST_DRAWN = 250;

const PORT = 22;
const DOT = 16;
const SHEET = 1300;
/** The most important last, so that it lies on top. */
const wayKinds = ['usual', 'recovery', 'slowest'] as const satisfies readonly WayKind[];
const SPACING = { start: 14, lane: 22, emptyLane: 72, row: 12, track: 10, arrow: 16 };

const borders: Partial<Record<(typeof lanes)[number], Border>> = {
  customer: 'interaction',
  frontstage: 'visibility',
  backstage: 'internal',
};

/** Draws a process; undefined where it has no steps, or too many for a drawing to help. */
export function blueprintOf(view: View, process: Process, steps: readonly StepView[]): Blueprint | undefined {
  const { graph } = timed(process);
  if (graph.steps.length === 0 || graph.steps.length > MOST_DRAWN) return undefined;
  const draft = new Draft(view, process, steps);
  const used = lanes.filter((_, lane) => lane >= draft.topLane && lane <= draft.lowestLane);
  const shapes = draft.shapes.map((shape) => ({ ...shape, lane: shape.lane - draft.topLane }));
  const layout = layOut({ shapes, links: draft.links, lanes: used.length }, SPACING);
  const title = view.t('blueprint.title', { name: view.name(process).text });
  return {
    title,
    description: view.t('blueprint.description', { count: graph.steps.length }),
    width: Math.ceil(layout.width),
    height: Math.ceil(layout.height),
    lanes: used.map((lane, index) => ({
      name: capital(view.label('process', '/steps/*/lane', lane) ?? lane),
      ...layout.lanes[index]!,
    })),
    borders: used.slice(0, -1).flatMap((lane, index) => {
      const kind = borders[lane];
      return kind ? [{ kind, name: view.t(`line.${kind}`), y: layout.lanes[index + 1]!.y }] : [];
    }),
    dots: layout.shapes
      .filter(({ shape }) => shape.form === 'circle')
      .map(({ shape, x, y }) => ({
        kind: shape.id === START ? 'start' : 'end',
        x: x + DOT / 2,
        y: y + DOT / 2,
      })),
    ways: wayKinds.flatMap((kind) => {
      const all = layout.links.filter(({ link }) => draft.about(link).kind === kind);
      return all.length > 0 ? [{ kind, path: all.map(pathOf).join('') }] : [];
    }),
    legend: draft.legend(),
    sheets: sheetsOf(layout, draft),
  };
}

// helpers

const START = 'start';
const stepShape = (id: string) => `step ${id}`;

interface About {
  kind: WayKind;
  label?: { kind: BlueprintLabel['kind']; words: Words[] };
}

/** What is to be drawn, before it has its place. */
class Draft {
  readonly shapes: Shape[] = [];
  readonly links: Link[] = [];
  readonly #view: View;
  readonly #process: Process;
  readonly #holes: Holes;
  readonly #cells = new Map<string, Omit<BlueprintCell, keyof Box>>();
  readonly #about = new Map<Link, About>();
  /** The critical path: its steps, and which follows which. */
  readonly #slowest: readonly ProcessStep[];
  readonly #follows = new Set<string>();

  constructor(view: View, process: Process, steps: readonly StepView[]) {
    this.#view = view;
    this.#process = process;
    this.#holes = holesOf(view, process);
    const { graph, timing } = timed(process);
    this.#slowest = timing?.slowest?.steps ?? [];
    this.#slowest.forEach((step, index) => {
      this.#follows.add(`${step.id} ${this.#slowest[index + 1]?.id ?? END}`);
    });
    const { start } = graph;
    if (start) this.#addDot(START, laneOf(start));
    for (const step of graph.steps) this.#addStep(step, steps[step.index]!);
    if (start)
      this.#addLink(START, stepShape(start.id), { kind: this.#slowest.length > 0 ? 'slowest' : 'usual' });
    for (const step of graph.steps) this.#addWays(step);
    for (const step of graph.steps) this.#addEvidence(step);
    this.#addTools(graph.steps);
  }

  get topLane(): number {
    return Math.min(...this.shapes.map(({ lane }) => lane));
  }

  get lowestLane(): number {
    return Math.max(...this.shapes.map(({ lane }) => lane));
  }

  about(link: Link): About {
    return this.#about.get(link)!;
  }

  cellAt({ shape, x, y, width, height }: Place): BlueprintCell[] {
    const cell = this.#cells.get(shape.id);
    return cell ? [{ ...cell, x, y, width, height }] : [];
  }

  legend(): Blueprint['legend'] {
    const { t } = this.#view;
    const all = [...this.#about.values()];
    const cells = [...this.#cells.values()];
    const holes = cells.some(({ hole }) => hole) || all.some(({ label }) => label?.kind === 'hole');
    return [
      ...(this.#slowest.length > 1 ? [{ kind: 'slowest' as const, text: t('blueprint.slowest') }] : []),
      ...(all.some(({ kind }) => kind === 'recovery')
        ? [{ kind: 'recovery' as const, text: t('blueprint.recoveryWay') }]
        : []),
      ...(holes ? [{ kind: 'hole' as const, text: t('blueprint.holes') }] : []),
    ];
  }

  #addStep(step: ProcessStep, shown: StepView): void {
    const holes = this.#holes.of(step);
    const text = stepCell(this.#view, this.#process, step, shown, holes);
    const slowest = this.#slowest.includes(step);
    this.#addCell(stepShape(step.id), laneOf(step), text, { kind: 'step', slowest, hole: holes.length > 0 });
  }

  /** The usual ways on before those that make good what went wrong. */
  #addWays(step: ProcessStep): void {
    if (step.next.length === 0) {
      const lost = `lost ${step.id}`;
      this.#addLost(lost, step, this.#view.t('blueprint.noNext'));
      this.#addLink(stepShape(step.id), lost, { kind: 'usual' });
    }
    const branches = step.split === 'exclusive' ? (step.data.next as readonly Branch[]) : [];
    const ways = step.next.map((edge, index) => ({ edge, branch: branches[index] ?? {}, index }));
    const isRecovery = ({ branch }: { branch: Branch }) => (branch.recovery === true ? 1 : 0);
    for (const { edge, branch, index } of ways.sort((a, b) => isRecovery(a) - isRecovery(b))) {
      const { to } = edge;
      const target = to && to !== END ? stepShape(to.id) : `${to ?? 'lost'} ${step.id} ${index}`;
      if (to === END) this.#addDot(target, laneOf(step));
      else if (!to)
        this.#addLost(target, step, this.#view.t('blueprint.lost', { target: writtenAt(step, index) }));
      const next = to === END ? END : to?.id;
      const slowest = this.#follows.has(`${step.id} ${next}`);
      const kind = slowest ? 'slowest' : branch.recovery === true ? 'recovery' : 'usual';
      const label = this.#labelOf(step, to, branch, branches.length > 1);
      this.#addLink(stepShape(step.id), target, { kind, ...(label && { label }) });
    }
  }

  #labelOf(step: ProcessStep, to: ProcessStep | typeof END | undefined, branch: Branch, said: boolean) {
    const { t, words } = this.#view;
    const pieces: Words[] = [];
    const when = words(branch.when);
    if (branch.recovery === true) pieces.push({ text: t('blueprint.recovery') });
    else if (when) pieces.push({ text: t('step.if') });
    if (when) pieces.push(when);
    else if (said) pieces.push({ text: t('blueprint.otherwise') });
    const hole = this.#holes.lacksHandoff(step, to);
    if (hole) pieces.push({ text: `${pieces.length > 0 ? t('dot') : ''}${t('blueprint.hole.handoff')}` });
    const kind: BlueprintLabel['kind'] = hole ? 'hole' : branch.recovery === true ? 'recovery' : 'condition';
    return pieces.length > 0 ? { kind, words: pieces } : undefined;
  }

  /** What the customer sees and holds, in the lane of evidence above the step. */
  #addEvidence(step: ProcessStep): void {
    const evidence = this.#view.words(step.data.evidence);
    if (!evidence || step.data.lane === 'evidence') return;
    const text = noteCell('note', [plain(`${step.index + 1} `), evidence]);
    this.#addNote(`evidence ${step.id}`, 0, text, stepShape(step.id));
  }

  /** The systems that steps use, in the lane of support below them. */
  #addTools(steps: readonly ProcessStep[]): void {
    for (const step of steps) {
      const tools = this.#view.refs(this.#process, `${step.pointer}/tool`);
      if (tools.length === 0) continue;
      const text = noteCell('note', [plain(`${step.index + 1} `), ...joined(tools, this.#view.t('comma'))]);
      this.#addNote(`tool ${step.id}`, lanes.length - 1, text, stepShape(step.id));
    }
  }

  #addNote(id: string, lane: number, text: CellText, beside: string): void {
    this.#addCell(id, lane, text, { kind: 'note', slowest: false, hole: false }, beside);
  }

  #addLost(id: string, step: ProcessStep, text: string): void {
    const cell = noteCell('hole', [plain(text)]);
    this.#addCell(id, laneOf(step), cell, { kind: 'lost', slowest: false, hole: true });
  }

  #addCell(
    id: string,
    lane: number,
    { lines, height }: CellText,
    cell: Omit<BlueprintCell, keyof Box | 'lines'>,
    beside?: string,
  ): void {
    this.#cells.set(id, { ...cell, lines });
    const port = Math.min(PORT, height / 2);
    const shape: Shape = { id, lane, width: CELL_WIDTH, height, port, form: 'box' };
    this.shapes.push(beside === undefined ? shape : { ...shape, beside });
  }

  #addDot(id: string, lane: number): void {
    this.shapes.push({ id, lane, width: DOT, height: DOT, port: DOT / 2, form: 'circle' });
  }

  #addLink(from: string, to: string, about: About): void {
    const { label } = about;
    const link: Link = { from, to, ...(label && { label: labelSize(textOf(label.words)) }) };
    this.links.push(link);
    this.#about.set(link, about);
  }
}

interface Branch {
  to?: unknown;
  when?: unknown;
  recovery?: unknown;
}

function laneOf({ data }: ProcessStep): number {
  const lane = (lanes as readonly string[]).indexOf(data.lane ?? '');
  return lane === -1 ? lanes.indexOf('frontstage') : lane;
}

function writtenAt({ data, split }: ProcessStep, index: number): string {
  const { next } = data;
  if (split === 'single') return String(next);
  if (split === 'exclusive') return String((next as readonly Branch[])[index]?.to ?? '');
  return String((next as { all?: readonly unknown[] } | undefined)?.all?.[index] ?? '');
}

/** A way as SVG says it, each part by its length, with its arrow's head. */
function pathOf({ points }: Route): string {
  let [last] = points.map(rounded);
  let path = `M${last!.x} ${last!.y}`;
  for (const point of points.slice(1).map(rounded)) {
    if (point.x !== last!.x) path += `h${point.x - last!.x}`;
    if (point.y !== last!.y) path += `v${point.y - last!.y}`;
    last = point;
  }
  return `${path}m-7-4 7 4-7 4`;
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}

/** Cuts a drawing before columns, where it is too wide for a sheet. */
function sheetsOf({ shapes, links, width }: Layout, draft: Draft): Sheet[] {
  const starts = [...new Set(shapes.map(({ x }) => x))].sort((a, b) => a - b);
  const cuts = [0];
  for (const [index, start] of starts.entries()) {
    const [last, cut] = [cuts.at(-1)!, start - SPACING.arrow];
    if ((starts[index + 1] ?? width) - last > SHEET && cut > last) cuts.push(cut);
  }
  const cells = shapes.flatMap((place) => draft.cellAt(place)).sort((a, b) => a.x - b.x || a.y - b.y);
  const labels = links.flatMap(({ link, label }) => {
    const said = draft.about(link).label;
    return label && said ? [{ ...said, ...label }] : [];
  });
  return cuts.map((from, index) => {
    const x = Math.round(from);
    const end = cuts[index + 1] ?? width;
    const isHere = (each: { x: number }) => each.x >= x && each.x < end;
    return { x, width: end - x, cells: cells.filter(isHere), labels: labels.filter(isHere) };
  });
}
