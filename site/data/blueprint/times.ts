import { type Entity, type ProcessStep, stepTime } from '../../../linter/index.ts';
import { type Block, type Cell, type Figure, fact, type Section, section } from '../blocks.ts';
import { stepLink } from '../steps.ts';
import type { View } from '../view.ts';
import { joined, plain } from '../words.ts';
import { secondsIn, timed } from './timing.ts';

type Process = Entity<'process'>;

/** How long a process takes at best and at worst while nothing goes wrong. */
export function timeFigures(view: View, process: Process): Figure[] {
  const { timing } = timed(process);
  if (!timing) return [];
  const { shortest, slowest } = timing;
  const figures: Figure[] = [];
  if (shortest !== slowest?.total)
    figures.push({ value: secondsIn(view, shortest), label: [plain(view.t('times.fastest'))] });
  if (slowest)
    figures.push({ value: secondsIn(view, slowest.total), label: [plain(view.t('times.slowest'))] });
  return figures;
}

/** The critical path, and how much longer each step may take before the whole takes longer. */
export function timeSection(view: View, process: Process): Section[] {
  const { graph, timing } = timed(process);
  if (!timing || graph.steps.length < 2) return [];
  const { slowest, worst, untimed } = timing;
  const blocks: Block[] = [];
  if (!slowest) blocks.push({ type: 'text', line: [plain(view.t('times.endless'))] });
  else {
    const path = slowest.steps.map(({ index }) => stepLink(view, process, index));
    const most = worst && worst.total > slowest.total ? secondsIn(view, worst.total) : undefined;
    blocks.push({
      type: 'facts',
      facts: [...fact(view.t('times.way'), joined(path, ' → ')), ...fact(view.t('times.worst'), most)],
    });
  }
  if (untimed > 0)
    blocks.push({ type: 'text', quiet: true, line: [plain(view.t('times.untimed', { count: untimed }))] });
  blocks.push({
    type: 'more',
    summary: view.t('times.steps'),
    blocks: [
      {
        type: 'table',
        caption: view.t('times.steps'),
        head: [
          view.t('times.step'),
          view.field('process', '/steps/*/time'),
          view.field('process', '/steps/*/wait'),
          ...(slowest ? [view.t('times.slack')] : []),
        ],
        rows: graph.steps.map((step) => rowOf(view, process, step)),
      },
    ],
  });
  return section('times', view.t('times'), ...blocks);
}

// helpers

function rowOf(view: View, process: Process, step: ProcessStep): Cell[] {
  const { slowest, slack } = timed(process).timing!;
  const { work, wait } = stepTime(step);
  const cell = (text: string): Cell => ({ lines: [[plain(text)]] });
  const time = (seconds: number) => cell(seconds > 0 ? secondsIn(view, seconds) : '–');
  const link: Cell = { lines: [[plain(`${step.index + 1} `), stepLink(view, process, step.index)]] };
  return [link, time(work), time(wait), ...(slowest ? [cell(slackWords(view, slack(step)))] : [])];
}

function slackWords(view: View, slack: number | undefined): string {
  if (slack === undefined) return '–';
  if (slack < 0) return view.t('times.over', { time: secondsIn(view, -slack) });
  return slack === 0 ? view.t('times.onWay') : secondsIn(view, slack);
}
