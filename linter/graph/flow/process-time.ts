import type { Localised } from '../../model/message.ts';
import { type Duration, formatQuantity, parseDuration, toSeconds } from '../../model/quantity.ts';
import type { ProcessStep } from './process-graph.ts';
import type { StepTime } from './service-time.ts';

/** A length of time as written; undefined where none is, or where it cannot be read. */
export function durationOf(written: unknown): Duration | undefined {
  if (typeof written !== 'string') return undefined;
  const parsed = parseDuration(written);
  return parsed.ok ? parsed.value : undefined;
}

/**
 * What a step states for its waiting and its work, in seconds; what it does not state counts as nothing. A
 * working day counts as a whole day, which it never falls short of.
 */
export function stepTime({ data }: ProcessStep): StepTime {
  const seconds = (written: unknown) => {
    const duration = durationOf(written);
    return duration ? toSeconds(duration) : 0;
  };
  return { wait: seconds(data.wait), work: seconds(data.time) };
}

/**
 * Like `stepTime`, with what is stated in working days alone: all that can be held against a limit in working
 * days, since nobody knows which hours of a process are worked.
 */
export function stepTimeInWorkingDays({ data }: ProcessStep): StepTime {
  const seconds = (written: unknown) => {
    const duration = durationOf(written);
    return duration?.unit === 'wd' ? toSeconds(duration) : 0;
  };
  return { wait: seconds(data.wait), work: seconds(data.time) };
}

const units = [
  { unit: 'd', seconds: 86_400 },
  { unit: 'h', seconds: 3_600 },
  { unit: 'min', seconds: 60 },
] as const;

/**
 * Seconds as people say them, in the largest unit that holds at least one of it and needs no more than one
 * decimal; beyond ten of it, rounded.
 *
 * @example durationWords(330) // => { en: '5.5 min', 'zh-CN': '5.5 分钟' }
 */
export function durationWords(seconds: number): Localised {
  const fits = (size: number) => {
    const count = seconds / size;
    return count >= 1 && (Math.abs(count * 10 - Math.round(count * 10)) < 1e-6 || count >= 10);
  };
  const { unit, seconds: size } =
    units.find((each) => fits(each.seconds)) ?? ({ unit: 's', seconds: 1 } as const);
  const number = String(Math.round((seconds / size) * 10) / 10);
  const duration: Duration = { kind: 'duration', number, unit };
  return { en: formatQuantity(duration, 'en'), 'zh-CN': formatQuantity(duration, 'zh-CN') };
}
