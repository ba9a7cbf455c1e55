//! The JSON Schema validator of node, with which the model is compared.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::npm;
use super::search::SearchPath;
use crate::process::say;

/// Where the package is, in the cache folder; installed there if it is missing. Nothing where there is no npm: the
/// comparison is good to know, and nothing else needs it.
pub fn ensure(path: &SearchPath, cache: &Path) -> Result<Option<PathBuf>> {
    if path.find("node").is_none() || path.find("npm").is_none() {
        say("There is no npm: nothing is compared with node.");
        return Ok(None);
    }
    npm::AJV.ensure(path, cache).map(Some)
}
