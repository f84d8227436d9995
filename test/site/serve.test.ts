import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../linter/node.ts';

const text = '客人点茶。'.repeat(400);
let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loopbook-serve-'));
  await mkdir(join(folder, 'tea'));
  await mkdir(join(folder, '_assets'));
  await writeFile(join(folder, 'tea/index.html'), text);
  await writeFile(join(folder, '404.html'), 'nothing here');
  await writeFile(join(folder, 'cup.png'), 'cup');
  await writeFile(join(folder, '_assets/Page.DjzxfdPR.css'), 'p{}');
  server = await serve(folder, { port: 0, base: '/handbook/' });
});

afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true });
});

describe('the server of a built handbook', () => {
  test('compresses text for those who can read it so, and only then', async () => {
    const plain = await get('tea/');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(text);
    const small = await get('tea/', { 'accept-encoding': 'gzip, br' });
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(small.headers.vary).toBe('accept-encoding');
    expect(small.body.length).toBeLessThan(plain.body.length / 10);
    expect(gunzipSync(small.body).toString()).toBe(text);
    expect(
      (await get('tea/', { 'accept-encoding': 'gzip;q=0' })).headers['content-encoding'],
    ).toBeUndefined();
    expect((await get('cup.png', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBeUndefined();
  });

  test('lets only what has its hash in its name be kept', async () => {
    expect((await get('_assets/Page.DjzxfdPR.css')).headers['cache-control']).toMatch(/immutable/);
    expect((await get('tea/')).headers['cache-control']).toBe('no-cache');
  });

  test('leads to folders, and answers what is not there', async () => {
    expect(await get('tea')).toMatchObject({ status: 301, headers: { location: '/handbook/tea/' } });
    const missing = await get('coffee/', { 'accept-encoding': 'gzip' });
    expect(missing.status).toBe(404);
    expect(gunzipSync(missing.body).toString()).toBe('nothing here');
    expect((await get('%2e%2e/%2e%2e/etc/passwd')).status).toBe(404);
    expect((await get('tea/', {}, 'POST')).status).toBe(405);
  });

  test('says of a file what it would send', async () => {
    const head = await get('tea/', {}, 'HEAD');
    expect(head).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(head.body.length).toBe(0);
  });
});

// helpers

/** As it comes over the wire: nothing is unpacked, and the path stays as it is written. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  type Answer = { status: number; headers: Record<string, unknown>; body: Buffer };
  return new Promise<Answer>((resolve, reject) => {
    const options = { host: 'localhost', port: server.port, path: `/handbook/${path}`, headers, method };
    const asked = request(options, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject).end();
  });
}
