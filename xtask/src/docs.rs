//! `cargo xtask docs`: the pages that are generated from the product's own tables.

use std::path::PathBuf;

use anyhow::Result;

use crate::process::run;
use crate::tools::{Need, Tools};

/// Writes the pages anew. The tests that hold them up to date do it, because they know what must stand there.
pub fn write(root: PathBuf) -> Result<()> {
    let tools = Tools::gather(root, &[Need::Shells, Need::Windows])?;
    for tests in ["-p tyk-policy --test docs", "-p tyk-policy-cli --test shells"] {
        let mut command = tools.command("cargo");
        command.args(["test", "--quiet"]).args(tests.split(' ')).env("UPDATE_DOCS", "1");
        run(&mut command)?;
    }
    Ok(())
}
