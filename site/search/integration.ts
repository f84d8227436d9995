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
        await indexPages(fileURLToPath(dir), openHandbook().handbook.locales);
        logger.info(`search index in ${((performance.now() - started) / 1000).toFixed(1)} s`);
      },
    },
  };
}
