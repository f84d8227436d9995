import { hint } from '../../model/suggest.ts';
import { GitError } from './failure.ts';
import type { Repository } from './repository.ts';
import { complaintOf, git } from './run.ts';

/**
 * The commit that a branch, tag, id or expression such as `HEAD~1` means, as 40 or 64 hexadecimal digits.
 * Throws a `GitError`: `optionLike`, `unknownRevision`, or `shallowRevision` where the clone may be too short.
 */
export function resolveRevision(repository: Repository, revision: string): string {
  if (revision.startsWith('-')) throw new GitError('optionLike', { revision });
  const commit = revision === '' || revision.includes('\0') ? undefined : commitOf(repository, revision);
  if (commit) return commit;
  if (repository.shallow) throw new GitError('shallowRevision', { revision });
  throw new GitError('unknownRevision', { revision, hint: hint(revision, names(repository)) });
}

function commitOf({ root }: Repository, revision: string): string | undefined {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const { code, out } = git(args, { cwd: root });
  const commit = out.toString().trim();
  return code === 0 && /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined;
}

/** Branches and tags, those used last first. */
function names({ root }: Repository): string[] {
  const args = ['for-each-ref', '--count=1000', '--sort=-creatordate', '--format=%(refname:short)'];
  const { code, out } = git([...args, 'refs/heads', 'refs/remotes', 'refs/tags'], { cwd: root });
  return code === 0 ? out.toString().split('\n').filter(Boolean) : [];
}

/**
 * The newest commit that two revisions have in common: where a branch left its base. Throws a `GitError`,
 * `shallowAncestor` where the clone may be too short and `unrelated` where there is none.
 */
export function mergeBase(repository: Repository, base: string, head = 'HEAD'): string {
  const commits = [resolveRevision(repository, base), resolveRevision(repository, head)];
  const ran = git(['merge-base', ...commits], { cwd: repository.root });
  if (ran.code === 0) return ran.out.toString().trim();
  if (ran.code !== 1) throw complaintOf(ran);
  throw new GitError(repository.shallow ? 'shallowAncestor' : 'unrelated', { base, head });
}
