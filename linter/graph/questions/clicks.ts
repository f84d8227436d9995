import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { entityQuestion, question } from '../question.ts';
import { inForce } from './in-force.ts';

/** From the front page to the list of roles, and from there to one. */
const CLICKS_TO_A_ROLE = 2;

/** Who looks after an entry is not what staff look for under their role. */
const administration = /^\/(?:owner|author|approvedBy|supersedes)(?:\/|$)/;

/**
 * How many clicks lead from the front page to each entry by way of a role's page: two to a role, one more to
 * what a page refers to or is referred to by. Entries further away than `most` are absent.
 *
 * Breadth first; linear in the number of references.
 */
export function clicksByRole(handbook: Handbook, most: number): ReadonlyMap<Entity, number> {
  return (asked.get(most) ?? ((each) => clicksWithin(each, most)))(handbook);
}

// helpers

/** The numbers that documents/findable takes. */
const asked = new Map(
  [3, 4, 5, 6].map((most) => [most, question(`clicks-${most}`, (handbook) => clicksWithin(handbook, most))]),
);

/** What the page of an entry leads to, by the keys. */
const linksShown = entityQuestion('links-shown', (handbook, entity) => {
  const keys = new Set<string>();
  for (const { pointer = '', target, failure } of handbook.referencesOf(entity))
    if (!failure && !administration.test(pointer)) keys.add(target!.key);
  return [...keys];
});

function clicksWithin(handbook: Handbook, most: number): ReadonlyMap<Entity, number> {
  const neighbours = new Map<Entity, Entity[]>(handbook.entities.map((each) => [each, []]));
  for (const entity of handbook.entities) {
    for (const key of linksShown(handbook, entity)) {
      const target = handbook.find(key)!;
      neighbours.get(entity)!.push(target);
      neighbours.get(target)!.push(entity);
    }
  }
  const clicks = new Map<Entity, number>();
  for (const role of handbook.all('role')) if (inForce(role)) clicks.set(role, CLICKS_TO_A_ROLE);
  let frontier: Entity[] = [...clicks.keys()];
  for (let depth = CLICKS_TO_A_ROLE + 1; depth <= most && frontier.length > 0; depth++) {
    const next: Entity[] = [];
    for (const neighbour of frontier.flatMap((entity) => neighbours.get(entity)!.filter(inForce))) {
      if (clicks.has(neighbour)) continue;
      clicks.set(neighbour, depth);
      next.push(neighbour);
    }
    frontier = next;
  }
  return clicks;
}
