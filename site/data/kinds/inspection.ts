import type { Entity } from '../../../linter/index.ts';
import { type Cell, type Figure, fact, type Item, section } from '../blocks.ts';
import { everyIn } from '../loop-words.ts';
import { targetOf, targetsAt } from '../targets.ts';
import type { View } from '../view.ts';
import { joined, type Line, type Piece, plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

export const inspection: KindViewer<'inspection'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('inspection', pointer);
  const method = view.label('inspection', '/method', data.method);
  const every = everyIn(view, data.every);
  const by = view.ref(entity, '/by');
  const figures: Figure[] = [
    ...(every ? [{ value: every, label: by ? [by] : [plain(title('/every'))] }] : []),
    ...(data.score?.pass === undefined
      ? []
      : [{ value: `${data.score.pass} / ${data.score.max ?? ''}`, label: [plain(title('/score/pass'))] }]),
  ];
  const stated = statedItems(view, entity);
  return {
    label: method ? [plain(view.t('dot')), plain(method)] : [],
    lead: view.words(data.summary),
    figures,
    sections: [
      ...section('items', title('/items'), {
        type: 'checklist',
        items: stated.length > 0 ? stated : standardItems(view, entity),
      }),
      ...section('checks', title('/checks'), {
        type: 'list',
        items: stated.length > 0 ? targetsAt(view, entity, '/checks').map((line) => ({ line })) : [],
      }),
      ...section('fail', title('/onFail'), {
        type: 'facts',
        facts: [
          ...fact(title('/onFail/act'), view.words(data.onFail?.act)),
          ...fact(title('/onFail/within'), view.value('duration', data.onFail?.within)),
          ...fact(title('/onFail/by'), view.ref(entity, '/onFail/by')),
          ...fact(title('/onFail/improvement'), view.ref(entity, '/onFail/improvement')),
        ],
      }),
      ...section('sign', '', {
        type: 'signature',
        fields: (['when', 'where', 'who', 'confirmed'] as const).map((field) =>
          view.t(`inspection.${field}`),
        ),
      }),
      ...section('results', title('/results'), {
        type: 'table',
        caption: title('/results'),
        head: ['date', 'unit', 'score', 'failures'].map((name) => title(`/results/*/${name}`)),
        rows: results(view, entity),
      }),
      ...section('about', view.t('section.about'), {
        type: 'facts',
        facts: [
          ...fact(title('/units'), joined(view.refs(entity, '/units'), view.t('comma'))),
          ...fact(title('/sample'), view.words(data.sample)),
        ],
      }),
    ],
  };
};

// helpers

/** What is looked at, in the inspection's own words. */
function statedItems(view: View, entity: Entity<'inspection'>): Item[] {
  return (entity.data.items ?? []).map((item, index) => {
    const link = view.ref(entity, `/items/${index}/standard`);
    const points =
      item.points === undefined
        ? []
        : [plain(view.t('brackets', { text: view.t('points', { count: item.points }) }), 'quiet')];
    return {
      ...(item.id && { id: item.id }),
      line: [view.words(item.text) ?? plain(''), ...points],
      notes: link ? [[link]] : [],
    };
  });
}

/** Where no items are stated, what the standards themselves ask for. */
function standardItems(view: View, entity: Entity<'inspection'>): Item[] {
  return view.handbook.referencesOf(entity).flatMap(({ pointer, target }): Item[] => {
    if (!pointer?.startsWith('/checks/') || target?.kind !== 'standard') return [];
    const standard = target as Entity<'standard'>;
    const statement = view.words(standard.data.statement);
    const wanted = targetOf(view, standard);
    const name: Line = [
      view.link(standard),
      ...(wanted ? [plain(view.t('colon')), plain(wanted, 'value')] : []),
    ];
    return [statement ? { line: [statement], notes: [name] } : { line: name }];
  });
}

/** Newest first. */
function results(view: View, entity: Entity<'inspection'>): Cell[][] {
  const all = (entity.data.results ?? []).map((result, index) => ({ result, index }));
  all.sort((a, b) => (b.result.date ?? '').localeCompare(a.result.date ?? ''));
  return all.map(({ result, index }) => [
    { lines: [[plain(view.date(result.date) ?? '')]] },
    { lines: [link(view.ref(entity, `/results/${index}/unit`))] },
    { lines: [[plain(result.score === undefined ? '' : String(result.score), 'value')]] },
    { lines: (result.failures ?? []).map((_, each) => failure(view, entity, index, each)) },
  ]);
}

function failure(view: View, entity: Entity<'inspection'>, result: number, index: number): Line {
  const base = `/results/${result}/failures/${index}`;
  const data = entity.data.results?.[result]?.failures?.[index];
  const what = view.ref(entity, `${base}/item`) ?? view.ref(entity, `${base}/standard`);
  const note = view.words(data?.note) ?? view.words(data?.act);
  const state = data?.closed
    ? view.t('failure.closed', { date: view.date(data.closed) ?? '' })
    : data?.due && view.t('failure.due', { date: view.date(data.due) ?? '' });
  return [
    ...link(what),
    ...(what && note ? [plain(view.t('colon'))] : []),
    ...(note ? [note] : []),
    ...(state ? [plain(view.t('brackets', { text: state }))] : []),
  ];
}

function link(piece: Piece | undefined): Piece[] {
  return piece ? [piece] : [];
}
