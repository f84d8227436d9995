import {
  type Claim,
  type ClaimField,
  type ClaimList,
  type ClaimState,
  type ClaimStatus,
  type Coverage,
  GROUP_WORDS,
  isKind,
  MEASURE_WORDS,
  metClaims,
  percentOf,
  type Share,
} from '../../linter/index.ts';
import { type Block, fact, type Item, type Section, section } from './blocks.ts';
import type { Page } from './page.ts';
import type { PageRef } from './routes.ts';
import { partName, type View } from './view.ts';
import { capital, joined, type Line, type Piece, plain } from './words.ts';

/** What a handbook is held to, and how it stands. */
export interface Demands extends ClaimList {
  coverage: Coverage;
}

/** Of more entries than this that lack something, the rest is only counted. */
const MOST_NAMED = 20;

const states = ['met', 'open', 'notApplicable'] as const satisfies readonly ClaimStatus[];
const tones = { met: 'state-met', open: 'state-open', notApplicable: 'state-none' } as const;

/** All demands by the text they come from, above them the shares of what is covered. */
export function demandsPage(view: View, demands: Demands): Page {
  const { t } = view;
  return {
    ref: { type: 'demands' },
    title: { text: t('demands') },
    description: t('demands.lead'),
    crumbs: [{ text: t('home'), href: view.href({ type: 'home' }) }],
    sections: [...coverageSection(view, demands.coverage), ...demandSections(view, demands)],
  };
}

// helpers

function coverageSection(view: View, { today, shares, claims }: Coverage): Section[] {
  const { t } = view;
  const rows = [
    { label: t('demands.rowMet'), ...metClaims(claims) },
    ...shares.map((share) => ({ ...share, label: labelOf(view, share) })),
  ];
  const title = t('demands.coverage');
  const day = t('footer.updated', { date: view.date(today) ?? today });
  return section(
    'coverage',
    title,
    { type: 'text', line: [plain(`${day}${t('colon')}`, 'quiet'), ...countsLine(view, claims, states)] },
    {
      type: 'table',
      caption: title,
      head: [t('demands.what'), t('demands.number'), t('demands.share')],
      rows: rows.map(({ label, ...counts }) =>
        [label, numberOf(view, counts), percentText(counts)].map((text) => ({ lines: [[plain(text)]] })),
      ),
    },
    { type: 'more', summary: t('demands.lacking'), blocks: [lackingBlock(view, shares)] },
  );
}

function numberOf({ t }: View, { covered, total }: Pick<Share, 'covered' | 'total'>): string {
  return total === 0 ? t('demands.none') : t('demands.of', { covered, total });
}

function percentText(counts: Pick<Share, 'covered' | 'total'>): string {
  const percent = percentOf(counts);
  return percent === undefined ? '–' : `${percent} %`;
}

function labelOf(view: View, { group, measure }: Share): string {
  const measures: Record<string, (typeof GROUP_WORDS)['roles']> = MEASURE_WORDS[group];
  const said = { group: GROUP_WORDS[group][view.language], measure: measures[measure]![view.language] };
  return capital(view.t('demands.label', said));
}

function lackingBlock(view: View, shares: readonly Share[]): Block {
  return {
    type: 'facts',
    facts: shares.flatMap((share) => {
      const pieces = share.missing.slice(0, MOST_NAMED).map((key) => entryOf(view, key));
      const count = share.missing.length - pieces.length;
      if (count > 0) pieces.push(plain(view.t('demands.more', { count })));
      return fact(labelOf(view, share), joined(pieces, view.t('comma')));
    }),
  };
}

