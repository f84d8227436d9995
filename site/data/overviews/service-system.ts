import { type Entity, inForce, rolesBound } from '../../../linter/index.ts';
import { byName } from '../back.ts';
import type { MatrixCell, MatrixRow } from '../overview-blocks.ts';
import type { View } from '../view.ts';
import { plain } from '../words.ts';
import { few, gap } from './cells.ts';

type Service = Entity<'service'>;

/** What joins into the system of one service; a set is empty where the handbook has nothing. */
interface Parts {
  process: Set<Entity>;
  standard: Set<Entity>;
  role: Set<Entity>;
  tool: Set<Entity>;
  'feedback-loop': Set<Entity>;
}

/**
 * For each service in force: its needs and touchpoints, and the processes, standards, roles, tools and
 * feedback loops that carry it, found through its processes and its touchpoints.
 */
export function systemRows(view: View): MatrixRow[] {
  const services = byName(view, view.handbook.all('service').filter(inForce)) as Service[];
  const parts = partsOf(view, services);
  return services.map((service) => {
    const { data } = service;
    const own = parts.get(service)!;
    const needs = (data.needs ?? []).map((each) => view.words(each.text) ?? plain(each.id ?? ''));
    const places = (data.touchpoints ?? []).map((each) => view.words(each.name) ?? plain(each.id ?? ''));
    const entries = (kind: keyof Parts) =>
      cell(
        view,
        byName(view, [...own[kind]]).map((each) => view.link(each)),
      );
    return {
      head: [view.link(service)],
      cells: [
        cell(view, needs),
        cell(view, places),
        entries('process'),
        entries('standard'),
        entries('role'),
        entries('tool'),
        entries('feedback-loop'),
      ],
    };
  });
}

// helpers

function cell(view: View, pieces: Parameters<typeof few>[1]): MatrixCell {
  return pieces.length > 0 ? { lines: few(view, pieces, 2) } : gap(view.t('scorecard.nothing'));
}

function partsOf(view: View, services: readonly Service[]): Map<Entity, Parts> {
  const found = new Map<Entity, Parts>(
    services.map((each) => [
      each,
      {
        process: new Set(),
        standard: new Set(),
        role: new Set(),
        tool: new Set(),
        'feedback-loop': new Set(),
      },
    ]),
  );
  addFromProcesses(view, found);
  const bound = rolesBound(view.handbook);
  for (const { from, target, pointer = '' } of view.handbook.references) {
    const own = target && found.get(target);
    if (!own || !inForce(from)) continue;
    if (from.kind === 'standard' && /^\/(?:appliesTo\/|touchpoint$)/.test(pointer)) {
      own.standard.add(from);
      for (const role of bound(from as Entity<'standard'>).roles) own.role.add(role);
    }
    if (from.kind === 'feedback-loop' && /^\/(?:touchpoints|improves)\//.test(pointer))
      own['feedback-loop'].add(from);
  }
  return found;
}

function addFromProcesses(view: View, found: ReadonlyMap<Entity, Parts>): void {
  const { handbook } = view;
  for (const process of handbook.all('process')) {
    const service = handbook.referenceAt(process, '/service')?.target;
    const own = service && found.get(service);
    if (!own || !inForce(process)) continue;
    own.process.add(process);
    for (const { target } of handbook.referencesOf(process)) {
      if (!target || !inForce(target)) continue;
      const set =
        target.kind in own && target.kind !== 'process' ? own[target.kind as keyof Parts] : undefined;
      set?.add(target);
    }
  }
}
