import type { APIRoute } from 'astro';
import { pathOf } from '../data/routes.ts';
import { pageOf } from '../data/view.ts';
import { viewIn } from '../data/views.ts';
import { openHandbook } from '../handbook.ts';
import { handbookLlms, roleLlms } from '../machine/llms.ts';

export function getStaticPaths() {
  const { handbook } = openHandbook();
  return handbook.locales.flatMap((locale, index) => {
    const inLocale = (path: string) => [index === 0 ? '' : locale, path, 'llms'].filter(Boolean).join('/');
    return [
      { params: { llms: inLocale('') }, props: { locale } },
      ...handbook.all('role').map((role) => ({
        params: { llms: inLocale(pathOf(pageOf(role))) },
        props: { locale, role: role.id },
      })),
    ];
  });
}

/** The handbook, or one role's part of it, for language models. */
export const GET: APIRoute = ({ props }) => {
  const { locale, role } = props as { locale: string; role?: string };
  const view = viewIn(locale);
  const entity = role === undefined ? undefined : view.handbook.get('role', role);
  return new Response(entity ? roleLlms(view, entity) : handbookLlms(view));
};
