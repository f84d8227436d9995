import { describe, expect, test } from 'vitest';
import { exceptions, MOST_OTHERS, othersOf } from './causes.ts';
import { handbookRoots, outcomes } from './sample.ts';
import { type Outcome, Workbench } from './workbench.ts';

const COUNT = 400;
const SEED = 20_261_123;

/** One thing wrong is one finding to its author, with a few more at most: a shower hides what is to be done. */
describe('what is told of one mutation', { timeout: 240_000 }, () => {
  const benches = handbookRoots().map((root) => new Workbench(root));
  const tried = [...outcomes(benches, COUNT, SEED)].map(({ mutation, findings }) => ({ mutation, findings }));
  const isExcepted = ({ mutation }: Pick<Outcome, 'mutation'>) =>
    exceptions.some((each) => each.fits(mutation));

  test('comes from one rule, with no more than two findings of others', () => {
    const showers = tried
      .filter((each) => !isExcepted(each))
      .filter(({ findings }) => othersOf(findings).length > MOST_OTHERS)
      .map(told);
    expect(showers).toEqual([]);
  });

  test.each(exceptions)('has an exception that is needed: $why', ({ fits }) => {
    const all = benches.flatMap(({ candidates, root }) => candidates.map((each) => ({ each, root })));
    const showers = all.some(({ each, root }) => {
      const mutation = each.make(() => 0);
      const bench = benches.find((one) => one.root === root)!;
      return mutation && fits(mutation) && othersOf(bench.try(mutation).findings).length > MOST_OTHERS;
    });
    expect(showers).toBe(true);
  });
});

function told({ mutation, findings }: Pick<Outcome, 'mutation' | 'findings'>): string {
  const rules = findings.map(({ rule, messageId, subject }) => `${rule} ${messageId} ${subject}`);
  return [`${mutation.kind} ${mutation.file} ${mutation.words}`, ...rules].join('\n  ');
}
