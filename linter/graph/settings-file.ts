import { BASELINE_FILE } from '../parse/baseline.ts';
import { type FileFacts, readFacts } from './facts.ts';
import type { FileSource } from './source.ts';

export const SETTINGS_FILE = 'loopbook.yaml';

/** A handbook without settings, or with broken ones, is still read: in English. */
const FALLBACK_LOCALES = ['en'] as const;

/** The settings' facts; they are read before all other files, which depend on the locales. */
export function settingsFacts(source: FileSource): FileFacts | undefined {
  const file = source.find(({ path }) => path === SETTINGS_FILE);
  return file && readFacts(file, []);
}

export function localesOf(settings: FileFacts | undefined): readonly string[] {
  const tags = writtenLocales(settings);
  return tags.length > 0 ? tags : FALLBACK_LOCALES;
}

/**
 * The locales that files may be checked against: none where the settings do not say them soundly, since then
 * every text of another language would be called wrong.
 */
export function certainLocalesOf(settings: FileFacts | undefined): readonly string[] {
  const doubtful = settings?.problems.some(({ subject }) => subject.startsWith(`${SETTINGS_FILE}#/locales`));
  return settings?.sound && !doubtful ? writtenLocales(settings) : [];
}

function writtenLocales(settings: FileFacts | undefined): string[] {
  const locales = settings?.data?.locales;
  return Array.isArray(locales) ? locales.filter((tag) => typeof tag === 'string') : [];
}

/** Ten times what the longest policy needs; keeps a stray export from stopping the linter. */
const DEFAULT_FILE_SIZE = 1_000_000;

/** Globs of paths that are not part of the handbook. */
export function ignoredBy(settings: FileFacts | undefined): string[] {
  const globs = settings?.data?.ignore;
  return Array.isArray(globs) ? globs.filter((glob) => typeof glob === 'string') : [];
}

/** A line for each of a hundred thousand findings. */
const BASELINE_SIZE = 50_000_000;

/** The largest a file may be to be read, in bytes; a baseline may be larger than what people write. */
export function sizeLimitFor(path: string, settings: FileFacts | undefined): number {
  const limit = sizeLimitOf(settings);
  return path === BASELINE_FILE ? Math.max(limit, BASELINE_SIZE) : limit;
}

/** The largest file that is read, in bytes. */
export function sizeLimitOf(settings: FileFacts | undefined): number {
  const limits = settings?.data?.limits as { maxFileSize?: unknown } | undefined;
  return typeof limits?.maxFileSize === 'number' ? limits.maxFileSize : DEFAULT_FILE_SIZE;
}
