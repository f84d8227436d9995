import { type Kind, kindNames } from '../../linter/index.ts';
import { byName } from './back.ts';
import { type Section, section } from './blocks.ts';
import { type MenuGroup, overviewMenu } from './menu.ts';
import type { Page } from './page.ts';
import type { View } from './view.ts';
import { joined, type Line, type Piece, plain, type Words } from './words.ts';

/** The front door: search, what the company promises, one's role, everything else by kind. */
export interface HomePage extends Page {
  concept?: Words;
  company?: Piece;
  promises: readonly Line[];
  /** Roles by unit; those who serve customers first. */
  roles: readonly { unit: Words; roles: readonly Piece[] }[];
  /** The pages that look across lists, for those who answer for the whole. */
  overviews: readonly MenuGroup[];
  kinds: readonly { kind: Kind; link: Piece; count: number }[];
}

export function homePage(view: View): HomePage {
  const { handbook } = view;
  const { company } = handbook;
  const concept = view.words(company?.data.concept);
  const description = view.words(handbook.settings.description);
  return {
    ref: { type: 'home' },
    title: titleOf(view),
    ...((description ?? concept) && { description: (description ?? concept)!.text }),
    crumbs: [],
    sections: [],
    ...(concept && { concept }),
    ...(company?.sound && { company: view.link(company) }),
    promises: (company?.data.promises ?? []).flatMap(({ statement }) => {
      const words = view.words(statement);
      return words ? [[words]] : [];
    }),
    roles: rolesByUnit(view),
    overviews: overviewMenu(view),
    kinds: kindsOf(view),
  };
}

export function titleOf(view: View): Words {
  return view.words(view.handbook.settings.title) ?? { text: view.t('handbook') };
}

/** The front door as lists, for those who read it as text. */
export function homeInWords(view: View, { promises, roles, overviews, kinds }: HomePage): Section[] {
  const facts = (all: readonly { term: string; links: readonly Piece[] }[]) => ({
    type: 'facts' as const,
    facts: all.map(({ term, links }) => ({ term, values: [joined(links, view.t('comma'))] })),
  });
  return [
    ...section(
      'roles',
      view.t('home.roles'),
      facts(roles.map((each) => ({ term: each.unit.text, links: each.roles }))),
    ),
    ...section('promises', view.t('home.promises'), {
      type: 'list',
      items: promises.map((line) => ({ line })),
    }),
    ...section(
      'overviews',
      view.t('home.overviews'),
      facts(overviews.map(({ title, links }) => ({ term: title, links }))),
    ),
    ...section('kinds', view.t('home.kinds'), {
      type: 'list',
      items: kinds.map(({ link, count }) => ({
        line: [link, plain(view.t('brackets', { text: String(count) }))],
      })),
    }),
  ];
}

// helpers

/** The kinds that have entries, as links to their lists. */
function kindsOf(view: View): HomePage['kinds'] {
  return kindNames.flatMap((kind) => {
    const count = view.handbook.all(kind).length;
    if (count === 0 || kind === 'company') return [];
    return [{ kind, link: { text: view.kindPlural(kind), href: view.href({ type: 'kind', kind }) }, count }];
  });
}

function rolesByUnit(view: View): HomePage['roles'] {
  const groups = new Map<string, { unit: Words; frontline: number; roles: Piece[] }>();
  for (const role of byName(view, view.handbook.all('role'))) {
    if (role.data.status === 'retired') continue;
    const unit = view.handbook.referenceAt(role, '/unit')?.target;
    const group = groups.get(unit?.id ?? '') ?? {
      unit: unit ? view.name(unit) : { text: view.t('kind.others') },
      frontline: 0,
      roles: [],
    };
    if (role.data.frontline) group.frontline += 1;
    group.roles.push(view.link(role));
    groups.set(unit?.id ?? '', group);
  }
  return [...groups.values()].sort((a, b) => b.frontline - a.frontline);
}
