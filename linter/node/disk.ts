import { readFileSync } from 'node:fs';
import picomatch from 'picomatch';
import {
  ignoredBy,
  localesOf,
  SETTINGS_FILE,
  settingsFacts,
  sizeLimitFor,
  sizeLimitOf,
} from '../graph/settings-file.ts';
import type { FileSource, SourceFile } from '../graph/source.ts';
import { type FoundFile, isSkipped, lookUp, walk } from './walk.ts';

/**
 * The files of a handbook on disk. Settings are read first: they say what to ignore and how large is large.
 * An overlay takes the place of its file, or joins them.
 * Throws the system's error where the folder itself cannot be read.
 */
export function diskSource(root: string, overlay?: SourceFile): FileSource {
  const settings = overlay?.path === SETTINGS_FILE ? settingsFacts([overlay]) : settingsIn(root);
  const matches = picomatch(ignoredBy(settings), { dot: true });
  const limitOf = (path: string) => sizeLimitFor(path, settings);
  const ignored = (path: string) => path !== SETTINGS_FILE && matches(path);
  const files = walk(root, ignored);
  if (!overlay || ignored(overlay.path)) return files.map((file) => read(file, limitOf(file.path)));
  const others = files
    .filter(({ path }) => path !== overlay.path)
    .map((file) => read(file, limitOf(file.path)));
  return [...others, bounded(overlay, limitOf(overlay.path))].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function bounded({ path, bytes }: SourceFile, limit: number): SourceFile {
  const size = bytes?.length ?? 0;
  return size > limit
    ? { path, unreadable: { reason: 'too-large', size, limit } }
    : { path, ...(bytes && { bytes }) };
}

/** Whether a file at this path below a handbook's root would be no part of it. */
export function diskIgnores(root: string, path: string): boolean {
  const matches = picomatch(ignoredBy(settingsIn(root)), { dot: true });
  const parts = path.split('/');
  return parts.some((name, index) => isSkipped(name) || matches(parts.slice(0, index + 1).join('/')));
}

/** The locales of the handbook in a folder, of which nothing but the settings is read. */
export function localesIn(root: string): readonly string[] {
  return localesOf(settingsIn(root));
}

/** The path that the settings say the site is served under, if they do. */
export function siteBaseIn(root: string): string | undefined {
  const site = settingsIn(root)?.data?.site as { base?: unknown } | undefined;
  return typeof site?.base === 'string' ? site.base : undefined;
}

function settingsIn(root: string) {
  const found = lookUp(root, SETTINGS_FILE);
  return found && settingsFacts([read(found, sizeLimitOf(undefined))]);
}

function read({ path, absolute, size, unreadable }: FoundFile, limit: number): SourceFile {
  if (unreadable) return { path, unreadable };
  if (size > limit) return { path, unreadable: { reason: 'too-large', size, limit } };
  try {
    return { path, bytes: readFileSync(absolute) };
  } catch (error) {
    const denied = ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
    return { path, unreadable: { reason: denied ? 'denied' : 'vanished' } };
  }
}
