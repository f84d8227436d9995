import { back } from '../back.ts';
import { type Figure, fact, items, section } from '../blocks.ts';
import { blueprintOf, MOST_DRAWN } from '../blueprint/blueprint.ts';
import { bpmnHref } from '../blueprint/bpmn-address.ts';
import { timeFigures, timeSection } from '../blueprint/times.ts';
import { lanes, stepsOf } from '../steps.ts';
import { targetFigures, targetsAt } from '../targets.ts';
import { joined, plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

/** Lines of a service blueprint: which border between two lanes means what. */
const borders: Record<string, 'line.interaction' | 'line.visibility' | 'line.internal'> = {
  customer: 'line.interaction',
  frontstage: 'line.visibility',
  backstage: 'line.internal',
};

export const process: KindViewer<'process'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('process', pointer);
  const service = view.ref(entity, '/service');
  const steps = stepsOf(view, entity);
  const within = view.value('duration', data.within);
  const promised: Figure[] = within
    ? [{ value: within, label: [plain(title('/within'))] }]
    : targetFigures(view, entity, '/metrics').slice(0, 1);
  const drawing = blueprintOf(view, entity, steps);
  const tooMany = steps.length > MOST_DRAWN;
  return {
    label: service ? [plain(view.t('dot')), service] : [],
    lead: view.words(data.summary),
    figures: [...promised, ...timeFigures(view, entity)],
    sections: [
      ...section('blueprint', view.t('blueprint'), {
        type: 'blueprint',
        ...(drawing && { drawing }),
        ...(tooMany && { note: view.t('blueprint.tooMany', { count: steps.length, most: MOST_DRAWN }) }),
        caption: view.t('process.lanesCaption'),
        table: { steps, lanes: laneColumns() },
      }),
      ...section('steps', title('/steps'), { type: 'steps', steps }),
      ...timeSection(view, entity),
      ...section('measured', title('/metrics'), {
        type: 'list',
        items: targetsAt(view, entity, '/metrics').map((line) => ({ line })),
      }),
      ...section('texts', view.kindPlural('sop'), {
        type: 'list',
        items: items(back(view, entity, 'sop', /^\/process$/)),
      }),
      ...section('feedback', title('/feedback'), {
        type: 'list',
        items: items(view.refs(entity, '/feedback')),
      }),
      ...section('about', view.t('section.about'), {
        type: 'facts',
        facts: [
          ...fact(title('/trigger'), view.words(data.trigger)),
          ...fact(title('/outcome'), view.words(data.outcome)),
          ...fact(title('/goal'), view.ref(entity, '/goal')),
          ...fact(view.t('process.roles'), joined(rolesOf(), view.t('comma'))),
          ...fact(title('/complexity'), view.label('process', '/complexity', data.complexity)),
          ...fact(view.t('blueprint.exchange'), {
            text: view.t('blueprint.bpmn'),
            href: bpmnHref(view, entity.id),
          }),
        ],
      }),
    ],
    shown: /^\/process$/,
  };

  function laneColumns() {
    const used = lanes.filter((lane) => steps.some((step) => step.lane === lane));
    return used.map((lane, index) => {
      const border = index < used.length - 1 ? borders[lane] : undefined;
      const name = view.label('process', '/steps/*/lane', lane) ?? lane;
      return { id: lane, name, ...(border && { border: view.t(border) }) };
    });
  }

  function rolesOf() {
    const links = steps.flatMap(({ who }) => who).filter(({ href }) => href !== undefined);
    return [...new Map(links.map((link) => [link.href, link])).values()];
  }
};
