// Keeps the whole page, so that it opens without a network. It answers for the page's own files, of any version, and for its
// settings, and for nothing else: never for a dashboard's paths, never for another origin.
const version = "{{version}}";
const program = "{{program}}";
const files = "{{files}}".split(" ");

const SETTINGS = "config.json";
/** How long a server may think about the settings, in milliseconds, where those of the visit before are known. */
const PATIENCE = 2000;
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

/** All files or none: half a version would be a page that breaks later. */
const install = async () => {
  const kept = await caches.open(name);
  const page = await fetch(home, { cache: "no-cache", redirect: "error" });
  // While a site is being put in place, its page can be newer or older than this worker.
  if (!page.ok || !(await page.clone().text()).includes(program)) {
    throw new Error("The page is of another version than its worker. It is tried again later.");
  }
  await kept.put(home, page);
  await kept.addAll(files);
  const set = await fetch(SETTINGS, { cache: "no-cache" });
  if (set.ok) {
    await kept.put(home + SETTINGS, set);
  }
};

/** The version before this one stays for the tabs that still show it; what is older goes. */
const activate = async () => {
  const ours = (await caches.keys()).filter((key) => key.startsWith(prefix));
  const old = ours.filter((key) => key !== name).slice(0, -1);
  await Promise.all(old.map((key) => caches.delete(key)));
};

// A server may say that an answer is another for another encoding: what is kept is decoded.
const ANY = { ignoreVary: true };

const own = (key) => caches.match(key, { ...ANY, cacheName: name });

const kept = async (request, key) => (await own(key)) ?? (await caches.match(key, ANY)) ?? fetch(request);

/** The answer to a request for the settings, which is kept while it is given out. */
const fresh = async (request, key) => {
  const answer = await fetch(request);
  // Once the copy was taken away, the page that is still open must not begin another.
  if (answer.ok && (await caches.has(name))) {
    await (await caches.open(name)).put(key, answer.clone());
  }
  return answer;
};

/** What the page's owner has set: as it is now, or as it was when there is no way to it, or one that says nothing for long. */
const settings = async (now, key) => {
  const patience = new Promise((done) => setTimeout(done, PATIENCE));
  try {
    return (await Promise.race([now, patience])) ?? (await own(key)) ?? (await now);
  } catch (error) {
    const last = await own(key);
    if (last) {
      return last;
    }
    throw error;
  }
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
