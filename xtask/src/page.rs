//! The built page, made by Trunk.

use std::env;
use std::path::Path;

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
    say(format_args!("Building the page: {}", line_of(&trunk)));
    run(&mut trunk).context("the page was not built")
}
