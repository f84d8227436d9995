import type { History } from '../../graph/history.ts';
import { GitError, type GitReason } from './failure.ts';
import { historyOf } from './history.ts';
import { repositoryOf } from './repository.ts';

/** A handbook's history for checks that may never ask for it: Git is asked once, at the first question. */
export interface HistoryReader {
  /** Undefined where there is no Git, no repository, no commit, or where Git refuses to read it. */
  read(): History | undefined;
  /** Why what was asked for is not, or not wholly, known. Undefined as long as nobody asked. */
  doubt(): 'shallow' | GitError | undefined;
}

/** Without these a handbook simply has no history; all else is worth a word. */
const silent: readonly GitReason[] = ['noGit', 'noRepository', 'unknownRevision'];

export function historyReader(root: string): HistoryReader {
  let found: { history?: History; failure?: GitError } | undefined;
  const read = () => {
    found ??= attempt(root);
    return found.history;
  };
  return {
    read,
    doubt: () => found?.failure ?? (found?.history?.complete === false ? 'shallow' : undefined),
  };
}

function attempt(root: string): { history?: History; failure?: GitError } {
  try {
    return { history: historyOf(repositoryOf(root)) };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return silent.includes(error.reason) ? {} : { failure: error };
  }
}
