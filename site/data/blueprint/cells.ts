import type { Entity, ProcessStep } from '../../../linter/index.ts';
import type { StepView } from '../blocks.ts';
import { referencesAt, targetOf } from '../targets.ts';
import type { View } from '../view.ts';
import { capital, joined, type Line, type Piece, plain, shorten, textOf, type Words } from '../words.ts';
import type { CellLine } from './drawing.ts';
import type { Hole } from './holes.ts';
import { lineCount, widthInEm } from './text-size.ts';

export interface CellText {
  lines: readonly CellLine[];
  height: number;
}

/** Sizes of a cell's text in units of the drawing; blueprint.css says the same. */
export const CELL_WIDTH = 176;
export const LABEL_WIDTH = 112;
const PADDING = { block: 8, inline: 10 };
const NAME = { size: 13, leading: 19 };
const TEXT = { size: 12, leading: 17 };
const LABEL = { size: 11.5, leading: 15, inline: 7, block: 4 };
const MOST_MEASURES = 2;

/** What a step's cell says: name, who, times, what measures it, and what is special or missing. */
export function stepCell(
  view: View,
  process: Entity<'process'>,
  step: ProcessStep,
  shown: StepView,
  holes: readonly Hole[],
): CellText {
  const name: Piece = { ...nameOf(shown), href: `#${shown.id}` };
  const lines: CellLine[] = [{ kind: 'name', line: [plain(`${shown.number} `), name] }];
  // In the customers' lane it is always the customer.
  if (shown.who.length > 0 && step.data.lane !== 'customer')
    lines.push({ kind: 'who', line: joined(shown.who, view.t('comma')) });
  const times = timesOf(view, step);
  if (times.length > 0) lines.push({ kind: 'note', line: times });
  if (shown.sop && shown.name)
    lines.push({ kind: 'note', line: [plain(view.t('blueprint.sop')), shown.sop] });
  for (const line of measuresOf(view, process, step)) lines.push({ kind: 'note', line });
  for (const { kind, text } of marksOf(view, step)) lines.push({ kind, line: [plain(text)] });
  for (const hole of holes) lines.push({ kind: 'hole', line: [plain(view.t(`blueprint.hole.${hole}`))] });
  return { lines, height: heightOf(lines) };
}

/** A small cell without a step: what a customer sees, a system in use, a way that leads nowhere. */
export function noteCell(kind: CellLine['kind'], line: Line): CellText {
  const lines = [{ kind, line }];
  return { lines, height: heightOf(lines) };
}

/** The box that words on a link need. */
export function labelSize(text: string): { width: number; height: number } {
  const inner = (LABEL_WIDTH - 2 * LABEL.inline) / LABEL.size;
  const lines = lineCount(text, inner);
  const width = lines > 1 ? LABEL_WIDTH : Math.ceil(widthInEm(text) * LABEL.size) + 2 * LABEL.inline + 2;
  return { width: Math.min(LABEL_WIDTH, width), height: lines * LABEL.leading + 2 * LABEL.block };
}

// helpers

function nameOf({ name, sop, what, id }: StepView): Words {
  const { text, lang } = name ?? sop ?? what ?? { text: id };
  return { text: shorten(text, 60), ...(lang && { lang }) };
}

/** “自助 · 用时 2 分钟 · 等待 90 秒（不超过 3 分钟）” */
function timesOf(view: View, { data }: ProcessStep): Line {
  const title = (name: string) => view.field('process', `/steps/*/${name}`);
  const mode = data.mode === 'manual' ? undefined : view.label('process', '/steps/*/mode', data.mode);
  const [time, wait] = [view.value('duration', data.time), view.value('duration', data.wait)];
  const most = view.value('duration', data.waitLimit);
  const said: Line[] = [];
  if (mode) said.push([plain(capital(mode))]);
  if (time) said.push([plain(`${title('time')} `), value(time)]);
  if (wait)
    said.push([
      plain(`${title('wait')} `),
      value(wait),
      ...(most ? [value(view.t('brackets', { text: `≤ ${most}` }))] : []),
    ]);
  else if (most) said.push([plain(`${title('wait')} `), value(`≤ ${most}`)]);
  return said.flatMap((line, index) => (index > 0 ? [plain(view.t('dot')), ...line] : line));
}

/** Numbers keep their signs and units on their line. */
function value(text: string): Piece {
  return plain(text.replaceAll(/(?<!^) /g, '\u00A0'), 'value');
}

/** What the step is measured by, each with its target in signs: “≤ 5 分钟”. */
function measuresOf(view: View, process: Entity<'process'>, { pointer }: ProcessStep): Line[] {
  const lines: Line[] = [];
  const fields = ['metric', 'standard'].flatMap((field) =>
    referencesAt(view, process, `${pointer}/${field}`).map(({ target }) => ({ field, target })),
  );
  for (const { field, target } of fields) {
    if (!target || lines.length === MOST_MEASURES) continue;
    const limit = targetOf(view, target, 'signs');
    if (!limit && field === 'standard') continue;
    lines.push([view.link(target), ...(limit ? [plain(' '), value(limit)] : [])]);
  }
  return lines;
}

function marksOf(view: View, { data, split, joinsAll, next }: ProcessStep) {
  const branches = split === 'exclusive' ? (data.next as readonly { recovery?: unknown }[]) : [];
  const marks: { kind: 'mark' | 'flow'; text: string }[] = [];
  const says = (kind: 'mark' | 'flow', text: string) => marks.push({ kind, text });
  if (data.critical === true) says('mark', view.t('step.critical'));
  if (branches.some((branch) => branch?.recovery === true)) says('mark', view.t('blueprint.fail'));
  if (joinsAll) says('flow', view.t('blueprint.join'));
  if (split === 'parallel' && next.length > 1) says('flow', view.t('blueprint.fork'));
  return marks;
}

function heightOf(lines: readonly CellLine[]): number {
  let height = 2 * PADDING.block + 2;
  for (const { kind, line } of lines) {
    const { size, leading } = kind === 'name' ? NAME : TEXT;
    // Names are bold; of other lines a part may be.
    const weight = kind === 'name' ? 1.1 : 1.06;
    height += lineCount(textOf(line), (CELL_WIDTH - 2 * PADDING.inline - 2) / size / weight) * leading;
  }
  return height;
}
