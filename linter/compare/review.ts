import type { Entity } from '../graph/entity.ts';
import type { Handbook } from '../graph/handbook.ts';
import type { Change, Effect } from '../model/change.ts';
import type { Location } from '../model/finding.ts';
import type { Approval, Approver, Placed, Refusal, Review } from '../model/review.ts';
import { LineIndex } from '../parse/lines.ts';
import { type Authority, authorityOver, type Revisions } from './approvers.ts';
import { blastRadiusIn } from './blast-radius.ts';
import { canonical } from './canonical.ts';
import { entityName } from './entity-name.ts';
import { pairEntities } from './pair-entities.ts';

export interface ReviewOptions {
  /** Effects that need approval. */
  failOn: readonly Effect[];
  /** The account that made the change, where it is known: roles it stands for do not approve it. */
  author?: string;
}

/**
 * What each change touches, who may approve it, and whether they did.
 *
 * A change is accepted by an entry in `approvals/<role>.yaml` that names its digest, entity and effect, by a
 * role entitled to it. Only entries that the change itself brings count: an older one would let the same
 * change pass a second time. Who is entitled is read from the earlier revision, so that nobody makes themselves
 * owner or superior on the way. Neither the role whose authority grows nor one that the author's account stands
 * for may approve.
 *
 * What this proves, and what not: the entry says that the role approved; whether a holder of that role really
 * did, no file can prove, since whoever writes a change can write the entry. That is the Git server's part.
 * `loopbook codeowners` gives each `approvals/<role>.yaml` to the accounts of that role, and the mapping itself
 * (loopbook.yaml) to the company's owner; with reviews by code owners required, no entry is merged that its
 * role did not see. Without that, approvals are a record and no lock. Likewise the author is only known where
 * the caller passes the account, and an account that acts through a team is not seen.
 */
export function review(
  before: Handbook,
  after: Handbook,
  changes: readonly Change[],
  { failOn, author }: ReviewOptions,
): Review {
  const { renames } = pairEntities(before, after);
  const revisions: Revisions = {
    before,
    after,
    former: new Map([...renames].map(([old, now]) => [now, old])),
  };
  const [later, earlier] = [blastRadiusIn(after), blastRadiusIn(before)];
  const approvals = new Approvals(revisions, author);
  const [placeBefore, placeAfter] = [placing(before), placing(after)];
  return {
    failOn,
    changes: changes.map((change) => {
      const stands = after.find(change.subject.split('#')[0]!) !== undefined;
      const radius = (stands ? later : earlier)(change);
      const approval = approvals.of(change, failOn.includes(change.effect));
      return {
        change,
        ...(change.before && { before: placeBefore(change.before) }),
        ...(change.after && { after: placeAfter(change.after) }),
        radius,
        approval,
      };
    }),
  };
}

// helpers

/** Turns offsets into lines; the lines of each file are counted once. */
function placing({ files }: Handbook): (at: Location) => Placed {
  const lines = new Map<string, LineIndex>();
  return ({ file, span }) => {
    const index = lines.get(file) ?? new LineIndex(files.get(file)?.text ?? '');
    lines.set(file, index);
    return { file, ...index.range(span) };
  };
}

/** An entry of approvals/<role>.yaml. */
interface Entry {
  role: string;
  file: string;
  change: string;
  entity: string;
  effect: string;
  /** Whether it stood there before the change. */
  old: boolean;
}

class Approvals {
  readonly #revisions: Revisions;
  readonly #entries: readonly Entry[];
  readonly #handles: ReadonlyMap<string, readonly string[]>;
  readonly #author: string | undefined;
  /** Files that are not there, and that a change before this one was told to begin. */
  readonly #begun = new Set<string>();

  constructor(revisions: Revisions, author: string | undefined) {
    this.#revisions = revisions;
    const old = new Set(entriesOf(revisions.before).map(nameOf));
    this.#entries = entriesOf(revisions.after).map((entry) => ({ ...entry, old: old.has(nameOf(entry)) }));
    this.#handles = handlesOf(revisions.before);
    this.#author = author;
  }

  of(change: Change, needed: boolean): Approval {
    const authority = authorityOver(change, this.#revisions);
    const entitled = authority.entitled.map((role) => this.#approver(role));
    const refused: Approval['refused'] = [];
    let by: Approval['by'];
    for (const entry of this.#entriesFor(change)) {
      const { role, file } = entry;
      const why = this.#refusal(entry, change, authority);
      if (why) refused.push({ role, file, why });
      else by ??= { role, file };
    }
    const [nearest] = authority.entitled;
    const file = nearest && `approvals/${nearest.id}.yaml`;
    const write = file && { file, isNew: !this.#revisions.after.files.has(file) && !this.#begun.has(file) };
    if (file && needed && !by) this.#begun.add(file);
    return { needed, entitled, ...(write && { write }), ...(by && { by }), refused };
  }

  /** Entries that mean this change: by its digest, or by its entity and effect as it stood before an edit. */
  #entriesFor({ digest, subject, effect }: Change): Entry[] {
    return this.#entries.filter(
      (entry) =>
        entry.change === digest || (!entry.old && entry.entity === subject && entry.effect === effect),
    );
  }

  #refusal(entry: Entry, change: Change, { entitled, widened }: Authority): Refusal | undefined {
    const isIt =
      entry.change === change.digest && entry.entity === change.subject && entry.effect === change.effect;
    if (!isIt) return 'other-change';
    if (entry.old) return 'used-before';
    const role = this.#revisions.before.find(`role:${entry.role}`);
    if (widened.some(({ id }) => id === role?.id || id === entry.role)) return 'own-authority';
    if (!role || !entitled.some(({ id }) => id === role.id)) return 'not-entitled';
    return this.#isAuthor(role) ? 'own-change' : undefined;
  }

  #isAuthor(role: Entity): boolean {
    const author = this.#author?.replace(/^@/, '').toLowerCase();
    if (author === undefined) return false;
    const accounts = this.#handles.get(role.id) ?? [];
    return role.id === author || accounts.some((each) => each.replace(/^@/, '').toLowerCase() === author);
  }

  #approver(role: Entity): Approver {
    const { before } = this.#revisions;
    return { key: role.key, name: entityName(before, role), handles: this.#handles.get(role.id) ?? [] };
  }
}

function entriesOf({ files }: Handbook): Entry[] {
  return [...files.values()].flatMap(({ path: file, place, data }) => {
    if (place?.role !== 'approvals') return [];
    const written = (data?.approvals ?? []) as Partial<Entry>[];
    return written.flatMap(({ change, entity, effect }) =>
      change && entity && effect ? [{ role: place.by, file, change, entity, effect, old: false }] : [],
    );
  });
}

function nameOf({ role, change, entity, effect }: Entry): string {
  return canonical([role, change, entity, effect]);
}

/** Accounts by the id of the role they stand for. */
export function handlesOf(handbook: Handbook): ReadonlyMap<string, readonly string[]> {
  const roles = handbook.settings.approvals?.roles ?? {};
  return new Map(
    Object.entries(roles).map(([name, handles]) => {
      const id = name.replace(/^role:/, '');
      return [handbook.find(`role:${id}`)?.id ?? id, (handles ?? []) as string[]];
    }),
  );
}
