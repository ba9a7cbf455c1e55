//! Opens the page in the user's browser.

use std::process::{Command, Stdio};

use crate::console::Console;

/// Asks the system to open `url`; where it cannot, the user is asked to.
pub fn open(url: &str, console: &mut Console<'_>) {
    let mut opener = opener(url);
    opener.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if opener.spawn().is_err() {
        console.note(format_args!("note: no browser could be started: open {url} yourself"));
    }
}

#[cfg(target_os = "windows")]
fn opener(url: &str) -> Command {
    let mut opener = Command::new("explorer");
    opener.arg(url);
    opener
}

#[cfg(not(target_os = "windows"))]
fn opener(url: &str) -> Command {
    let mut opener = Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" });
    opener.arg(url);
    opener
}
