import type { AstroIntegration } from 'astro';
import { loadHandbook } from '../linter/node.ts';
import { keepHandbook, openHandbook } from './handbook.ts';
import { standingOf } from './standing.ts';

interface Options {
  root: string;
  force: boolean;
}

/** Keeps errors from being published, and reads the handbook again when a file changes in development. */
export function handbookIntegration({ root, force }: Options): AstroIntegration {
  return {
    name: 'loopbook:handbook',
    hooks: {
      'astro:config:setup': ({ command }) => {
        const { errors } = openHandbook();
        if (command === 'build' && errors > 0 && !force) throw new Error(refusal(errors));
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        let waiting: NodeJS.Timeout | undefined;
        const reload = async () => {
          const handbook = await loadHandbook(root);
          const open = openHandbook();
          keepHandbook({ ...open, handbook, ...standingOf(handbook, open.claims) });
          await refreshContent?.({ loaders: ['loopbook'] });
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

function refusal(errors: number): string {
  const count = errors === 1 ? '1 error' : `${errors} errors`;
  return `The handbook has ${count}: run "loopbook lint". To publish nevertheless, use --force or LOOPBOOK_FORCE=1.`;
}
