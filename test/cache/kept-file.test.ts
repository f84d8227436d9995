import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { liesInTree, RunCache, userCacheFolder } from '../../linter/node.ts';
import { cli, type Outcome } from '../cli/cli.ts';
import { baseFiles } from '../support/handbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'loopbook-kept-'));
const root = join(folder, 'handbook');
const cache = join(folder, 'cache');
const today = ['--today', '2026-11-22'];
const broken = join(root, 'roles/waiter.yaml');
const noOwner = 'name: Waiter\nunit: nowhere\n';

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  rmSync(cache, { recursive: true, force: true });
  rmSync(root, { recursive: true, force: true });
  for (const [path, text] of Object.entries(baseFiles())) write(path, text);
  writeFileSync(broken, noOwner);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const lint = (...flags: string[]): Promise<Outcome> =>
  cli(['lint', '--root', root, ...today, '--format', 'json', '--cache-dir', cache, ...flags]);
const plainly = () => cli(['lint', '--root', root, ...today, '--format', 'json', '--no-cache']);

function keptFile(): string {
  const [name] = readdirSync(cache);
  return join(cache, name!);
}

test('a run leaves one file, which the next one uses, and findings are the same', async () => {
  const first = await lint();
  expect(first.code).toBe(1);
  expect(first).toEqual(await plainly());
  expect(readdirSync(cache)).toHaveLength(1);
  const before = readFileSync(keptFile());
  expect(await lint()).toEqual(first);
  // Nothing changed, so there was nothing to write.
  expect(readFileSync(keptFile()).equals(before)).toBe(true);
  writeFileSync(broken, `# moved\n${noOwner}`);
  expect(await lint()).toEqual(await plainly());
  expect(readFileSync(keptFile()).equals(before)).toBe(false);
});

describe('what is not what this program wrote counts as nothing', () => {
  const damages: Record<string, (bytes: Buffer) => Buffer> = {
    empty: () => Buffer.alloc(0),
    'cut in the head': (bytes) => bytes.subarray(0, 20),
    'cut in the middle': (bytes) => bytes.subarray(0, bytes.length >> 1),
    'one byte short': (bytes) => bytes.subarray(0, -1),
    'one byte more': (bytes) => Buffer.concat([bytes, Buffer.from('x')]),
    'another program’s': () => Buffer.from('SQLite format 3\0'.repeat(100)),
    'all zeros': (bytes) => Buffer.alloc(bytes.length),
    'the head twice': (bytes) => Buffer.concat([bytes.subarray(0, 80), bytes]),
  };
  for (let each = 0; each < 24; each++) {
    damages[`bit ${each % 8} flipped at ${each}/24 of the file`] = (bytes) => {
      const copy = Buffer.from(bytes);
      const at = each < 6 ? each * 14 : Math.floor((copy.length * each) / 24);
      copy[at] = copy[at]! ^ (1 << (each % 8));
      return copy;
    };
  }

  test.each(Object.keys(damages))('%s', async (name) => {
    const first = await lint();
    const file = keptFile();
    const sound = readFileSync(file);
    writeFileSync(file, damages[name]!(sound));
    const second = await lint();
    expect(second).toEqual(first);
    expect(second.err).toBe('');
    // It is mended on the way.
    expect(readdirSync(cache)).toHaveLength(1);
    expect(readFileSync(file).length).toBeGreaterThan(1000);
  });

  test('other options, another folder or another program: another key', async () => {
    await lint();
    const options = { folder: cache, root, leastFiles: 0 };
    const file = keptFile();
    const withKey = (given: unknown) => new RunCache({ ...options, options: given });
    expect(withKey({ rules: {} }).file).toBe(file);
    expect(withKey({ rules: {} }).read()).toBeDefined();
    expect(withKey({ rules: { 'flow/sound': 'off' } }).read()).toBeUndefined();
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere, { recursive: true });
    expect(new RunCache({ ...options, root: elsewhere, options: { rules: {} } }).read()).toBeUndefined();
  });

  test('what one preset found is not taken for another’s', async () => {
    await lint('--preset', 'starter');
    expect(await lint()).toEqual(await plainly());
  });
});

