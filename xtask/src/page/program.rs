//! The page's program: compiled, cut into its parts, given its script, and made small.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::Options;

use super::smaller::joined;
use crate::process::{line_of, run};
use crate::program;
use crate::tools::Tools;

/// The name of the program, and of its files before they have their hash.
pub const NAME: &str = "policy-builder";

/// The script that loads the parts.
const LINK: &str = "parts.js";

/// The script that starts the program, at the root of the repository.
const START: &str = "start.js";

/// What wasm-opt does beyond `-Oz`: measured, each makes the page smaller.
const SMALLER: &str = "--one-caller-inline-max-function-size=20 --flatten --rereloop -Oz --merge-similar-functions -Oz --low-memory-unused \
    --strip-producers --strip-target-features --strip-debug";

/// The files of the program: the part that is loaded first, the script that starts it, and the other parts. There is one script of
/// three, because each file costs a first visit its own request, answer and module.
pub struct Program {
    pub first: Vec<u8>,
    pub script: String,
    /// Names, as the script has them, and contents.
    pub parts: Vec<(String, Vec<u8>)>,
}

/// Builds the program; what it needs on the way lies in the folder `work`.
pub fn build(tools: &Tools, work: &Path) -> Result<Program> {
    let flags = format!("{} -Clink-arg=--emit-relocs --cfg in_parts", program::short_paths());
    let whole = program::build_page(tools, NAME, &flags)?;
    let whole = fs::read(&whole).with_context(|| format!("could not read {}", whole.display()))?;
    let parts = cut(&whole, work)?;

    let mut bindgen = tools.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", NAME, "--out-dir"]);
    run(bindgen.arg(work).arg(first_part(work)))?;

    let smallest = |name: &str| {
        let module = work.join(name);
        optimize(tools, &module)?;
        fs::read(&module).with_context(|| format!("could not read {name}"))
    };
    let parts = parts.into_iter().map(|name| smallest(&name).map(|content| (name, content)));
    Ok(Program {
        first: smallest(&format!("{NAME}_bg.wasm"))?,
        script: script(tools, work)?,
        parts: parts.collect::<Result<_>>()?,
    })
}

/// The script that starts the program, with those that it imports.
fn script(tools: &Tools, work: &Path) -> Result<String> {
    let link = work.join(LINK);
    let text = fs::read_to_string(&link).with_context(|| format!("could not read {LINK}"))?;
    fs::write(&link, of_any_type(&text)?).with_context(|| format!("could not write {LINK}"))?;
    let start = work.join(START);
    fs::copy(tools.root().join(START), &start).with_context(|| format!("could not copy {START}"))?;
    joined(tools, &start)
}

/// How the script reads a part, and how it is to: servers with old lists of types send modules as something else, which
/// browsers do not take as a stream. The first part is read in both ways by its own JavaScript.
const AS_A_STREAM: &str = "WebAssembly.instantiateStreaming(src, imports)";
const AS_BYTES: &str =
    "src.then(answer => answer.arrayBuffer()).then(bytes => WebAssembly.instantiate(bytes, imports))";

/// The script that loads the parts whatever type a server gives them.
fn of_any_type(link: &str) -> Result<String> {
    ensure!(link.contains(AS_A_STREAM), "the script of the parts reads them in a way that is not known");
    Ok(link.replace(AS_A_STREAM, AS_BYTES))
}

/// Makes a module as small as it gets.
pub fn optimize(tools: &Tools, module: &Path) -> Result<()> {
    let mut command = tools.command("wasm-opt");
    command.args(SMALLER.split_whitespace()).arg("-o").arg(module).arg(module);
    run(&mut command).with_context(|| format!("`{}` failed", line_of(&command)))
}

/// Cuts the program at its marked functions; gives the names of the parts beside the first one.
fn cut(whole: &[u8], work: &Path) -> Result<Vec<String>> {
    let (first, link, main) = (first_part(work), format!("./{LINK}"), format!("./{NAME}.js"));
    let mut options = Options::new(whole);
    options.output_dir = work;
    options.main_out_path = &first;
    options.link_name = &link;
    options.main_module = &main;
    wasm_split_cli_support::transform(options).map_err(|error| anyhow!("the program cannot be cut: {error:#}"))?;
    let mut parts = Vec::new();
    for entry in fs::read_dir(work)? {
        let path = entry?.path();
        if path != first && path.extension().is_some_and(|extension| extension == "wasm") {
            parts.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    parts.sort();
    Ok(parts)
}

fn first_part(work: &Path) -> PathBuf {
    work.join("first.wasm")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_read_whatever_type_the_server_gives_them() {
        let link = of_any_type("a(WebAssembly.instantiateStreaming(src, imports)); b").unwrap();
        assert!(link.starts_with("a(src.then(") && link.ends_with("); b") && !link.contains("Streaming"), "{link}");
        assert!(of_any_type("WebAssembly.instantiateStreaming(await src, imports)").is_err());
    }
}
