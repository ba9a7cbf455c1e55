// Put in the place of worker.js, this takes the offline copy of the page away: from every browser that has one, at its next visit.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const forget = async () => {
    const prefix = `policy-builder ${new URL(registration.scope).pathname} `;
    const ours = (await caches.keys()).filter((key) => key.startsWith(prefix));
    await Promise.all(ours.map((key) => caches.delete(key)));
    await registration.unregister();
  };
  event.waitUntil(forget());
});
