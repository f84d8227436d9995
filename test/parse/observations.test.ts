import { describe, expect, test } from 'vitest';
import { render } from '../../linter/model/message.ts';
import { parseCsv } from '../../linter/parse/csv.ts';
import { readObservations } from '../../linter/parse/observations.ts';
import { ProblemCollector } from '../../linter/parse/problem.ts';

function read(text: string) {
  const report = new ProblemCollector('data/nps.csv');
  const observations = readObservations(text, text.startsWith('\uFEFF') ? 1 : 0, report);
  const problems = report.problems.map(({ rule, messageId, at, template, data, suggest }) => ({
    rule,
    messageId,
    quoted: text.slice(...at.span),
    en: render(template, data, 'en'),
    edit: suggest?.[0]?.edits?.[0]?.text,
  }));
  return { observations, problems };
}

describe('cells', () => {
  const spell = (text: string) => {
    const rows = parseCsv(text, text.startsWith('\uFEFF') ? 1 : 0, new ProblemCollector('x'));
    for (const { span } of rows.flat()) expect(span[0]).toBeLessThanOrEqual(span[1]);
    return rows.map((row) => row.map(({ text: cell, span }) => [cell, text.slice(...span)]));
  };

  test.each(['\n', '\r\n'])('stand where they are, whatever ends the lines (%j)', (end) => {
    const text = `\uFEFFa,b${end}${end}"客 ""x""", 😀 ${end} , ${end}1,"2${end}3"`;
    expect(spell(text)).toEqual([
      [
        ['a', 'a'],
        ['b', 'b'],
      ],
      [
        ['客 "x"', '"客 ""x"""'],
        ['😀', '😀'],
      ],
      [
        ['1', '1'],
        [`2${end}3`, `"2${end}3"`],
      ],
    ]);
  });

  test('may end their lines in two ways', () => {
    expect(spell('a,b\r\n1,2\n3,4')).toHaveLength(3);
  });

  test('may be empty, at the start, in the middle and at the end', () => {
    expect(spell('a,b,c\n,1,\n,,2')).toEqual([
      [
        ['a', 'a'],
        ['b', 'b'],
        ['c', 'c'],
      ],
      [
        ['', ''],
        ['1', '1'],
        ['', ''],
      ],
      [
        ['', ''],
        ['', ''],
        ['2', '2'],
      ],
    ]);
  });
});

describe('observations', () => {
  test('have a period, a value, cases and what they are broken down by', () => {
    const { observations, problems } = read('period,value,n,by\n2026-10,-12.50,40,north\n2026-W41,7,,\n');
    expect(problems).toEqual([]);
    expect(observations.map(({ at, ...rest }) => rest)).toEqual([
      {
        period: '2026-10',
        from: '2026-10-01',
        to: '2026-10-31',
        value: -12.5,
        written: '-12.50',
        n: 40,
        by: 'north',
      },
      { period: '2026-W41', from: '2026-10-05', to: '2026-10-11', value: 7, written: '7' },
    ]);
  });

  test('may leave out columns, and order them freely', () => {
    const { observations, problems } = read('value,period\n1,2026-Q3\n2,2026-Q2');
    expect(problems).toEqual([]);
    expect(observations.map(({ period, value }) => [period, value])).toEqual([
      ['2026-Q2', 2],
      ['2026-Q3', 1],
    ]);
  });
});

