// Answers from the copy that a reader saved when the network does not. It saves nothing by itself: the page
// fills the copy when its reader asks for it (site/reader/copy.ts), so what is kept is always one version.
const NAME = `loopbook:${new URL(self.registration.scope).pathname}`;

// Where the signal is weak, a saved page now is worth more than a fresh one later; in milliseconds.
const PATIENCE = 3000;

// Which windows show a saved page ('saved'), and which the front door in its place ('instead').
const shown = new Map();

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (!request.url.startsWith(self.registration.scope)) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else event.respondWith(file(request));
});

self.addEventListener('message', (event) => {
  if (event.data === 'saved?') event.ports[0].postMessage(shown.get(event.source.id));
});

async function page(event) {
  const kept = await inCopy(event.request);
  const client = event.resultingClientId;
  try {
    const response = await (kept ? patient(event.request) : fetch(event.request));
    if (!kept || response.status < 500) return response;
  } catch {
    // No network, or too little of it.
  }
  if (client) shown.set(client, kept ? 'saved' : 'instead');
  return kept ?? (await inCopy(self.registration.scope)) ?? Response.error();
}

// What has a digest in its name never changes; all else is asked for anew.
async function file(request) {
  const kept = await inCopy(request);
  if (kept && request.url.includes('/_assets/')) return kept;
  try {
    const response = await (kept ? patient(request) : fetch(request));
    if (response.ok || !kept) return response;
  } catch (error) {
    if (!kept) throw error;
  }
  return kept;
}

function patient(request) {
  return Promise.race([
    fetch(request),
    new Promise((_, reject) => setTimeout(() => reject(new Error('too slow')), PATIENCE)),
  ]);
}

async function inCopy(request) {
  const copy = await caches.open(NAME);
  return copy.match(request, { ignoreSearch: true, ignoreVary: true });
}
