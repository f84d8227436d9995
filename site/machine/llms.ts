import { type Entity, kindNames } from '../../linter/index.ts';
import { byName } from '../data/back.ts';
import { entityPage } from '../data/entity-page.ts';
import { titleOf } from '../data/home-page.ts';
import { entitiesFor } from '../data/offline-pack.ts';
import { pageOf, type View } from '../data/view.ts';
import { escaped, pageMarkdown } from './markdown.ts';

/**
 * `llms.txt` of a locale: what the handbook is, how to cite it, and the Markdown of every page by kind (the
 * form of llmstxt.org: a title, a summary, lists of links).
 */
export function handbookLlms(view: View): string {
  const { handbook, t } = view;
  const about = view.words(handbook.settings.description) ?? view.words(handbook.company?.data.concept);
  const lists = kindNames.flatMap((kind) => {
    const entities = byName(view, handbook.all(kind)).filter(({ data }) => data.status !== 'retired');
    return entities.length === 0
      ? []
      : [`## ${view.kindPlural(kind)}`, entities.map((each) => linkTo(view, each)).join('\n')];
  });
  return document([
    `# ${escaped(titleOf(view).text)}`,
    ...(about ? [`> ${escaped(about.text)}`] : []),
    t('llms.cite', { date: handbook.today }),
    t('llms.data', { url: `${view.base}api/v1/index.json` }),
    ...lists,
  ]);
}

/** `llms.txt` of one role: its whole page, and the Markdown of every page that a person in it needs. */
export function roleLlms(view: View, role: Entity<'role'>): string {
  const wanted = new Set(entitiesFor(view.handbook, role));
  const needed = view.handbook.entities.filter((each) => each !== role && wanted.has(each));
  return document([
    pageMarkdown(view, entityPage(view, role)).trim(),
    view.t('llms.cite', { date: view.handbook.today }),
    `## ${view.t('llms.needed')}`,
    byName(view, needed)
      .map((each) => linkTo(view, each))
      .join('\n'),
  ]);
}

// helpers

function document(parts: readonly string[]): string {
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function linkTo(view: View, entity: Entity): string {
  const { version, reviewed } = entity.data;
  const summary = view.words(entity.data.summary)?.text;
  const facts = [entity.key, version && view.t('meta.version', { version }), reviewed]
    .filter(Boolean)
    .join(', ');
  const name = escaped(view.name(entity).text);
  return `- [${name}](${view.href(pageOf(entity))}index.md): ${facts}${summary ? `. ${escaped(summary)}` : ''}`;
}
