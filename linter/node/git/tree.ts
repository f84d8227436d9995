import { GitError } from './failure.ts';
import type { Repository } from './repository.ts';
import { complaintOf, git } from './run.ts';

/** What a revision holds at a path. */
export type TreeEntry = TreeFolder | TreeFile | TreeLink;

export interface TreeFolder {
  kind: 'folder';
  entries: Map<string, TreeEntry>;
}

export interface TreeFile {
  kind: 'file';
  /** The id of its bytes. */
  object: string;
  /** In bytes. */
  size: number;
}

export interface TreeLink {
  kind: 'link';
  object: string;
  size: number;
}

/** `mode type object size<tab>path`, as `git ls-tree --long` writes it. */
const LINE = /^(\d{6}) (\w+) ([0-9a-f]+) +(\S+)\t(.+)$/s;

/** The handbook's folder at a commit, empty where it did not exist. Submodules are other repositories' and left out. */
export function readTree({ root }: Repository, commit: string): TreeFolder {
  const ran = git(['ls-tree', '-r', '-z', '--long', commit], { cwd: root });
  if (ran.code !== 0) throw complaintOf(ran, commit);
  const tree: TreeFolder = { kind: 'folder', entries: new Map() };
  for (const line of ran.out.toString().split('\0')) {
    const [, mode, type, object, size, path] = LINE.exec(line) ?? [];
    if (type !== 'blob' || !object || !path) continue;
    if (size === 'BAD') throw new GitError('incomplete', { revision: commit });
    put(tree, path.split('/'), {
      kind: mode === '120000' ? 'link' : 'file',
      object,
      size: Number(size),
    });
  }
  return tree;
}

function put(tree: TreeFolder, path: string[], entry: TreeEntry): void {
  const name = path.pop()!;
  let folder = tree;
  for (const part of path) {
    let next = folder.entries.get(part);
    if (next?.kind !== 'folder') {
      next = { kind: 'folder', entries: new Map() };
      folder.entries.set(part, next);
    }
    folder = next;
  }
  folder.entries.set(name, entry);
}
