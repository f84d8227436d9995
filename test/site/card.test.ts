import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { cardOf, codeOf } from '../../site/data/card.ts';
import { fitOf } from '../../site/data/card-fit.ts';
import type { CardItem } from '../../site/data/card-items.ts';
import { viewOf } from '../../site/data/view.ts';
import { handbookOf } from '../support/handbook.ts';

const handbook = handbookOf({
  'decision-rights/refund.yaml': 'name: Refund\nowner: clerk\nversion: "1.2"\n',
  'roles/clerk.yaml': 'name: Clerk\nowner: clerk\n',
});
const options = { base: '/handbook/', site: new URL('https://example.com') };
const view = viewOf(handbook, handbook.locales[0]!, options);
const refund = handbook.get('decision-right', 'refund')!;

const nothing = { sections: [] };

test('a card leads to its page, and says which version was printed', () => {
  expect(codeOf(view, refund)?.address).toBe('https://example.com/handbook/decision-rights/refund/?v=1.2');
  expect(cardOf(view, refund, nothing)?.label).toContain('1.2');
});

test('the drawn code has the modules of the address, one by one', () => {
  const code = codeOf(view, refund)!;
  const side = code.size + 2;
  const line = code.dashes
    .split(' ')
    .flatMap((length, index) => new Array<boolean>(Number(length)).fill(index % 2 === 0));
  const drawn = Array.from({ length: code.size }, (_, y) => {
    // A row, one step beside it at either end, and the step down to the next.
    const row = line.slice(y * (side + 1), y * (side + 1) + side).slice(1, -1);
    return y % 2 ? row.reverse() : row;
  });
  expect(drawn).toEqual(encode(code.address, { ecc: 'M', border: 0, maskPattern: 2 }).data);
});

test('only what hangs on walls is a card, and it has a code only where its address is known', () => {
  const nowhere = viewOf(handbook, handbook.locales[0]!, { base: options.base });
  expect(cardOf(view, handbook.get('role', 'clerk')!, nothing)).toBeUndefined();
  expect(cardOf(view, refund, nothing)?.code).toBeDefined();
  expect(cardOf(nowhere, refund, nothing)?.code).toBeUndefined();
});

/** Steps that take so many em each to tell. */
function steps(count: number, width: number): CardItem[] {
  return Array.from({ length: count }, (_, index) => ({
    part: '',
    number: index + 1,
    lines: [
      { tone: 'name', line: [], widths: [8], detail: 1 },
      { tone: 'what', line: [], widths: [width], detail: 3 },
    ],
  }));
}

const frame = { label: 'SOP', title: 'Refund', address: 'https://example.com/' };

test.each(['a4', 'a6'] as const)(
  'the more there is to say, the smaller the type of %s, then fewer details, then steps',
  (format) => {
    const few = fitOf({ items: steps(3, 20) }, frame, format);
    const some = fitOf({ items: steps(7, 40) }, frame, format);
    const many = fitOf({ items: steps(15, 400) }, frame, format);
    const most = fitOf({ items: steps(200, 40) }, frame, format);
    expect(few).toMatchObject({ detail: 3, shown: 3 });
    expect(some.size).toBeLessThan(few.size);
    expect(many).toMatchObject({ detail: 1, shown: 15 });
    expect(most.detail).toBe(1);
    expect(most.shown).toBeGreaterThan(10);
    expect(most.shown).toBeLessThan(200);
  },
);
