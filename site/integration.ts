import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadHandbook } from '../linter/node.ts';
import { keepHandbook, openHandbook } from './handbook.ts';
import { indexPages } from './search/index-pages.ts';
import { standingOf } from './standing.ts';
import { writeSite } from './write-site.ts';

/** Writes the site when Astro has bundled it, and reads the handbook again when a file changes in development. */
export function handbookIntegration({ root, force }: { root: string; force: boolean }): AstroIntegration {
  let out: string;
  return {
    name: 'loopbook:handbook',
    hooks: {
      'astro:config:done': ({ config }) => {
        out = fileURLToPath(config.outDir);
        // Whoever runs Astro may name another base.
        const base = `${config.base.replace(/\/$/, '')}/`;
        keepHandbook({ ...openHandbook(), base, ...(config.site && { site: config.site }) });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const { errors } = openHandbook();
        if (errors > 0 && !force) throw new Error(refusal(errors));
        // Files are written as `loopbook build` writes them, which are more than Astro knows of.
        setPrerenderer((astro) => ({
          ...astro,
          setup: async () => {
            await astro.setup?.();
            await writeSite(astro, out);
          },
          getStaticPaths: async () => [],
        }));
      },
      'astro:build:done': async () => {
        const { handbook, searchParts } = openHandbook();
        await indexPages(out, handbook.locales, searchParts);
      },
      'astro:server:setup': ({ server, logger }) => {
        let waiting: NodeJS.Timeout | undefined;
        const reload = async () => {
          const handbook = await loadHandbook(root);
          const open = openHandbook();
          keepHandbook({ ...open, handbook, ...standingOf(handbook, open.claims) });
          server.environments.client.hot.send({ type: 'full-reload' });
        };
        server.watcher.add(root);
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(root)) return;
          clearTimeout(waiting);
          // Editors write a file in several steps.
          waiting = setTimeout(() => reload().catch((error) => logger.error(String(error))), 50);
        });
      },
    },
  };
}

// helpers

function refusal(errors: number): string {
  const count = errors === 1 ? '1 error' : `${errors} errors`;
  return `The handbook has ${count}: run "loopbook lint". To publish nevertheless, use --force or LOOPBOOK_FORCE=1.`;
}
