import { GitError } from './failure.ts';
import type { Repository } from './repository.ts';
import { complaintOf, git } from './run.ts';

/** The most that is read of one revision: a thousand times a large handbook. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** What stands around each object in the answer: its id, type and size, and two line breaks. */
const FRAME = 128;

/**
 * The bytes of objects by their ids, read by one process. The objects are taken as they are stored: no filter,
 * no conversion, no fetching of what a partial clone left out. Throws a `GitError` (`incomplete`, `tooLarge`).
 */
export function readBlobs(
  { root }: Repository,
  commit: string,
  wanted: readonly { object: string; size: number }[],
): Map<string, Uint8Array> {
  const sizes = new Map(wanted.map(({ object, size }) => [object, size]));
  const found = new Map<string, Uint8Array>();
  if (sizes.size === 0) return found;
  let total = 0;
  for (const size of sizes.values()) total += size + FRAME;
  if (total > MOST_BYTES)
    throw new GitError('tooLarge', { revision: commit, limit: MOST_BYTES / 1024 / 1024 });
  const input = `${[...sizes.keys()].join('\n')}\n`;
  const ran = git(['cat-file', '--batch', '--buffer'], { cwd: root, input, most: total });
  for (let at = 0; at < ran.out.length; ) {
    const end = ran.out.indexOf(10, at);
    const [object = '', type, size] = ran.out.toString('latin1', at, end).split(' ');
    if (type !== 'blob') throw new GitError('incomplete', { revision: commit });
    const begin = end + 1;
    found.set(object, ran.out.subarray(begin, begin + Number(size)));
    at = begin + Number(size) + 1;
  }
  if (ran.code !== 0 || found.size < sizes.size) throw complaintOf(ran, commit);
  return found;
}
