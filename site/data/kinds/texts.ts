import type { Entity } from '../../../linter/index.ts';
import { renderBody } from '../../markup/body.ts';
import { bodyMarkdown } from '../../markup/body-markdown.ts';
import { back } from '../back.ts';
import { fact, type Section, section } from '../blocks.ts';
import { limitInText } from '../grants.ts';
import { targetFigures, targetsAt } from '../targets.ts';
import type { View } from '../view.ts';
import { joined, type Line, plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

export const sop: KindViewer<'sop'> = (view, entity) => {
  const title = (pointer: string) => view.field('sop', pointer);
  const roles = view.refs(entity, '/roles');
  return {
    label: roles.length ? [plain(view.t('dot')), ...joined(roles, view.t('comma'))] : [],
    lead: summaryOf(view, entity),
    figures: targetFigures(view, entity, '/standards').slice(0, 1),
    sections: [
      ...bodySections(view, entity),
      ...section('about', view.t('sop.about'), {
        type: 'facts',
        facts: [
          ...fact(title('/process'), view.ref(entity, '/process')),
          ...fact(title('/standards'), ...targetsAt(view, entity, '/standards')),
          ...fact(title('/decisions'), ...decisions(view, entity)),
          ...fact(title('/tools'), joined(view.refs(entity, '/tools'), view.t('comma'))),
          ...fact(view.t('sop.steps'), ...back(view, entity, 'process', /^\/steps\/\d+\/sop$/)),
          ...fact(view.kindPlural('training'), ...back(view, entity, 'training', /^\/covers\/\d+$/)),
        ],
      }),
    ],
    shown: /^\/(?:steps\/\d+\/sop|covers\/\d+)$/,
  };
};

export const guide: KindViewer<'guide'> = (view, entity) => {
  const title = (pointer: string) => view.field('guide', pointer);
  const { data } = entity;
  const everyone = data.roles?.includes('all') ? [plain(view.t('everyone'))] : [];
  const roles = [...everyone, ...view.refs(entity, '/roles')];
  const type = view.label('guide', '/type', data.type);
  return {
    label: [
      plain(view.t('dot')),
      plain(type ?? ''),
      ...(roles.length ? [plain(view.t('dot')), ...joined(roles, view.t('comma'))] : []),
    ],
    lead: summaryOf(view, entity),
    sections: [
      ...bodySections(view, entity),
      ...section('about', view.t('section.about'), {
        type: 'facts',
        facts: [
          ...fact(title('/standards'), ...targetsAt(view, entity, '/standards')),
          ...fact(title('/dimension'), view.label('guide', '/dimension', data.dimension)),
          ...fact(view.kindPlural('training'), ...back(view, entity, 'training', /^\/covers\/\d+$/)),
        ],
      }),
    ],
    shown: /^\/covers\/\d+$/,
  };
};

// helpers

function summaryOf(view: View, entity: Entity) {
  const translated = entity.translations.get(view.locale)?.data.summary;
  return translated ? { text: translated } : view.words(entity.data.summary);
}

function bodySections(view: View, entity: Entity): Section[] {
  const body = renderBody(view, entity);
  if (!body) return [];
  const headings = body.headings
    .filter(({ depth }) => depth === 2)
    .map(({ id, text }) => ({ id, title: text }));
  return [
    {
      id: '',
      title: '',
      blocks: [
        {
          type: 'prose',
          html: body.html,
          source: bodyMarkdown(view, entity) ?? '',
          headings,
          ...(body.lang && { lang: body.lang }),
          ...(body.card && { card: body.card }),
        },
      ],
    },
  ];
}

function decisions(view: View, entity: Entity<'sop'>): Line[] {
  const roles = new Set(
    view.handbook
      .referencesOf(entity)
      .filter(({ pointer }) => pointer?.startsWith('/roles/'))
      .map(({ target }) => target),
  );
  return view.handbook
    .referencesOf(entity)
    .filter(({ pointer }) => pointer?.startsWith('/decisions/'))
    .map(({ target, raw }) => {
      if (target?.kind !== 'decision-right') return [plain(raw, 'missing')];
      const right = target as Entity<'decision-right'>;
      const index = (right.data.grants ?? []).findIndex((_, each) =>
        roles.has(view.handbook.referenceAt(right, `/grants/${each}/role`)?.target),
      );
      const limit = index < 0 ? undefined : limitInText(view, right, index);
      return [view.link(right), ...(limit ? [plain(view.t('colon')), plain(limit, 'value')] : [])];
    });
}
