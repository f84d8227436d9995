import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { cardOf } from '../../site/data/card.ts';
import { viewOf } from '../../site/data/view.ts';
import { handbookOf } from '../support/handbook.ts';

const handbook = handbookOf({
  'decision-rights/refund.yaml': 'name: Refund\nowner: clerk\nversion: "1.2"\n',
  'roles/clerk.yaml': 'name: Clerk\nowner: clerk\n',
});
const options = { base: '/handbook/', site: new URL('https://example.com') };
const view = viewOf(handbook, handbook.locales[0]!, options);
const refund = handbook.get('decision-right', 'refund')!;

test('a card leads to its page, and says which version was printed', () => {
  expect(cardOf(view, refund)?.address).toBe('https://example.com/handbook/decision-rights/refund/?v=1.2');
});

test('the drawn code has the modules of the address, one by one', () => {
  const card = cardOf(view, refund)!;
  const drawn = Array.from({ length: card.size }, () => new Array<boolean>(card.size).fill(false));
  let [row, at] = [0, 0];
  for (const [, x, y, gap, length] of card.code.matchAll(/(?:M(\d+) (\d+)|m(\d+) 0)h(\d+)/g)) {
    if (y !== undefined) row = Number(y);
    at = x === undefined ? at + Number(gap) : Number(x);
    const end = at + Number(length);
    for (; at < end; at++) drawn[row]![at] = true;
  }
  expect(drawn).toEqual(encode(card.address, { ecc: 'M', border: 0, maskPattern: 2 }).data);
});

test('only what hangs on walls is a card, and only where its address is known', () => {
  const nowhere = viewOf(handbook, handbook.locales[0]!, { base: options.base });
  expect(cardOf(view, handbook.get('role', 'clerk')!)).toBeUndefined();
  expect(cardOf(nowhere, refund)).toBeUndefined();
});
