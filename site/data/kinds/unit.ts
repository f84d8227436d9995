import { back } from '../back.ts';
import { fact, items, section } from '../blocks.ts';
import { seeAlso } from '../see-also.ts';
import { type Line, plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

export const unit: KindViewer<'unit'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('unit', pointer);
  const type = view.label('unit', '/type', data.type);
  const parent = view.ref(entity, '/parent');
  return {
    label: [plain(view.t('dot')), plain(type ?? '')],
    lead: view.words(data.summary),
    sections: [
      ...section('commitments', title('/commitments'), {
        type: 'list',
        items: items((data.commitments ?? []).map((each) => view.words(each))),
      }),
      ...section('serves', title('/serves'), {
        type: 'table',
        caption: title('/serves'),
        head: [
          view.t('unit.whom'),
          title('/serves/*/what'),
          title('/serves/*/within'),
          title('/serves/*/metric'),
        ],
        rows: (data.serves ?? []).map((relation, index) => [
          { lines: [whom(index)] },
          { lines: [[view.words(relation.what) ?? plain('')]] },
          { lines: [[plain(view.value('duration', relation.within) ?? '', 'value')]] },
          { lines: measures(index) },
        ]),
      }),
      ...section('served', view.t('unit.servedBy'), {
        type: 'list',
        items: items(back(view, entity, 'unit', /^\/serves\/\d+\/unit$/)),
      }),
      ...section('roles', view.kindPlural('role'), {
        type: 'list',
        items: items(back(view, entity, 'role', /^\/unit$/)),
      }),
      ...section('children', view.t('unit.children'), {
        type: 'list',
        items: items(back(view, entity, 'unit', /^\/parent$/)),
      }),
      ...section('deviations', title('/deviations'), {
        type: 'table',
        caption: title('/deviations'),
        head: ['standard', 'value', 'why', 'until'].map((name) => title(`/deviations/*/${name}`)),
        rows: (data.deviations ?? []).map((deviation, index) => [
          { lines: [one(view.ref(entity, `/deviations/${index}/standard`))] },
          {
            lines: [
              [view.words(deviation.what) ?? plain('')],
              [plain(view.value('comparison', deviation.value) ?? '', 'value')],
            ],
          },
          { lines: [[view.words(deviation.why) ?? plain('')]] },
          { lines: [[plain(view.date(deviation.until) ?? '')]] },
        ]),
      }),
      ...section('about', view.t('section.about'), {
        type: 'facts',
        facts: [
          ...fact(title('/parent'), parent),
          ...fact(
            title('/frontline'),
            data.frontline === undefined ? undefined : view.t(data.frontline ? 'yes' : 'no'),
          ),
          ...fact(title('/contact'), view.words(data.contact)),
          ...seeAlso(view, entity, 'organisation'),
        ],
      }),
    ],
    shown: /^\/(?:unit|parent|serves\/\d+\/unit)$/,
  };

  function whom(index: number): Line {
    const relation = data.serves?.[index];
    const to = view.ref(entity, `/serves/${index}/unit`) ?? view.ref(entity, `/serves/${index}/customer`);
    return to ? [to] : relation?.customer ? [plain(view.t('unit.customers'))] : [];
  }

  function measures(index: number): Line[] {
    const links = ['metric', 'standard'].map((name) => view.ref(entity, `/serves/${index}/${name}`));
    return links.filter((each) => each !== undefined).map((each) => [each]);
  }
};

function one<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
