import { fact, items, section } from '../blocks.ts';
import { seeAlso } from '../see-also.ts';
import { withTarget } from '../targets.ts';
import type { Line } from '../words.ts';
import { plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';
import { promiseItems } from './promises.ts';

export const company: KindViewer<'company'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('company', pointer);
  const positioning = view.label('company', '/positioning', data.positioning);
  const industry = view.label('company', '/industry', data.industry);
  return {
    lead: view.words(data.concept),
    sections: [
      ...section('goals', title('/goals'), {
        type: 'list',
        items: (data.goals ?? []).map((goal, index) => ({
          id: goal.id,
          line: [{ ...(view.words(goal.name) ?? { text: goal.id ?? '' }), tone: 'strong' }],
          notes: [...goalMetrics(index), ...goalNotes(goal, index)],
        })),
      }),
      ...section('promises', title('/promises'), { type: 'list', items: promiseItems(view, entity) }),
      ...section('principles', title('/principles'), {
        type: 'list',
        items: (data.principles ?? []).map((principle) => {
          const statement = view.words(principle.statement);
          return {
            id: principle.id,
            line: [{ ...(view.words(principle.name) ?? { text: '' }), tone: 'strong' as const }],
            notes: statement ? [[statement]] : [],
          };
        }),
      }),
      ...section('themes', title('/themes'), {
        type: 'list',
        items: (data.themes ?? []).map((theme, index) => {
          const statement = view.words(theme.statement);
          return {
            id: theme.id,
            line: [{ ...(view.words(theme.name) ?? { text: '' }), tone: 'strong' as const }],
            notes: [
              ...(statement ? [[statement]] : []),
              ...view.refs(entity, `/themes/${index}/links`).map((link) => [link]),
            ],
          };
        }),
      }),
      ...section('investments', title('/investments'), {
        type: 'table',
        caption: title('/investments'),
        head: ['area', 'amount', 'period', 'goal', 'note'].map((name) => title(`/investments/*/${name}`)),
        rows: (data.investments ?? []).map((investment, index) => [
          { lines: [[plain(view.label('company', '/investments/*/area', investment.area) ?? '')]] },
          { lines: [[plain(view.value('money', investment.amount) ?? '')]] },
          { lines: [[plain(String(investment.period ?? ''))]] },
          { lines: [items([view.ref(entity, `/investments/${index}/goal`)]).flatMap(({ line }) => line)] },
          { lines: [[view.words(investment.note) ?? plain('')]] },
        ]),
      }),
      ...section('about', view.t('section.about'), {
        type: 'facts',
        facts: [
          ...fact(title('/industry'), industry),
          ...fact(title('/positioning'), positioning),
          ...(data.goals?.length ? seeAlso(view, entity, 'strategy') : []),
          ...seeAlso(view, entity, 'scorecard'),
        ],
      }),
    ],
  };

  function goalMetrics(index: number): Line[] {
    return view.handbook
      .referencesOf(entity)
      .filter(({ pointer }) => pointer?.startsWith(`/goals/${index}/metrics/`))
      .map(({ target, raw }) => (target ? withTarget(view, target) : [plain(raw, 'missing')]));
  }

  function goalNotes(goal: { area?: string; due?: string }, index: number): Line[] {
    const area = view.label('company', '/goals/*/area', goal.area);
    const owner = view.ref(entity, `/goals/${index}/owner`);
    const due = view.date(goal.due);
    return [
      ...(area ? [[plain(`${title('/goals/*/area')}${view.t('colon')}${area}`)]] : []),
      ...(owner ? [[plain(`${title('/goals/*/owner')}${view.t('colon')}`), owner]] : []),
      ...(due ? [[plain(`${title('/goals/*/due')}${view.t('colon')}${due}`)]] : []),
    ];
  }
};
