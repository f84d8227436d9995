import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.bpmn': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** What gains from compression; the rest is compressed already. */
const TEXT = /^text\/|[/+](?:json|xml|wasm)\b/;

/** Names that hold a hash of their contents are kept for good; everything else is asked for again. */
const HASHED = /\/_assets\/[^/]+\.[\w-]{8,}\.\w+$/;

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
    const exchange = { request, response };
    if (request.method !== 'GET' && request.method !== 'HEAD') send(exchange, 405, undefined);
    else if (path === undefined) send(exchange, 400, undefined);
    else if (`${path}/` === prefix) response.writeHead(301, { location: prefix }).end();
    else if (!path.startsWith(prefix)) notFound(exchange, folder);
    else answer(exchange, folder, prefix, path);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(running(server, prefix)));
  });
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
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

function answer(exchange: Exchange, folder: string, prefix: string, path: string): void {
  const file = join(folder, path.slice(prefix.length));
  const info = statSync(file, { throwIfNoEntry: false });
  if (info?.isFile()) {
    send(exchange, 200, file);
    return;
  }
  const index = join(file, 'index.html');
  if (!statSync(index, { throwIfNoEntry: false })?.isFile()) notFound(exchange, folder);
  else if (!path.endsWith('/')) exchange.response.writeHead(301, { location: `${encodeURI(path)}/` }).end();
  else send(exchange, 200, index);
}

function notFound(exchange: Exchange, folder: string): void {
  const page = join(folder, '404.html');
  send(exchange, 404, statSync(page, { throwIfNoEntry: false })?.isFile() ? page : undefined);
}

function send({ request, response }: Exchange, status: number, file: string | undefined): void {
  const type = file ? types[extname(file).toLowerCase()] : 'text/plain; charset=utf-8';
  const text = file !== undefined && type !== undefined && TEXT.test(type);
  const compressed = text && acceptsGzip(request);
  response.writeHead(status, {
    'content-type': type ?? 'application/octet-stream',
    'cache-control':
      file && HASHED.test(file.split(sep).join('/')) ? 'max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    ...(text && { vary: 'accept-encoding' }),
    ...(compressed && { 'content-encoding': 'gzip' }),
  });
  if (request.method === 'HEAD') response.end();
  else if (!file) response.end(`${status}\n`);
  else if (compressed) pipeline(createReadStream(file), createGzip(), response, () => {});
  else pipeline(createReadStream(file), response, () => {});
}

function acceptsGzip({ headers }: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(headers['accept-encoding'] ?? ''));
}
