// Loads the page's program. A file of its own, because the Content-Security-Policy allows no inline script.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;

// The readers of curl commands and YAML are a program of their own. It is loaded when a text first needs it; after a failure
// it is tried again.
let reader;
globalThis.takeApart = async (text) => {
  reader ??= import(new URL("foreign-reader.js", document.baseURI)).then(async (program) => {
    await program.default();
    return program;
  });
  try {
    return (await reader).take_apart(text);
  } catch (error) {
    reader = undefined;
    throw error;
  }
};

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
