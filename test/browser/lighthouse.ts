/**
 * Asks Lighthouse how pages of a built site do on a phone:
 *
 *   node test/browser/lighthouse.ts <site folder> [<path>…]
 *   node test/browser/lighthouse.ts dist / /en/roles/waiter/
 *
 * Without paths it takes a page of each of five types. Prints a table; exits 1 where a score is below 98 of
 * 100 or anything on a page moved while it loaded.
 */
import { createServer } from 'node:net';
import lighthouse, { type Flags, type Result } from 'lighthouse';
import { serve } from '../../linter/node/serve.ts';
import { launchBrowser } from './launch.ts';

const LOWEST = 98;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const FIVE = [
  '/',
  '/en/roles/waiter/',
  '/sops/table-service/',
  '/en/processes/complaint-handling/',
  '/metric-board/',
];

const [site, ...paths] = process.argv.slice(2);
if (!site) {
  console.error('Usage: node test/browser/lighthouse.ts <site folder> [<path>…]');
  process.exit(2);
}
const server = await serve(site, { port: 0 });
const port = await freePort();
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
try {
  const rows: Record<string, Record<string, number>> = {};
  for (const path of paths.length > 0 ? paths : FIVE) {
    const result = await ask(new URL(path.replace(/^\/+/, ''), server.url).href);
    rows[path] = figures(result);
    for (const complaint of complaints(result)) console.error(`${path}: ${complaint}`);
  }
  console.table(rows);
} finally {
  await browser.close();
  await server.close();
}

// helpers

async function ask(url: string): Promise<Result> {
  const flags: Flags = { port, onlyCategories: CATEGORIES, formFactor: 'mobile', logLevel: 'error' };
  const answer = await lighthouse(url, flags);
  if (!answer || answer.lhr.runtimeError)
    throw new Error(`${url}: ${answer?.lhr.runtimeError?.message ?? 'Lighthouse gave no answer'}`);
  return answer.lhr;
}

/** Scores of 100, times in milliseconds, the weight in kB as it was sent. */
function figures({ categories, audits }: Result): Record<string, number> {
  const scores = CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]);
  const measured = (name: string) => Math.round(audits[name]?.numericValue ?? Number.NaN);
  return {
    ...Object.fromEntries(scores),
    'first paint ms': measured('first-contentful-paint'),
    'largest paint ms': measured('largest-contentful-paint'),
    'blocked ms': measured('total-blocking-time'),
    shift: shiftOf(audits),
    kB: Math.round((audits['total-byte-weight']?.numericValue ?? 0) / 100) / 10,
  };
}

/** What lowers a score of this page, where one is too low. */
function complaints({ categories, audits }: Result): string[] {
  const found: string[] = [];
  for (const name of CATEGORIES) {
    const category = categories[name];
    if (!category || (category.score ?? 0) * 100 >= LOWEST) continue;
    const failed = category.auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1);
    found.push(
      `${name} ${Math.round((category.score ?? 0) * 100)}: ${failed.map(({ id }) => id).join(', ')}`,
    );
  }
  if (shiftOf(audits) > 0) found.push(`moved while it loaded: ${shiftOf(audits)}`);
  if (found.length > 0) process.exitCode = 1;
  return found;
}

function shiftOf(audits: Result['audits']): number {
  return audits['cumulative-layout-shift']?.numericValue ?? Number.NaN;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
