import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The variable that names the folder in which a run of the tests keeps the sites it has built. */
export const SHARED_SITES = 'LOOPBOOK_SHARED_SITES';

/** Run by the test runner before and after all tests. */
export default function sharedSites(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'loopbook-sites-'));
  process.env[SHARED_SITES] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
