import type { TextEdit } from '../model/finding.ts';
import { valueAt } from '../model/pointer.ts';
import type { Entity } from './entity.ts';

/**
 * The edit that adds a word to the end of a list in a file, in the style the list is written in; undefined
 * where there is no list with items to go by.
 *
 * @param item text that needs no quotes in YAML, such as an id
 */
export function appendItem(entity: Entity, list: string, item: string): TextEdit | undefined {
  const items = valueAt(entity.data, list);
  if (!Array.isArray(items) || items.length === 0) return undefined;
  const [start] = entity.at(list).span;
  const {
    file,
    span: [from, end],
  } = entity.at(`${list}/${items.length - 1}`);
  if (entity.text[start] === '[') return { file, start: end, end, text: `, ${item}` };
  const before = entity.text.slice(entity.text.lastIndexOf('\n', from - 1) + 1, from);
  if (!/^\s*-\s+$/.test(before)) return undefined;
  // A comment behind the last item stays with it.
  const rest = /\r?\n/.exec(entity.text.slice(end));
  const at = rest ? end + rest.index : entity.text.length;
  return { file, start: at, end: at, text: `${rest?.[0] ?? '\n'}${before}${item}` };
}
