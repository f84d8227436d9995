import { type Handbook, parseClaims } from '../../linter/index.ts';
import { readClaimsText } from '../../linter/node.ts';
import { keepHandbook } from '../../site/handbook.ts';
import { standingOf } from '../../site/standing.ts';

/** Opens a handbook for its pages as a build does, with nothing that Git remembers. */
export async function openPages(handbook: Handbook): Promise<void> {
  const claims = parseClaims(await readClaimsText());
  const standing = standingOf(handbook, claims);
  keepHandbook({ root: '', base: '/', searchParts: 1, handbook, rules: new Map(), claims, ...standing });
}
