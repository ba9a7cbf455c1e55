//! The product's command line, `tyk-policy`, which also serves the page.

use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::process::{could_not_start, line_of};
use crate::tools::Tools;

/// Builds `tyk-policy` and says where its binary is.
///
/// With the plain development profile, which compiles fastest. `--workspace` makes cargo choose the features of shared
/// crates as the tests do, so that serving and testing compile them once, and still builds nothing but this binary.
pub fn build(tools: &Tools) -> Result<PathBuf> {
    let mut cargo = tools.command("cargo");
    cargo.args(["build", "--workspace", "--bin", "tyk-policy", "--message-format=json-render-diagnostics"]);
    cargo.stderr(Stdio::inherit());
    let output = cargo.output().with_context(|| could_not_start(&cargo))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", line_of(&cargo), output.status);
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    executable(&messages).context("cargo did not say where it put `tyk-policy`: this is a fault of `xtask`")
}

/// The path of the one binary in cargo's messages, which are a JSON object a line.
fn executable(messages: &str) -> Option<PathBuf> {
    messages.lines().find_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        let of_binary = message.pointer("/target/name")? == "tyk-policy";
        of_binary.then(|| message.get("executable")?.as_str().map(PathBuf::from))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_binary_is_where_cargo_says() {
        let messages = r#"{"reason":"compiler-artifact","target":{"name":"tyk_policy"},"executable":null}
{"reason":"build-script-executed","package_id":"x"}
{"reason":"compiler-artifact","target":{"name":"tyk-policy"},"executable":"C:\\work\\target\\debug\\tyk-policy.exe"}
{"reason":"build-finished","success":true}"#;
        assert_eq!(executable(messages), Some(PathBuf::from(r"C:\work\target\debug\tyk-policy.exe")));
    }

    #[test]
    fn a_library_of_the_same_name_is_not_taken_for_the_binary() {
        let library = r#"{"reason":"compiler-artifact","target":{"name":"tyk-policy"},"executable":null}"#;
        assert_eq!(executable(library), None);
    }
}
