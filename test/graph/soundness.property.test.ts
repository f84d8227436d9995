import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entity } from '../../linter/graph/entity.ts';
import { processGraph } from '../../linter/graph/flow/process-graph.ts';
import { checkSoundness, type Violation } from '../../linter/graph/flow/soundness.ts';
import { blocks, looseSteps, slips, stepsOf, targetsOf, withSlip } from './generated-steps.ts';
import { isSoundByDefinition, type PlainStep } from './token-game.ts';

const numRuns = 400;

describe('a process is found sound exactly when the definition says so', () => {
  test('blocks of sequence, choice, parallel and loop are sound', () => {
    fc.assert(
      fc.property(blocks(4), (block) => {
        expect(violations(stepsOf(block))).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('small blocks are sound by definition too, so the generator is right', () => {
    fc.assert(
      fc.property(blocks(2), (block) => {
        expect(isSoundByDefinition(stepsOf(block))).not.toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test('blocks with one to three slips', () => {
    const verdicts = { sound: 0, unsound: 0 };
    fc.assert(
      fc.property(blocks(2), fc.array(slips, { minLength: 1, maxLength: 3 }), (block, mistakes) => {
        const steps = mistakes.reduce(withSlip, stepsOf(block));
        const sound = isSoundByDefinition(steps);
        if (sound === undefined) return;
        verdicts[sound ? 'sound' : 'unsound']++;
        expect(violations(steps).length === 0, JSON.stringify(steps)).toBe(sound);
      }),
      { numRuns },
    );
    // Both verdicts must be common, or the comparison says little.
    expect(Math.min(verdicts.sound, verdicts.unsound)).toBeGreaterThan(numRuns / 20);
  });

  test('any steps', () => {
    fc.assert(
      fc.property(looseSteps, (steps) => {
        const sound = isSoundByDefinition(steps);
        if (sound !== undefined) expect(violations(steps).length === 0, JSON.stringify(steps)).toBe(sound);
      }),
      { numRuns: 2 * numRuns },
    );
  });
});

test('every path that is shown can be walked from the start', () => {
  const slipped = fc
    .tuple(blocks(2), fc.array(slips, { minLength: 1, maxLength: 3 }))
    .map(([block, mistakes]) => mistakes.reduce(withSlip, stepsOf(block)));
  fc.assert(
    fc.property(fc.oneof(slipped, looseSteps), (steps) => {
      const next = new Map(steps.map((step) => [step.id, targetsOf(step)]));
      for (const path of violations(steps).flatMap(pathsOf)) {
        expect(path[0]).toBe(steps[0]!.id);
        for (const [index, id] of path.slice(1).entries()) expect(next.get(path[index]!)).toContain(id);
      }
    }),
    { numRuns },
  );
});

test('the check survives any data', () => {
  const word = fc.constantFrom('a', 'b', 'end', '#a', 'process:p#b', 'all', '__proto__');
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      word,
      fc.constantFrom(null, true, 1),
      fc.array(tie('value')),
      fc.dictionary(fc.constantFrom('id', 'next', 'to', 'all', 'when', 'otherwise', 'join'), tie('value')),
    ),
  })).value;
  const step = fc.record(
    { id: word, next: value, join: fc.constantFrom('all', undefined) },
    { requiredKeys: [] },
  );
  const data = fc.record({ steps: fc.oneof(fc.array(fc.oneof(step, value)), value) }, { requiredKeys: [] });
  fc.assert(
    fc.property(data, (each) => {
      checkSoundness(processGraph({ id: 'p', data: each as Entity<'process'>['data'] }));
    }),
    { numRuns },
  );
});

// helpers

/** One branch that runs beside no other is bad style and yet sound. */
function violations(steps: PlainStep[]): Violation[] {
  const all = checkSoundness(processGraph({ id: 'p', data: { steps } }));
  return all.filter(({ kind }) => kind !== 'single-parallel');
}

function pathsOf(violation: Violation): string[][] {
  if ('paths' in violation) return violation.paths;
  if (!('path' in violation)) return [];
  return violation.kind === 'dead-loop'
    ? [[...violation.path, ...violation.loop.slice(1), violation.loop[0]!]]
    : [violation.path];
}
