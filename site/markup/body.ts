import type { Element, ElementContent, Root as Hast } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import type { Entity } from '../../linter/index.ts';
import type { View } from '../data/view.ts';
import { type CardText, cardTexts, firstOf } from './card-text.ts';
import { componentHandlers } from './components.ts';
import { type BodyHeading, settleHeadings } from './headings.ts';
import { settleLinks } from './links.ts';
import { schema } from './schema.ts';
import { bodyTree, hastOf } from './tree.ts';
import { walk } from './walk.ts';

export interface RenderedBody {
  html: string;
  /** Set where the text is in another language than the page. */
  lang?: string;
  headings: BodyHeading[];
  /** What a printed card shows of it; of instructions only. */
  card?: CardText[];
}

/**
 * A policy's body as HTML: the tree that was linted, with its components resolved against the handbook, its
 * links checked and everything else than known elements left out. Nothing in a body can run.
 */
export function renderBody(view: View, entity: Entity): RenderedBody | undefined {
  const source = bodyFor(view, entity);
  if (!source) return undefined;
  const { locale, text } = source;
  const settled = renderTree(view, entity, bodyTree(text), locale);
  return { ...settled, ...(locale !== view.locale && { lang: locale }) };
}

export function renderTree(
  view: View,
  entity: Entity,
  tree: Root,
  locale = view.locale,
): Omit<RenderedBody, 'lang'> {
  const hast = hastOf(tree, {
    handlers: componentHandlers(view, entity, locale),
    clobberPrefix: '_',
    footnoteLabel: view.t('body.notes'),
    footnoteBackLabel: view.t('body.back'),
  });
  settleLinks(hast, view, entity);
  const headings = settleHeadings(hast);
  settleElements(hast, view);
  const safe = sanitize(hast, schema) as Hast;
  if (entity.kind !== 'sop') return { html: toHtml(safe), headings };
  const card = cardTexts(safe);
  markPreamble(safe);
  return { html: toHtml(safe), headings, card };
}

/** The file with the body in the reader's locale, else in the handbook's own, else in any there is. */
export function bodyFor(view: View, entity: Entity): { locale: string; text: string } | undefined {
  const translated = entity.translations.get(view.locale);
  if (translated?.body) return { locale: view.locale, text: translated.text };
  if (entity.body) return { locale: view.defaultLocale, text: entity.text };
  for (const [locale, { body, text }] of entity.translations) if (body) return { locale, text };
  return undefined;
}

// helpers

/** Tables scroll in their own frame; boxes of task lists are marks, since nothing can be ticked here. */
function settleElements(tree: Hast, view: View): void {
  walk(tree, (element) => {
    if (element.tagName === 'input') return null;
    // What scrolls must be reached by keyboard.
    if (element.tagName === 'pre') element.properties.tabIndex = 0;
    return element.tagName === 'table' ? frame(element, view.t('body.table')) : undefined;
  });
}

/** What stands before the section with the first numbered list: on paper the steps come first. */
function markPreamble({ children }: Hast): void {
  const elements = children.filter((each) => each.type === 'element');
  for (const { properties } of elements.slice(0, firstOf(elements))) properties.dataPreamble = '';
}

function frame(table: ElementContent, label: string): Element {
  const properties = { className: ['frame'], role: 'region', ariaLabel: label, tabIndex: 0 };
  return { type: 'element', tagName: 'div', properties, children: [table] };
}
