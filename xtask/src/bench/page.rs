//! The same measures in a page: compiled as the page is, and run in a real browser.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::{PROGRAM, answer, corpus::Corpus};
use crate::process::{line_of, run, say};
use crate::program;
use crate::tools::Tools;

/// Nothing that talks to the network by itself, and no sandbox, which does not work as root in containers.
const ARGUMENTS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
];

/// Makes one file that holds everything: the module, its glue and the texts.
pub fn build(tools: &Tools, corpus: &Corpus, folder: &Path) -> Result<PathBuf> {
    let module = program::build_for_page(tools, PROGRAM)?;
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", "bench", "--out-dir"]);
    run(bindgen.arg(folder).arg(module))?;
    let module = folder.join("bench_bg.wasm");
    optimize(tools, &module)?;

    let template = read(&tools.root().join("crates").join("bench").join("page.html"))?;
    let module = fs::read(&module).with_context(|| format!("could not read {}", module.display()))?;
    let texts: Vec<_> = corpus.texts().collect();
    // A `<` in a text must not end the script that it stands in.
    let texts = serde_json::to_string(&texts)?.replace('<', "\\u003c");
    let page = template
        .replace("/* glue */", &read(&folder.join("bench.js"))?)
        .replace("[/* module */]", &serde_json::to_string(&module)?)
        .replace("[/* texts */]", &texts);
    let file = folder.join("bench.html");
    fs::write(&file, page).with_context(|| format!("could not write {}", file.display()))?;
    Ok(file)
}

/// Opens that file and gives the lines that it measured.
pub fn measure(tools: &Tools, page: &Path, folder: &Path) -> Result<String> {
    let mut chromium = tools.browser()?;
    chromium.args(ARGUMENTS).arg(format!("--user-data-dir={}", folder.join("profile").display()));
    chromium.arg("--dump-dom").arg(format!("file://{}", page.display()));
    // The browser leaves temporary folders behind.
    chromium.env("TMPDIR", folder);
    let dump = answer(&mut chromium)?;
    let lines = results(&dump).with_context(|| format!("the page in {} wrote no results", page.display()))?;
    ensure!(!lines.starts_with("error"), "the page in {} failed: {lines}", page.display());
    Ok(lines.to_owned())
}

/// What stands in the element for results.
fn results(dump: &str) -> Option<&str> {
    Some(dump.split_once("<pre id=\"results\">")?.1.split_once("</pre>")?.0)
}

/// Makes the module as small as the page's own, with the options that Trunk is given in `index.html`.
fn optimize(tools: &Tools, module: &Path) -> Result<()> {
    if tools.trunk_fetches_wasm_opt() {
        say("Without wasm-opt, as there is no npm to install it: the page's times are those of a larger module.");
        return Ok(());
    }
    let index = read(&tools.root().join("index.html"))?;
    let option = |name| attribute(&index, name).with_context(|| format!("index.html has no {name}"));
    let mut command = tools.command("wasm-opt");
    command.arg(format!("-O{}", option("data-wasm-opt")?)).arg("-o").arg(module).arg(module);
    command.args(option("data-wasm-opt-params")?.split_whitespace());
    run(&mut command).with_context(|| format!("`{}` failed", line_of(&command)))
}

/// The value of an attribute that stands once in a page.
fn attribute<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    page.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_options_of_the_page_are_read_by_their_whole_name() {
        let page = r#"<link data-wasm-opt="z" data-wasm-opt-params="--flatten -Oz">"#;
        assert_eq!(attribute(page, "data-wasm-opt"), Some("z"));
        assert_eq!(attribute(page, "data-wasm-opt-params"), Some("--flatten -Oz"));
        assert_eq!(attribute(page, "data-wasm"), None);
    }

    #[test]
    fn the_results_are_what_stands_in_their_element() {
        assert_eq!(results("<p>a</p><pre id=\"results\">{\"a\":1}\n</pre><p>"), Some("{\"a\":1}\n"));
        assert_eq!(results("<p>"), None);
    }
}
