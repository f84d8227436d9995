import { type Entity, inForce, rolesBound } from '../../../linter/index.ts';
import { byName } from '../back.ts';
import type { MatrixRow } from '../overview-blocks.ts';
import type { View } from '../view.ts';
import { gap } from './cells.ts';

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
 * For each service in force how many needs and touchpoints it states, and the processes, standards, roles, tools and
 * feedback loops that carry it, found through its processes and its touchpoints.
 */
export function systemRows(view: View): MatrixRow[] {
  const services = byName(view, view.handbook.all('service').filter(inForce)) as Service[];
  const parts = partsOf(view, services);
  return services.map((service) => {
    const own = parts.get(service)!;
    const cell = (count: number, anchor?: string) => {
      const href = view.href({ type: 'entity', kind: 'service', id: service.id }, anchor);
      return count > 0
        ? { lines: [[{ text: String(count), href, tone: 'value' as const }]] }
        : gap(view.t('scorecard.nothing'));
    };
    return {
      head: [view.link(service)],
      cells: [
        cell(service.data.needs?.length ?? 0, '_needs'),
        cell(service.data.touchpoints?.length ?? 0, '_touchpoints'),
        cell(own.process.size, '_processes'),
        cell(own.standard.size),
        cell(own.role.size),
        cell(own.tool.size),
        cell(own['feedback-loop'].size),
      ],
    };
  });
}

// helpers

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
