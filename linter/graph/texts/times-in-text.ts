import { type Duration, parseDuration } from '../../model/quantity.ts';
import { heardNumbers } from './spoken-numbers.ts';

/** A time that a text names, in digits or in words. */
export interface NamedTime {
  written: string;
  /** All that it may stand for. */
  values: Duration[];
}

const units: Record<string, string> = {
  秒: 's',
  分钟: 'min',
  小时: 'h',
  天: 'd',
  日: 'd',
  工作日: 'wd',
  second: 's',
  minute: 'min',
  hour: 'h',
  'working day': 'wd',
  'business day': 'wd',
  day: 'd',
};

const named = new RegExp(
  '(?:(?<figure>\\d+(?:\\.\\d+)?|[一二两三四五六七八九十百]+)\\s?个?(?<han>工作日|秒|分钟|小时|天|日)' +
    '|\\b(?<word>\\d+(?:\\.\\d+)?|[a-z]+(?:-[a-z]+)?)[ -](?<latin>second|minute|hour|working day|business day|day)s?\\b)',
  'giu',
);

/** Half an hour, a few days, two weeks: times that are not read here. */
const unread =
  /半|刻钟|几|周|星期|月|年|数[秒分小天日]|\b(?:half|quarter|few|several|couple|some|weeks?|months?|years?)\b/iu;

/**
 * The times that a text names, in Chinese or English; none where it also names one that is not read here.
 *
 * @example timesIn('Your key within five minutes.') // => [{ written: 'five minutes', values: [5 min] }]
 */
export function timesIn(text: string): NamedTime[] {
  if (unread.test(text)) return [];
  const found: NamedTime[] = [];
  for (const { 0: written, groups = {} } of text.matchAll(named)) {
    const number = groups.figure ?? groups.word ?? '';
    const unit = units[(groups.han ?? groups.latin ?? '').toLowerCase()];
    const numbers = /^an?$/i.test(number) ? ['1'] : [...heardNumbers(number)];
    const values = numbers
      .map((each) => parseDuration(`${each} ${unit}`))
      .flatMap((read) => (read.ok ? [read.value] : []));
    if (values.length > 0) found.push({ written, values });
  }
  return found;
}
