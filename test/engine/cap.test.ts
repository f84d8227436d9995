import { expect, test } from 'vitest';
import { Cap } from '../../linter/engine/cap.ts';
import type { JudgedProblem } from '../../linter/model/finding.ts';
import { same } from '../../linter/model/message.ts';

const inOrder = (a: JudgedProblem, b: JudgedProblem) => a.at.span[0] - b.at.span[0];

function problemAt(file: string, offset: number): JudgedProblem {
  return {
    rule: 'wording/vague-time',
    messageId: 'vague',
    template: same('Vague.'),
    data: {},
    at: { file, span: [offset, offset + 1] },
    subject: file,
    severity: 'warning',
  };
}

test('of a million problems a hundred thousand are kept, and the others are counted', () => {
  const cap = new Cap(inOrder);
  for (let index = 0; index < 1_000_000; index++) cap.add(problemAt(`sops/${index % 1000}.mdx`, index));
  const problems = cap.problems(0);
  const counts = problems
    .filter(({ messageId }) => messageId === 'more')
    .map(({ data }) => Number(data.count));
  expect(problems.length).toBeLessThanOrEqual(100_002);
  expect(problems.length).toBeGreaterThan(99_000);
  expect(problems.length - counts.length + counts.reduce((sum, each) => sum + each, 0)).toBe(1_000_000);
  expect(
    problems.filter(({ messageId }) => messageId === 'more').every(({ severity }) => severity === 'error'),
  ).toBe(true);
});

test('the first of a file are kept, in whatever order they come', () => {
  const kept = (offsets: number[]) => {
    const cap = new Cap(inOrder);
    for (const offset of offsets) cap.add(problemAt('a.mdx', offset));
    return cap.problems(0).map(({ at, messageId, data }) => [messageId, at.span[0], data.count]);
  };
  const offsets = Array.from({ length: 1500 }, (_, index) => index);
  const forward = kept(offsets);
  expect(kept(offsets.toReversed()).toSorted()).toEqual(forward.toSorted());
  expect(forward).toHaveLength(201);
  expect(forward.at(-1)).toEqual(['more', 0, 1300]);
});

test('what earlier rules brought counts', () => {
  const cap = new Cap(inOrder);
  for (let index = 0; index < 150; index++) cap.add(problemAt('a.mdx', index));
  expect(
    cap
      .problems(99_900)
      .map(({ messageId, data }) => [messageId, data.count])
      .slice(-2),
  ).toEqual([
    ['vague', undefined],
    ['more', 50],
  ]);
  expect(cap.problems(0)).toHaveLength(150);
});
