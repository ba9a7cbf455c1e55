//! curl commands that people paste, from documents, shells and browsers.

mod arguments;
mod cmd;
mod config;
#[cfg(test)]
mod corpus;
mod data;
mod documents;
mod options;
mod pass;
mod power_shell;
#[cfg(test)]
mod printed;
mod quotes;
mod redirection;
mod script;
mod start;
#[cfg(test)]
mod tests;
mod variables;
mod words;

use super::command::{Body, Command};
use super::spliced::Spliced;
use script::{Dialect, Script};

/// The curl commands of a text, or those of a file of curl's; none if it is something else.
pub(super) fn commands(source: &str) -> Vec<Command> {
    if config::is_one(source) {
        return config::commands(source);
    }
    let first = source.trim_start_matches('\u{feff}').trim_ascii_start();
    if !source.as_bytes().windows(4).any(|word| word == b"curl") || first.starts_with(['{', '[']) {
        return Vec::new();
    }
    let commands = Script::new(source, Dialect::Posix).read();
    // Another shell's rules are the last word: nothing is evidence against them.
    commands.or_else(|shell| Script::new(source, shell).read()).unwrap_or_default()
}
