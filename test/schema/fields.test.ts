import { expect, test } from 'vitest';
import { fieldAt, fieldsBelow, fieldsOf, patternForm, schemaTitle } from '../../linter/schema/fields.ts';

test('a field is found by its place in data', () => {
  expect(fieldAt('process', '/steps/3/role')).toMatchObject({
    pointer: '/steps/*/role',
    ref: ['role'],
    types: ['string', 'array'],
    required: false,
    title: { en: 'Role', 'zh-CN': '负责岗位' },
  });
  expect(fieldAt('process', '/steps/3/roll')).toBeUndefined();
});

test('a name that is spelt out wins over a star', () => {
  expect(fieldAt('process', '/steps/0/next/all')).toMatchObject({
    pointer: '/steps/*/next/all',
    types: ['array'],
  });
  expect(fieldAt('process', '/steps/0/next/1')).toMatchObject({ title: { en: 'Branch', 'zh-CN': '分支' } });
});

test('all places of references to steps are known', () => {
  const places = fieldsOf('process').filter((field) => field.ref?.includes('#step'));
  expect(places.map((field) => field.pointer)).toEqual([
    '/steps/*/next',
    '/steps/*/next/all/*',
    '/steps/*/next/*/to',
  ]);
});

test('what refers to the same kind is named by that kind', () => {
  expect(fieldAt('sop', '/supersedes/0')).toMatchObject({ ref: ['sop'] });
  expect(fieldAt('standard', '/supersedes/0')).toMatchObject({ ref: ['standard'] });
});

test('keys of maps may be references', () => {
  expect(fieldAt('incentive', '/weights')).toMatchObject({ keyRef: ['metric'], types: ['object'] });
});

test('the fields below a place are those of the object there', () => {
  const names = fieldsBelow('decision-right', '/grants/0').map((field) => field.name);
  expect(names).toEqual(['role', 'limit', 'condition', 'per', 'escalate', 'within']);
  expect(fieldsBelow('process', '/steps/0/next').map((field) => field.name)).toEqual(['all']);
});

test('values have labels, polarity and order', () => {
  expect(fieldAt('standard', '/level')).toMatchObject({
    polarity: 'lower-weakens',
    order: ['shall', 'should', 'may'],
    values: [
      { value: 'shall', label: { en: 'shall', 'zh-CN': '应' } },
      { value: 'should', label: { en: 'should', 'zh-CN': '宜' } },
      { value: 'may', label: { en: 'may', 'zh-CN': '可' } },
    ],
  });
});

test('kinds and patterns have words', () => {
  expect(schemaTitle('decision-right').title).toEqual({ en: 'Decision right', 'zh-CN': '授权事项' });
  expect(patternForm('^[A-Z]{3}$')?.en).toBe('a three-letter currency code such as CNY');
});
