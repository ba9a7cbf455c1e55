//! The JSON Schema validator of node, with which the model is compared.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::search::SearchPath;
use crate::process::{run, say};

/// The version that is compared with.
const VERSION: &str = "8.20.0";

/// Where the package is, in the cache folder; installed there if it is missing. Nothing where there is no npm: the
/// comparison is good to know, and nothing else needs it.
pub fn ensure(path: &SearchPath, cache: &Path) -> Result<Option<PathBuf>> {
    if path.find("node").is_none() || path.find("npm").is_none() {
        say("There is no npm: nothing is compared with node.");
        return Ok(None);
    }
    let folder = cache.join(format!("ajv-{VERSION}"));
    let package = folder.join("node_modules").join("ajv");
    if !is_there(&package) {
        say(format_args!("Installing ajv {VERSION} with npm into {}: a few seconds", folder.display()));
        let mut npm = path.command("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]).arg(&folder);
        run(npm.arg(format!("ajv@{VERSION}")))
            .context("ajv was not installed: mend what npm says above and try again")?;
        if !is_there(&package) {
            bail!("ajv was installed but is not complete: remove {} and try again", folder.display());
        }
    }
    Ok(Some(package))
}

fn is_there(package: &Path) -> bool {
    package.join("dist").join("2020.js").is_file()
}
