// Loads the page's program. A file of its own, because the Content-Security-Policy allows no inline script.
const { program, module, integrity } = document.querySelector("script[data-module]").dataset;

try {
  const content = fetch(new URL(module, document.baseURI), { integrity });
  const { default: start } = await import(new URL(program, document.baseURI));
  await start({ module_or_path: content });
} catch (error) {
  const note = document.getElementById("boot-note");
  if (note) {
    note.textContent = "The page could not start. Reload it; if that does not help, your browser may be too old or may block WebAssembly.";
  }
  throw error;
}