describe('places that nothing can be kept in', () => {
  test('a folder in the file’s place', async () => {
    const first = await lint();
    const file = keptFile();
    rmSync(file);
    mkdirSync(join(file, 'inside'), { recursive: true });
    expect(await lint()).toEqual(first);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  test('a file in the folder’s place', async () => {
    writeFileSync(cache, 'a file');
    expect(await lint()).toEqual(await plainly());
    expect(readFileSync(cache, 'utf8')).toBe('a file');
  });

  test('a link in the file’s place is not followed', async () => {
    const first = await lint();
    const file = keptFile();
    const target = join(folder, 'target');
    writeFileSync(target, readFileSync(file));
    rmSync(file);
    symlinkSync(target, file);
    const options = { folder: cache, root, leastFiles: 0, options: { rules: {} } };
    expect(new RunCache(options).read()).toBeUndefined();
    expect(await lint()).toEqual(first);
  });

  test('a folder that may not be written', async () => {
    await lint();
    const file = keptFile();
    const before = readFileSync(file);
    chmodSync(cache, 0o500);
    writeFileSync(broken, `# moved\n${noOwner}`);
    try {
      expect(await lint()).toEqual(await plainly());
      // Whoever is root may write everywhere.
      if (process.getuid?.() !== 0) expect(readFileSync(file).equals(before)).toBe(true);
      expect(readdirSync(cache)).toHaveLength(1);
    } finally {
      chmodSync(cache, 0o700);
    }
  });
});

test('a cache in the handbook or its repository is refused, whoever put it there', async () => {
  const inside = await cli(['lint', '--root', root, ...today, '--cache-dir', join(root, 'cache')]);
  expect(inside.code).toBe(2);
  expect(inside.err).toContain('lies in the handbook');
  mkdirSync(join(folder, '.git'));
  try {
    expect((await lint()).code).toBe(2);
    symlinkSync(folder, join(tmpdir(), 'loopbook-kept-link'));
    expect(liesInTree(join(tmpdir(), 'loopbook-kept-link', 'new'), root)).toBe(true);
  } finally {
    rmSync(join(tmpdir(), 'loopbook-kept-link'), { force: true });
    rmSync(join(folder, '.git'), { recursive: true });
  }
  // Without a name the user's own folder is meant; where that is the tree, there is none.
  const env = { HOME: root };
  const silent = await cli(['lint', '--root', root, ...today, '--format', 'json'], { env });
  expect(silent).toEqual(await plainly());
  expect(existsSync(join(root, '.cache'))).toBe(false);
});

test('where a user’s caches lie', () => {
  expect(userCacheFolder({ HOME: '/home/a' }, 'linux')).toBe('/home/a/.cache/loopbook');
  expect(userCacheFolder({ HOME: '/home/a', XDG_CACHE_HOME: '/x' }, 'linux')).toBe('/x/loopbook');
  expect(userCacheFolder({ HOME: '/home/a', XDG_CACHE_HOME: 'here' }, 'linux')).toBe(
    '/home/a/.cache/loopbook',
  );
  expect(userCacheFolder({ HOME: '/Users/a' }, 'darwin')).toBe('/Users/a/Library/Caches/loopbook');
  expect(userCacheFolder({}, 'linux')).toBeUndefined();
  expect(userCacheFolder({ HOME: 'relative' }, 'linux')).toBeUndefined();
});

test('several runs at once leave one sound file', async () => {
  const bin = join(import.meta.dirname, '../../linter/bin.ts');
  const argv = [bin, 'lint', '--root', root, ...today, '--format', 'json', '--cache-dir', cache];
  const runs = Array.from({ length: 4 }, () => {
    const child = spawn(process.execPath, argv, { env: { PATH: process.env.PATH ?? '' } });
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (err += data));
    return new Promise<Outcome>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  });
  const plain = await plainly();
  for (const outcome of await Promise.all(runs)) expect(outcome).toEqual(plain);
  expect(readdirSync(cache)).toHaveLength(1);
  const options = { folder: cache, root, leastFiles: 0, options: { rules: {} } };
  expect(new RunCache(options).read()).toBeDefined();
}, 120_000);

test('a small handbook leaves nothing in the user’s folder unless asked', async () => {
  const home = join(folder, 'home');
  await cli(['lint', '--root', root, ...today], { env: { HOME: home } });
  expect(existsSync(home)).toBe(false);
});
