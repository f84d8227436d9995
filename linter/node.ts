/** The Node API: handbooks from disk. Everything else is in index.ts and runs anywhere. */

import type { EarlierRun } from './graph/earlier.ts';
import { readFacts } from './graph/facts.ts';
import { buildHandbook, type Handbook, type HandbookOptions } from './graph/handbook.ts';
import type { FileSource, SourceFile } from './graph/source.ts';
import { digestOf } from './node/cache/run-cache.ts';
import { diskSource } from './node/disk.ts';
import { type HistoryReader, historyReader } from './node/git/reader.ts';

export { liesInTree, userCacheFolder } from './node/cache/folder.ts';
export { rendererDigest, siteDigest } from './node/cache/program.ts';
export { digestOf, RunCache, withDigests } from './node/cache/run-cache.ts';
export { findInstalledChrome } from './node/chrome.ts';
export { comparedFacts } from './node/compared-facts.ts';
export { diskSource, localesIn, siteBaseIn } from './node/disk.ts';
export { FactsMemory } from './node/facts-memory.ts';
export { type ChangedFile, changedFiles } from './node/git/changes.ts';
export { type Commit, commitsOf } from './node/git/commits.ts';
export { GitError, type GitReason } from './node/git/failure.ts';
export { historyOf } from './node/git/history.ts';
export { loadRevision } from './node/git/load.ts';
export { type HistoryReader, historyReader } from './node/git/reader.ts';
export { openRepository, type Repository, repositoryOf } from './node/git/repository.ts';
export { mergeBase, resolveRevision } from './node/git/revision.ts';
export { revisionSource } from './node/git/source.ts';
export { defaultExportOf } from './node/import-module.ts';
export { packageIsWritable, packageRoot, readClaimsText, readRulePage, version } from './node/package.ts';
export { isPdfOrNew } from './node/pdf-file.ts';
export { destinations, pageCount } from './node/pdf-pages.ts';
export { prefixOf } from './node/prefix.ts';
export { printPdf } from './node/print-pdf.ts';
export { realPathOf } from './node/real-path.ts';
export { findRoot, pathExists } from './node/root.ts';
export { runSelf } from './node/self.ts';
export { type RunningServer, type ServeOptions, serve } from './node/serve.ts';
export { clearSite, recordedSearch, recordSite, refusalOf, type SiteRefusal } from './node/site-folder.ts';
export { readTextFile } from './node/text-file.ts';
export { watchFolder } from './node/watch.ts';
export { writeFileAtomically, writeHandbookFile } from './node/write.ts';

export interface LoadOptions {
  /** `YYYY-MM-DD`; wins over the date pinned in loopbook.yaml and the clock. */
  today?: string;
  /** The files, where they have been read already. */
  source?: FileSource;
  /** A file that takes the place of the one on disk, or joins those. */
  overlay?: SourceFile;
  /** Facts of a file if they are known already. */
  facts?: HandbookOptions['facts'];
  /** What an earlier run left; the files of `source` must have their digests. */
  earlier?: EarlierRun | undefined;
  /** What Git remembers of the files; by default the history of the folder, read when a check asks for it. */
  history?: HistoryReader;
  /** Told of each file when its facts are there. */
  onFile?(): void;
}

/** Reads the handbook in a folder. Throws only where the folder itself cannot be read. */
export async function loadHandbook(
  root: string,
  {
    today,
    overlay,
    source = diskSource(root, overlay),
    facts = readFacts,
    earlier,
    history = historyReader(root),
    onFile,
  }: LoadOptions = {},
): Promise<Handbook> {
  return buildHandbook(source, {
    clock: dateIn,
    history: history.read,
    digest: digestOf,
    ...(earlier && { earlier }),
    ...(today && { today }),
    facts: (file, locales) => {
      const found = facts(file, locales);
      onFile?.();
      return found;
    },
  });
}

/** The date of this moment in a time zone, `YYYY-MM-DD`; in the machine's own where the zone is unknown. */
function dateIn(timezone: string | undefined): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const now = new Date();
  try {
    // The Swedish way of writing a date is ISO 8601.
    return new Intl.DateTimeFormat('sv', { ...parts, ...(timezone && { timeZone: timezone }) }).format(now);
  } catch {
    return new Intl.DateTimeFormat('sv', parts).format(now);
  }
}
