// Loads the page's program and what its owner has set. A file of its own, because the Content-Security-Policy allows no
// inline script. The build puts the program's own script and that of its parts into the same file.
import start from "./policy-builder.js";

const { module, integrity, after, afterIntegrity } = document.querySelector("script[data-module]").dataset;

// After a fault of the program nothing on the page works though it still shows. It stops where it stands, without a word.
const tellFault = ({ error, reason }) => {
  if ((error ?? reason) instanceof WebAssembly.RuntimeError) {
    document.getElementById("crash")?.removeAttribute("hidden");
  }
};
addEventListener("error", tellFault);
addEventListener("unhandledrejection", tellFault);

// Without the file, and without a way to it, nothing is set.
const settings = fetch(new URL("config.json", document.baseURI))
  .then((answer) => (answer.ok ? answer.text() : ""))
  .catch(() => "");

// This script waits neither for the style sheet nor for the rest of the page.
const isRead =
  document.readyState !== "loading" || new Promise((done) => document.addEventListener("DOMContentLoaded", done));

try {
  const content = fetch(new URL(module, document.baseURI), { integrity });
  [globalThis.siteSettings] = await Promise.all([settings, isRead]);
  await start({ module_or_path: content });
  const script = { type: "module", src: after, integrity: afterIntegrity };
  document.head.append(Object.assign(document.createElement("script"), script));
} catch (error) {
  const note = document.getElementById("boot-note");
  if (note) {
    note.textContent = globalThis.WebAssembly
      ? "The page could not start. Reload it; if that does not help, your browser may be too old."
      : "The page could not start: it needs WebAssembly, which this browser has switched off. The tyk-policy command does the same.";
  }
  throw error;
}
