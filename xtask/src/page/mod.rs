//! The built page, made by Trunk.

use std::env;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::{line_of, run, say};
use crate::tools::{Tools, WASM_OPT_FOR_TRUNK};

/// Builds the page for release into the folder `dist`.
///
/// Not with `--offline`: Trunk hands that on to cargo, which then cannot fetch the crates of a fresh clone. Trunk
/// itself finds all its tools on `PATH` and has nothing to download.
pub fn build(tools: &Tools, dist: &Path) -> Result<()> {
    let mut trunk = tools.command("trunk");
    trunk.args(["build", "--release", "--dist"]).arg(dist).env("TRUNK_SKIP_VERSION_CHECK", "true");
    if tools.trunk_fetches_wasm_opt() {
        trunk.env("TRUNK_TOOLS_WASM_OPT", WASM_OPT_FOR_TRUNK);
    }
    // The custom is that any value means "no colour"; Trunk 0.21 stops at all but "true" and "false".
    if let Some(value) = env::var_os("NO_COLOR") {
        trunk.env("NO_COLOR", if value.is_empty() { "false" } else { "true" });
    }
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", short_paths());
    say(format_args!("Building the page: {}", line_of(&trunk)));
    run(&mut trunk).context("the page was not built")
}

/// Flags that keep this machine's folders out of the page. Panics name the source file, and each name would otherwise
/// begin with the home of whoever built it: no business of the page's readers, another page on each machine, and larger.
fn short_paths() -> String {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = cargo_home.map(|home| home.join("registry").join("src"));
    let registries =
        sources.and_then(|sources| sources.read_dir().ok()).into_iter().flatten().flatten().map(|entry| entry.path());
    registries
        .map(|folder| format!("--remap-path-prefix={}{}=", folder.display(), MAIN_SEPARATOR))
        .collect::<Vec<_>>()
        .join(" ")
}
