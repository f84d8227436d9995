import { describe, expect, test } from 'vitest';
import { processGraph } from '../../linter/graph/flow/process-graph.ts';
import { checkSoundness, type Violation } from '../../linter/graph/flow/soundness.ts';
import { targetsOf } from './generated-steps.ts';
import type { PlainStep } from './token-game.ts';

const either = (...targets: string[]): PlainStep['next'] =>
  targets.map((to, index) =>
    index === targets.length - 1 ? { to, otherwise: true } : { to, when: `case ${index}` },
  );

describe('one cause, one violation', () => {
  test('a loop that nobody leaves is shown from where it is entered', () => {
    const steps = [
      { id: 'greet', next: either('call', 'end') },
      { id: 'note', next: 'call' },
      { id: 'call', next: either('note', 'wait') },
      { id: 'wait', next: 'call' },
    ];
    expect(check(steps)).toEqual([
      {
        kind: 'dead-loop',
        step: 'call',
        pointer: '/steps/2/id',
        path: ['greet', 'call'],
        loop: ['call', 'note'],
      },
    ]);
  });

  test('of a loose piece only its beginning', () => {
    const steps = [
      { id: 'a', next: 'end' },
      { id: 'b', next: 'c' },
      { id: 'c', next: 'd' },
      { id: 'd', next: 'a' },
    ];
    expect(check(steps)).toEqual([{ kind: 'second-start', step: 'b', pointer: '/steps/1/id', start: 'a' }]);
  });

  test('a join that waits for another join that waits', () => {
    const steps: PlainStep[] = [
      { id: 'open', next: { all: ['choose', 'bill'] } },
      { id: 'choose', next: either('tea', 'coffee') },
      { id: 'tea', next: 'tray' },
      { id: 'coffee', next: 'tray' },
      { id: 'tray', join: 'all', next: 'serve' },
      { id: 'bill', next: 'serve' },
      { id: 'serve', join: 'all', next: 'end' },
    ];
    expect(check(steps)).toEqual([
      {
        kind: 'join-waits',
        step: 'tray',
        pointer: '/steps/4/id',
        path: ['open', 'choose', 'tea', 'tray'],
        missing: ['coffee'],
      },
    ]);
  });

  test('the step at which parallel branches first meet, not what follows it', () => {
    const steps: PlainStep[] = [
      { id: 'open', next: { all: ['left', 'right'] } },
      { id: 'left', next: 'meet' },
      { id: 'right', next: 'meet' },
      { id: 'meet', next: 'after' },
      { id: 'after', next: 'end' },
    ];
    expect(check(steps)).toEqual([
      {
        kind: 'runs-twice',
        step: 'meet',
        pointer: '/steps/3/id',
        paths: [
          ['open', 'left', 'meet'],
          ['open', 'right', 'meet'],
        ],
      },
    ]);
  });

  test('a start that waits for what comes after it', () => {
    const steps: PlainStep[] = [{ id: 'ask', join: 'all', next: either('ask', 'end') }];
    expect(check(steps)).toMatchObject([
      { kind: 'join-waits', step: 'ask', path: ['ask'], missing: ['ask'] },
    ]);
  });

  test('nothing is concluded from targets that are unknown', () => {
    const steps: PlainStep[] = [
      { id: 'a', next: { all: ['b', 'mising'] } },
      { id: 'b', next: 'c' },
      { id: 'missing', next: 'c' },
      { id: 'c', join: 'all', next: 'end' },
    ];
    expect(check(steps)).toEqual([]);
  });
});

describe('large processes', () => {
  const count = 5_000;

  test.each([
    ['in a row', (index: number) => `s${index + 1}`],
    ['with a way back and a way out at each', (index: number) => either('s0', `s${index + 1}`, 'end')],
  ])('5,000 steps %s', (_, next) => {
    const steps = Array.from({ length: count }, (_, index) => ({ id: `s${index}`, next: next(index) }));
    expect(check([...steps, { id: `s${count}`, next: 'end' }])).toEqual([]);
  });

  test('5,000 steps round in a circle', () => {
    const steps = Array.from({ length: count }, (_, index) => ({
      id: `s${index}`,
      next: `s${(index + 1) % count}`,
    }));
    expect(check(steps)).toMatchObject([{ kind: 'dead-loop', step: 's0' }]);
  });

  test('twelve parallel branches with a choice and a loop in each need few markings', () => {
    expect(check(branching(12), 1_000)).toEqual([]);
    expect(check(branching(50), 4_000)).toEqual([]);
  });

  test('and one slip among them is found, with its path', () => {
    const steps = branching(12).map((step) =>
      step.id === 'check7' ? { ...step, next: either('pick7', 'end', 'join') } : step,
    );
    expect(check(steps)).toMatchObject([
      { kind: 'left-behind', pointer: '/steps/32/next/1/to', join: 'join', missing: ['check7'] },
    ]);
    expect((check(steps)[0] as { path: string[] }).path).toEqual(['open', 'pick7', 'left7', 'check7', 'end']);
  });

  test('beyond the limit the result says so instead of passing', () => {
    expect(check(branching(12), 20)).toEqual([
      { kind: 'undecided', step: 'open', pointer: '/steps/0/id', markings: expect.any(Number) },
    ]);
  });
});

// helpers

function check(steps: PlainStep[], markings?: number): Violation[] {
  for (const { id, next } of steps) expect(targetsOf({ id, next }).length).toBeGreaterThan(0);
  return checkSoundness(
    processGraph({ id: 'p', data: { steps } }),
    markings === undefined ? {} : { markings },
  );
}

/** In each branch a choice of two ways and a way back. */
function branching(count: number): PlainStep[] {
  const branch = (index: number): PlainStep[] => [
    { id: `pick${index}`, next: either(`left${index}`, `right${index}`) },
    { id: `left${index}`, next: `check${index}` },
    { id: `right${index}`, next: `check${index}` },
    { id: `check${index}`, next: either(`pick${index}`, 'join') },
  ];
  const indexes = Array.from({ length: count }, (_, index) => index);
  return [
    { id: 'open', next: { all: indexes.map((index) => `pick${index}`) } },
    ...indexes.flatMap(branch),
    { id: 'join', join: 'all', next: 'end' },
  ];
}
