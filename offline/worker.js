// Keeps the whole page, so that it opens without a network. It answers for the page's own files, of any version, and for its
// settings, and for nothing else: never for a dashboard's paths, never for another origin.
const version = "{{version}}";
const files = "{{files}}".split(" ");

const SETTINGS = "config.json";
/** How long a server may think about the settings, in milliseconds, where those of the visit before are known. */
const PATIENCE = 2000;
/** After so long it is given up, in milliseconds: a newer worker takes over only when nothing is under way in this one. */
const LIMIT = 20_000;
const scope = new URL(registration.scope);
const home = scope.pathname;
// Another copy of the page may stand below another path of the same host: each takes away its own alone.
const prefix = `policy-builder ${home} `;
const name = prefix + version;

/** What a file of the page is kept under; nothing for what is not ours. */
const place = ({ method, mode, url }) => {
  const { origin, pathname, search } = new URL(url);
  if (method !== "GET" || origin !== scope.origin || !pathname.startsWith(home)) {
    return undefined;
  }
  const path = pathname.slice(home.length);
  if (mode === "navigate") {
    return path === "" || path === "index.html" ? home : undefined;
  }
  const isOurs = path === SETTINGS || files.includes(path) || isOfAnyVersion(path);
  return search === "" && isOurs ? pathname : undefined;
};

// A tab that was opened before an update may still need its own version's parts: their names hold their hash.
const isOfAnyVersion = (path) => !path.includes("/") && /-[0-9a-f]{16}\.[a-z]+$/.test(path);

/** The names in a text that hold their file's hash. */
const hashedNames = (text) => text.match(/[\w-]+-[0-9a-f]{16}\.\w+/g) ?? [];

/** Whether an answer is the file itself, and not the page that somebody is sent to for signing in. */
const isFile = (answer) => answer.ok && !answer.redirected;

const fill = async (kept) => {
  const page = await fetch(home, { cache: "no-cache", redirect: "error" });
  const named = hashedNames(await page.clone().text());
  // While a site is being put in place, its page can be newer or older than this worker.
  if (!page.ok || named.length === 0 || !named.every((file) => files.includes(file))) {
    throw new Error("The page is of another version than its worker. It is tried again later.");
  }
  await kept.put(home, page);
  await kept.addAll(files);
  const set = await fetch(SETTINGS, { cache: "no-cache" });
  if (isFile(set)) {
    await kept.put(home + SETTINGS, set);
  }
};

/** All files or none: half a version would be a page that breaks later. */
const install = async () => {
  const isNew = !(await caches.has(name));
  try {
    await fill(await caches.open(name));
  } catch (error) {
    if (isNew) {
      await caches.delete(name);
    }
    throw error;
  }
};

/** What a tab may still show stays: with several tabs that is anything, with one the version before this. */
const activate = async () => {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.filter(({ url }) => url.startsWith(scope.href)).length <= 1) {
    const ours = (await caches.keys()).filter((key) => key.startsWith(prefix));
    const old = ours.filter((key) => key !== name).slice(0, -1);
    await Promise.all(old.map((key) => caches.delete(key)));
  }
  // A first visit, too, has its parts from here when they are gone from the server.
  await clients.claim();
};

// A server may say that an answer is another for another encoding: what is kept is decoded.
const ANY = { ignoreVary: true };

// A browser's storage can be out of order: then the network answers, as if nothing were kept.
const found = (key, more) => caches.match(key, { ...ANY, ...more }).catch(() => undefined);

const own = (key) => found(key, { cacheName: name });

const kept = async (request, key) => (await own(key)) ?? (await found(key)) ?? fetch(request);

/** Whether a file was taken away for good. */
const isGone = ({ status }) => status === 404 || status === 410;

/** Keeps the settings that were answered, or forgets them with the file. */
const follow = async (answer, key) => {
  // Once the copy was taken away, the page that is still open must not begin another.
  if (!(await caches.has(name))) {
    return;
  }
  const ours = await caches.open(name);
  if (isFile(answer)) {
    await ours.put(key, answer);
  } else if (isGone(answer)) {
    await ours.delete(key);
  }
};

/** The answer to a request for the settings, which is kept while it is given out. */
const fresh = async (request, key) => {
  const answer = await fetch(request, { signal: AbortSignal.timeout?.(LIMIT) });
  // With no room to keep it, it is still what stands now.
  await follow(answer.clone(), key).catch(() => {});
  return answer;
};

/**
 * What the page's owner has set: as it is now. As it was where there is no way to it, one that says nothing for long, or one
 * that does not lead to the file: a server that is out of order, a page for signing in.
 */
const settings = async (now, key) => {
  const patience = new Promise((done) => setTimeout(done, PATIENCE));
  const answer = await Promise.race([now, patience]).catch(() => undefined);
  return answer && (isFile(answer) || isGone(answer)) ? answer : ((await own(key)) ?? now);
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  if (event.data === "take over") {
    skipWaiting();
  }
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const key = place(request);
  if (key === home + SETTINGS) {
    const now = fresh(request, key);
    event.respondWith(settings(now, key));
    // What comes too late for this visit is there for the next.
    event.waitUntil(now.catch(() => {}));
  } else if (key) {
    event.respondWith(kept(request, key));
  }
});
