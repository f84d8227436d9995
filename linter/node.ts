/** The Node API: handbooks from disk. Everything else is in index.ts and runs anywhere. */
import { buildHandbook, type Handbook } from './graph/handbook.ts';
import { diskSource } from './node/disk.ts';

export { diskSource } from './node/disk.ts';
export { packageRoot, readRulePage, version } from './node/package.ts';
export { countPages } from './node/pages.ts';
export { findRoot, pathExists } from './node/root.ts';
export { type RunningServer, type ServeOptions, serve } from './node/serve.ts';
export { writeHandbookFile } from './node/write.ts';

export interface LoadOptions {
  /** `YYYY-MM-DD`; wins over the date pinned in loopbook.yaml and the clock. */
  today?: string;
}

/** Reads the handbook in a folder. Throws only where the folder itself cannot be read. */
export async function loadHandbook(root: string, { today }: LoadOptions = {}): Promise<Handbook> {
  return buildHandbook(diskSource(root), { clock: localDate(), ...(today && { today }) });
}

/** The date on this machine, `YYYY-MM-DD`. */
function localDate(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
