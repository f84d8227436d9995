import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

export interface RunningServer {
  url: string;
  port: number;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** 0 for any free port. */
  port: number;
  /** The path the site was built for, `/` or `/handbook/`. */
  base?: string;
}

/**
 * Serves a folder of static files on this machine only. Rejects with the system's error where the port
 * cannot be had (`EADDRINUSE`).
 */
export function serve(folder: string, { port, base = '/' }: ServeOptions): Promise<RunningServer> {
  const prefix = `/${base}/`.replace(/\/+/g, '/');
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/');
    if (request.method !== 'GET' && request.method !== 'HEAD') send(response, 405, undefined);
    else if (path === undefined) send(response, 400, undefined);
    else if (`${path}/` === prefix) response.writeHead(301, { location: prefix }).end();
    else if (!path.startsWith(prefix)) notFound(response, folder);
    else answer(response, folder, prefix, path);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(running(server, prefix)));
  });
}

function running(server: Server, prefix: string): RunningServer {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://localhost:${port}${prefix}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The decoded path without its query; undefined where it is malformed or climbs out of the folder. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0]!);
    return path.includes('\0') || normalize(path).split(/[\\/]/).includes('..')
      ? undefined
      : normalize(path).split(sep).join('/');
  } catch {
    return undefined;
  }
}

function answer(response: ServerResponse, folder: string, prefix: string, path: string): void {
  const file = join(folder, path.slice(prefix.length));
  const info = statSync(file, { throwIfNoEntry: false });
  if (info?.isFile()) {
    send(response, 200, file);
    return;
  }
  const index = join(file, 'index.html');
  if (!statSync(index, { throwIfNoEntry: false })?.isFile()) notFound(response, folder);
  else if (!path.endsWith('/')) response.writeHead(301, { location: `${encodeURI(path)}/` }).end();
  else send(response, 200, index);
}

function notFound(response: ServerResponse, folder: string): void {
  const page = join(folder, '404.html');
  send(response, 404, statSync(page, { throwIfNoEntry: false })?.isFile() ? page : undefined);
}

function send(response: ServerResponse, status: number, file: string | undefined): void {
  const type = file ? types[extname(file).toLowerCase()] : 'text/plain; charset=utf-8';
  response.writeHead(status, {
    'content-type': type ?? 'application/octet-stream',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  if (!file) response.end(`${status}\n`);
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}
