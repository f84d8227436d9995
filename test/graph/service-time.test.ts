import { describe, expect, test } from 'vitest';
import type { Entity } from '../../linter/graph/entity.ts';
import { type ProcessStep, processGraph } from '../../linter/graph/flow/process-graph.ts';
import { type ServiceTime, serviceTime, withoutRecovery } from '../../linter/graph/flow/service-time.ts';

type Steps = NonNullable<Entity<'process'>['data']['steps']>;

/** Minutes stand behind the id: `cook 12`, or `cook 3+12` with the waiting first. */
const hand = (written: Record<string, Steps[number]['next'] | object>) => {
  const minutes = new Map<string, { wait: number; work: number }>();
  const steps = Object.entries(written).map(([head, rest]) => {
    const [id = '', time = '0'] = head.split(' ');
    const [first = 0, second] = time.split('+').map(Number);
    minutes.set(id, second === undefined ? { wait: 0, work: first } : { wait: first, work: second });
    const plain = typeof rest === 'string' || Array.isArray(rest) || 'all' in (rest as object);
    return { id, ...(plain ? { next: rest } : rest) } as Steps[number];
  });
  const graph = processGraph({ id: 'p', data: { steps } });
  const timeOf = ({ id }: ProcessStep) => minutes.get(id)!;
  const ask = (edgesOf?: typeof withoutRecovery) =>
    serviceTime(graph, { timeOf, ...(edgesOf && { edgesOf }) });
  return { ask, step: (id: string) => graph.get(id)!, timeOf, graph };
};

const path = (time: ServiceTime | undefined) => time?.longest?.steps.map(({ id }) => id).join(' ');
const or = (...to: string[]) => to.map((each, index) => ({ to: each, ...(index > 0 && { when: 'x' }) }));

describe('the time of a process', () => {
  test('in sequence is the sum, waiting apart from work', () => {
    const time = hand({ 'greet 1': 'seat', 'seat 10+2': 'end' }).ask();
    expect(time).toMatchObject({ shortest: 13, longest: { wait: 10, work: 3, total: 13 } });
  });

  test('of a choice is that of the quicker or the slower branch', () => {
    const time = hand({
      'ask 1': or('scan', 'order'),
      'scan 5': 'cook',
      'order 3': 'cook',
      'cook 12': 'end',
    });
    expect(time.ask()).toMatchObject({ shortest: 16, longest: { total: 18 } });
    expect(path(time.ask())).toBe('ask scan cook');
  });

  test('of steps side by side is that of the slowest, in both cases', () => {
    const time = hand({
      'order 1': { next: { all: ['cook', 'pour'] } },
      'cook 12': 'serve',
      'pour 2': 'serve',
      'serve 1': { join: 'all', next: 'end' },
    });
    expect(time.ask()).toMatchObject({ shortest: 14, longest: { total: 14 } });
    expect(path(time.ask())).toBe('order cook serve');
    expect(time.ask()?.slack(time.step('pour'))).toBe(10);
    expect(time.ask()?.slack(time.step('cook'))).toBe(0);
    expect(time.ask()?.slack(time.step('cook'), 12)).toBe(-2);
  });

  test('of a choice beside a long step counts only where it is the slower', () => {
    const time = hand({
      'order 0': { next: { all: ['cook', 'pick'] } },
      'cook 12': 'serve',
      'pick 1': or('tea', 'wine'),
      'tea 3': 'serve',
      'wine 20': 'serve',
      'serve 0': { join: 'all', next: 'end' },
    });
    expect(time.ask()).toMatchObject({ shortest: 12, longest: { total: 21 } });
  });

  test('of a loop counts each turn that maxRepeats allows', () => {
    const time = hand({
      'bring 4': 'ask',
      'ask 1': { maxRepeats: 2, next: or('bring', 'end') },
    });
    expect(time.ask()).toMatchObject({ shortest: 5, longest: { total: 15 } });
    expect(path(time.ask())).toBe('bring ask bring ask bring ask');
    expect(time.ask()?.until(time.step('bring'))?.total).toBe(14);
    expect(time.ask()?.through(time.step('ask'))).toBe(15);
  });

  test('of two loops through one bounded step share its turns', () => {
    const time = hand({
      'try 1': { maxRepeats: 1, next: or('long', 'short', 'end') },
      'long 9': 'try',
      'short 2': 'try',
    });
    expect(time.ask()).toMatchObject({ shortest: 1, longest: { total: 11 } });
  });

  test('of a loop without a bound has no longest way', () => {
    const time = hand({ 'bring 4': 'ask', 'ask 1': or('bring', 'end') });
    expect(time.ask()).toMatchObject({ shortest: 5, longest: undefined });
    expect(time.ask()?.slack(time.step('ask'))).toBeUndefined();
  });

  test('of a loop that is bounded on one side only has no longest way either', () => {
    const time = hand({
      'a 1': or('b', 'c', 'end'),
      'b 1': { maxRepeats: 1, next: 'a' },
      'c 1': 'a',
    });
    expect(time.ask()?.longest).toBeUndefined();
  });

  test('of a process that cannot end, or whose steps are not all known, is not known', () => {
    expect(hand({ 'a 1': 'b', 'b 1': 'a' }).ask()).toBeUndefined();
    expect(hand({ 'a 1': 'nowhere' }).ask()).toBeUndefined();
    expect(hand({}).ask()).toBeUndefined();
    expect(hand({ 'a 1': { do: 'x' } }).ask()).toBeUndefined();
  });

  test('gives up on more turns than it may look at', () => {
    const { graph, timeOf } = hand({ 'a 1': { maxRepeats: 1000, next: or('a', 'end') } });
    expect(serviceTime(graph, { timeOf })?.longest?.total).toBe(1001);
    expect(serviceTime(graph, { timeOf, most: 100 })?.longest).toBeUndefined();
  });
});

test('branches that make good are left out where another way remains', () => {
  const time = hand({
    'look 1': {
      next: [
        { to: 'lounge', when: 'x', recovery: true },
        { to: 'key', otherwise: true },
      ],
    },
    'lounge 20': { next: [{ to: 'key', when: 'x', recovery: true }] },
    'key 1': 'end',
  });
  expect(time.ask()?.longest?.total).toBe(22);
  expect(time.ask(withoutRecovery)?.longest?.total).toBe(2);
  expect(withoutRecovery(time.step('lounge'))).toHaveLength(1);
});

test('five thousand steps with a choice at each, more ways than could ever be listed', () => {
  const steps = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, index) => [
      `s${index} 1`,
      index < 4_998 ? or(`s${index + 1}`, `s${index + 2}`) : index === 4_998 ? 's4999' : 'end',
    ]),
  );
  const time = hand(steps);
  expect(time.ask()).toMatchObject({ shortest: 2_501, longest: { total: 5_000 } });
});
