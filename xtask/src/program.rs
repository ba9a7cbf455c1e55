//! Programs of the workspace, built to be run: the command line `tyk-policy`, which also serves the page, and what
//! measures.

use std::env;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::process::{self, could_not_start, line_of};
use crate::tools::Tools;

/// The command line of the product.
pub const TYK_POLICY: &str = "tyk-policy";

/// Builds a program and says where its binary is.
///
/// With the plain development profile, which compiles fastest. `--workspace` makes cargo choose the features of shared
/// crates as the tests do, so that serving and testing compile them once, and still builds nothing but this binary.
pub fn build(tools: &Tools, name: &str) -> Result<PathBuf> {
    let mut cargo = tools.command("cargo");
    cargo.args(["build", "--workspace", "--bin", name]);
    built(&mut cargo, name)
}

/// Builds a program as it is given to people.
pub fn build_for_release(tools: &Tools, name: &str) -> Result<PathBuf> {
    let mut cargo = tools.command("cargo");
    cargo.args(["build", "--workspace", "--release", "--bin", name]);
    built(&mut cargo, name)
}

/// Builds the command as it is released: with the page of this folder in it, and without the names of this machine's folders.
pub fn build_with_page(tools: &Tools, page: &Path) -> Result<PathBuf> {
    let mut cargo = tools.command("cargo");
    cargo.args(["build", "--locked", "--release", "--package", "tyk-policy-cli", "--features", "embedded-page"]);
    cargo.env("POLICY_BUILDER_PAGE", page).env("CARGO_PROFILE_RELEASE_STRIP", "symbols");
    let sysroot = process::answer(tools.command("rustc").args(["--print", "sysroot"])).context("there is no rustc")?;
    let mut flags = short_paths();
    for folder in [tools.root().display().to_string(), sysroot.trim().to_owned()] {
        flags = format!("{flags} --remap-path-prefix={folder}{MAIN_SEPARATOR}=");
    }
    cargo.env("RUSTFLAGS", flags);
    built(&mut cargo, TYK_POLICY)
}

/// Flags that keep this machine's folders out of a program. Panics name the source file, and each name would otherwise
/// begin with the home of whoever built it: no business of its readers, another program on each machine, and larger.
pub fn short_paths() -> String {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = cargo_home.map(|home| home.join("registry").join("src"));
    let registries =
        sources.and_then(|sources| sources.read_dir().ok()).into_iter().flatten().flatten().map(|entry| entry.path());
    registries
        .map(|folder| format!("--remap-path-prefix={}{}=", folder.display(), MAIN_SEPARATOR))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Builds a program of the package of its own name as the page is built: for the browser, and small.
pub fn build_for_page(tools: &Tools, name: &str) -> Result<PathBuf> {
    let mut cargo = tools.command("cargo");
    cargo.args(["build", "--package", name, "--bin", name, "--target", "wasm32-unknown-unknown"]);
    built(cargo.args(["--profile", "wasm-release"]), name)
}

/// What makes the page's program smaller, and is not offered by a stable compiler without `RUSTC_BOOTSTRAP`: the standard
/// library compiled with it, for size, and no text for panics. It is a tenth of the first load. A panic then stops the
/// program without a word, which `start.js` tells people; a plain build still says where it was.
const BARE: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];
const BARE_FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// Builds the page itself, as one module of which the linker's relocations are kept. `flags` are rustc's.
pub fn build_page(tools: &Tools, name: &str, flags: &str) -> Result<PathBuf> {
    let mut cargo = tools.command("cargo");
    cargo.args(["build", "--locked", "--package", name, "--bin", name, "--target", "wasm32-unknown-unknown"]);
    cargo.args(["--profile", "wasm-release"]).args(BARE).env("RUSTC_BOOTSTRAP", "1");
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", format!("{flags} {BARE_FLAGS}"));
    built(&mut cargo, name)
}

/// Lets cargo build, and takes from what it says where the binary is.
fn built(cargo: &mut Command, name: &str) -> Result<PathBuf> {
    cargo.arg("--message-format=json-render-diagnostics").stderr(Stdio::inherit());
    let output = cargo.output().with_context(|| could_not_start(cargo))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", line_of(cargo), output.status);
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    executable(&messages, name).with_context(|| format!("cargo did not say where it put `{name}`: a fault of `xtask`"))
}

/// The path of one binary in cargo's messages, which are a JSON object a line.
fn executable(messages: &str, name: &str) -> Option<PathBuf> {
    messages.lines().find_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        let of_binary = message.pointer("/target/name")? == name;
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
        assert_eq!(executable(messages, TYK_POLICY), Some(PathBuf::from(r"C:\work\target\debug\tyk-policy.exe")));
    }

    #[test]
    fn a_library_of_the_same_name_is_not_taken_for_the_binary() {
        let library = r#"{"reason":"compiler-artifact","target":{"name":"tyk-policy"},"executable":null}"#;
        assert_eq!(executable(library, TYK_POLICY), None);
    }
}
