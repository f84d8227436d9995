import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { describe, expect, test } from 'vitest';
import { mdxTree } from '../../linter/parse/satteri.ts';

/** The tree that is linted and published against the one of remark, the reference implementation. */
const reference = remark().use(remarkMdx).use(remarkGfm).use(remarkFrontmatter);

const corpus: [string, string][] = [
  ...mdxFiles(join(import.meta.dirname, '../../policies')),
  ...Object.entries({
    'lists and code': '1. a\n2. b\n   - c\n\n   d\n\n```js\nx\n```\n\n> q\n> r\n',
    'a table': '| a | b |\n| --- | :-: |\n| <Role id="x" /> | 甲\\|乙 |\n',
    'inline nodes': 'a *b* **c** ~~d~~ `e` [f](https://g.example "h") ![i](j.png)\\\nk  \nl\n',
    components:
      '<Note type="tip">\n\n## A\n\n- b <Limit of="x" /> c\n\n</Note>\n\ntext <Role id="r">s</Role>\n',
    comments: 'a {/* b */} c\n\n{/* d */}\n',
    'task list and footnote': '- [ ] a\n- [x] b\n\nc[^1]\n\n[^1]: d\n',
    'CRLF and emoji': '---\r\nname: x\r\n---\r\n\r\n# 🙂 甲\r\n\r\nb 🙂 **c**\r\n',
    references: '[a][b] and [b]\n\n[b]: https://c.example\n',
    'setext and breaks': 'A\n===\n\n***\n\nB\n---\n',
  }),
];

describe.each(corpus)('%s', (_, source) => {
  test('has the same tree and the same places as remark', () => {
    expect(comparable(mdxTree(source))).toEqual(comparable(reference.parse(source) as Root));
  });
});

function mdxFiles(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

/** What rules and pages use of a node: type, text, attributes, children and offsets. */
function comparable(node: Nodes): unknown {
  const { position, data: _, ...rest } = node as Nodes & { data?: unknown };
  const fields = Object.entries(rest).filter(
    ([key, value]) => key !== 'children' && value !== null && value !== undefined,
  );
  return {
    ...Object.fromEntries(
      fields.map(([key, value]) => [key, key === 'attributes' ? attributesOf(value) : value]),
    ),
    span: [position?.start.offset, position?.end.offset],
    ...('children' in node && { children: node.children.map(comparable) }),
  };
}

function attributesOf(value: unknown): unknown {
  return (value as { name?: string; value?: unknown }[]).map(({ name, value: each }) => [name, each ?? null]);
}
