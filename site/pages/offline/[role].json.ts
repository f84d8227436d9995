import type { APIRoute } from 'astro';
import { version } from '../../../linter/node.ts';
import { offlinePack } from '../../data/offline-pack.ts';
import { viewIn } from '../../data/views.ts';
import { openHandbook } from '../../handbook.ts';

export function getStaticPaths() {
  return openHandbook()
    .handbook.all('role')
    .map(({ id }) => ({ params: { role: id } }));
}

/** The pages that a phone keeps for a role. */
export const GET: APIRoute = ({ params }) => {
  const { handbook } = openHandbook();
  const role = handbook.get('role', params.role!)!;
  return Response.json(offlinePack(handbook.locales.map(viewIn), role, version));
};
