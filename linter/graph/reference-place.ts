import type { Location } from '../model/finding.ts';
import type { Handbook } from './handbook.ts';
import type { Reference } from './references.ts';

/** Where a reference's own words stand: without the quotes of YAML, and of a link in a body the address alone. */
export function placeOfReference(handbook: Handbook, { at, raw }: Pick<Reference, 'at' | 'raw'>): Location {
  const [start, end] = at.span;
  const found = handbook.files.get(at.file)?.text?.slice(start, end).lastIndexOf(raw) ?? -1;
  return found === -1 ? at : { file: at.file, span: [start + found, start + found + raw.length] };
}
