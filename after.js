// What comes after the start: the looks of what is not seen at first, what an installed copy is called, and the copy of the page
// for when there is no network, with the word when there is a newer one.
const link = (attributes) => Object.assign(document.createElement("link"), attributes);
document.head.append(
  link({ rel: "stylesheet", href: "{{styles}}", integrity: "{{styles-integrity}}" }),
  link({ rel: "manifest", href: "manifest.webmanifest" }),
);

const note = document.getElementById("update");
const take = document.getElementById("take-update");

const offer = () => {
  note.hidden = false;
};

/** Whether the page's owner, or the program that serves it, wants no copy of it kept. */
const isSwitchedOff = () => {
  // `tyk-policy serve` tells the page what stands at its address, which is not the same from one start to the next.
  if (document.querySelector("meta[name=local-dashboard], meta[name=relay]")) {
    return true;
  }
  try {
    return JSON.parse(globalThis.siteSettings || "{}").offline === false;
  } catch {
    // What cannot be read sets nothing, and the page says so.
    return false;
  }
};

const forget = async (workers) => {
  const registration = await workers.getRegistration("./");
  // What is found is the nearest: perhaps another page's, of a path above this one.
  if (registration?.scope === new URL("./", location).href) {
    await registration.unregister();
  }
  const prefix = `policy-builder ${new URL("./", location).pathname} `;
  const ours = (await caches.keys()).filter((key) => key.startsWith(prefix));
  await Promise.all(ours.map((key) => caches.delete(key)));
};

const keep = async (workers) => {
  const registration = await workers.register("worker.js", { scope: "./", updateViaCache: "none" });
  // Every tab of the page hears that the waiting worker was taken; only the one where it was asked for loads anew.
  let isAsked = false;
  take.addEventListener("click", () => {
    isAsked = true;
    registration.waiting?.postMessage("take over");
  });
  workers.addEventListener("controllerchange", () => isAsked && location.reload());

  // Without a worker before it, it is the first, and nothing is new.
  const look = () => registration.waiting && registration.active && offer();
  const watch = () => registration.installing?.addEventListener("statechange", look);
  look();
  // The browser may have begun to look for a newer one before this script ran.
  watch();
  registration.addEventListener("updatefound", watch);
  // A tab can stay open for weeks.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      registration.update().catch(() => {});
    }
  });
  return registration;
};

/** What the owner has set may have come from the browser's cache, older than it is now. */
const compareSettings = async () => {
  const answer = await fetch("config.json", { cache: "no-cache" });
  if (answer.ok && (await answer.text()) !== globalThis.siteSettings) {
    offer();
  }
};

const workers = navigator.serviceWorker;
// Storage can be full or denied, and a folder can come without its worker: the page goes on without a copy.
const kept = workers && !isSwitchedOff() ? keep(workers).catch((error) => console.info("No offline copy:", error.message)) : undefined;
const forgotten = workers && !kept ? forget(workers).catch(() => {}) : Promise.resolve();

document.getElementById("leave-update").addEventListener("click", () => {
  note.hidden = true;
});
take.addEventListener("click", async () => {
  // With a waiting worker the page is loaded when that has taken over.
  if (!(await kept)?.waiting) {
    location.reload();
  }
});
// The worker that is on its way out would keep what is asked for while its copy is taken away.
forgotten.then(compareSettings).catch(() => {});
