import { describe, expect, test } from 'vitest';
import { MISSING } from './candidates.ts';
import { mutationKinds, shapePreserving } from './mutation.ts';
import { pick, randomFrom } from './random.ts';
import { handbookRoots, outcomes } from './sample.ts';
import { Workbench } from './workbench.ts';

const COUNT = 150;
const SEED = 20_261_122;

/** Laws that hold for every mutation of every handbook; how many are noticed is for `npm run mutations` to say. */
describe('mutations of the handbooks', { timeout: 120_000 }, () => {
  const benches = handbookRoots().map((root) => new Workbench(root));
  const tried = [...outcomes(benches, COUNT, SEED)];

  test('are made, of every kind', () => {
    expect(tried.length).toBe(COUNT);
    const made = new Set(tried.map(({ mutation }) => mutation.kind));
    expect(mutationKinds.filter((kind) => !made.has(kind))).toEqual([]);
  });

  test('start from handbooks without findings', () => {
    expect(benches.flatMap(({ before }) => [...before])).toEqual([]);
  });

  test('change what the file says', () => {
    const idle = tried.filter(({ root, mutation, handbook }) => {
      const before = benches.find((bench) => bench.root === root)?.handbook.files.get(mutation.file);
      const after = handbook.files.get(mutation.file);
      return JSON.stringify([before?.data, before?.body]) === JSON.stringify([after?.data, after?.body]);
    });
    expect(idle.map(told)).toEqual([]);
  });

  test('make no rule crash', () => {
    const crashed = tried
      .flatMap(({ findings }) => findings)
      .filter(({ messageId }) => messageId === 'crash');
    expect(crashed.map(({ rule, data }) => `${rule} ${data.reason}`)).toEqual([]);
  });

  test('that keep the shape have no syntax finding', () => {
    const wrong = tried
      .filter(({ mutation }) => shapePreserving.has(mutation.kind))
      .filter(({ findings }) => findings.some(({ rule }) => rule.startsWith('syntax/')));
    expect(wrong.map(told)).toEqual([]);
  });

  test('have every finding inside its file', () => {
    const outside = tried.filter(({ handbook, findings }) =>
      findings.some(({ at }) => {
        const [start, end] = at.span;
        const length = handbook.files.get(at.file)?.text?.length ?? -1;
        return !(start >= 0 && start <= end && end <= length);
      }),
    );
    expect(outside.map(told)).toEqual([]);
  });

  test('by the same seed are the same', () => {
    const again = [...outcomes(benches, 10, SEED)];
    expect(again.map(told)).toEqual(tried.slice(0, 10).map(told));
  });

  test.each(benches)('that name nothing are noticed by the rules for references: $root', (bench) => {
    const random = randomFrom(SEED);
    const kinds = ['retarget to missing', 'drop file'];
    const candidates = bench.candidates.filter(({ kind }) => kinds.includes(kind));
    const chosen = Array.from({ length: 12 }, () => pick(candidates, random)?.make(random)).filter(
      (mutation) => mutation?.expected,
    );
    expect(chosen.length).toBeGreaterThan(0);
    const missed = chosen
      .map((mutation) => bench.try(mutation!))
      .filter(({ findings }) => !findings.some(({ rule }) => MISSING.some((each) => each === rule)));
    expect(missed.map(told)).toEqual([]);
  });
});

function told({ mutation, findings }: ReturnType<Workbench['try']>): string {
  const rules = findings.map(({ rule, messageId }) => `${rule} ${messageId}`);
  return `${mutation.kind} ${mutation.file} ${mutation.words}: ${rules.join(', ')}`;
}