/** An entry by its key: `standard:greeting`, `service:stay#front-desk`. */
function entryOf(view: View, key: string): Piece {
  const [, kind = '', id = '', partId] = /^([^:]+):([^#]+)(?:#(.+))?$/.exec(key) ?? [];
  const entity = isKind(kind) ? view.handbook.get(kind, id) : undefined;
  if (!entity) return plain(key);
  const link = view.link(entity);
  if (partId === undefined) return link;
  const part = view.handbook.partsOf(entity).find((each) => each.id === partId);
  const name = (part && partName(view, entity, part.pointer)) ?? plain(partId);
  return link.href ? { ...name, href: `${link.href}#${partId}` } : name;
}

function demandSections(view: View, demands: Demands): Section[] {
  const stateOf = new Map(demands.coverage.claims.map((state) => [state.id, state]));
  return Object.entries(demands.sources).flatMap(([source, title]) => {
    const own = demands.claims.flatMap((claim) => {
      const state = stateOf.get(claim.id);
      return state && claim.id.startsWith(`${source}-`) ? [{ claim, state }] : [];
    });
    if (own.length === 0) return [];
    const ownStates = own.map(({ state }) => state);
    const present = states.filter((status) => ownStates.some((state) => state.status === status));
    const counts = countsLine(view, ownStates, present);
    const items = own.map(({ claim, state }) => itemOf(view, claim, state));
    return section(
      source.toLowerCase(),
      title[view.language],
      { type: 'text', line: counts },
      { type: 'list', items },
    );
  });
}

function countsLine(view: View, claims: readonly ClaimState[], shown: readonly ClaimStatus[]): Line {
  const pieces = shown.map((status) => {
    const count = claims.filter((claim) => claim.status === status).length;
    return plain(view.t(`demands.${status}.count`, { count }), tones[status]);
  });
  return joined(pieces, view.t('dot'));
}

function itemOf(view: View, claim: Claim, state: ClaimState): Item {
  const { t } = view;
  const note = (title: string, pieces: readonly Piece[]): Line[] =>
    pieces.length === 0 ? [] : [[plain(title + t('colon')), ...joined(pieces, t('comma'))]];
  const link = (id: string) => ({ text: id, href: view.href({ type: 'rule', id }) });
  const found = state.findings.map(({ rule, count }) => plain(t('demands.found', { rule, count })));
  return {
    id: claim.id,
    line: [plain(claim.demand[view.language], 'strong')],
    notes: [
      [plain(t(`demands.${state.status}`), tones[state.status]), plain(t('dot')), plain(claim.id)],
      ...note(t('demands.findings'), found),
      ...note(
        t('demands.off'),
        state.off.map((rule) => plain(rule)),
      ),
      ...note(t('demands.unused'), unusedOf(view, claim, state)),
      ...note(t('demands.rules'), claim.rules.map(link)),
      ...note(
        t('demands.pages'),
        claim.pages.flatMap((page) => pageLink(view, page)),
      ),
    ],
  };
}

function unusedOf(view: View, { fields }: Claim, { unused }: ClaimState): Piece[] {
  const textOf = (any: readonly ClaimField[]) => any.map(({ text }) => text).join();
  const isUnused = new Set(unused.map((any) => any.join()));
  return fields
    .filter((any) => isUnused.has(textOf(any)))
    .map((any) => plain(any.map((field) => fieldName(view, field)).join(view.t('demands.or'))));
}

function fieldName(view: View, { kind, pointer, value }: ClaimField): string {
  const name = `${view.kindName(kind)}${view.t('dot')}${view.field(kind, pointer)}`;
  return value === undefined ? name : `${name}${view.t('colon')}${view.label(kind, pointer, value)}`;
}

/** Where a reader finds it: lists of kinds that have entries, and the pages that stand alone. */
function pageLink(view: View, page: string): Piece[] {
  const { handbook, t } = view;
  if (isKind(page)) {
    if (page === 'company') return handbook.company ? [view.link(handbook.company)] : [];
    const href = view.href({ type: 'kind', kind: page });
    return handbook.all(page).length > 0 ? [{ text: view.kindPlural(page), href }] : [];
  }
  const to = (type: Extract<PageRef['type'], 'home' | 'all' | 'glossary' | 'rules'>, text: string) => [
    { text, href: view.href({ type }) },
  ];
  if (page === 'home') return to('home', t('home'));
  if (page === 'all') return to('all', t('all.title'));
  if (page === 'rules') return to('rules', t('rules'));
  if (page === 'glossary') return handbook.glossary.terms?.length ? to('glossary', t('glossary')) : [];
  // Answers stand in the search, which every page has.
  return [plain(t('search.open'))];
}
