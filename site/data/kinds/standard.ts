import { back } from '../back.ts';
import { type Figure, fact, items, section } from '../blocks.ts';
import { circleOf, circleWords } from '../circle.ts';
import { seeAlso } from '../see-also.ts';
import { targetOf } from '../targets.ts';
import { joined, plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

export const standard: KindViewer<'standard'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('standard', pointer);
  const level = view.label('standard', '/level', data.level);
  const metric = view.ref(entity, '/metric');
  const target = targetOf(view, entity);
  const figures: Figure[] = target
    ? [{ value: target, label: metric ? [metric] : [plain(title('/target'))] }]
    : [];
  const flexible = view.value('comparison', data.flex?.limit);
  if (flexible) figures.push({ value: flexible, label: flexLabel() });
  const circle = circleOf(view.handbook, entity);
  const statement = view.words(data.statement);
  return {
    label: [plain(view.t('dot')), plain(view.t(`level.${data.level ?? 'shall'}`, { level: level ?? '' }))],
    ...(statement && { lead: statement }),
    figures,
    sections: [
      ...section('flex', title('/flex'), {
        type: 'facts',
        facts: [
          ...fact(title('/flex/may'), view.words(data.flex?.may)),
          ...fact(title('/flex/by'), joined(view.refs(entity, '/flex/by'), view.t('comma'))),
          ...fact(title('/flex/bounds'), boundsOf()),
          ...fact(title('/flex/limit'), view.value('comparison', data.flex?.limit)),
        ],
      }),
      ...section('applies', title('/appliesTo'), {
        type: 'list',
        items: items(view.refs(entity, '/appliesTo')),
      }),
      ...section('steps', view.t('standard.steps'), {
        type: 'list',
        items: items(back(view, entity, 'process', /^\/steps\/\d+\/standard/)),
      }),
      ...section('circle', view.t('standard.circle'), {
        type: 'circle',
        marks: circle ? circleWords(view, entity, circle) : [],
      }),
      ...section('about', view.t('section.about'), {
        type: 'facts',
        facts: [
          ...fact(title('/principle'), view.ref(entity, '/principle')),
          ...fact(title('/touchpoint'), view.ref(entity, '/touchpoint')),
          ...fact(title('/stage'), view.label('standard', '/stage', data.stage)),
          ...fact(title('/rater'), view.label('standard', '/rater', data.rater)),
          ...fact(title('/grade'), view.label('standard', '/grade', data.grade)),
          ...fact(title('/system'), view.label('standard', '/system', data.system)),
          ...seeAlso(view, entity, 'standards-system'),
        ],
      }),
    ],
    shown:
      /^\/(?:steps\/\d+\/standard(?:\/\d+)?|covers\/\d+|checks\/\d+|items\/\d+\/standard|results\/.*|improves\/\d+|changes\/\d+)$/,
  };

  /** By whose decision the target may be passed. */
  function flexLabel() {
    const by = view.refs(entity, '/flex/by');
    if (by.length === 0) return [plain(title('/flex/limit'))];
    return [
      plain(view.t('standard.ifBefore')),
      ...joined(by, view.t('comma')),
      plain(view.t('standard.ifAfter')),
    ];
  }

  /** Bounds are words or a value; a value is said in the reader's language. */
  function boundsOf() {
    const words = view.words(data.flex?.bounds);
    return words && { ...words, text: view.value('comparison', words.text) ?? words.text };
  }
};
