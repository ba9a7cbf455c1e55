//! The same measures in a page: compiled as the page is, and run in a real browser.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::{PROGRAM, answer, corpus::Corpus};
use crate::driver::arguments;
use crate::process::run;
use crate::tools::Tools;
use crate::{page, program};

/// Makes one file that holds everything: the module, its glue and the texts.
pub fn build(tools: &Tools, corpus: &Corpus, folder: &Path) -> Result<PathBuf> {
    let module = program::build_for_page(tools, PROGRAM)?;
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", "bench", "--out-dir"]);
    run(bindgen.arg(folder).arg(module))?;
    let module = folder.join("bench_bg.wasm");
    page::optimize(tools, &module)?;

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
    chromium.args(arguments()?).arg(format!("--user-data-dir={}", folder.join("profile").display()));
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

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_are_what_stands_in_their_element() {
        assert_eq!(results("<p>a</p><pre id=\"results\">{\"a\":1}\n</pre><p>"), Some("{\"a\":1}\n"));
        assert_eq!(results("<p>"), None);
    }
}
