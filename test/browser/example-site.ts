import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gitIn } from '../git/repository.ts';

/** The day by which the example is judged. */
const TODAY = '2026-11-22';
/** What the first version of the example said of one decision, and what it says: the only change in its history. */
const CHANGED = {
  file: 'decision-rights/complaint-settlement.yaml',
  before: 'role: waiter, limit: 300 CNY',
  now: 'role: waiter, limit: 500 CNY',
};

const root = resolve(import.meta.dirname, '../..');

/**
 * Builds the example as of a fixed day and with a history of two commits, so that neither the clock nor the
 * repository's own history is seen in it: the same files make the same pages. Remove it when it is done with.
 */
export async function buildExample(): Promise<{ folder: string; remove(): Promise<void> }> {
  const work = await mkdtemp(join(tmpdir(), 'loopbook-example-'));
  const remove = () => rm(work, { recursive: true, force: true });
  try {
    const policies = join(work, 'policies');
    await cp(join(root, 'policies'), policies, { recursive: true });
    await commitTwice(work, join(policies, CHANGED.file));
    const folder = join(work, 'site');
    const program = join(root, 'linter/loopbook.js');
    await promisify(execFile)(
      process.execPath,
      [program, 'build', '--root', policies, '--today', TODAY, '--out', folder],
      { cwd: root },
    );
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

// helpers

async function commitTwice(top: string, file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (!text.includes(CHANGED.now)) throw new Error(`${CHANGED.file} no longer says "${CHANGED.now}".`);
  gitIn(top, ['init', '--quiet', '--initial-branch=main']);
  await writeFile(file, text.replace(CHANGED.now, CHANGED.before));
  commitAll(top, 'Begin', '2026-06-01');
  await writeFile(file, text);
  commitAll(top, 'Let waiters settle more', '2026-11-16');
}

function commitAll(top: string, message: string, date: string): void {
  gitIn(top, ['add', '--all', '--force'], { date });
  gitIn(top, ['commit', '--quiet', '-m', message], { date });
}
