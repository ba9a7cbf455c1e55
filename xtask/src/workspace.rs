//! Where things lie in the repository.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The repository's folder.
///
/// Asked of the running cargo first: a target folder shared by two clones may hold the other clone's binary.
pub fn root() -> Result<PathBuf> {
    let manifest = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let root = Path::new(&manifest).parent().context("this command lies in no workspace: run it as `cargo xtask`")?;
    Ok(root.to_path_buf())
}

/// Where a page for people is built.
pub fn dist(root: &Path) -> PathBuf {
    root.join("dist")
}

/// Where cargo puts what it makes, and where we put what nobody keeps.
pub fn target(root: &Path) -> PathBuf {
    root.join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// Where the page for tests is built, so that a test run leaves `dist` as it was.
pub fn test_dist(root: &Path) -> PathBuf {
    target(root).join("dist-test")
}
