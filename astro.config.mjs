import { defineConfig } from 'astro/config';
import { loopbookSite } from './site/config.ts';

// Plain `astro dev` and `astro build` publish the example; LOOPBOOK_ROOT names another handbook.
export default defineConfig(
  await loopbookSite({
    root: process.env.LOOPBOOK_ROOT ?? './policies',
    force: process.env.LOOPBOOK_FORCE === '1',
  }),
);
