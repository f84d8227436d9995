import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskSource } from '../../linter/node.ts';
import { randomFrom } from '../mutations/random.ts';
import { editAtRandom } from './edits.ts';
import { plainly, printed, sourceOf } from './runs.ts';

const root = join(import.meta.dirname, '../..');
const starters = ['bank', 'clinic', 'contact-centre', 'restaurant'];
const handbooks = [...starters.map((name) => `linter/starters/${name}`), 'policies'];

/** How many edits in a row each handbook gets; more for a long run. */
const steps = Number(process.env.LOOPBOOK_EDITS ?? 12);
const seed = Number(process.env.LOOPBOOK_SEED ?? 1);

function textsIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    diskSource(join(root, folder)).map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]),
  );
}

describe.each(handbooks)('%s', (folder) => {
  test('after any edit, a run that goes on from the last one prints what a run from nothing does', () => {
    const random = randomFrom(seed * 7919 + handbooks.indexOf(folder));
    const begin = textsIn(folder);
    let texts = begin;
    let last = printed(sourceOf(texts));
    expect(last.text).toBe(plainly(sourceOf(texts)));
    const done: string[] = [];
    let warm = 0;
    for (let step = 0; step < steps; step++) {
      // Now and then all edits are undone at once, as by a change of branch.
      const [name, changed] =
        random() < 0.15 ? (['undo all', begin] as const) : editAtRandom(texts, last.handbook, random);
      done.push(name);
      texts = changed;
      const source = sourceOf(texts);
      last = printed(source, last.memory);
      if (last.isWarm) warm++;
      if (last.text !== plainly(source)) expect(last.text, done.join(', ')).toBe(plainly(source));
    }
    expect(warm).toBeGreaterThan(steps / 4);
  }, 300_000);
});
