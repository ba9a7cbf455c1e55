//! What only a terminal sees. `script` of util-linux plays one.
#![cfg(target_os = "linux")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::tempdir;

use crate::program::GOOD;

/// What a terminal of 80 columns gets to see of a shell's script in a folder; nothing where there is none to be had.
fn seen(folder: &Path, shell: &str, variables: &[(&str, &str)]) -> Option<String> {
    let mut script = Command::new("script");
    script.args(["--quiet", "--return", "--command", &format!("stty cols 80; {shell}"), "/dev/null"]);
    script.current_dir(folder).stdin(Stdio::null()).env("PROGRAM", env!("CARGO_BIN_EXE_tyk-policy"));
    script.env_remove("NO_COLOR").env("TERM", "xterm").envs(variables.iter().copied());
    let Ok(output) = script.output() else {
        std::io::stderr().write_all(b"skipped: there is no `script` to play a terminal\n").unwrap();
        return None;
    };
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn colours_are_for_a_terminal_that_shows_them_and_a_user_who_wants_them() {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("bad.json"), "{\"name\": 1}").unwrap();
    for (arguments, variables, is_coloured) in [
        ("", &[][..], true),
        ("", &[("NO_COLOR", "1")][..], false),
        ("", &[("TERM", "dumb"), ("CI", "1")][..], false),
        ("--color never", &[][..], false),
        ("--format json", &[][..], false),
    ] {
        let shell = format!("\"$PROGRAM\" check {arguments} bad.json");
        let Some(seen) = seen(folder.path(), &shell, variables) else { return };
        assert!(seen.contains("wrong-type"), "{seen}");
        assert_eq!(seen.contains('\u{1b}'), is_coloured, "{arguments} {variables:?}: {seen:?}");
    }
}

#[test]
fn who_waits_is_shown_how_far_it_is_and_who_does_not_wait_is_not() {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("good.json"), GOOD).unwrap();
    let Some(at_once) = seen(folder.path(), "\"$PROGRAM\" check --brief good.json", &[]) else { return };
    assert_eq!(at_once, "Checked 1 file, 1 policy: nothing found.\r\n");

    let slow =
        "mkfifo slow; (sleep 1; cat good.json) > slow & \"$PROGRAM\" check --brief good.json slow good.json; wait";
    let waited = seen(folder.path(), slow, &[]).unwrap();
    assert!(waited.contains("checking 2 of 3 files"), "{waited:?}");
    // The line of the bar is cleared before the summary stands on it.
    let (_, last) = waited.rsplit_once("\u{1b}[2K").unwrap();
    assert_eq!(last.trim(), "Checked 3 files, 3 policies: nothing found.");
}
