import type { APIRoute } from 'astro';
import { bpmn } from '../../linter/index.ts';
import { bpmnPath } from '../data/blueprint/bpmn-address.ts';
import { openHandbook } from '../handbook.ts';

export function getStaticPaths() {
  const { handbook } = openHandbook();
  return handbook.locales.flatMap((locale, index) =>
    handbook.all('process').map(({ id }) => ({
      params: { path: [index === 0 ? '' : locale, bpmnPath(id)].filter(Boolean).join('/') },
      props: { id, locale },
    })),
  );
}

/** A process for tools that draw, simulate or run processes. */
export const GET: APIRoute = ({ props: { id, locale } }) => {
  const { handbook } = openHandbook();
  const text = bpmn(handbook, handbook.get('process', id)!, locale);
  return new Response(text, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
