import type { ClaimList, Coverage, Finding, Handbook, Language, RulePage } from '../linter/index.ts';
import type { ChangeLog } from './change-log.ts';
import type { Versions } from './data/versions.ts';
import type { KeptPages } from './kept-pages.ts';

/** The handbook that is being published, and what its readers must be told about it. */
export interface OpenHandbook {
  /** The folder it lies in. */
  root: string;
  /** The path that its site is served under, with a slash at both ends. */
  base: string;
  /** The address that its site is served at, without its path; absent where nobody said. */
  site?: string;
  handbook: Handbook;
  /** Into how many parts the index of texts is divided in each language (search/parts.ts). */
  searchParts: number;
  /** How many errors the linter found in a build that was forced; 0 in all others. */
  errors: number;
  /** The rules' own pages, by rule. */
  rules: ReadonlyMap<string, RulePage>;
  /** What handbooks are held to. */
  claims: ClaimList;
  /** What the linter found in it, in a language. */
  findings: (language: Language) => readonly Finding[];
  /** How far this one covers it. */
  coverage: Coverage;
  /** What Git remembers of its changes; absent where there is no Git, and in development. */
  changes?: ChangeLog;
  /** The days on which it was changed; absent where there is no Git. */
  versions?: Versions;
  /** Which pages stay from the last build, and what is noted of those that are made; absent in development. */
  pages?: KeptPages;
  /** Writes a file of the site beside its pages, by its path; absent where no site is written. */
  write?: (path: string, text: string) => void;
}

/**
 * Astro loads its configuration in one module graph and renders pages in another. The handbook is read once,
 * so it is kept where both find it.
 */
const PLACE = Symbol.for('loopbook.handbook');
const shared = globalThis as { [PLACE]?: OpenHandbook };

export function keepHandbook(open: OpenHandbook): void {
  shared[PLACE] = open;
}

/** The handbook of this build, where there is one: pages are also made without, as in tests. */
export function handbookIfOpen(): OpenHandbook | undefined {
  return shared[PLACE];
}

/** The handbook of this build. Throws where nothing was opened: a fault of the configuration. */
export function openHandbook(): OpenHandbook {
  const open = shared[PLACE];
  if (!open) throw new Error('No handbook is open: use openSite() from site/open-site.ts.');
  return open;
}
