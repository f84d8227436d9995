import type { Repository } from './repository.ts';
import { complaintOf, git } from './run.ts';

/** A change to the handbook, as its author recorded it. */
export interface Commit {
  /** 40 or 64 hexadecimal digits. */
  id: string;
  /** `YYYY-MM-DD` in the author's time zone. */
  date: string;
  /** The author's name, without an address. */
  author: string;
  /** The first paragraph of the message in one line. */
  subject: string;
}

/** The newest commits that touch the handbook's folder, newest first; none before the first commit. */
export function commitsOf(repository: Repository, limit: number): Commit[] {
  const format = '--format=tformat:%H%x00%as%x00%an%x00%s';
  const options = ['--date-order', '--no-decorate', '--no-color', '--encoding=UTF-8', '--no-merges'];
  const args = ['log', '-z', `--max-count=${limit}`, ...options, format, 'HEAD', '--', '.'];
  const ran = git(args, { cwd: repository.root });
  // A repository without a commit has no HEAD.
  if (ran.code === 128 && /unknown revision|bad revision/.test(ran.complaint)) return [];
  if (ran.code !== 0) throw complaintOf(ran);
  const fields = ran.out.toString().split('\0');
  const commits: Commit[] = [];
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const [id = '', date = '', author = '', subject = ''] = fields.slice(at, at + 4);
    commits.push({ id, date, author, subject });
  }
  return commits;
}
