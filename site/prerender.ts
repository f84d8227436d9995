import type { AstroPrerenderer } from 'astro';

export interface PageText {
  /** Where its file lies in the site: `en/roles/waiter/index.html`. */
  path: string;
  html: string;
}

export interface PrerenderOptions {
  base: string;
  /** Whether the file of a page stays as it is. */
  stays: (path: string) => boolean;
  onPage: (page: PageText) => void;
}

/**
 * Renders as Astro does, but for pages that stay from the last build, and tells of each, in the order of the
 * pages: some wait for others, and what is made of them must not depend on which was ready first.
 */
export function prerendererOf(
  astro: AstroPrerenderer,
  { base, stays, onPage }: PrerenderOptions,
): AstroPrerenderer {
  let last: Promise<void> = Promise.resolve();
  return {
    ...astro,
    name: 'loopbook',
    render: async (request, options) => {
      const path = fileOf(request.url, base);
      // Astro writes no file for what is empty.
      if (options.routeData.type === 'page' && stays(path)) return new Response(null);
      const before = last;
      const { promise, resolve: done } = Promise.withResolvers<void>();
      last = promise;
      try {
        const rendered = await astro.render(request, options);
        const response = rendered instanceof Response ? rendered : rendered.response;
        if (options.routeData.type !== 'page' || !response.body) return rendered;
        const html = await response.text();
        before.then(() => onPage({ path, html }));
        return new Response(html, response);
      } finally {
        before.finally(done);
      }
    },
  };
}

// helpers

/** The file in which Astro puts the page of an address. */
function fileOf(url: string, base: string): string {
  const path = decodeURI(new URL(url).pathname).slice(base.length);
  return path === '' || path.endsWith('/') ? `${path}index.html` : `${path}.html`;
}
