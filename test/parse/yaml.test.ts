import { describe, expect, test } from 'vitest';
import { ProblemCollector } from '../../linter/parse/problem.ts';
import { parseYaml } from '../../linter/parse/yaml.ts';

function read(source: string, offset = 0) {
  const report = new ProblemCollector('a.yaml');
  const document = parseYaml(source, offset, report);
  const { data, spans } = document.content();
  const problems = report.problems.map(({ messageId, at: { span } }) => [
    messageId,
    source.slice(span[0] - offset, span[1] - offset),
  ]);
  return { document, data, spans, problems };
}

describe('data and spans', () => {
  test('every value has the span of its text, every field that of its name', () => {
    const source = 'name: { zh-CN: 甲, en: "A 🙂" }\nsteps:\n  - id: verify\n  - end\n';
    const { data, spans, problems } = read(source);
    expect(problems).toEqual([]);
    expect(data).toEqual({ name: { 'zh-CN': '甲', en: 'A 🙂' }, steps: [{ id: 'verify' }, 'end'] });
    const quoted = (pointer: string) => source.slice(...spans[pointer]!.value);
    expect(quoted('/name/zh-CN')).toBe('甲');
    expect(quoted('/name/en')).toBe('"A 🙂"');
    expect(quoted('/steps/0/id')).toBe('verify');
    expect(quoted('/steps/1')).toBe('end');
    expect(source.slice(...spans['/steps/0/id']!.key!)).toBe('id');
  });

  test('spans are relative to the file, not to the front matter', () => {
    const { spans } = read('name: x', 4);
    expect(spans['/name']).toEqual({ key: [4, 8], value: [10, 11] });
  });

  test('dropped subtrees leave data and spans; later items of a list move up', () => {
    const { document } = read('a: 1\nlist:\n  - x\n  - y\n  - z\n');
    const { data, spans } = document.content(new Set(['/a', '/list/1']));
    expect(data).toEqual({ list: ['x', 'z'] });
    expect(Object.keys(spans)).toEqual(['', '/list', '/list/0', '/list/1']);
  });

  test('dates, versions and words of other YAML versions stay text', () => {
    expect(read('reviewed: 2026-11-22\ntime: 12:30\n').data).toEqual({
      reviewed: '2026-11-22',
      time: '12:30',
    });
  });

  test('a field without a value is null at its name', () => {
    const { data, spans } = read('owner:\nname: x\n');
    expect(data).toEqual({ owner: null, name: 'x' });
    expect(spans['/owner']).toEqual({ key: [0, 5], value: [0, 5] });
  });
});

describe('what is refused, at its place', () => {
  test.each([
    ['an anchor', 'a: &x 1\n', 'anchor', '1'],
    ['an alias', 'a: *x\n', 'alias', '*x'],
    ['a tag', 'a: !!binary aGk=\n', 'tag', 'aGk='],
    ['a directive', '%YAML 1.1\n---\na: 1\n', 'directive', '%YAML 1.1'],
    ['a second document', 'a: 1\n---\nb: 2\n', 'multipleDocuments', '---\nb: 2\n'],
    ['a prototype key', '__proto__: { a: 1 }\n', 'forbiddenKey', '__proto__'],
    ['a constructor key', 'a:\n  constructor: 1\n', 'forbiddenKey', 'constructor'],
    ['a duplicate key', 'a: 1\nb: 2\na: 3\n', 'duplicateKey', 'a'],
    ['a duplicate key in quotes', '1: x\n"1": y\n', 'duplicateKey', '"1"'],
    ['a tab as indentation', 'a:\n\tb: 1\n', 'tab', '\t'],
    ['a full-width colon', 'name: x\nowner：y\nunit: z\n', 'fullWidthColon', '：'],
    ['a full-width comma in braces', 'name: {zh-CN: 甲，en: b}\n', 'fullWidthComma', '，'],
    ['an unclosed bracket', 'a: [1, 2\nb: 3\n', 'unclosed', '['],
    ['an unclosed quotation mark', 'a: "x\n', 'unclosed', '"'],
    ['a colon in a text', 'a: note: this\n', 'colonInText', 'n'],
    ['a reserved first character', 'a: @x\n', 'specialStart', '@'],
    ['a word that is a boolean elsewhere', 'a: no\n', 'ambiguousWord', 'no'],
    ['a number that is not what is written', 'a: 1.10\n', 'ambiguousNumber', '1.10'],
    ['an octal number', 'a: 010\n', 'ambiguousNumber', '010'],
    ['a number that loses digits', 'a: 12345678901234567890\n', 'ambiguousNumber', '12345678901234567890'],
    ['not a number', 'a: .nan\n', 'ambiguousNumber', '.nan'],
    ['a key that is not text', '? [a]\n: 1\n', 'keyNotText', '[a]'],
  ])('%s', (_, source, messageId, quoted) => {
    expect(read(source).problems).toEqual([[messageId, quoted]]);
  });

  test('the first of two equal keys is kept, and shown', () => {
    const report = new ProblemCollector('a.yaml');
    expect(parseYaml('a: 1\na: 2\n', 0, report).content().data).toEqual({ a: 1 });
    expect(report.problems[0]!.related![0]!.at.span).toEqual([0, 1]);
  });

  test('words in quotes mean what they say', () => {
    expect(read('a: "no"\nb: "1.10"\n').problems).toEqual([]);
  });
});

describe('hostile files', () => {
  test('ten thousand levels end in one finding', () => {
    expect(read('['.repeat(10_000)).problems.map(([messageId]) => messageId)).toContain('tooDeep');
    expect(read(`${'a: {'.repeat(10_000)}`).problems.length).toBeLessThan(5);
  });

  test('a bomb of aliases expands to nothing', () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`,
    );
    const { data, problems } = read(`l0: &l0 x\n${levels.join('\n')}\n`);
    expect(JSON.stringify(data).length).toBeLessThan(500);
    expect(problems.every(([messageId]) => messageId === 'anchor' || messageId === 'alias')).toBe(true);
  });

  test('prototypes stay untouched', () => {
    const { data } = read('__proto__: { polluted: true }\nx: { __proto__: { polluted: true } }\n');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((data as { x: Record<string, unknown> }).x.polluted).toBeUndefined();
  });

  test('eight thousand keys are checked in a moment', () => {
    const keys = Array.from({ length: 8_000 }, (_, i) => `k${i}: ${i}`);
    const { data, problems } = read([...keys, 'k0: again'].join('\n'));
    expect(Object.keys(data as object)).toHaveLength(8_000);
    expect(problems).toEqual([['duplicateKey', 'k0']]);
  });

  test('after a slip the rest of the file is read as far as it goes', () => {
    const { data } = read('name: x\nowner：y\nunit: z\nlist: [a, b]\n');
    expect(data).toMatchObject({ name: 'x', list: ['a', 'b'] });
  });
});
