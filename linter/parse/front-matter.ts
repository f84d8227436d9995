import type { Span } from '../model/finding.ts';

export interface FrontMatter {
  /** The YAML between the two `---` lines. */
  yaml: Span;
  /** From the first `---` to the end of the second. */
  block: Span;
}

export type FrontMatterResult =
  | { kind: 'found'; frontMatter: FrontMatter }
  | { kind: 'missing' | 'unclosed' };

/** Where a file's body begins, right behind the closing `---`; undefined without front matter. */
export function bodyStart(text: string): number | undefined {
  const found = findFrontMatter(text, text.startsWith('\uFEFF') ? 1 : 0);
  return found.kind === 'found' ? found.frontMatter.block[1] : undefined;
}

/** Finds the front matter that begins at `start`; the file is never cut, so that offsets stay those on disk. */
export function findFrontMatter(text: string, start: number): FrontMatterResult {
  const opening = /---[ \t]*(?:\r?\n|$)/y;
  opening.lastIndex = start;
  const open = opening.exec(text);
  if (!open) return { kind: 'missing' };
  const yamlStart = start + open[0].length;
  const closing = /^---[ \t]*(?=\r?\n|$(?![\s\S]))/gm;
  closing.lastIndex = yamlStart;
  const close = closing.exec(text);
  if (!close) return { kind: 'unclosed' };
  const end = close.index + close[0].length;
  return { kind: 'found', frontMatter: { yaml: [yamlStart, close.index], block: [start, end] } };
}
