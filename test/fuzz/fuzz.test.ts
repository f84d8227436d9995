import fc from 'fast-check';
import { expect, test } from 'vitest';
import known from './failures.json' with { type: 'json' };
import { holds, holdsOnDisk } from './hold.ts';
import { fuzzInput, small } from './inputs.ts';

interface KnownFailure {
  what: string;
  handbook: number;
  files: { path: string; text: string }[];
}

const failures: KnownFailure[] = known;

/** The same inputs each time; `npm run fuzz` tries others. */
const seed = 20_261_122;

test('no input crashes the linter or makes a report invalid', () => {
  fc.assert(fc.property(fuzzInput, holds), { seed, numRuns: 150, endOnFailure: true });
});

test('no input makes the command line fail', async () => {
  await fc.assert(fc.asyncProperty(fuzzInput, holdsOnDisk), { seed, numRuns: 20, endOnFailure: true });
});

test.each(failures)('what once failed holds: $what', async ({ handbook, files }) => {
  expect(handbook).toBeLessThan(small.length);
  const input = {
    handbook,
    files: files.map(({ path, text }) => ({ path, bytes: Buffer.from(text, 'latin1') })),
  };
  holds(input);
  await holdsOnDisk(input);
});
