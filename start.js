// Loads the page's program. A file of its own, because the Content-Security-Policy allows no inline script.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;

try {
  const program = await import(new URL(js, document.baseURI));
  await program.default({ module_or_path: new URL(wasm, document.baseURI) });
} catch (error) {
  const note = document.getElementById("boot-note");
  if (note) {
    note.textContent = "The page could not start. Reload it; if that does not help, your browser may be too old or may block WebAssembly.";
  }
  throw error;
}
