import type { Kind } from '../../model/kinds.ts';
import { parseReference } from '../../model/reference.ts';
import type { Handbook } from '../handbook.ts';
import { question } from '../question.ts';
import type { Reference } from '../references.ts';

/**
 * Whether some reference to an entry of this kind leads nowhere, or one that this field of a kind makes.
 * What such an entry would say is not known; references/resolves speaks of it, and a rule that would miss it
 * elsewhere holds its tongue. To be asked before a report, not before: it looks at all references.
 *
 * @example leadsNowhere(handbook, 'role')
 * @example leadsNowhere(handbook, 'training/roles')
 */
export function leadsNowhere(handbook: Handbook, what: Kind | `${Kind}/${string}`): boolean {
  return lost(handbook).has(what);
}

// helpers

const lost = question('references-that-lead-nowhere', (handbook): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const reference of handbook.references) {
    if (!reference.failure) continue;
    const kind = kindMeant(reference);
    // Whoever owns an entry says nothing of what it is about: ownership/owner.
    if (kind && reference.pointer !== '/owner') found.add(kind);
    const field = reference.pointer?.split('/')[1];
    if (field) found.add(`${reference.from.kind}/${field}`);
  }
  return found;
});

/** What the author must have meant: what the reference says, or the only kind that the field takes. */
function kindMeant({ raw, expected }: Reference): Kind | undefined {
  const written = parseReference(raw)?.kind;
  if (written) return written;
  return expected.length === 1 ? expected[0]?.kind : undefined;
}
