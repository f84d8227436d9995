import { describe, expect, test } from 'vitest';
import { components } from '../../linter/model/components.ts';
import { parseMdx } from '../../linter/parse/mdx.ts';
import { ProblemCollector } from '../../linter/parse/problem.ts';

function read(source: string) {
  const report = new ProblemCollector('a.mdx');
  const body = parseMdx(source, source.startsWith('\uFEFF') ? 1 : 0, report);
  const problems = report.problems.map(({ messageId, at: { span } }) => [messageId, source.slice(...span)]);
  return { body, problems };
}

describe('what a body holds', () => {
  const source = [
    '\uFEFF---',
    'name: 甲',
    '---',
    '',
    '## Why 🙂',
    '',
    'Up to <Limit of="decision-right:complaint" role=\'waiter\' /> per case; see [the SOP](sop:verify-id).',
    '',
    '<Note type="warning">',
    '',
    '- **注意：**不得收现金',
    '',
    '</Note>',
  ].join('\r\n');
  const { body, problems } = read(source);

  test('is sound', () => expect(problems).toEqual([]));

  test('headings, links and components have their exact places, byte order mark and CRLF counted', () => {
    expect(body.headings.map(({ text, span }) => [text, source.slice(...span)])).toEqual([
      ['Why 🙂', '## Why 🙂'],
    ]);
    expect(body.links.map(({ url, span }) => [url, source.slice(...span)])).toEqual([
      ['sop:verify-id', '[the SOP](sop:verify-id)'],
    ]);
    const [limit, note] = body.components;
    expect(limit!.attributes.map(({ name, value, span }) => [name, value, source.slice(...span)])).toEqual([
      ['of', 'decision-right:complaint', 'decision-right:complaint'],
      ['role', 'waiter', 'waiter'],
    ]);
    expect(source.slice(...note!.span)).toBe('<Note type="warning">');
  });
});

describe('programs are refused, at their place', () => {
  test.each([
    ['import', 'import x from "y"\n', 'esm', 'import x from "y"\n'],
    ['export', 'export const x = process.env\n', 'esm', 'export const x = process.env\n'],
    ['an expression in a line', 'a {process.env.TOKEN} b', 'expression', '{process.env.TOKEN}'],
    ['an expression as a block', '{(() => fetch("/"))()}', 'expression', '{(() => fetch("/"))()}'],
    ['code behind a comment', '{/* a */ b /* c */}', 'expression', '{/* a */ b /* c */}'],
    ['a spread', '<Note {...x}>a</Note>', 'spread', '{...x}'],
    ['a computed attribute', '<Role id={x} />', 'expressionValue', 'id={x}'],
    ['an event handler', '<Role id="a" onclick="x()" />', 'unknownAttribute', 'onclick'],
    ['a directive of Astro', '<Role id="a" set:html="x" />', 'unknownAttribute', 'set:html'],
    ['a script', '<script>alert(1)</script>', 'html', 'script'],
    ['a frame', '<iframe src="x" />', 'html', 'iframe'],
    ['an unknown component', '<Lmit of="x" />', 'unknownComponent', 'Lmit'],
    ['a fragment', '<>a</>', 'unknownComponent', '<>'],
    ['a property of every object as component', '<constructor />', 'html', 'constructor'],
    ['a script address', '[a](javascript:alert(1))', 'linkProtocol', '[a](javascript:alert(1))'],
    ['a script address with entities', '[a](java&#115;cript:x)', 'linkProtocol', '[a](java&#115;cript:x)'],
    ['a script address by reference', '[a][b]\n\n[b]: JavaScript:x', 'linkProtocol', '[b]: JavaScript:x'],
    ['a data image', '![a](data:image/svg+xml,x)', 'linkProtocol', '![a](data:image/svg+xml,x)'],
    ['an autolink', '[a](vbscript:x)', 'linkProtocol', '[a](vbscript:x)'],
  ])('%s', (_, source, messageId, quoted) => {
    expect(read(source).problems).toEqual([[messageId, quoted]]);
  });

  test('comments are welcome', () => {
    expect(read('a {/* note to self */} b\n\n{/* one */}\n').problems).toEqual([]);
  });

  test.each(['https://a.example/', 'mailto:a@b.example', 'tel:+861', '../x.mdx', '#why', 'role:waiter'])(
    'the address %s is allowed',
    (url) => expect(read(`[a](${url})`).problems).toEqual([]),
  );
});

describe('slips of authors, in their words', () => {
  test.each([
    ['less than', 'rooms <10 in all', 'lessThan', '<'],
    ['an HTML comment', 'a <!-- note --> b', 'htmlComment', '<!-- note -->'],
    ['a brace', 'a {no one', 'unclosedBrace', '{'],
    ['an unclosed tag', '<Note>\na', 'unclosedTag', '<Note'],
    ['an unclosed tag at the end of the file', 'a\n\n<Role id="x"', 'unclosedTag', '<Role'],
    ['a stray closing tag', 'a</Note>', 'strayClosingTag', '</Note>'],
    ['a missing attribute', '<Limit role="waiter" />', 'missingAttribute', 'Limit'],
    ['a value not in the list', '<Note type="inf">a</Note>', 'attributeValue', 'inf'],
  ])('%s', (_, source, messageId, quoted) => {
    expect(read(source).problems).toEqual([[messageId, quoted]]);
  });

  test('a body that is not sound MDX is still read for headings and links', () => {
    const { body } = read('## Why\n\nrooms <10, see [it](sop:a)\n');
    expect(body.sound).toBe(false);
    expect(body.headings.map(({ text }) => text)).toEqual(['Why']);
    expect(body.links.map(({ url }) => url)).toEqual(['sop:a']);
  });
});

test('Chinese emphasis within thousands of quotes in quotes is too deep, and no overflow of the stack', () => {
  expect(read(`${'>'.repeat(9000)}**注意：**不得`).problems).toEqual([['tooDeep', '>']]);
});

test('every component of the set is accepted with its required attributes', () => {
  for (const [name, { attributes }] of Object.entries(components)) {
    const written = Object.entries(attributes)
      .filter(([, { required }]) => required)
      .map(([attribute]) => ` ${attribute}="a"`)
      .join('');
    expect(read(`<${name}${written}>a</${name}>`).problems).toEqual([]);
  }
});
