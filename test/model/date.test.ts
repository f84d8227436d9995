import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDuration, DATE_MESSAGES, daysBetween, parseDate } from '../../linter/model/date.ts';
import { render } from '../../linter/model/message.ts';
import type { DurationUnit } from '../../linter/model/quantity.ts';

const time = (number: number | string, unit: DurationUnit) =>
  ({ kind: 'duration', number: String(number), unit }) as const;
const dates = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2900-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('parseDate', () => {
  it.each([
    ['2026-11-22', 'accepted', undefined],
    ['2028-02-29', 'accepted', undefined],
    ['2026-02-29', 'noSuchDay', undefined],
    ['2026-04-31', 'noSuchDay', undefined],
    ['2026-00-10', 'noSuchMonth', undefined],
    ['2026-13-10', 'noSuchMonth', undefined],
    ['1026-11-22', 'yearOutOfRange', undefined],
    ['2026/11/2', 'dateForm', '2026-11-02'],
    ['2026.11.22', 'dateForm', '2026-11-22'],
    ['20261122', 'dateForm', '2026-11-22'],
    ['2026年11月2日', 'dateForm', '2026-11-02'],
    ['２０２６－１１－２２', 'dateForm', '2026-11-22'],
    ['2026-11-22T08:00:00Z', 'notDate', undefined],
    ['22.11.2026', 'notDate', undefined],
    ['soon', 'notDate', undefined],
    ['', 'notDate', undefined],
  ])('%s is %s', (text, id, suggestion) => {
    const result = parseDate(text);
    expect(result.ok ? 'accepted' : result.problem.messageId).toBe(id);
    expect(result.ok ? undefined : result.suggestion).toBe(suggestion);
    if (result.ok) return;
    for (const language of ['en', 'zh-CN'] as const) {
      const sentence = render(DATE_MESSAGES[result.problem.messageId], result.problem.data, language);
      expect(sentence).not.toMatch(/\{\w+\}/);
    }
  });

  it('accepts every date there is, and judges any text without a throw', () => {
    fc.assert(fc.property(dates, (date) => parseDate(date).ok));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const result = parseDate(text);
        return result.ok || result.suggestion === undefined || parseDate(result.suggestion).ok;
      }),
    );
  });
});

describe('addDuration', () => {
  it.each([
    ['2026-11-20', time(1, 'wd'), '2026-11-23'],
    ['2026-11-21', time(1, 'wd'), '2026-11-23'],
    ['2026-11-22', time(1, 'wd'), '2026-11-23'],
    ['2026-11-22', time(5, 'wd'), '2026-11-27'],
    ['2026-11-22', time(6, 'wd'), '2026-11-30'],
    ['2026-11-22', time(0, 'wd'), '2026-11-22'],
    ['2026-12-31', time(60, 'd'), '2027-03-01'],
    ['2026-11-22', time(48, 'h'), '2026-11-24'],
    ['2026-11-22', time(5, 'min'), undefined],
    ['2026-11-22', time('1.5', 'd'), undefined],
    ['2026-11-22', time('999999999999999', 'd'), undefined],
    ['2026-11-22', time('999999999999999', 'wd'), undefined],
  ])('%s plus %o', (date, duration, expected) => {
    expect(addDuration(date, duration)).toBe(expected);
  });

  it('is undone by daysBetween', () => {
    fc.assert(
      fc.property(dates, fc.nat({ max: 20_000 }), (date, days) => {
        const later = addDuration(date, time(days, 'd'));
        return (
          later !== undefined && daysBetween(date, later) === days && daysBetween(later, date) === 0 - days
        );
      }),
    );
  });

  it('passes exactly the working days asked for, and ends on one', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 300 }), (date, count) => {
        const end = addDuration(date, time(count, 'wd')) ?? '';
        let working = 0;
        for (let day = 1; day <= daysBetween(date, end); day++) {
          const weekday = new Date(addDuration(date, time(day, 'd')) ?? '').getUTCDay();
          if (weekday !== 0 && weekday !== 6) working++;
        }
        const last = new Date(end).getUTCDay();
        return working === count && last !== 0 && last !== 6 && daysBetween(date, end) >= count;
      }),
    );
  });
});
