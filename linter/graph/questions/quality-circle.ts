import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { question } from '../question.ts';
import type { Part } from '../references.ts';
import { inForce } from './in-force.ts';

/** The links of the circle in its order: standard → trained → inspected → fed back → improved → standard. */
export const circleLinks = ['trained', 'inspected', 'fedBack', 'improved'] as const;
export type CircleLink = (typeof circleLinks)[number];

/** What keeps a standard in the circle: by link, the entries that make it; an empty set is a break. */
export type QualityCircle = Record<CircleLink, ReadonlySet<Entity>>;

type Standard = Entity<'standard'>;

/**
 * The circle of every standard in force.
 *
 * - trained: training that covers the standard, or an SOP that sets it out;
 * - inspected: inspections that check it, as a whole or as one of their items;
 * - fed back: feedback loops that hear customers where the standard holds: at its touchpoints, at those of the
 *   steps, processes and services it applies to; that its processes name or that improve them; or that improve it;
 * - improved: what can change the standard: loops that improve it, its processes, SOPs or services;
 *   improvements that change it, better its metric or come from its inspection; inspections whose failures
 *   lead to an improvement.
 *
 * Linear in the number of references.
 */
export function qualityCircles(handbook: Handbook): ReadonlyMap<Standard, QualityCircle> {
  const circles = new Map<Standard, QualityCircle>();
  for (const standard of handbook.all('standard')) {
    if (inForce(standard)) circles.set(standard, qualityCircle(handbook, standard));
  }
  return circles;
}

/** The circle of one standard. */
export function qualityCircle(handbook: Handbook, standard: Standard): QualityCircle {
  const places = placesOf(handbook, standard);
  const inspected = inspectionsOf(handbook, standard);
  const fedBack = new Set<Entity>(loopsThatImprove(handbook, [standard]));
  for (const place of places) for (const loop of hearingByPlace(handbook).get(place) ?? []) fedBack.add(loop);
  return {
    trained: trainedBy(handbook, standard),
    inspected,
    fedBack,
    improved: improvedBy(handbook, standard, places, inspected),
  };
}

/** The links that a circle lacks, in its order. */
export function brokenLinks(circle: QualityCircle): CircleLink[] {
  return circleLinks.filter((link) => circle[link].size === 0);
}

// helpers

/** A touchpoint, or a whole entity: where a standard holds and where customers are heard. */
type Place = Part | Entity;

/** Entries in force of a kind that refer to a target from one of the fields. */
function* referring(handbook: Handbook, target: Entity, kind: string, fields: RegExp): Generator<Entity> {
  for (const { from, pointer, failure } of handbook.referencedBy(target)) {
    if (failure || from.kind !== kind || !pointer || !fields.test(pointer) || !inForce(from)) continue;
    yield from;
  }
}

function trainedBy(handbook: Handbook, standard: Standard): Set<Entity> {
  const found = new Set<Entity>(referring(handbook, standard, 'training', /^\/covers\//));
  for (const sop of referring(handbook, standard, 'sop', /^\/standards\//)) {
    for (const training of referring(handbook, sop, 'training', /^\/covers\//)) found.add(training);
  }
  return found;
}

function inspectionsOf(handbook: Handbook, standard: Standard): Set<Entity> {
  return new Set(referring(handbook, standard, 'inspection', /^\/(?:checks\/|items\/\d+\/standard$)/));
}

function* loopsThatImprove(handbook: Handbook, targets: Iterable<Entity>): Generator<Entity> {
  for (const target of targets) yield* referring(handbook, target, 'feedback-loop', /^\/improves\//);
}

/** Where the standard holds: what it applies to, the steps that carry it, and the touchpoints of both. */
function placesOf(handbook: Handbook, standard: Standard): Set<Place> {
  const places = new Set<Place>();
  for (const { pointer, target, part, failure } of handbook.referencesOf(standard)) {
    if (failure || !target || !pointer || !/^\/(?:appliesTo\/|touchpoint$)/.test(pointer)) continue;
    addPlace(handbook, places, target, part);
  }
  for (const { from, pointer } of handbook.referencedBy(standard)) {
    const step = /^(\/steps\/\d+)\/standard/.exec(pointer ?? '')?.[1];
    if (from.kind !== 'process' || !step || !inForce(from)) continue;
    places.add(from);
    addTouchpoint(handbook, places, from, step);
  }
  return places;
}

function addPlace(handbook: Handbook, places: Set<Place>, target: Entity, part: Part | undefined): void {
  if (target.kind === 'role' || target.kind === 'unit') return;
  if (part?.type === 'touchpoint') {
    places.add(part);
    return;
  }
  places.add(target);
  if (part) addTouchpoint(handbook, places, target, part.pointer);
  else if (target.kind === 'service') for (const each of handbook.partsOf(target)) places.add(each);
  else
    for (const each of handbook.referencesOf(target))
      if (each.part?.type === 'touchpoint') places.add(each.part);
}

function addTouchpoint(handbook: Handbook, places: Set<Place>, process: Entity, step: string): void {
  const touchpoint = handbook.referenceAt(process, `${step}/touchpoint`)?.part;
  if (touchpoint) places.add(touchpoint);
}

/** By touchpoint and by process, the feedback loops that listen there. */
const hearingByPlace = question('hearing-by-place', (handbook): ReadonlyMap<Place, ReadonlySet<Entity>> => {
  const hearing = new Map<Place, Set<Entity>>();
  const add = (place: Place, loop: Entity) => {
    const found = hearing.get(place);
    if (found) found.add(loop);
    else hearing.set(place, new Set([loop]));
  };
  for (const loop of handbook.all('feedback-loop').filter(inForce)) {
    for (const { pointer, target, part, failure } of handbook.referencesOf(loop)) {
      if (failure || !target) continue;
      if (part?.type === 'touchpoint') add(part, loop);
      if (pointer?.startsWith('/improves/')) add(target, loop);
    }
  }
  for (const process of handbook.all('process').filter(inForce)) {
    for (const { target, failure } of handbook.referencesOf(process)) {
      if (!failure && target?.kind === 'feedback-loop' && inForce(target)) add(process, target);
    }
  }
  return hearing;
});

function improvedBy(
  handbook: Handbook,
  standard: Standard,
  places: Iterable<Place>,
  inspections: Iterable<Entity>,
): Set<Entity> {
  const carriers = [...places].filter((place): place is Entity => 'kind' in place);
  const sops = referring(handbook, standard, 'sop', /^\/standards\//);
  const found = new Set<Entity>(loopsThatImprove(handbook, [standard, ...carriers, ...sops]));
  for (const each of referring(handbook, standard, 'improvement', /^\/changes\//)) found.add(each);
  const metric = handbook.referenceAt(standard, '/metric')?.target;
  const causes = [...inspections, ...(metric ? [metric] : [])];
  for (const cause of causes) {
    for (const each of referring(handbook, cause, 'improvement', /^\/(?:trigger|metric)$/)) found.add(each);
  }
  for (const inspection of inspections) {
    if (leadsToImprovement(handbook, inspection)) found.add(inspection);
  }
  return found;
}

function leadsToImprovement(handbook: Handbook, inspection: Entity): boolean {
  return handbook
    .referencesOf(inspection)
    .some(({ target, failure }) => !failure && target?.kind === 'improvement' && inForce(target));
}
