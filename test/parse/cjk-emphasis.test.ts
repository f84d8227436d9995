import fc from 'fast-check';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { restorePunctuation, shieldPunctuation } from '../../linter/parse/cjk-emphasis.ts';
import { mdxTree } from '../../linter/parse/satteri.ts';

function strong(source: string): string[] {
  const found: string[] = [];
  visit(mdxTree(source), 'strong', (node) => {
    expect(source.slice(node.position!.start.offset, node.position!.end.offset)).toContain(plainText(node));
    found.push(plainText(node));
  });
  return found;
}

test.each([
  ['**注意：**不得收取现金', ['注意：']],
  ['请**“先致歉”**再处理', ['“先致歉”']],
  ['前**（甲）**后，**乙。**丙', ['（甲）', '乙。']],
  ['**plain** text', ['plain']],
  ['**甲**乙', ['甲']],
  ['a ** b ** c', []],
  ['\\*\\*注意：\\*\\*不得', []],
  ['`**注意：**不得`', []],
])('%s', (source, expected) => expect(strong(source)).toEqual(expected));

test('the tree holds the text as written', () => {
  expect(plainText(mdxTree('**注意：**不得'))).toBe('注意：不得');
});

test('shielding keeps the length, and restoring gives back the text', () => {
  const text = fc.stringMatching(/^[甲乙a*：，。（）“” \n]{0,40}$/u);
  fc.assert(
    fc.property(text, (source) => {
      const shielded = shieldPunctuation(source);
      expect(shielded).toHaveLength(source.length);
      const tree = { value: shielded };
      restorePunctuation(tree);
      expect(tree.value).toBe(source);
    }),
  );
});

test('a text that uses the private characters itself is left alone', () => {
  expect(shieldPunctuation('\uE000**：**')).toBe('\uE000**：**');
});
