import { back, backEntities } from '../back.ts';
import { fact, items, section } from '../blocks.ts';
import { targetsAt, withTarget } from '../targets.ts';
import { joined, type Line, plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';
import { promiseItems } from './promises.ts';

export const service: KindViewer<'service'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('service', pointer);
  const label = (name: 'type' | 'nature' | 'customer' | 'mode' | 'complexity' | 'positioning') =>
    view.label('service', `/${name}`, data[name]);
  return {
    label: label('type') ? [plain(view.t('dot')), plain(label('type')!)] : [],
    lead: view.words(data.summary),
    sections: [
      ...section('promises', title('/promises'), { type: 'list', items: promiseItems(view, entity) }),
      ...section('processes', view.kindPlural('process'), {
        type: 'list',
        items: backEntities(view, entity, 'process', /^\/service$/).map((process) => {
          const summary = view.words(process.data.summary);
          return { line: [view.link(process)], notes: summary ? [[summary]] : [] };
        }),
      }),
      ...section('touchpoints', title('/touchpoints'), {
        type: 'list',
        items: (data.touchpoints ?? []).map((touchpoint) => {
          const channel = view.label('service', '/touchpoints/*/channel', touchpoint.channel);
          const moment = view.label('service', '/touchpoints/*/moment', touchpoint.moment);
          const description = view.words(touchpoint.description);
          const notes: Line[] = [];
          const words = [channel, moment].filter((each) => each !== undefined).join(view.t('comma'));
          if (words) notes.push([plain(words)]);
          if (description) notes.push([description]);
          return { id: touchpoint.id, line: [view.words(touchpoint.name) ?? plain('')], notes };
        }),
      }),
      ...section('standards', view.kindPlural('standard'), {
        type: 'list',
        items: backEntities(view, entity, 'standard', /^\/(?:appliesTo\/\d+|touchpoint)$/).map((each) => ({
          line: withTarget(view, each),
        })),
      }),
      ...section('needs', title('/needs'), {
        type: 'list',
        items: (data.needs ?? []).map((need, index) => {
          const source = view.words(need.source);
          const process = view.ref(entity, `/needs/${index}/process`);
          const segment = view.ref(entity, `/needs/${index}/segment`);
          const date = view.date(need.date);
          return {
            ...(need.id && { id: need.id }),
            line: [view.words(need.text) ?? plain('')],
            notes: [
              ...(source ? [[source, ...(date ? [plain(view.t('brackets', { text: date }))] : [])]] : []),
              ...(process ? [[plain(`${title('/needs/*/process')}${view.t('colon')}`), process]] : []),
              ...(segment ? [[plain(`${title('/needs/*/segment')}${view.t('colon')}`), segment]] : []),
            ],
          };
        }),
      }),
      ...section('loops', view.kindPlural('feedback-loop'), {
        type: 'list',
        items: items(back(view, entity, 'feedback-loop', /^\/touchpoints\/\d+$/)),
      }),
      ...section('about', view.t('section.about'), {
        type: 'facts',
        facts: [
          ...fact(title('/goal'), view.ref(entity, '/goal')),
          ...fact(title('/signature'), view.words(data.signature)),
          ...fact(title('/personalise'), view.words(data.personalise)),
          ...fact(title('/segments'), joined(view.refs(entity, '/segments'), view.t('comma'))),
          ...fact(title('/metrics'), ...targetsAt(view, entity, '/metrics')),
          ...fact(title('/hours'), view.words(data.hours)),
          ...fact(title('/nature'), label('nature')),
          ...fact(title('/customer'), label('customer')),
          ...fact(title('/mode'), label('mode')),
          ...fact(title('/complexity'), label('complexity')),
        ],
      }),
    ],
    shown: /^\/(?:service|appliesTo\/\d+|touchpoints?(?:\/\d+)?|steps\/\d+\/touchpoint)$/,
  };
};
