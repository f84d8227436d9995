import type { Root } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';
import { type Plugin, unified } from 'unified';
import { restorePunctuation, shieldPunctuation } from './cjk-emphasis.ts';

/** GFM and front matter as Astro reads them; nothing that guesses at meaning (smart quotes, math). */
const features = { gfm: true, frontmatter: true } as const;

type Parse = (source: string, options: { features: typeof features }) => unknown;

/** A unified plugin that makes Sätteri the parser, with emphasis that knows Chinese punctuation. */
const satteri: Plugin<[Parse], string, Root> = function (parse) {
  this.parser = (document) => {
    const source = String(document);
    const shielded = shieldPunctuation(source);
    const tree = parse(shielded, { features }) as Root;
    if (shielded !== source) restorePunctuation(tree);
    return tree;
  };
};

const mdx = unified().use(satteri, mdxToMdast).freeze();
const markdown = unified().use(satteri, markdownToMdast).freeze();

/** MDX source → mdast with positions, the tree that is linted and published. Throws on a syntax error. */
export function mdxTree(source: string): Root {
  return mdx.parse(source);
}

/** The same without JSX and expressions, for what can be known of a file that is not sound MDX. */
export function markdownTree(source: string): Root {
  return markdown.parse(source);
}
