import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadHandbook } from '../linter/node.ts';
import { keepHandbook, openHandbook } from './handbook.ts';
import { nginxHeaders, staticHostHeaders } from './machine/headers.ts';
import { writeOfflineFiles } from './offline-files.ts';
import { standingOf } from './standing.ts';

interface Options {
  root: string;
  force: boolean;
}

/** Keeps errors from being published, and reads the handbook again when a file changes in development. */
export function handbookIntegration({ root, force }: Options): AstroIntegration {
  let publishing = false;
  const written: Promise<void>[] = [];
  let base = '/';
  return {
    name: 'loopbook:handbook',
    hooks: {
      'astro:config:setup': ({ command }) => {
        const { errors } = openHandbook();
        publishing = command === 'build';
        if (command === 'build' && errors > 0 && !force) throw new Error(refusal(errors));
      },
      'astro:config:done': ({ config }) => {
        // In development nothing is written.
        if (publishing)
          keepHandbook({ ...openHandbook(), write: writerTo(fileURLToPath(config.outDir), written) });
        base = `${config.base.replace(/\/$/, '')}/`;
      },
      'astro:build:done': async ({ dir }) => {
        const { write } = openHandbook();
        writeOfflineFiles(fileURLToPath(dir));
        write?.('_headers', staticHostHeaders(base));
        write?.('nginx.conf', nginxHeaders(base));
        await Promise.all(written);
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

/** Files are written while the next pages are made; what is on its way, or failed, is kept in the list. */
function writerTo(out: string, written: Promise<void>[]): (path: string, text: string) => void {
  return (path, text) => {
    const writing = writeBelow(join(out, path), text);
    // It is waited for when all pages are made; until then a failure is nobody's yet.
    writing.catch(() => undefined);
    written.push(writing);
  };
}

async function writeBelow(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

function refusal(errors: number): string {
  const count = errors === 1 ? '1 error' : `${errors} errors`;
  return `The handbook has ${count}: run "loopbook lint". To publish nevertheless, use --force or LOOPBOOK_FORCE=1.`;
}
