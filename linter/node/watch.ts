import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Editors write in several steps; a run waits until nothing has happened for so long, in milliseconds. */
const CALM = 100;
/** Something that writes without end must not keep a run waiting for ever. */
const LONGEST_WAIT = 2000;

interface WatchedFolder {
  /** Tells a folder from another that took its name. */
  inode: bigint;
  watcher: FSWatcher;
}

/**
 * Calls `run` at once, and again whenever something below a folder changes, one call at a time, until `stop`
 * settles. Folders are watched before each run reads them, so that nothing is missed between. Rejects with the
 * system's error where a folder cannot be watched, and with what `run` rejects with.
 */
export async function watchFolder(
  root: string,
  run: () => Promise<void>,
  stop: Promise<void>,
): Promise<void> {
  const folders = new Map<string, WatchedFolder>();
  let stopped = false;
  let events = 0;
  let wake = () => {};
  stop.then(() => {
    stopped = true;
    wake();
  });
  const onChange = () => {
    events++;
    wake();
  };
  try {
    for (;;) {
      const seen = events;
      watchAll(root, folders, onChange);
      await run();
      while (events === seen && !stopped) {
        await new Promise<void>((settle) => {
          wake = settle;
        });
      }
      if (stopped) return;
      await calm(() => events);
    }
  } finally {
    for (const { watcher } of folders.values()) watcher.close();
  }
}

async function calm(count: () => number): Promise<void> {
  for (let waited = 0; waited < LONGEST_WAIT; waited += CALM) {
    const before = count();
    await new Promise((settle) => setTimeout(settle, CALM));
    if (count() === before) return;
  }
}

/** Watches each folder there is and lets go of those that are gone. */
function watchAll(root: string, folders: Map<string, WatchedFolder>, onChange: () => void): void {
  const there = new Set<string>();
  const pending = [root];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const info = statSync(folder, { bigint: true, throwIfNoEntry: false });
    if (!info?.isDirectory()) continue;
    there.add(folder);
    const known = folders.get(folder);
    if (known?.inode !== info.ino) {
      known?.watcher.close();
      const watcher = watch(folder, onChange);
      watcher.on('error', onChange);
      folders.set(folder, { inode: info.ino, watcher });
    }
    pending.push(...foldersIn(folder));
  }
  for (const [folder, { watcher }] of folders) {
    if (there.has(folder)) continue;
    watcher.close();
    folders.delete(folder);
  }
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const wanted = entries.filter((each) => each.isDirectory() && !each.name.startsWith('.'));
    return wanted.filter(({ name }) => name !== 'node_modules').map(({ name }) => join(folder, name));
  } catch {
    // It went away meanwhile, or may not be read; the run says so.
    return [];
  }
}
