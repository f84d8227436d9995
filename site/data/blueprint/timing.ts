import {
  checkSoundness,
  durationWords,
  type Entity,
  type ProcessGraph,
  type ProcessStep,
  parseDuration,
  processGraph,
  serviceTime,
  stepTime,
  toSeconds,
  type Way,
  withoutRecovery,
} from '../../../linter/index.ts';
import type { View } from '../view.ts';

type Process = Entity<'process'>;

/** A process as a graph, with what it takes from its first step to its end. Times in seconds. */
export interface Timed {
  graph: ProcessGraph;
  /** Undefined where no step states a time, or where the process is unsound: times would mean nothing. */
  timing?: Timing;
}

export interface Timing {
  /** The quickest way that does not fail. */
  shortest: number;
  /** The slowest way that does not fail: the critical path. Undefined where a loop has no bound. */
  slowest?: Way;
  /** The slowest of all ways, whatever goes wrong. */
  worst?: Way;
  /** How many steps state neither working time nor waiting. */
  untimed: number;
  /** How much longer a step may take before the process takes longer than it may, or than it does now. */
  slack(step: ProcessStep): number | undefined;
}

/** By what a process says, so that whoever asks has read it. */
const known = new WeakMap<Process['data'], Timed>();

/** Reckoned once for each process, whatever the number of its pages. */
export function timed(process: Process): Timed {
  let found = known.get(process.data);
  if (!found) {
    const graph = processGraph(process);
    const timing = timingOf(process, graph);
    found = { graph, ...(timing && { timing }) };
    known.set(process.data, found);
  }
  return found;
}

/** Seconds in the reader's words: “5.5 分钟”, “3 小时 45 分钟”. */
export function secondsIn(view: View, seconds: number): string {
  const said = durationWords(seconds)[view.language];
  const [hours, minutes] = [Math.floor(seconds / HOUR), Math.round((seconds % HOUR) / 60)];
  // Nobody reckons in hundreds of minutes; of days the minutes do not matter.
  if (seconds < 2 * HOUR || seconds >= 48 * HOUR || minutes === 0 || minutes === 60) return said;
  return `${durationWords(hours * HOUR)[view.language]} ${durationWords(minutes * 60)[view.language]}`;
}

// helpers

const HOUR = 3600;

function timingOf(process: Process, graph: ProcessGraph): Timing | undefined {
  const total = (step: ProcessStep) => stepTime(step).wait + stepTime(step).work;
  const untimed = graph.steps.filter((step) => total(step) === 0).length;
  if (untimed === graph.steps.length || checkSoundness(graph).length > 0) return undefined;
  const usual = serviceTime(graph, { timeOf: stepTime, edgesOf: withoutRecovery });
  if (!usual) return undefined;
  const all = serviceTime(graph, { timeOf: stepTime });
  const within = process.data.within === undefined ? undefined : parseDuration(process.data.within);
  const allowed = within?.ok ? toSeconds(within.value) : undefined;
  return {
    shortest: usual.shortest,
    ...(usual.longest && { slowest: usual.longest }),
    ...(all?.longest && { worst: all.longest }),
    untimed,
    slack: (step) => usual.slack(step, allowed),
  };
}
