import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ProcessStep, processGraph } from '../../linter/graph/flow/process-graph.ts';
import { serviceTime } from '../../linter/graph/flow/service-time.ts';
import { checkSoundness } from '../../linter/graph/flow/soundness.ts';
import { blocks, slips, stepsOf, targetsOf, withSlip } from './generated-steps.ts';
import { runsOf, type TimedStep } from './timed-runs.ts';
import type { PlainStep } from './token-game.ts';

const numRuns = 400;

/** Times for up to as many steps as a small block has, zero among them. */
const times = fc.array(fc.nat(9), { minLength: 80, maxLength: 80 });

/** Where every bounded step has the same bound, a way that keeps it leaves no other step over its own. */
const bound = fc.nat(2);

test('the longest and the shortest time are those of the slowest and the quickest run', () => {
  let compared = 0;
  fc.assert(
    fc.property(blocks(2), times, bound, (block, seconds, repeats) => {
      const steps = timed(stepsOf(block), seconds, repeats);
      const runs = runsOf(steps);
      if (!runs) return;
      compared++;
      const found = timeOf(steps)!;
      const all = runs.map(({ time }) => time);
      expect(found.longest?.total, JSON.stringify(steps)).toBe(Math.max(...all));
      expect(found.shortest, JSON.stringify(steps)).toBe(Math.min(...all));
    }),
    { numRuns },
  );
  expect(compared).toBeGreaterThan(numRuns / 2);
});

test('so they are in sound processes that are not made of blocks', () => {
  let compared = 0;
  fc.assert(
    fc.property(
      blocks(2),
      fc.array(slips, { minLength: 1, maxLength: 3 }),
      times,
      (block, mistakes, seconds) => {
        const steps = timed(mistakes.reduce(withSlip, stepsOf(block)), seconds, 1);
        if (checkSoundness(graphOf(steps)).length > 0) return;
        const runs = runsOf(steps);
        if (!runs || runs.length === 0) return;
        compared++;
        const found = timeOf(steps)!;
        expect(found.longest?.total, JSON.stringify(steps)).toBe(Math.max(...runs.map(({ time }) => time)));
        expect(found.shortest, JSON.stringify(steps)).toBe(Math.min(...runs.map(({ time }) => time)));
      },
    ),
    { numRuns: 2 * numRuns },
  );
  expect(compared).toBeGreaterThan(numRuns / 10);
});

test('a step may take longer by its slack and not by more', () => {
  let compared = 0;
  fc.assert(
    fc.property(blocks(2), times, fc.nat(), (block, seconds, at) => {
      // Without bounds every step that is passed once is passed once on each way.
      const steps = timed(stepsOf(block), seconds, 0);
      const step = steps[at % steps.length]!;
      const graph = graphOf(steps);
      const before = timeOf(steps, graph)!;
      const slack = before.slack(graph.get(step.id)!);
      // A loop that must not come round again may hold steps that no way passes.
      if (slack === undefined) return;
      compared++;
      const longer = (by: number) =>
        timeOf(steps.map((each) => (each === step ? { ...each, seconds: each.seconds + by } : each)))!
          .longest!;
      expect(longer(slack).total).toBe(before.longest!.total);
      expect(longer(slack + 1).total).toBe(before.longest!.total + 1);
    }),
    { numRuns },
  );
  expect(compared).toBeGreaterThan(numRuns / 2);
});

test('no run reaches the end of a step later than said', () => {
  fc.assert(
    fc.property(blocks(2), times, bound, (block, seconds, repeats) => {
      const steps = timed(stepsOf(block), seconds, repeats);
      const runs = runsOf(steps);
      if (!runs) return;
      const graph = graphOf(steps);
      const found = timeOf(steps, graph)!;
      for (const { id } of steps) {
        const ends = runs.flatMap((run) => run.ends.get(id) ?? []);
        expect(found.until(graph.get(id)!)?.total).toBe(ends.length > 0 ? Math.max(...ends) : undefined);
      }
    }),
    { numRuns },
  );
});

test('the critical path can be walked and takes as long as it says', () => {
  fc.assert(
    fc.property(blocks(3), times, bound, (block, seconds, repeats) => {
      const steps = timed(stepsOf(block), seconds, repeats);
      const next = new Map(steps.map((step) => [step.id, targetsOf(step)]));
      const { longest } = timeOf(steps)!;
      if (!longest) return;
      const ids = longest.steps.map(({ id }) => id);
      expect(ids[0]).toBe(steps[0]!.id);
      for (const [index, id] of ids.entries()) expect(next.get(id)).toContain(ids[index + 1] ?? 'end');
      const took = new Map(steps.map((step) => [step.id, step.seconds]));
      expect(ids.reduce((sum, id) => sum + took.get(id)!, 0)).toBe(longest.total);
    }),
    { numRuns },
  );
});

// helpers

/** Loops are bounded where they are left: at the steps whose branches lead back. */
function timed(steps: readonly PlainStep[], seconds: readonly number[], repeats: number): TimedStep[] {
  return steps.map((step, index) => ({
    ...step,
    seconds: seconds[index % seconds.length]!,
    ...(Array.isArray(step.next) && { maxRepeats: repeats }),
  }));
}

function graphOf(steps: readonly TimedStep[]) {
  return processGraph({ id: 'p', data: { steps: steps as never } });
}

function timeOf(steps: readonly TimedStep[], graph = graphOf(steps)) {
  const seconds = new Map(steps.map((step) => [step.id, step.seconds]));
  return serviceTime(graph, {
    timeOf({ id }: ProcessStep) {
      // Waiting and work only ever count together here.
      const all = seconds.get(id)!;
      return { wait: all % 2, work: all - (all % 2) };
    },
  });
}
