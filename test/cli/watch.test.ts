import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { baseFiles } from '../support/handbook.ts';
import { cli, handbookWith, removeFolders } from './cli.ts';

const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  removeFolders();
});

const WAITING = 'Waiting for changes (stop with Ctrl+C).\n';
const tool = (owner: string) =>
  `name: { en: Case log, zh-CN: 登记簿 }\nowner: ${owner}\ntype: ticketing\npurpose: { en: Holds every request., zh-CN: 登记所有请求。 }\n`;

/** A linter that watches a folder, and its output run by run. */
class Watcher {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  #out = '';
  #err = '';
  #runs = 0;
  #heard = () => {};

  constructor(root: string) {
    const bin = join(import.meta.dirname, '../../linter/bin.ts');
    this.child = spawn(
      process.execPath,
      [bin, 'lint', '--watch', '--root', root, '--format', 'json', '--lang', 'en'],
      {
        env: { PATH: process.env.PATH },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    running.push(this.child);
    this.child.stdout!.setEncoding('utf8').on('data', (text) => {
      this.#out += text;
      this.#heard();
    });
    this.child.stderr!.setEncoding('utf8').on('data', (text) => {
      this.#err += text;
      this.#heard();
    });
    this.ended = new Promise((settle) => this.child.once('exit', settle));
  }

  /** The report of the next run. */
  async next(): Promise<string> {
    this.#runs++;
    while (this.#err.split(WAITING).length <= this.#runs || !this.#out.endsWith('}\n')) {
      await new Promise<void>((settle) => {
        this.#heard = settle;
      });
    }
    const out = this.#out;
    this.#out = '';
    return out.trimStart();
  }
}

const fresh = async (root: string) =>
  (await cli(['lint', '--root', root, '--format', 'json', '--lang', 'en'])).out;

test('each run is, byte for byte, that of a fresh one; SIGINT ends with the last exit code', async () => {
  const root = handbookWith();
  const watcher = new Watcher(root);
  expect(await watcher.next()).toBe(await fresh(root));
  const steps: [string, () => void][] = [
    ['an error', () => writeFileSync(join(root, 'tools/case-log.yaml'), tool('nobodyx'))],
    ['half a file', () => writeFileSync(join(root, 'tools/case-log.yaml'), 'name: Case log\nowner: [serv')],
    ['mended', () => writeFileSync(join(root, 'tools/case-log.yaml'), tool('service-manager'))],
    [
      'a new folder with a file',
      () => {
        mkdirSync(join(root, 'notes/deep'), { recursive: true });
        writeFileSync(join(root, 'notes/deep/a.txt'), 'a');
      },
    ],
    ['another file in it', () => writeFileSync(join(root, 'notes/deep/b.txt'), 'b')],
    ['the folder gone', () => rmSync(join(root, 'notes'), { recursive: true })],
    // What refers to it stands in files that nobody touched.
    [
      'renamed',
      () => renameSync(join(root, 'metrics/reply-time.yaml'), join(root, 'metrics/other-time.yaml')),
    ],
    [
      'written as editors do',
      () => {
        writeFileSync(join(root, 'metrics/.swap'), baseFiles()['metrics/reply-time.yaml']!);
        renameSync(join(root, 'metrics/.swap'), join(root, 'metrics/reply-time.yaml'));
      },
    ],
    ['settings that are none', () => writeFileSync(join(root, 'loopbook.yaml'), 'title: [')],
    [
      'settings in one language',
      () => writeFileSync(join(root, 'loopbook.yaml'), 'title: x\nlocales: [en]\n'),
    ],
  ];
  for (const [what, change] of steps) {
    change();
    expect(await watcher.next(), what).toBe(await fresh(root));
  }
  // A file that is touched and not changed brings no run: the next one is that of the change after it.
  utimesSync(join(root, 'loopbook.yaml'), new Date(), new Date());
  await new Promise((settle) => setTimeout(settle, 400));
  writeFileSync(join(root, 'loopbook.yaml'), baseFiles()['loopbook.yaml']!);
  expect(await watcher.next()).toBe(await fresh(root));
  watcher.child.kill('SIGINT');
  const { code } = await cli(['lint', '--root', root]);
  expect(await watcher.ended).toBe(code);
});

test('SIGINT ends with 1 where the last run found an error', async () => {
  const watcher = new Watcher(handbookWith({ 'tools/case-log.yaml': tool('nobodyx') }));
  await watcher.next();
  watcher.child.kill('SIGINT');
  expect(await watcher.ended).toBe(1);
});
