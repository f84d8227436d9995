import type { APIRoute } from 'astro';
import { isKind, kindNames } from '../../../../linter/index.ts';
import { version } from '../../../../linter/node.ts';
import { viewIn } from '../../../data/views.ts';
import { openHandbook } from '../../../handbook.ts';
import schema from '../../../machine/api.schema.json' with { type: 'json' };
import { apiIndex, apiKind } from '../../../machine/api.ts';

export function getStaticPaths() {
  const { handbook } = openHandbook();
  const kinds = kindNames.filter((kind) => handbook.all(kind).length > 0);
  return ['index', 'schema', ...kinds].map((name) => ({ params: { name } }));
}

/** The handbook for programs: an index, the schema of all files, and one file for each kind. */
export const GET: APIRoute = ({ params }) => {
  const name = params.name!;
  const views = openHandbook().handbook.locales.map(viewIn);
  if (isKind(name)) return Response.json(apiKind(views, name));
  return Response.json(name === 'schema' ? schema : apiIndex(views, version));
};
