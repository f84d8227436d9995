import type { FileHistory, History } from '../../graph/history.ts';
import type { Repository } from './repository.ts';
import { resolveRevision } from './revision.ts';
import { complaintOf, git } from './run.ts';

/** Four fields and no more: `commit NUL parents NUL date NUL author`, then what the commit changed. */
const FORMAT = '--format=tformat:%H%x00%P%x00%as%x00%an <%ae>';

/** The letters by which Git says what became of a file. */
const STATUS = /^\n?[ACDMRTUX]\d*$/;

/**
 * What Git remembers of the handbook's files up to a commit, in one pass over the history. A file that only
 * moved is followed; one that was moved and edited at once is new at its place. In a shallow clone the oldest commits seem to have made
 * everything that is there; what they say is left out, as it is not known.
 */
export function historyOf(repository: Repository, revision = 'HEAD'): History {
  const commit = resolveRevision(repository, revision);
  const args = ['log', '-z', '--date-order', '--no-decorate', '--no-color', '--encoding=UTF-8', FORMAT];
  const changes = ['--name-status', '--find-renames=100%', '--no-ext-diff', '--no-textconv', '--relative'];
  const ran = git([...args, ...changes, commit, '--', '.'], { cwd: repository.root });
  if (ran.code !== 0) throw complaintOf(ran, revision);
  const complete = !repository.shallow;
  return { commit, complete, files: filesIn(ran.out.toString().split('\0'), complete) };
}

/** Reads the fields in their places, newest commit first; a file name cannot pass for anything else. */
function filesIn(fields: readonly string[], complete: boolean): Map<string, FileHistory> {
  const files = new Map<string, FileHistory>();
  const gone = new Set<string>();
  /** Former path → the file's present one, for commits older than the move. */
  const moved = new Map<string, string>();
  let at = 0;
  while (at + 3 < fields.length) {
    const [commit = '', parents = '', date = '', author = ''] = fields.slice(at, at + 4);
    const known = complete || parents !== '';
    at += 4;
    while (STATUS.test(fields[at] ?? '')) {
      const status = fields[at]!.trimStart()[0];
      const written = fields[at + 1]!;
      const path = moved.get(written) ?? written;
      if (status === 'R') {
        const now = fields[at + 2]!;
        moved.set(written, moved.get(now) ?? now);
        moved.delete(now);
        at += 3;
        continue;
      }
      at += 2;
      const file = files.get(path);
      if (file) file.created = date;
      else if (status === 'D') gone.add(path);
      else if (known && !gone.has(path)) files.set(path, { commit, changed: date, author, created: date });
      // What bore the name before was another file.
      if (status === 'A') moved.delete(written);
    }
    while (fields[at] === '' && at < fields.length) at++;
  }
  return files;
}
