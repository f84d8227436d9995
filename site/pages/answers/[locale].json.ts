import type { APIRoute } from 'astro';
import { answersOf } from '../../data/answers.ts';
import { viewIn } from '../../data/views.ts';
import { openHandbook } from '../../handbook.ts';

export function getStaticPaths() {
  return openHandbook().handbook.locales.map((locale) => ({ params: { locale } }));
}

/** What the search answers at once, before it looks into the pages. */
export const GET: APIRoute = ({ params }) => Response.json(answersOf(viewIn(params.locale!)));
