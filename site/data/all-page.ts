import { type Entity, type Kind, kindNames } from '../../linter/index.ts';
import { translator } from '../i18n/strings.ts';
import { byName } from './back.ts';
import { type Block, type Item, type Section, section } from './blocks.ts';
import { rungOf } from './grants.ts';
import { groupsOf, nameWithStatus } from './kind-page.ts';
import type { Page } from './page.ts';
import { alsoCalled, wordsForTerm } from './synonyms.ts';
import { targetOf } from './targets.ts';
import type { View } from './view.ts';
import { joined, type Line, type Piece, plain, shorten, type Words } from './words.ts';

/** Beyond this a kind's list is cut into parts that can be jumped to … */
const LONG = 120;
/** … into the groups of its own page where there are no more of them than this, else into runs as long as … */
const MOST_GROUPS = 40;
const RUN = 100;
/** How many characters the other names of one entry may have … */
const NAMES = 160;
/** … and those of all: of very many entries each is left its share, so that the page stays light. */
const ALL_NAMES = 120_000;

/**
 * Every page of the handbook on one, with all that people call it, with limits and targets: what stands in for
 * the search where it cannot run, so that a browser finds on it what its reader looks for.
 */
export function allPage(view: View): Page {
  const count = view.handbook.entities.length;
  const room = Math.min(NAMES, Math.floor(ALL_NAMES / count));
  return {
    ref: { type: 'all' },
    title: { text: view.t('all.title') },
    description: view.t('kind.description', { kind: view.t('all.title'), count }),
    crumbs: [{ text: view.t('home'), href: view.href({ type: 'home' }) }],
    sections: [...kindNames.flatMap((kind) => kindSection(view, kind, room)), ...termsSection(view)],
  };
}

// helpers

function kindSection(view: View, kind: Kind, room: number): Section[] {
  const entities = byName(view, view.handbook.all(kind));
  const list = (part: readonly Entity[]): Block => ({
    type: 'list',
    items: part.map((entity) => itemOf(view, entity, room)),
  });
  const title = view.kindPlural(kind);
  if (entities.length <= LONG) return section(kind, title, list(entities));
  const parts = partsOf(view, kind, entities).map(({ title, entities }, index) => ({
    id: `_${kind}-${index + 1}`,
    title,
    entities,
  }));
  const links = parts.map(({ id, title }) => ({ text: title, href: `#${id}` }));
  return section(
    kind,
    title,
    { type: 'text', line: joined(links, view.t('dot')) },
    ...parts.map(
      ({ id, title, entities }): Block => ({
        type: 'group',
        id,
        title: [plain(title)],
        blocks: [list(entities)],
      }),
    ),
  );
}

interface Part {
  title: string;
  entities: readonly Entity[];
}

/** A long list in parts: by what its entries belong to, else by the first and the last name, as dictionaries do. */
function partsOf(view: View, kind: Kind, entities: readonly Entity[]): readonly Part[] {
  const groups = groupsOf(view, kind, entities);
  if (groups.length > 1 && groups.length <= MOST_GROUPS) return groups;
  return Array.from({ length: Math.ceil(entities.length / RUN) }, (_, index) => {
    const part = entities.slice(index * RUN, (index + 1) * RUN);
    return { title: fromTo(view, part), entities: part };
  });
}

/** The first and the last name, cut short unless they differ only beyond. */
function fromTo(view: View, part: readonly Entity[]): string {
  const ends = [part[0]!, part.at(-1)!].map((entity) => view.name(entity).text);
  const [first, last] = ends.map((name) => shorten(name, view.language === 'en' ? 20 : 10));
  return (first === last ? ends : [first, last]).join(' – ');
}

function itemOf(view: View, entity: Entity, room: number): Item {
  const notes = [limitsOf(view, entity), namesLine(view, entity, room)].filter((line) => line.length > 0);
  const target = targetOf(view, entity);
  return {
    line: [
      ...nameWithStatus(view, entity),
      ...(target ? [plain(view.t('colon')), plain(target, 'value')] : []),
    ],
    ...(notes.length > 0 && { notes }),
  };
}

/** What each role may decide: “服务员 每次 200 元；餐厅经理 每次 500 元”. */
function limitsOf(view: View, entity: Entity): Line {
  if (entity.kind !== 'decision-right') return [];
  const right = entity as Entity<'decision-right'>;
  const rungs = (right.data.grants ?? []).map((_, index): Piece[] => {
    const { who, limit, per, condition } = rungOf(view, right, index);
    const amount = limit && (per ? view.t('limit.inText', { limit, per }) : limit);
    const reach = amount ? plain(amount, 'value') : condition;
    // Names only: where they lead to stands above, and there is one link to an entry.
    const { href: _href, ...name } = who;
    return reach ? [name, plain(view.t('colon')), reach] : [name];
  });
  return rungs.flatMap((rung, index) => (index === 0 ? rung : [plain(view.t('semicolon')), ...rung]));
}

/** What else people call an entry, as far as there is room. */
function namesLine(view: View, entity: Entity, room: number): Line {
  return listed(view, view.name(entity).text, alsoCalled(view, entity), room);
}

/**
 * Words by language, the reader's own first; what says none is in the handbook's first. What is part of what already stands there adds nothing for who
 * looks for it.
 *
 * @param room in characters
 */
function listed(view: View, title: string, words: readonly Words[], room: number): Line {
  const byLocale = new Map<string, string[]>([[view.locale, []]]);
  let said = title.toLowerCase();
  let left = room;
  for (const { text, lang = view.defaultLocale } of words) {
    const length = [...text].length;
    if (length > left || said.includes(text.toLowerCase())) continue;
    said += `\n${text.toLowerCase()}`;
    left -= length;
    byLocale.set(lang, [...(byLocale.get(lang) ?? []), text]);
  }
  const pieces = [...byLocale].flatMap(([lang, texts]): Piece[] => {
    if (texts.length === 0) return [];
    const text = texts.join(translator(lang)('comma'));
    return [lang === view.locale ? { text } : { text, lang }];
  });
  return joined(pieces, view.t('dot'));
}

/** The words of the house, each with what people say for it. */
function termsSection(view: View): Section[] {
  const terms = (view.handbook.glossary.terms ?? []).flatMap((term) => {
    const own = view.words(term.term);
    if (!own) return [];
    const link = term.id ? { ...own, href: view.href({ type: 'glossary' }, term.id) } : own;
    const line = listed(view, own.text, wordsForTerm(term), NAMES);
    return [{ line: [link], ...(line.length > 0 && { notes: [line] }) }];
  });
  const collator = new Intl.Collator(view.locale);
  terms.sort((a, b) => collator.compare(a.line[0]!.text, b.line[0]!.text));
  return section('glossary', view.t('glossary'), { type: 'list', items: terms });
}
