import type { Entity } from '../graph/entity.ts';
import type { Handbook } from '../graph/handbook.ts';
import { superiorsOf } from '../graph/questions/grants.ts';
import type { Change } from '../model/change.ts';

type Role = Entity<'role'>;

/** Who may approve a change, and whose authority it widens. */
export interface Authority {
  /** Nearest first, by their key in the earlier revision. */
  entitled: Role[];
  /** May never approve: their own authority is widened. */
  widened: Role[];
}

/** Two revisions, and the old key of what an alias renamed. */
export interface Revisions {
  before: Handbook;
  after: Handbook;
  /** New key → old key. */
  former: ReadonlyMap<string, string>;
}

/**
 * Who may approve a change. Everything is read from the earlier revision: whoever could name themselves owner
 * or superior in the very change would need nobody. What weakens is approved by the owner, or a role above the
 * owner; of an entity that is new, by a role above its owner. What widens an authority is approved by a role
 * above everyone whose authority it widens, or by the top of the ladder. Settings and other files, and
 * whatever has no owner, are the company's owner's.
 */
export function authorityOver(change: Change, revisions: Revisions): Authority {
  const { before, after, former } = revisions;
  const key = change.subject.split('#')[0]!;
  const old = before.find(former.get(key) ?? key);
  const entity = old ?? after.find(key);
  if (change.effect !== 'widens-authority') {
    const owners = entity ? ownersOf(old, entity, revisions) : [];
    return { entitled: owners.length > 0 ? owners : companyOwners(before), widened: [] };
  }
  const widened = widenedRoles(change, entity && (after.find(key) ?? entity), revisions);
  const above = sharedSuperiors(widened, before);
  const tops = old ? topOfLadder(old, before) : [];
  const candidates = [above, tops, old ? ownersOf(old, old, revisions) : [], companyOwners(before)];
  const allowed = (roles: readonly Role[]) =>
    roles.filter((role) => !widened.some(({ id }) => id === role.id));
  const first = unique([...allowed(candidates[0]!), ...allowed(candidates[1]!)]);
  const entitled =
    first.length > 0 ? first : (candidates.map(allowed).find((roles) => roles.length > 0) ?? []);
  return { entitled, widened };
}

// helpers

function ownerOf(handbook: Handbook, entity: Entity): Role | undefined {
  const target = handbook.referenceAt(entity, '/owner')?.target;
  return target?.kind === 'role' ? (target as Role) : undefined;
}

/** The owner and those above; of something new, only those above, since its owner was written just now. */
function ownersOf(old: Entity | undefined, entity: Entity, { before, after }: Revisions): Role[] {
  if (old) {
    const owner = ownerOf(before, old);
    return owner ? [owner, ...superiorsOf(before, owner)] : [];
  }
  const stated = ownerOf(after, entity);
  const owner = stated && before.get('role', stated.id);
  return owner ? superiorsOf(before, owner) : [];
}

function companyOwners(before: Handbook): Role[] {
  const owner = before.company && ownerOf(before, before.company);
  return owner ? [owner, ...superiorsOf(before, owner)] : [];
}

/** The roles that the change gives more to; where it names none, everyone whom the decision right lets decide. */
function widenedRoles(change: Change, entity: Entity | undefined, { before, after }: Revisions): Role[] {
  if (!entity) return [];
  const handbook = after.find(entity.key) === entity ? after : before;
  const part = change.subject.split('#')[1];
  const named =
    part === undefined ? undefined : (handbook.find(`role:${part}`) ?? before.find(`role:${part}`));
  if (named?.kind === 'role') return [named as Role];
  const within = change.pointer === '' || entity.kind === 'decision-right' ? '/grants' : change.pointer;
  const roles = handbook.referencesOf(entity).flatMap(({ pointer, target, failure }) => {
    const isHere = pointer === within || pointer?.startsWith(`${within}/`);
    const isGranted = within !== '/grants' || pointer?.endsWith('/role');
    return isHere && isGranted && !failure && target?.kind === 'role' ? [target as Role] : [];
  });
  return unique(roles);
}

/** The roles above all of these, as they stood before, nearest first. */
function sharedSuperiors(roles: readonly Role[], before: Handbook): Role[] {
  const chains = roles.map((role) => {
    const known = before.get('role', role.id);
    // A role that is new reports to whom the change says; only roles that were there may approve.
    return known ? superiorsOf(before, known) : [];
  });
  const [first = [], ...rest] = chains;
  return first.filter((role) => rest.every((chain) => chain.includes(role)));
}

/** Who decided without limit already. */
function topOfLadder(right: Entity, before: Handbook): Role[] {
  if (right.kind !== 'decision-right') return [];
  const grants = (right.data as Entity<'decision-right'>['data']).grants ?? [];
  return grants.flatMap(({ limit }, index) => {
    const target = before.referenceAt(right, `/grants/${index}/role`)?.target;
    return limit === 'none' && target?.kind === 'role' ? [target as Role] : [];
  });
}

function unique(roles: readonly Role[]): Role[] {
  return [...new Set(roles)];
}
