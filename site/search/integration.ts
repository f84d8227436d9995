import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { openHandbook } from '../handbook.ts';
import { indexPages } from './index-pages.ts';

/** Builds the search indexes from the finished pages. */
export function searchIntegration(): AstroIntegration {
  return {
    name: 'loopbook:search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const counts = await indexPages(fileURLToPath(dir), openHandbook().handbook.locales);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        const pages = [...counts].map(([locale, count]) => `${count} ${locale}`).join(', ');
        logger.info(`search index of ${pages} pages in ${seconds} s`);
      },
    },
  };
}