describe('what is wrong is said where it stands', () => {
  test.each([
    ['', 'empty', ''],
    ['2026-10,5,3\n', 'noHeader', '2026-10,5,3'],
    ['period;value\n2026-10;5\n', 'separator', 'period;value'],
    ['period,value,guest\n2026-10,5,Li\n', 'unknownColumn', 'guest'],
    ['perod,value\n2026-10,5\n', 'unknownColumn', 'perod'],
    ['月份,value\n2026-10,5\n', 'unknownColumn', '月份'],
    ['period,Result\n2026-10,5\n', 'unknownColumn', 'Result'],
    ['period,value,value\n2026-10,5,5\n', 'twice', 'value'],
    ['period,n\n2026-10,5\n', 'missingColumn', 'period,n'],
    ['period,value\n2026-10\n', 'emptyCell', ''],
    ['period,value\n2026-10,"12 min"\n', 'notNumber', '"12 min"'],
    ['period,value\n2026-10,"1,234"\n', 'numberForm', '"1,234"'],
    ['period,value,n\n2026-10,5,4.5\n', 'notCount', '4.5'],
    ['period,value\n2026-10,12,5\n', 'extraCell', '2026-10,12,5'],
    ['period,value\n2026年9月,12\n', 'periodForm', '2026年9月'],
    ['period,value\n2026-13,12\n', 'noSuchPeriod', '2026-13'],
    ['period,value\nlast month,12\n', 'notPeriod', 'last month'],
    ['period,value\n2026-10,1\n"2026-10",2\n', 'duplicate', '"2026-10"'],
    ['period,value\n2026-10,1\n2026-Q4,2\n', 'overlap', '2026-Q4'],
    ['period,value\n2026-09,1\n2026-10,"1\n', 'quoteOpen', '"1'],
  ])('%j', (text, messageId, quoted) => {
    const { problems } = read(text);
    expect(problems.map((each) => [each.messageId, each.quoted])).toEqual([[messageId, quoted]]);
    expect(problems[0]!.rule).toMatch(/^syntax\/(file|value)$/);
    expect(problems[0]!.en).not.toMatch(/[{}]/);
  });

  test('with the right form where it can be told', () => {
    const edits = (text: string) => read(text).problems.map(({ edit }) => edit);
    expect(edits('period,value\n2026/9,"1,234.5"\n')).toEqual(['2026-09', '1234.5']);
    expect(edits('period,value\n2026-w41,１２\n')).toEqual(['2026-W41', '12']);
  });
});

describe('totals of a period in place of its value', () => {
  test.each([
    ['promoters,detractors,n', '55,10,100', 45],
    ['promoters,detractors,n', '10,70,80', -75],
    ['satisfied,n', '93,120', 77.5],
    ['scores,n', '620,100', 6.2],
    ['solved,n', '2,3', 66.67],
    ['talk,hold,wrap,n', '3000,600,900,10', 450],
    ['wait,n', '1800,100', 18],
  ])('%s: %s is %d', (columns, cells, value) => {
    const { observations, problems } = read(`period,${columns}\n2026-10,${cells}\n`);
    expect(problems).toEqual([]);
    expect(observations[0]).toMatchObject({ value, written: String(value) });
  });

  test.each([
    ['period,promoters,detractors\n2026-10,5,1\n', 'missingColumn', 'period,promoters,detractors'],
    ['period,promoters,n\n2026-10,5,10\n', 'missingColumn', 'period,promoters,n'],
    ['period,promoters,detractors,n\n2026-10,60,50,100\n', 'tooMany', '60'],
    ['period,satisfied,n\n2026-10,-1,100\n', 'negativeTotal', '-1'],
    ['period,satisfied,n\n2026-10,0,0\n', 'noCases', '0'],
    ['period,satisfied,n\n2026-10,5,\n', 'emptyCell', ''],
    ['period,solvd,n\n2026-10,5,10\n', 'unknownColumn', 'solvd'],
  ])('%j', (text, messageId, quoted) => {
    expect(read(text).problems.map((each) => [each.messageId, each.quoted])).toEqual([[messageId, quoted]]);
  });
});

test('a hundred thousand lines are read', () => {
  const lines = Array.from({ length: 100_000 }, (_, i) => `2026-10,${i % 90},12,unit-${i}`);
  const { observations, problems } = read(`period,value,n,by\n${lines.join('\n')}\n`);
  expect(problems).toEqual([]);
  expect(observations).toHaveLength(100_000);
});
