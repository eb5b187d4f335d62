// The worker that takes every worker away: served as /sw.js, it empties what was kept on a
// phone and takes itself off. Phones fetch it at their next visit, or within a day.
async function end() {
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(end()));
