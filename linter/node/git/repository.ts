import { realpathSync } from 'node:fs';
import { GitError } from './failure.ts';
import { complaintOf, git, type Ran } from './run.ts';

/** The Git repository that a handbook lies in. Reading it runs nothing of it and writes nothing to it. */
export interface Repository {
  /** The handbook's folder on disk, without links. */
  root: string;
  /** The same within the repository: '' or, with a slash at the end, `policies/`. */
  prefix: string;
  /** Whether older commits were left out when it was cloned. */
  shallow: boolean;
}

/**
 * The repository of a handbook's folder. Throws a `GitError` whose reason tells apart that Git is not there
 * (`noGit`), that the folder is in no repository (`noRepository`), and that Git refuses the one it is in
 * (`notTrusted`, `bareRepository`).
 */
export function repositoryOf(folder: string): Repository {
  const root = realpathSync(folder);
  const asked = ['--is-inside-work-tree', '--is-shallow-repository', '--show-prefix'];
  const ran = git(['rev-parse', ...asked], { cwd: root });
  if (ran.code !== 0) throw refusal(ran, folder);
  const [inside, shallow, ...rest] = ran.out.toString().split('\n');
  if (inside !== 'true') throw new GitError('noRepository', { folder });
  // A prefix may itself hold a line break; only the last one is Git's.
  return { root, prefix: rest.slice(0, -1).join('\n'), shallow: shallow === 'true' };
}

/** The same, or undefined where there is no Git or no repository; throws where there is one Git refuses. */
export function openRepository(folder: string): Repository | undefined {
  try {
    return repositoryOf(folder);
  } catch (error) {
    if (error instanceof GitError && ['noGit', 'noRepository'].includes(error.reason)) return undefined;
    throw error;
  }
}

function refusal(ran: Ran, folder: string): GitError {
  const { complaint } = ran;
  const owned = /(?:dubious ownership in|unsafe) repository (?:at )?\(?'([^']*)'/.exec(complaint);
  if (owned) return new GitError('notTrusted', { folder, repository: quoted(owned[1]!) });
  if (/bare ?repository/i.test(complaint)) return new GitError('bareRepository', { folder });
  if (/not a git repository|must be run in a work tree/i.test(complaint))
    return new GitError('noRepository', { folder });
  return complaintOf(ran);
}

/** A path as one word of a POSIX shell, for a command that the reader may copy. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
