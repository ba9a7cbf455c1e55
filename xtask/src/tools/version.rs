//! Versions, as tools print them.

use std::path::Path;

use super::search::SearchPath;
use crate::process::answer;

/// The version in a line such as `wasm-bindgen 0.2.130` or `wasm-opt version 132 (version_132)`: the first word that begins
/// with a digit.
pub fn parse(text: &str) -> Option<&str> {
    text.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// The first number of a version.
pub fn major(version: &str) -> Option<u32> {
    version.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// The version that a program reports, or `None` if it does not run.
///
/// Asked of the program itself and not of a record beside it: so an installation that broke off is done again.
pub fn reported(path: &SearchPath, program: &Path) -> Option<String> {
    let ask = |arguments: &[&str]| answer(path.command(program).args(arguments));
    // Some of cargo's own commands know only what cargo calls them with, their name first.
    let name = program.file_stem()?.to_str()?;
    let as_cargo_does = || ask(&[name.strip_prefix("cargo-")?, "--version"]);
    parse(&ask(&["--version"]).or_else(as_cargo_does)?).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_first_word_that_begins_with_a_digit() {
        assert_eq!(parse("wasm-bindgen 0.2.130\n"), Some("0.2.130"));
        assert_eq!(parse("wasm-bindgen 0.2.130 (a1b2c3)"), Some("0.2.130"));
        assert_eq!(parse("wasm-opt version 132 (version_132)"), Some("132"));
        assert_eq!(parse("Chromium 156.0.8078.79 built on Debian GNU/Linux 12"), Some("156.0.8078.79"));
        assert_eq!(parse("no version here"), None);
        assert_eq!(parse(""), None);
    }

    #[test]
    fn the_major_version_is_the_number_before_the_first_other_sign() {
        assert_eq!(major("156.0.8078.79"), Some(156));
        assert_eq!(major("132-12-gabc"), Some(132));
        assert_eq!(major("132"), Some(132));
        assert_eq!(major("v1"), None);
    }
}
