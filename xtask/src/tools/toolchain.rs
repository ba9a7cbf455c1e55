//! The Rust toolchain with its components and the browser's target.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::search::SearchPath;
use crate::process::{answer, run, say};

/// The target that the page is compiled for.
const TARGET: &str = "wasm32-unknown-unknown";

/// A file of the standard library's sources, in the toolchain's folder.
const SOURCES: &str = "lib/rustlib/src/rust/library/Cargo.lock";

/// Makes sure of the pinned toolchain, the browser's target, for the `page` the sources of the standard library, which is
/// compiled with it, and for `lints` rustfmt and clippy.
///
/// Whether they are there is asked of the compiler, so that this works without rustup; only installing needs it. And
/// rustup is asked outright, because its automatic installation may be switched off.
pub fn ensure(path: &SearchPath, root: &Path, [page, lints]: [bool; 2]) -> Result<()> {
    let answers = |program: &str, arguments: &[&str]| answer(path.command(program).args(arguments).current_dir(root));

    if answers("rustc", &["--version"]).is_none() {
        let channel = pinned(root)?;
        say(format_args!("Installing the Rust toolchain {channel} with rustup: about a minute"));
        rustup(path, root, &["toolchain", "install", &channel, "--profile", "minimal"])?;
    }
    let library = answers("rustc", &["--print", "target-libdir", "--target", TARGET]);
    if !library.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        say(format_args!("Adding the target {TARGET} with rustup: about 20 seconds"));
        rustup(path, root, &["target", "add", TARGET])?;
    }
    let sysroot = answers("rustc", &["--print", "sysroot"]);
    if page && !sysroot.is_some_and(|folder| Path::new(folder.trim()).join(SOURCES).is_file()) {
        say("Adding the standard library's sources with rustup: a few seconds");
        rustup(path, root, &["component", "add", "rust-src"])?;
    }
    let missing = |component: &str| answers("cargo", &[component, "--version"]).is_none();
    if lints && (missing("fmt") || missing("clippy")) {
        say("Adding rustfmt and clippy with rustup: about 20 seconds");
        rustup(path, root, &["component", "add", "rustfmt", "clippy"])?;
    }
    Ok(())
}

/// Runs rustup, or says in one sentence that it is what is missing.
fn rustup(path: &SearchPath, root: &Path, arguments: &[&str]) -> Result<()> {
    let Some(program) = path.find("rustup") else {
        bail!(
            "this needs `rustup {}`, but rustup is not on PATH: install Rust from https://rustup.rs and try again",
            arguments.join(" ")
        );
    };
    let mut command = path.command(program);
    command.current_dir(root).args(arguments);
    run(&mut command).context("the Rust toolchain is not complete: mend what rustup says above and try again")
}

/// The toolchain that the repository asks for.
fn pinned(root: &Path) -> Result<String> {
    let text = fs::read_to_string(root.join("rust-toolchain.toml")).context("could not read rust-toolchain.toml")?;
    channel(&text).map(str::to_owned).context("rust-toolchain.toml names no channel")
}

fn channel(text: &str) -> Option<&str> {
    let line = text.lines().find_map(|line| line.trim().strip_prefix("channel"))?;
    line.trim_start().strip_prefix('=')?.split('"').nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_channel_is_read_from_the_toolchain_file() {
        assert_eq!(channel("[toolchain]\nchannel = \"1.95.0\" # pinned\nprofile = \"minimal\"\n"), Some("1.95.0"));
        assert_eq!(channel("[toolchain]\nprofile = \"minimal\"\n"), None);
    }

    #[test]
    fn without_rustup_one_sentence_says_what_to_install() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let empty = SearchPath::of(vec![folder.path().to_path_buf()]);
        let error = rustup(&empty, folder.path(), &["target", "add", TARGET]).expect_err("a refusal");
        assert_eq!(
            error.to_string(),
            "this needs `rustup target add wasm32-unknown-unknown`, but rustup is not on PATH: \
             install Rust from https://rustup.rs and try again"
        );
    }
}
