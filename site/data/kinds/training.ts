import { type Figure, fact, items, section } from '../blocks.ts';
import { everyIn } from '../loop-words.ts';
import { seeAlso } from '../see-also.ts';
import { skillFact } from '../skill-names.ts';
import { dueInWords, isLate, trainingDue } from '../training-due.ts';
import { joined, plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

export const training: KindViewer<'training'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('training', pointer);
  const labels = (name: 'aims' | 'topics' | 'method') =>
    (data[name] ?? [])
      .map((each) => view.label('training', `/${name}/*`, each) ?? each)
      .join(view.t('comma'));
  const every = everyIn(view, data.every);
  const due = trainingDue(entity, view.handbook.today);
  const duration = view.value('duration', data.duration);
  const figures: Figure[] = [
    ...(every
      ? [
          {
            value: every,
            label: [plain(title('/every'))],
            note: [plain(dueInWords(view, due), isLate(due) ? 'state-open' : undefined)],
          },
        ]
      : []),
    ...(duration ? [{ value: duration, label: [plain(title('/duration'))] }] : []),
  ];
  const roles = [
    ...(data.roles?.includes('all') ? [plain(view.t('everyone'))] : []),
    ...view.refs(entity, '/roles'),
  ];
  return {
    lead: view.words(data.summary),
    figures,
    sections: [
      ...section('who', title('/roles'), { type: 'list', items: items(roles) }),
      ...section('covers', title('/covers'), { type: 'list', items: items(view.refs(entity, '/covers')) }),
      ...section('modules', title('/modules'), {
        type: 'list',
        ordered: true,
        items: items((data.modules ?? []).map((each) => view.words(each))),
      }),
      ...section('about', view.t('section.about'), {
        type: 'facts',
        facts: [
          ...fact(title('/aims'), labels('aims')),
          ...seeAlso(view, entity, 'training-matrix'),
          ...fact(title('/topics'), labels('topics')),
          ...skillFact(view, title('/skills'), data.skills),
          ...fact(title('/tier'), view.label('training', '/tier', data.tier)),
          ...fact(title('/method'), labels('method')),
          ...fact(
            title('/evaluate'),
            data.evaluate === undefined ? undefined : view.t(`kirkpatrick.${data.evaluate as 1 | 2 | 3 | 4}`),
          ),
          ...skillFact(view, title('/certifies'), data.certifies),
          ...fact(title('/trainer'), view.ref(entity, '/trainer')),
          ...fact(title('/budget'), view.value('money', data.budget)),
          ...fact(title('/lastDelivered'), view.date(data.lastDelivered?.date)),
          ...fact(title('/lastDelivered/versions'), joined(versions(), view.t('comma'))),
        ],
      }),
    ],
  };

  function versions() {
    return Object.entries((data.lastDelivered?.versions ?? {}) as Record<string, unknown>).map(
      ([key, version]) => {
        const link = view.ref(entity, `/lastDelivered/versions/${key}`) ?? plain(key);
        return { ...link, text: `${link.text}${view.t('brackets', { text: String(version) })}` };
      },
    );
  }
};
