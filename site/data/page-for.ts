import type { ClaimList, Coverage } from '../../linter/index.ts';
import { allPage } from './all-page.ts';
import { type BookPage, bookPage } from './book-page.ts';
import { demandsPage } from './demands-page.ts';
import { type EntityPage, entityPage } from './entity-page.ts';
import { glossaryPage } from './glossary-page.ts';
import { type HomePage, homePage } from './home-page.ts';
import { kindPage } from './kind-page.ts';
import { overviews } from './overviews/index.ts';
import type { Page } from './page.ts';
import { referencePage, schemaPage } from './reference-page.ts';
import type { PageRef } from './routes.ts';
import { type RulePage, rulePage, rulesPage } from './rule-page.ts';
import type { View } from './view.ts';
import { writingPage } from './writing-page.ts';

/** All that a page says, and what draws it. */
export type ShownPage =
  | { as: 'home'; page: HomePage }
  | { as: 'entity'; page: EntityPage }
  | { as: 'rule'; page: RulePage }
  | { as: 'book'; page: BookPage }
  | { as: 'writing'; page: Page }
  | { as: 'listing'; page: Page; count?: number; lead?: string | undefined };

/** Gathers everything that a page says: what draws it reads no handbook. */
export function pageFor(
  view: View,
  ref: PageRef,
  { claims, coverage }: { claims: ClaimList; coverage: Coverage },
): ShownPage {
  switch (ref.type) {
    case 'home':
      return { as: 'home', page: homePage(view) };
    case 'entity':
      return { as: 'entity', page: entityPage(view, view.handbook.get(ref.kind, ref.id)!) };
    case 'kind': {
      const page = kindPage(view, ref.kind);
      return { as: 'listing', page, count: page.count };
    }
    case 'overview':
      return withLead(overviews[ref.name].page(view));
    case 'rule':
      return { as: 'rule', page: rulePage(view, ref.id) };
    case 'rules':
      return withLead(rulesPage(view));
    case 'demands':
      return withLead(demandsPage(view, { ...claims, coverage }));
    case 'reference':
      return withLead(referencePage(view));
    case 'schema':
      return withLead(schemaPage(view, ref.schema));
    case 'all':
      return { as: 'listing', page: allPage(view) };
    case 'glossary':
      return { as: 'listing', page: glossaryPage(view) };
    case 'writing':
      return { as: 'writing', page: writingPage(view) };
    case 'book':
      return { as: 'book', page: bookPage(view) };
  }
}

// helpers

function withLead(page: Page): ShownPage {
  return { as: 'listing', page, lead: page.description };
}
