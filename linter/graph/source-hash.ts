import { digest } from '../model/digest.ts';
import { findFrontMatter } from '../parse/front-matter.ts';
import type { Entity } from './entity.ts';

/**
 * What a translation records of the source it was made from (`sourceHash`): twelve digits of all that is
 * translated, which is name, summary and body. A later review, another owner or other line endings leave it
 * as it is.
 */
export function sourceHashOf({ data, text }: Pick<Entity, 'data' | 'text'>): string {
  const found = findFrontMatter(text, text.startsWith('\uFEFF') ? 1 : 0);
  const body = found.kind === 'found' ? text.slice(found.frontMatter.block[1]) : '';
  const { name, summary } = data as { name?: unknown; summary?: unknown };
  return digest(JSON.stringify([name, summary, body.replaceAll('\r\n', '\n').trim()]), 12);
}
