// Keeps the public pages that may be needed without a signal, and nothing else. A page that
// someone signed in to see is never put in a cache. The list is the same for every reader.
const KEPT = "public-$version";
const NOW = ["/now", "/ahora"];
const OFFLINE = "/offline/";
const ASSETS = $assets;

const ask = (path) => new Request(path, { cache: "no-cache", credentials: "omit" });

async function refresh(path) {
  const answer = await fetch(ask(path));
  const rule = answer.headers.get("Cache-Control") || "";
  if (answer.ok && !answer.redirected && !/no-store|private/.test(rule)) {
    const kept = await caches.open(KEPT);
    await kept.put(path, answer.clone());
  }
  return answer;
}

async function take() {
  const kept = await caches.open(KEPT);
  await kept.addAll([...NOW, OFFLINE, ...ASSETS].map(ask));
  await self.skipWaiting();
}

async function tidy() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
  await self.clients.claim();
}

// The steps paint without the network; a newer text is fetched behind them.
async function steps(event, path) {
  const kept = await caches.match(path);
  if (!kept) return refresh(path);
  event.waitUntil(refresh(path).catch(() => undefined));
  return kept;
}

async function page(request) {
  try {
    return await fetch(request);
  } catch (silence) {
    const kept = await caches.match(OFFLINE);
    if (kept) return kept;
    throw silence;
  }
}

self.addEventListener("install", (event) => event.waitUntil(take()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (NOW.includes(pathname)) event.respondWith(steps(event, pathname));
  else if (request.mode === "navigate") event.respondWith(page(request));
  else if (ASSETS.includes(pathname)) {
    event.respondWith(caches.match(pathname).then((kept) => kept || fetch(request)));
  }
});
