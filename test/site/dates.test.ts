import { expect, test } from 'vitest';
import type { Block } from '../../site/data/blocks.ts';
import { dueDates } from '../../site/data/dates.ts';
import { calendar, calendarPath } from '../../site/data/overviews/calendar.ts';
import { health } from '../../site/data/overviews/health.ts';
import { viewOf } from '../../site/data/view.ts';
import { textOf } from '../../site/data/words.ts';
import { handbookOf, type MemoryFiles } from '../support/handbook.ts';
import { openPages } from './open-pages.ts';

const head = (name: string) => `name: ${name}\nowner: lead\n`;
const files: MemoryFiles = {
  'loopbook.yaml': 'title: Night desk\nlocales: [en, zh-CN]\n',
  'units/desk.yaml': `${head('Desk')}type: department\n`,
  'roles/lead.yaml': `${head('Lead')}unit: desk\nreviewed: 2026-01-10\nreviewEvery: 365 d\n`,
  'roles/auditor.yaml': `${head('Auditor')}unit: desk\nreviewed: 2026-01-10\n`,
  'tools/till.yaml': `${head('Till')}reviewed: 2025-01-10\nreviewEvery: 90 d\n`,
  'tools/old.yaml': `${head('Old till')}status: retired\nreviewed: 2025-01-10\nreviewEvery: 90 d\n`,
  'training/drill.yaml': `${head('Drill')}every: 30 d\nlastDelivered: { date: 2026-11-10 }\n`,
  'training/never.yaml': `${head('Never given')}every: 30 d\n`,
  'inspections/count.yaml': `${head('Cash count')}by: auditor\nevery: 7 d\nresults: [{ date: 2026-11-01 }, { date: 2026-11-20 }]\n`,
  'inspections/spot.yaml': `${head('Spot check')}by: auditor\nevery: 7 d\n`,
  'improvements/faster.yaml': `${head('Faster')}due: 2026-12-24\nphase: do\n`,
  'improvements/done.yaml': `${head('Done')}due: 2026-12-24\nphase: closed\n`,
};
const handbook = handbookOf(files, '2026-11-22');
const view = viewOf(handbook, 'en', { base: '/' });

test('days follow from what is written; what is retired, closed or was never given has none', () => {
  const days = dueDates(view).map(({ date, what, entity, by, overdue }) =>
    [date, what, entity.id, by?.id, overdue ? 'overdue' : ''].join(' '),
  );
  expect(days).toEqual([
    '2025-04-10 review till lead overdue',
    '2026-11-27 inspection count auditor ',
    '2026-12-10 training drill lead ',
    '2026-12-24 improvement faster lead ',
    '2027-01-10 review lead lead ',
  ]);
});

test('the calendar shows what is overdue, then month by month', () => {
  const { sections } = calendar.page(view);
  expect(sections.map(({ title }) => title)).toEqual([
    'Overdue',
    'November 2026',
    'December 2026',
    'January 2027',
    'Without a day',
    '',
  ]);
  const [, list] = sections.at(-2)!.blocks;
  expect(list?.type === 'list' && list.items.map(({ line, notes }) => [line, ...notes!].map(textOf))).toEqual(
    [
      ['Never given', 'Training: Lead'],
      ['Spot check', 'Inspection: Auditor'],
    ],
  );
  const { 'training/never.yaml': _, 'inspections/spot.yaml': __, ...dated } = files;
  const whole = calendar.page(viewOf(handbookOf(dated, '2026-11-22'), 'en', { base: '/' }));
  expect(whole.sections.map(({ title }) => title)).not.toContain('Without a day');
  const chinese = viewOf(handbook, 'zh-CN', { base: '/' });
  expect(calendar.page(chinese).sections[1]!.title).toBe('2026年11月');
  expect([calendarPath(view), calendarPath(chinese)]).toEqual(['calendar.ics', 'zh-CN/calendar.ics']);
});

test('the state of a handbook counts what was found and what is overdue, for each owner, in the reader’s language', async () => {
  await openPages(handbook);
  const cells = (block: Block | undefined) =>
    block?.type === 'table' ? block.rows.map((row) => row.map(({ lines }) => lines.map(textOf).join())) : [];
  const { sections } = health.page(view);
  const owners = sections.find(({ id }) => id === '_owners');
  const rows = cells(owners?.blocks[0]);
  expect(rows).toHaveLength(1);
  expect(rows[0]!.slice(0, 2)).toEqual(['Lead,Desk', String(handbook.entities.length)]);
  // Not covered, found, overdue.
  expect(Number(rows[0]![2])).toBeGreaterThan(0);
  expect(Number(rows[0]![3])).toBeGreaterThan(5);
  expect(rows[0]![4]).toBe('1');
  const units = sections.find(({ id }) => id === '_units');
  expect(cells(units?.blocks[0])).toEqual([['Desk', ...rows[0]!.slice(1)]]);
  const first = (language: 'en' | 'zh-CN') => {
    const list = health.page(viewOf(handbook, language, { base: '/' })).sections.at(-1)!.blocks[0]!;
    return list.type === 'list' ? textOf(list.items[0]!.line) : '';
  };
  expect(first('en')).toMatch(/^[\x20-\x7e–’“”]+$/);
  expect(first('zh-CN')).toMatch(/\p{Script=Han}.*[；。]/u);
});
