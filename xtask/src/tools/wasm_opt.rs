//! wasm-opt, which halves the page's module.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::search::SearchPath;
use super::version;
use crate::process::{run, say};

/// The oldest version taken: far older ones stop at what today's compiler writes.
const OLDEST: u32 = 132;

/// The npm package that is installed where none is found.
const PACKAGE: &str = "binaryen@132.0.0";

/// Makes sure of wasm-opt: the user's own, else that of the cache folder, else from npm.
pub fn ensure(path: &mut SearchPath, cache: &Path) -> Result<()> {
    if fits(path) {
        return Ok(());
    }
    let folder = cache.join("binaryen-132");
    path.put_first(folder.join("node_modules").join(".bin"));
    if fits(path) {
        return Ok(());
    }
    if path.find("npm").is_none() {
        bail!(
            "there is no npm to install wasm-opt: install npm, or put a wasm-opt of version {OLDEST} or later on PATH"
        );
    }
    install(path, &folder)?;
    if !fits(path) {
        bail!("wasm-opt was installed but does not run: remove {} and try again", folder.display());
    }
    Ok(())
}

fn fits(path: &SearchPath) -> bool {
    let version = path.find("wasm-opt").and_then(|program| version::reported(path, &program));
    version.and_then(|version| version::major(&version)).is_some_and(|major| major >= OLDEST)
}

fn install(path: &SearchPath, folder: &Path) -> Result<()> {
    say(format_args!("Installing wasm-opt (npm {PACKAGE}) into {}: about 10 seconds", folder.display()));
    let mut npm = path.command("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]).arg(folder).arg(PACKAGE);
    run(&mut npm).context("wasm-opt was not installed: mend what npm says above and try again")
}
