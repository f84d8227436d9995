import { describe, expect, test } from 'vitest';
import { parsePage, unmark } from '../../linter/rules/page.ts';
import { pageOf } from '../support/pages.ts';

const prose = ['Why', '为什么', 'How to mend it', '如何修改', 'When not to use it', '何时不用']
  .map((heading) => `## ${heading}\n\n${heading}.\n`)
  .join('\n');
const page = (rest: string, head = '# wording/example\n\nRequire it.\n应有。\n\n') =>
  `${head}${prose}\n${rest}`;
const wrong = `## Wrong: a slip | 错误：一处

\`\`\`yaml roles/waiter.yaml
owner: ⟦waitr⟧
\`\`\`

- missing: There is none.
- missing: 没有。
`;

describe('a page', () => {
  test('yields summary, prose, options and examples', () => {
    const options = '## Options | 选项\n\n- `words`: More words. | 更多词。\n\n';
    expect(parsePage(page(options + wrong))).toEqual({
      id: 'wording/example',
      summary: { en: 'Require it.', 'zh-CN': '应有。' },
      why: { en: 'Why.', 'zh-CN': '为什么.' },
      mend: { en: 'How to mend it.', 'zh-CN': '如何修改.' },
      except: { en: 'When not to use it.', 'zh-CN': '何时不用.' },
      options: [{ name: 'words', text: { en: 'More words.', 'zh-CN': '更多词。' } }],
      examples: [
        {
          verdict: 'wrong',
          title: { en: 'a slip', 'zh-CN': '一处' },
          files: [{ path: 'roles/waiter.yaml', language: 'yaml', text: 'owner: waitr\n', marks: [[7, 12]] }],
          findings: [{ messageId: 'missing', message: { en: 'There is none.', 'zh-CN': '没有。' } }],
        },
      ],
    });
  });

  test('keeps headings and fences inside longer fences', () => {
    const [example] = pageOf('wording/vague-time').examples.filter(
      ({ files }) => files[0]?.language === 'mdx',
    );
    expect(example?.files[0]?.text).toContain('\n## 步骤\n');
  });

  test('reads the same with CRLF', () => {
    expect(parsePage(page(wrong).replaceAll('\n', '\r\n'))).toEqual(parsePage(page(wrong)));
  });

  test.each([
    ['no title', 'Require it.', /begins with its title/],
    ['one summary only', page('', '# a/b\n\nRequire it.\n\n'), /summary in two lines/],
    ['a missing section', page('').replace('## 为什么', '## 缘由'), /expected section "为什么"/],
    ['an empty section', page('').replace('Why.', ''), /expected section "Why" with text/],
    ['an option in one language', page('## Options | 选项\n\n- `words`: More.\n'), /English \| 中文/],
    ['a heading in one language', page(wrong.replace(' | 错误：一处', '')), /expected "Wrong: …/],
    ['verdicts that differ', page(wrong.replace('错误', '正确')), /expected "Wrong: …/],
    ['an example without a file', page('## Right: x | 正确：x\n\n'), /has no file/],
    ['a mark without a message', page(wrong.replace(/- missing.*\n/g, '')), /1 marks and 0 messages/],
    ['a message without a mark', page(wrong.replace(/[⟦⟧]/g, '')), /0 marks and 1 messages/],
    [
      'a message in one language',
      page(wrong.replace('- missing: 没有。\n', '')),
      /not said in both languages/,
    ],
    [
      'a right example with a finding',
      page(wrong.replace('Wrong', 'Right').replace('错误', '正确')),
      /\(right\)/,
    ],
    ['other lines', page(`${wrong}\nSo it is.\n`), /expected "- messageId: message"/],
    ['marks left open', page(wrong.replace('⟧', '')), /without "⟧"/],
  ])('with %s is refused', (_, text, reason) => {
    expect(() => parsePage(text)).toThrow(reason);
  });
});

test('marks nest and are sorted by start, then end', () => {
  expect(unmark('⟦a ⟦b⟧⟧ ⟦⟦c⟧ d⟧')).toEqual({
    text: 'a b c d',
    marks: [
      [0, 3],
      [2, 3],
      [4, 5],
      [4, 7],
    ],
  });
});
