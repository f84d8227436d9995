import type { Element, ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import type { Handler, State } from 'mdast-util-to-hast';
import { components, type Entity } from '../../linter/index.ts';
import { grantsOf, limitInText } from '../data/grants.ts';
import { targetOf } from '../data/targets.ts';
import { pageOf, type View, viewOf } from '../data/view.ts';
import { isShort } from '../data/words.ts';

interface Tag {
  name: string | null;
  attributes: { type: string; name?: string; value?: unknown }[];
  children: Nodes[];
}

type Attributes = Record<string, string>;

/**
 * How the nodes of MDX are shown. Known components are resolved against the handbook; of everything else
 * (expressions, imports, unknown tags, HTML) nothing comes out.
 *
 * @param locale the language of the body, in which names and values are said; links keep the page's
 */
export function componentHandlers(view: View, entity: Entity, locale: string): Record<string, Handler> {
  const said = viewFor(view, locale);
  const nothing: Handler = () => undefined;
  const tag =
    (flow: boolean): Handler =>
    (state, node) => {
      const shown = show(state, node as Tag, said, entity);
      return flow && shown && !isBlock(shown) ? element('p', {}, [shown]) : shown;
    };
  return {
    mdxJsxFlowElement: tag(true),
    mdxJsxTextElement: tag(false),
    mdxFlowExpression: nothing,
    mdxTextExpression: nothing,
    mdxjsEsm: nothing,
    html: nothing,
    yaml: nothing,
  };
}

/** The words that a component stands for, as text. */
export function tagWords(view: View, entity: Entity, locale: string, node: Nodes): string {
  return textIn(showLeaf(node as unknown as Tag, viewFor(view, locale), entity));
}

/** Whether a component frames a part of the text, rather than standing for words. */
export function isContainer(node: Nodes): boolean {
  const { name } = node as unknown as Tag;
  return name === 'Note' || name === 'Script' || !isKnown(name ?? '');
}

// helpers

function textIn(node: ElementContent): string {
  if (node.type === 'element') return node.children.map(textIn).join('');
  return node.type === 'text' ? node.value : '';
}

/** Names and values in the language of the body, addresses in that of the page. */
function viewFor(view: View, locale: string): View {
  if (locale === view.locale) return view;
  const known = otherViews.get(view) ?? new Map<string, View>();
  otherViews.set(view, known);
  let other = known.get(locale);
  if (!other) {
    other = { ...viewOf(view.handbook, locale, { base: view.base }), href: view.href };
    known.set(locale, other);
  }
  return other;
}

const otherViews = new WeakMap<View, Map<string, View>>();

function isKnown(name: string): boolean {
  return Object.hasOwn(components, name);
}

function show(state: State, tag: Tag, view: View, entity: Entity): ElementContent | undefined {
  const name = tag.name ?? '';
  // Of an unknown tag its text remains: better to read than a gap.
  if (!isKnown(name)) return element('span', {}, state.all(tag as never) as ElementContent[]);
  const attributes = literals(tag);
  if (name === 'Note') return note(state, tag, attributes, view);
  if (name === 'Script') return script(state, tag, attributes, view);
  return showLeaf(tag, view, entity);
}

function showLeaf(tag: Tag, view: View, entity: Entity): ElementContent {
  const name = tag.name ?? '';
  const attributes = literals(tag);
  if (name === 'Limit') return limit(attributes, view, entity);
  const target = find(view, name, name === 'Target' ? 'of' : 'id', attributes);
  if (!target) return missing();
  if (name === 'Target') return value(view, target, targetOf(view, target));
  return anchor(view, target, view.name(target).text);
}

function literals(tag: Tag): Attributes {
  const found: Attributes = {};
  for (const { type, name, value } of tag.attributes) {
    if (type === 'mdxJsxAttribute' && name && typeof value === 'string') found[name] = value;
  }
  return found;
}

function find(view: View, name: string, attribute: string, attributes: Attributes): Entity | undefined {
  const raw = attributes[attribute];
  if (!raw) return undefined;
  const key = raw.split('#')[0]!;
  for (const kind of components[name]?.attributes[attribute]?.ref ?? []) {
    const found = view.handbook.find(key.includes(':') ? key : `${kind}:${key}`);
    if (found?.sound && found.kind === kind) return found;
  }
  return undefined;
}

/** The limit of the role that is named, else of the roles the text is for, else of all. */
function limit(attributes: Attributes, view: View, entity: Entity): ElementContent {
  const right = find(view, 'Limit', 'of', attributes) as Entity<'decision-right'> | undefined;
  if (!right) return missing();
  const named = attributes.role ? find(view, 'Limit', 'role', attributes) : undefined;
  if (attributes.role && !named) return missing();
  const roles = named
    ? [named]
    : view.handbook
        .referencesOf(entity)
        .filter(isRole)
        .map(({ target }) => target!);
  const indexes = roles.flatMap((role) => grantsOf(view, role).filter((each) => each.right === right));
  const shown = indexes
    .map(({ index }) => limitInText(view, right, index))
    .filter((each) => each !== undefined);
  return value(view, right, [...new Set(shown)].join(view.t('comma')) || undefined);
}

function isRole({ pointer, target }: { pointer?: string; target?: Entity }): boolean {
  return pointer?.startsWith('/roles/') === true && target?.kind === 'role';
}

function note(state: State, tag: Tag, { type = 'info' }: Attributes, view: View): ElementContent {
  const known = components.Note!.attributes.type!.values!.includes(type) ? type : 'info';
  const title = view.t(`note.${known as 'info' | 'tip' | 'warning' | 'danger'}`);
  return element('aside', { className: ['note', `note-${known}`], role: 'note', ariaLabel: title }, [
    element('p', { className: ['note-title'] }, [{ type: 'text', value: title }]),
    ...blocks(state, tag),
  ]);
}

function script(state: State, tag: Tag, attributes: Attributes, view: View): ElementContent {
  const by = find(view, 'Script', 'by', attributes);
  const caption = by ? view.t('script.by', { who: view.name(by).text }) : view.t('script');
  return element('figure', { className: ['script'] }, [
    element('figcaption', {}, [{ type: 'text', value: caption }]),
    element('blockquote', {}, blocks(state, tag)),
  ]);
}

function value(view: View, target: Entity, text: string | undefined): ElementContent {
  if (text === undefined) return missing();
  // Numbers keep their unit on the same line; a condition in words may break.
  return anchor(view, target, text, [isShort(text) ? 'value' : 'strong']);
}

function anchor(view: View, target: Entity, text: string, className?: string[]): ElementContent {
  const properties = { href: view.href(pageOf(target)), ...(className && { className }) };
  return { ...element('a', properties, [{ type: 'text', value: text }]), data: { settled: true } };
}

/** What cannot be resolved is a dash: no error of a tool is ever published. */
function missing(): ElementContent {
  return element('span', { className: ['missing'] }, [{ type: 'text', value: '—' }]);
}

function blocks(state: State, tag: Tag): ElementContent[] {
  const inside = state.all(tag as never) as ElementContent[];
  const inline = inside.length > 0 && inside.every((each) => each.type === 'text' || !isBlock(each));
  return inline ? [element('p', {}, inside)] : inside;
}

declare module 'hast' {
  interface ElementData {
    /** An address made here, not written by an author. */
    settled?: boolean;
  }
}

const blockElements = new Set([
  'aside',
  'figure',
  'p',
  'div',
  'ul',
  'ol',
  'table',
  'blockquote',
  'pre',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
]);

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && blockElements.has(node.tagName);
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
