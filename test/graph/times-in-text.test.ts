import { expect, test } from 'vitest';
import { timesIn } from '../../linter/graph/texts/times-in-text.ts';

const shown = (text: string) =>
  timesIn(text).map(({ written, values }) => [
    written,
    values.map(({ number, unit }) => `${number} ${unit}`),
  ]);

test.each([
  ['Your key within five minutes.', 'five minutes', '5 min'],
  ['Answered in 2 working days.', '2 working days', '2 wd'],
  ['Your complaint is settled within a day.', 'a day', '1 d'],
  ['In forty-five minutes at your door.', 'forty-five minutes', '45 min'],
  ['您的投诉一天之内有结果。', '一天', '1 d'],
  ['登记后二十分钟内见到医生。', '二十分钟', '20 min'],
  ['2 个工作日内答复。', '2 个工作日', '2 wd'],
])('%s', (text, written, value) => {
  const [time, ...others] = shown(text);
  expect(others).toEqual([]);
  expect(time?.[0]).toBe(written);
  expect(time?.[1]).toContain(value);
});

test.each([
  'Within half an hour.',
  'A few minutes, or 10 minutes at noon.',
  '半小时内送到。',
  'On the day.',
  '当天',
])('nothing is read for certain in %s', (text) => expect(shown(text)).toEqual([]));
