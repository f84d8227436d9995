import picomatch from 'picomatch';
import {
  ignoredBy,
  SETTINGS_FILE,
  settingsFacts,
  sizeLimitFor,
  sizeLimitOf,
} from '../../graph/settings-file.ts';
import type { FileSource, SourceFile, Unreadable } from '../../graph/source.ts';
import { isSkipped } from '../walk.ts';
import { readBlobs } from './blobs.ts';
import { type Followed, follow, LONGEST_TARGET } from './links.ts';
import type { Repository } from './repository.ts';
import { readTree, type TreeFile, type TreeFolder, type TreeLink } from './tree.ts';

interface FoundFile {
  path: string;
  file?: TreeFile;
  unreadable?: Unreadable;
}

/**
 * The files of the handbook at a commit, as `diskSource` would find them in a clean checkout of it: the same
 * settings, skipped folders, size limit, treatment of links and order. Read from Git's objects; nothing is
 * checked out or written. Submodules are left out. Empty where the folder did not exist then.
 *
 * @param commit an id, as `resolveRevision` gives it. Throws a `GitError` where objects are missing.
 */
export function revisionSource(repository: Repository, commit: string): FileSource {
  const tree = readTree(repository, commit);
  const links = linksOf(tree).filter(({ size }) => size <= LONGEST_TARGET);
  const targets = readBlobs(repository, commit, links);
  const resolve = (folder: readonly string[], link: TreeLink) =>
    follow(repository, tree, folder, link, ({ object }) => targetOf(targets.get(object)));
  const settings = readSettings(repository, commit, tree, resolve);
  const matches = picomatch(ignoredBy(settings), { dot: true });
  const found = walkTree(tree, (path) => path !== SETTINGS_FILE && matches(path), resolve);
  const limitOf = (path: string) => sizeLimitFor(path, settings);
  const wanted = found.flatMap(({ path, file }) => (file && file.size <= limitOf(path) ? [file] : []));
  const blobs = readBlobs(repository, commit, wanted);
  return found.map((each) => toSource(each, limitOf(each.path), blobs));
}

type Resolve = (folder: readonly string[], link: TreeLink) => Followed;

function readSettings(repository: Repository, commit: string, tree: TreeFolder, resolve: Resolve) {
  const entry = tree.entries.get(SETTINGS_FILE);
  if (!entry || entry.kind === 'folder') return undefined;
  const found = inspect(SETTINGS_FILE, [], entry, resolve);
  if (found.kind === 'folder') return undefined;
  const limit = sizeLimitOf(undefined);
  const { file } = found.file;
  const blobs = readBlobs(repository, commit, file && file.size <= limit ? [file] : []);
  return settingsFacts([toSource(found.file, limit, blobs)]);
}

/** The twin of `walk` in disk.ts, over a tree. */
function walkTree(tree: TreeFolder, ignored: (path: string) => boolean, resolve: Resolve): FoundFile[] {
  const found: FoundFile[] = [];
  const entered = new Set<TreeFolder>();
  const pending: { folder: TreeFolder; path: string[] }[] = [{ folder: tree, path: [] }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (entered.has(next.folder)) continue;
    entered.add(next.folder);
    for (const [name, entry] of next.folder.entries) {
      const path = [...next.path, name].join('/');
      if (isSkipped(name) || ignored(path)) continue;
      const inspected = inspect(path, next.path, entry, resolve);
      if (inspected.kind === 'folder') pending.push(inspected);
      else found.push(inspected.file);
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

type Inspected = { kind: 'folder'; folder: TreeFolder; path: string[] } | { kind: 'file'; file: FoundFile };

/** What lies at a path. A link counts as what it leads to; a folder behind one keeps its own path. */
function inspect(
  path: string,
  folder: readonly string[],
  entry: TreeFile | TreeFolder | TreeLink,
  resolve: Resolve,
): Inspected {
  // Names that are no text cannot be opened by the path that a reader would see.
  if (path.includes('\uFFFD')) return { kind: 'file', file: { path, unreadable: { reason: 'vanished' } } };
  if (entry.kind === 'folder') return { kind: 'folder', folder: entry, path: path.split('/') };
  if (entry.kind === 'file') return { kind: 'file', file: { path, file: entry } };
  const followed = resolve(folder, entry);
  if (typeof followed === 'string') return { kind: 'file', file: { path, unreadable: { reason: followed } } };
  if (followed.entry.kind === 'folder')
    return { kind: 'folder', folder: followed.entry, path: followed.path };
  return { kind: 'file', file: { path, file: followed.entry } };
}

function toSource(
  { path, file, unreadable }: FoundFile,
  limit: number,
  blobs: Map<string, Uint8Array>,
): SourceFile {
  if (!file) return { path, unreadable: unreadable ?? { reason: 'vanished' } };
  if (file.size > limit) return { path, unreadable: { reason: 'too-large', size: file.size, limit } };
  return { path, bytes: blobs.get(file.object)! };
}

function linksOf(tree: TreeFolder): TreeLink[] {
  const links: TreeLink[] = [];
  const pending = [tree];
  for (let folder = pending.pop(); folder; folder = pending.pop()) {
    for (const entry of folder.entries.values()) {
      if (entry.kind === 'link') links.push(entry);
      else if (entry.kind === 'folder') pending.push(entry);
    }
  }
  return links;
}

function targetOf(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes || bytes.length === 0 || bytes.includes(0)) return undefined;
  const text = Buffer.from(bytes).toString();
  return text.includes('\uFFFD') ? undefined : text;
}
