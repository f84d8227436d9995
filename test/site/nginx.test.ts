import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSite, buildSite } from './built-site.ts';

const nginx = programNamed('nginx');
const base = '/handbook/';

let site: BuiltSite;
let folder: string;
let server: ChildProcess;
let url: string;

beforeAll(async () => {
  if (!nginx) return;
  site = await buildSite({ base });
  folder = await mkdtemp(join(tmpdir(), 'loopbook-nginx-'));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  mkdirSync(join(folder, 'www'));
  cpSync(site.folder, join(folder, 'www/handbook'), { recursive: true });
  // Started by root, nginx serves as another user, who must be let in.
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'nginx.conf'), configuration(port));
  server = spawn(nginx, ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', join(folder, 'error.log')]);
  await answering(url);
});

afterAll(async () => {
  server?.kill();
  await site?.remove();
  if (folder) await rm(folder, { recursive: true, force: true });
});

test('nginx serves the handbook under a path, with the headers that the build wrote for it', async (context) => {
  if (!nginx) context.skip('nginx is not installed here: its headers were not tried');
  const page = await fetch(`${url}${base}roles/waiter/`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await page.text()).toContain('餐厅服务员');

  const [style] = /\/handbook\/_assets\/[^"]+\.css/.exec(site.pages.get('roles/waiter/')!)!;
  const asset = await fetch(url + style);
  expect([asset.status, asset.headers.get('content-type')]).toEqual([200, 'text/css']);
  expect(asset.headers.get('cache-control')).toContain('immutable');
  expect(asset.headers.get('content-security-policy')).toContain("default-src 'none'");

  const worker = await fetch(`${url}${base}sw.js`);
  expect([worker.status, worker.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  const markdown = await fetch(`${url}${base}roles/waiter/index.md`);
  expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  const missing = await fetch(`${url}${base}roles/nobody/`);
  expect([missing.status, missing.headers.get('x-content-type-options')]).toEqual([404, 'nosniff']);
  expect(await missing.text()).toBe(readFileSync(join(site.folder, '404.html'), 'utf8'));
});

// helpers

function programNamed(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders
    .map((path) => join(path, name))
    .find((path) => {
      try {
        execFileSync(path, ['-v'], { stdio: 'ignore' });
        return true;
      } catch {
        return false;
      }
    });
}

function configuration(port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  return `
daemon off;
pid ${join(folder, 'nginx.pid')};
error_log ${join(folder, 'error.log')};
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  ${temporary.join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${join(folder, 'www')};
    include ${join(site.folder, 'nginx.conf')};
  }
}
`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function answering(address: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (
      await fetch(address).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx did not answer: ${readFileSync(join(folder, 'error.log'), 'utf8')}`);
}
