//! Runs the command to its end.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use serde_json::Value;

/// A policy that nothing is wrong with.
pub const GOOD: &str = concat!(
    r#"{"name": "Gold", "rate": 5, "per": 1, "active": true, "key_expires_in": 0, "#,
    r#""access_rights": {"orders": {"versions": ["Default"], "allowed_urls": [], "limit": null}}}"#
);

/// What a run left behind.
#[derive(Debug)]
pub struct Run {
    pub exit: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    /// The result as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }
}

/// The command itself, for tests that do more with it.
pub fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_tyk-policy"))
}

/// Runs it with nothing on standard input.
pub fn run(arguments: &[&str]) -> Run {
    run_with_input(arguments, "")
}

/// Runs it with `input` on standard input.
pub fn run_with_input(arguments: &[&str], input: &str) -> Run {
    let mut command = program();
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // Beside the reading of what it answers, so that neither waits for the other. It need not read its input.
    let writer = thread::spawn(move || stdin.write_all(input.as_bytes()).ok());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Run {
        exit: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A path as an argument.
pub fn argument(path: &Path) -> &str {
    path.to_str().unwrap()
}
