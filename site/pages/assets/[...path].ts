import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { APIRoute } from 'astro';
import { assetsOf, mediaType } from '../../data/assets.ts';
import { openHandbook } from '../../handbook.ts';

export function getStaticPaths() {
  return assetsOf(openHandbook().handbook).map((path) => ({
    params: { path: path.replace(/^assets\//, '') },
  }));
}

/** A picture or document of the handbook. Links that lead out of its folder are not followed. */
export const GET: APIRoute = async ({ params }) => {
  const { root } = openHandbook();
  const folder = await realpath(join(root, 'assets'));
  const file = await realpath(join(folder, params.path!));
  if (!file.startsWith(folder + sep)) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(await readFile(file)), {
    headers: { 'content-type': mediaType(file) ?? '' },
  });
};
