//! `tyk-policy serve`: the page and the local dashboard, with the policies in a file that survives restarts.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use super::path_named;

/// The key of the local dashboard, which everybody may know.
pub const SAMPLE_KEY: &str = "local-sample-key-for-trying-out";

/// A running server; it is ended when this is dropped.
pub struct Server {
    pub origin: String,
    process: Child,
    // Kept open: a program whose output nobody takes may end.
    _output: BufReader<ChildStdout>,
    data: TempDir,
}

impl Server {
    /// Starts one on a free port, without any policy.
    pub fn start() -> Self {
        let data = tempfile::tempdir().expect("a temporary folder");
        let (process, output, origin) = run(&data.path().join("policies.sqlite"));
        Self { origin, process, _output: output, data }
    }

    /// Stops it as Ctrl-C does and starts it again with the same policies. Its address is another one then.
    pub fn restart(&mut self) {
        let number = self.process.id().to_string();
        let asked = Command::new("kill").args(["-s", "INT", &number]).status().expect("kill runs");
        assert!(asked.success() && self.process.wait().expect("it ends").success(), "it ends well on Ctrl-C");
        (self.process, self._output, self.origin) = run(&self.data.path().join("policies.sqlite"));
    }

    /// The page's address.
    pub fn page(&self) -> String {
        format!("{}/", self.origin)
    }

    /// The policy of this id, asked for with curl as a user would.
    #[track_caller]
    pub fn policy(&self, id: &str) -> Value {
        let address = format!("{}/api/portal/policies/{id}", self.origin);
        let header = format!("Authorization: {SAMPLE_KEY}");
        let arguments = ["--disable", "--noproxy", "*", "--silent", "--show-error", "--fail-with-body"];
        let curl =
            Command::new("curl").args(arguments).args(["--header", &header, &address]).output().expect("curl runs");
        assert!(curl.status.success(), "curl of {address}: {curl:?}");
        serde_json::from_slice(&curl.stdout).expect("the policy is JSON")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Starts the command and waits for its first line, which names the address.
fn run(data: &Path) -> (Child, BufReader<ChildStdout>, String) {
    let mut command = Command::new(path_named("POLICY_BUILDER_CLI"));
    command.args(["serve", "--port", "0", "--dist"]).arg(path_named("POLICY_BUILDER_DIST")).arg("--data").arg(data);
    // A recorder in front of it has a port of its own.
    command.args(["--allow-host", "127.0.0.1"]);
    let mut process = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("tyk-policy runs");
    let mut output = BufReader::new(process.stdout.take().expect("its output"));
    let mut line = String::new();
    output.read_line(&mut line).expect("its first line");
    let address = line.trim_end().strip_prefix("Policy Builder  ").and_then(|address| address.strip_suffix('/'));
    let origin =
        address.unwrap_or_else(|| panic!("`tyk-policy serve` says its address first, not {line:?}")).to_owned();
    (process, output, origin)
}
