/** The copy of a role's pages that this device keeps for places without a network. */

/** What is kept, and of which day. */
export interface Copy {
  role: string;
  version: string;
  /** `YYYY-MM-DD` */
  date: string;
  pages: number;
}

interface Pack {
  version: string;
  date: string;
  entries: Record<string, string[]>;
  frame: string[];
}

const ABOUT = 'offline/copy';
/** As many at a time as a phone's connection carries well. */
const AT_ONCE = 6;

/** Whether this browser can keep a copy: it needs a safe address (https, or this machine). */
export function canKeep(): boolean {
  return 'serviceWorker' in navigator && 'caches' in window;
}

/** The copy that is kept; undefined where there is none. */
export async function keptCopy(base: string): Promise<Copy | undefined> {
  if (!canKeep() || !(await caches.has(nameOf(base)))) return undefined;
  const about = await (await caches.open(nameOf(base))).match(base + ABOUT);
  return about && ((await about.json()) as Copy);
}

/** The version that the handbook has for a role now; undefined where it cannot be asked. */
export async function packOf(base: string, role: string): Promise<Pack | undefined> {
  const response = await fetch(`${base}offline/${encodeURIComponent(role)}.json`, {
    cache: 'no-store',
  }).catch(() => undefined);
  return response?.ok ? ((await response.json()) as Pack) : undefined;
}

/**
 * Saves a role's pages and what they need, in place of what was kept before: the old copy stays whole until
 * the new one is. Throws where anything could not be fetched.
 */
export async function saveCopy(base: string, role: string): Promise<Copy> {
  const pack = await packOf(base, role);
  if (!pack) throw new Error('The list of pages could not be fetched.');
  const files = await fetch(`${base}offline/files.json`, { cache: 'no-store' });
  const list = files.ok ? ((await files.json()) as string[]) : [];
  const pages = [...Object.values(pack.entries).flat(), ...pack.frame];
  const addresses = [...pages, ...list.map((file) => base + file), `${base}offline/${role}.json`];
  const responses = await fetchAll([...new Set(addresses)]);
  const copy: Copy = { role, version: pack.version, date: pack.date, pages: pages.length };
  await removeCopy(base);
  const cache = await caches.open(nameOf(base));
  for (const [address, response] of responses) await cache.put(address, response);
  await cache.put(base + ABOUT, Response.json(copy));
  await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
  return copy;
}

export async function removeCopy(base: string): Promise<void> {
  await caches.delete(nameOf(base));
}

/** Forgets the copy and what answered from it. */
export async function forgetCopy(base: string): Promise<void> {
  await removeCopy(base);
  await (await navigator.serviceWorker.getRegistration(base))?.unregister();
}

/** Whether this window shows a page of the copy, or the front door in place of one that was not saved. */
export async function originOfPage(): Promise<'network' | 'saved' | 'instead'> {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return 'network';
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data ?? 'network');
    worker.postMessage('saved?', [port2]);
  });
}

// helpers

function nameOf(base: string): string {
  return `loopbook:${base}`;
}

async function fetchAll(addresses: readonly string[]): Promise<Map<string, Response>> {
  const found = new Map<string, Response>();
  const waiting = [...addresses];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const response = await fetch(next, { cache: 'no-cache' });
      if (!response.ok) throw new Error(`${next}: ${response.status}`);
      found.set(next, response);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}
