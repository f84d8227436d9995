import type { Handbook } from '../../linter/index.ts';

/** Files beside the policies that are published: pictures and documents that cannot run anything. */
const types: Record<string, string> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  png: 'image/png',
  webp: 'image/webp',
};

/** The media type of a file that may be published; undefined for all others. */
export function mediaType(path: string): string | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(types, extension) ? types[extension] : undefined;
}

/** The handbook's own files that are published, by their path in it. */
export function assetsOf(handbook: Handbook): string[] {
  return [...handbook.files]
    .filter(([path, { place }]) => place?.role === 'asset' && mediaType(path))
    .map(([path]) => path);
}

export function isAsset(handbook: Handbook, path: string): boolean {
  return handbook.files.get(path)?.place?.role === 'asset' && mediaType(path) !== undefined;
}
