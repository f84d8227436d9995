import { back, backEntities } from '../back.ts';
import { type Figure, fact, items, section } from '../blocks.ts';
import { plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

export const metric: KindViewer<'metric'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('metric', pointer);
  const kind = view.label('metric', '/kind', data.kind);
  const target = view.value('comparison', data.target);
  const figures: Figure[] = target ? [{ value: target, label: [plain(title('/target'))] }] : [];
  const formula = view.words(data.formula);
  const by = (data.by ?? []).map((each) => view.label('metric', '/by/*', each) ?? each);
  return {
    label: kind ? [plain(view.t('dot')), plain(kind)] : [],
    lead: view.words(data.summary),
    figures,
    sections: [
      ...section('definition', view.t('metric.definition'), {
        type: 'facts',
        facts: [
          ...fact(title('/formula'), formula),
          ...fact(title('/question'), view.words(data.question)),
          ...fact(title('/preset'), view.label('metric', '/preset', data.preset)),
          ...fact(title('/direction'), view.label('metric', '/direction', data.direction)),
          ...fact(title('/unit'), data.unit),
          ...fact(
            title('/range'),
            data.range?.length === 2 ? `${data.range[0]}–${data.range[1]}` : undefined,
          ),
          ...fact(title('/source'), view.words(data.source)),
          ...fact(title('/every'), view.value('duration', data.every)),
          ...fact(title('/window'), view.value('duration', data.window)),
          ...fact(title('/by'), by.join(view.t('comma'))),
          ...fact(title('/spread'), view.value('comparison', data.spread)),
          ...fact(title('/pairedWith'), view.ref(entity, '/pairedWith')),
        ],
      }),
      ...section('standards', view.kindPlural('standard'), {
        type: 'list',
        items: items(back(view, entity, 'standard', /^\/metric$/)),
      }),
      ...section('processes', view.kindPlural('process'), {
        type: 'list',
        items: items(back(view, entity, 'process', /^\/(?:metrics\/\d+|steps\/\d+\/metric(?:\/\d+)?)$/)),
      }),
      ...section('improvements', view.kindPlural('improvement'), {
        type: 'list',
        items: backEntities(view, entity, 'improvement', /^\/(?:metric|trigger)$/).map((each) => {
          const phase = view.label('improvement', '/phase', each.data.phase);
          return { line: [view.link(each), ...(phase ? [plain(view.t('brackets', { text: phase }))] : [])] };
        }),
      }),
    ],
    shown: /^\/(?:metrics?(?:\/\d+)?|steps\/\d+\/metric(?:\/\d+)?|trigger)$/,
  };
};
