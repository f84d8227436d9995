import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadHandbook } from '../linter/node.ts';
import { keepHandbook, openHandbook } from './handbook.ts';
import { nginxHeaders, staticHostHeaders } from './machine/headers.ts';
import { writeOfflineFiles } from './offline-files.ts';
import { type PageText, prerendererOf } from './prerender.ts';
import { standingOf } from './standing.ts';

interface Options {
  root: string;
  force: boolean;
  /** Told of each page as it is rendered. */
  onPage?: ((page: PageText) => void) | undefined;
}

/** Keeps errors from being published, and reads the handbook again when a file changes in development. */
export function handbookIntegration({ root, force, onPage }: Options): AstroIntegration {
  let publishing = false;
  let writer: Writer | undefined;
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
        if (publishing) {
          writer = writerTo(fileURLToPath(config.outDir));
          keepHandbook({ ...openHandbook(), write: writer.write });
        }
        base = `${config.base.replace(/\/$/, '')}/`;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const { pages } = openHandbook();
        if (!pages && !onPage) return;
        const files = new Set(pages?.files);
        const told = ({ path, html }: PageText) => {
          pages?.wrote(path, html);
          onPage?.({ path, html });
        };
        setPrerenderer((astro) =>
          prerendererOf(astro, { base, stays: (path) => files.has(path), onPage: told }),
        );
      },
      'astro:build:done': async ({ dir }) => {
        const { write, pages } = openHandbook();
        pages?.wroteAssets(fileURLToPath(new URL('_assets/', dir)));
        writeOfflineFiles(fileURLToPath(dir));
        write?.('_headers', staticHostHeaders(base));
        write?.('nginx.conf', nginxHeaders(base));
        await writer?.flush();
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

interface Writer {
  write(path: string, text: string): void;
  /** Writes what still waits. Rejects where any file could not be written. */
  flush(): Promise<void>;
}

/** How many files wait to be written together. */
const WAITING = 200;

/**
 * Most files lie beside a page: they wait until it is written, for then its folder need not be made twice. They
 * are written while the next pages are made, some at a time, as there may be more than files can be open.
 */
function writerTo(out: string): Writer {
  let waiting: [path: string, text: string][] = [];
  let writing: Promise<unknown> = Promise.resolve();
  const flush = async () => {
    const files = waiting;
    waiting = [];
    writing = writing.then(() => Promise.all(files.map(([path, text]) => writeBelow(join(out, path), text))));
    await writing;
  };
  const write = (path: string, text: string) => {
    if (waiting.push([path, text]) >= WAITING) flush().catch(() => {});
  };
  return { write, flush };
}

async function writeBelow(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

function refusal(errors: number): string {
  const count = errors === 1 ? '1 error' : `${errors} errors`;
  return `The handbook has ${count}: run "loopbook lint". To publish nevertheless, use --force or LOOPBOOK_FORCE=1.`;
}
