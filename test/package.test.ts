import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * The package as npm would install it, in a folder below node_modules, where Node strips no types. Its
 * dependencies are found in the node_modules above.
 */
const repository = resolve(import.meta.dirname, '..');
const home = join(repository, 'node_modules/.cache/loopbook-package');
const installed = join(home, 'node_modules/loopbook');
const work = mkdtempSync(join(tmpdir(), 'loopbook 手册 '));
const handbook = join(work, 'policies');

beforeAll(() => {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(installed, { recursive: true });
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', home], {
    cwd: repository,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const archive = packed.trim().split('\n').at(-1)!;
  execFileSync('tar', ['-xzf', join(home, archive), '-C', installed, '--strip-components=1']);
  cpSync(join(repository, 'policies'), handbook, { recursive: true });
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
});

async function loopbook(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const command = [join(installed, 'linter/loopbook.js'), ...args];
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, command, { cwd: work });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

/** All files below a folder, with the time at which each was written. */
function filesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const paths = files.map((each) => join(each.parentPath, each.name)).sort();
  return paths.map((path) => `${path} ${statSync(path).mtimeMs}`);
}

describe('the published package', () => {
  test('lints a handbook elsewhere', async () => {
    expect(await loopbook('lint', '--format', 'json')).toMatchObject({ code: 0, err: '' });
  });

  test('explains a rule from the page it carries', async () => {
    const { code, out } = await loopbook('explain', 'flow/sound', '--lang', 'zh-CN');
    expect(code).toBe(0);
    expect(out).toContain('# flow/sound');
  });

  test('builds the site of that handbook, and writes nothing where it is installed', async () => {
    const before = filesIn(installed);
    const { code, err } = await loopbook('build', '--out', 'public');
    expect(code, err).toBe(0);
    expect(filesIn(installed)).toEqual(before);
    expect(existsSync(join(work, 'public/roles/waiter/index.html'))).toBe(true);
    expect(existsSync(join(work, 'public/pagefind/zh-CN/pagefind.js'))).toBe(true);
  });

  test('offers its API to a company’s own scripts', async () => {
    const script = `import { buildHandbook } from 'loopbook'; import { loadHandbook } from 'loopbook/node';
      const handbook = await loadHandbook(${JSON.stringify(handbook)});
      console.log(typeof buildHandbook, handbook.get('role', 'waiter').key);`;
    const args = ['--input-type=module', '--eval', script];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: home });
    expect(stdout).toBe('function role:waiter\n');
  });
});
