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
const steps = Number(process.env.LOOPBOOK_EDITS ?? 25);
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
      // Often all edits are undone at once, so that a handbook full of slips is not all that is looked at.
      const [name, changed] =
        random() < 0.35 ? (['undo all', begin] as const) : editAtRandom(texts, last.handbook, random);
      done.push(name);
      texts = changed;
      const source = sourceOf(texts);
      last = printed(source, last.memory);
      if (last.isWarm) warm++;
      if (last.text !== plainly(source)) expect(last.text, done.join(', ')).toBe(plainly(source));
    }
    expect(warm).toBeGreaterThan(steps / 4);
  }, 300_000);

  test('after one edit of the handbook as it is, too', () => {
    const random = randomFrom(seed * 104_729 + handbooks.indexOf(folder));
    const texts = textsIn(folder);
    const first = printed(sourceOf(texts));
    let warm = 0;
    for (let step = 0; step < 2 * steps; step++) {
      const [name, changed] = editAtRandom(texts, first.handbook, random);
      const source = sourceOf(changed);
      const { text, isWarm } = printed(source, first.memory);
      if (isWarm) warm++;
      if (text !== plainly(source)) expect(text, name).toBe(plainly(source));
    }
    expect(warm).toBeGreaterThan(steps / 2);
  }, 300_000);
});
