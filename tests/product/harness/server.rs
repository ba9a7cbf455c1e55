//! `tyk-policy serve`: the page and the local dashboard, with the policies in a file that survives restarts.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{files_below, path_named};

/// The key of the local dashboard, which everybody may know.
pub const SAMPLE_KEY: &str = "local-sample-key-for-trying-out";

/// The key of its second organisation, which has the same APIs under other ids.
pub const SECOND_KEY: &str = "local-second-key-for-trying-out";

/// A running server; it is ended when this is dropped.
pub struct Server {
    pub origin: String,
    process: Child,
    // Kept open: a program whose output nobody takes may end.
    output: BufReader<ChildStdout>,
    data: TempDir,
    options: Vec<String>,
}

impl Server {
    /// Starts one on a free port, without any policy.
    pub fn start() -> Self {
        Self::with(&[])
    }

    /// The same with further options of the command.
    pub fn with(options: &[&str]) -> Self {
        let data = tempfile::tempdir().expect("a temporary folder");
        let policies = data.path().join("policies.sqlite").display().to_string();
        // A relay has no policies.
        let own = if options.contains(&"--dashboard") { vec![] } else { vec!["--data", &policies] };
        let options: Vec<_> = own.iter().chain(options).map(|option| (*option).to_owned()).collect();
        let (process, output, origin) = run(data.path(), "0", &options);
        Self { origin, process, output, data, options }
    }

    /// One that passes the page's calls on to this dashboard.
    pub fn relay_to(dashboard: &str) -> Self {
        Self::with(&["--dashboard", dashboard])
    }

    /// Stops it as Ctrl-C does and starts it again with the same policies. Its address is another one then.
    pub fn restart(&mut self) {
        let number = self.process.id().to_string();
        let asked = Command::new("kill").args(["-s", "INT", &number]).status().expect("kill runs");
        assert!(asked.success() && self.process.wait().expect("it ends").success(), "it ends well on Ctrl-C");
        (self.process, self.output, self.origin) = run(self.data.path(), "0", &self.options);
    }

    /// Ends it in the middle of whatever it does, as `kill -9` does.
    pub fn kill(&mut self) {
        self.process.kill().expect("it is killed");
        self.process.wait().expect("it ends");
    }

    /// Starts it again after [`Server::kill`], at the same address with the same policies.
    pub fn start_again(&mut self) {
        let port = self.origin.rsplit(':').next().expect("a port").to_owned();
        (self.process, self.output, _) = run(self.data.path(), &port, &self.options);
    }

    /// Ends it and gives what it leaves behind: what it said after it was ready, and its files with what they hold.
    pub fn end(mut self) -> (String, Vec<(PathBuf, Vec<u8>)>) {
        self.kill();
        let mut said = String::new();
        self.output.read_to_string(&mut said).expect("its output");
        let (_, said) = said.split_once("Press Ctrl-C to stop.\n").expect("the last line of its announcement");
        (said.to_owned(), files_below(self.data.path()))
    }

    /// The page's address.
    pub fn page(&self) -> String {
        format!("{}/", self.origin)
    }

    /// The policy of this id, asked for with curl as a user would.
    #[track_caller]
    pub fn policy(&self, id: &str) -> Value {
        self.call("GET", &format!("/api/portal/policies/{id}"), None)
    }

    /// The policies of the sample organisation, the oldest first.
    #[track_caller]
    pub fn policies(&self) -> Vec<Value> {
        let list = self.call("GET", "/api/portal/policies?p=-1", None);
        list["Data"].as_array().cloned().unwrap_or_default()
    }

    /// Stores a policy as somebody else would, and gives its id.
    #[track_caller]
    pub fn store(&self, policy: &Value) -> String {
        let reply = self.call("POST", "/api/portal/policies", Some(policy));
        reply["Message"].as_str().expect("an id").to_owned()
    }

    /// Makes a call with the sample key, as somebody else would with curl, and gives the answer of a success.
    #[track_caller]
    pub fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        let address = format!("{}{path}", self.origin);
        let mut curl = Command::new("curl");
        curl.args(["--disable", "--noproxy", "*", "--silent", "--show-error", "--fail-with-body", "--request", method]);
        curl.args(["--header", &format!("Authorization: {SAMPLE_KEY}")]);
        if let Some(body) = body {
            curl.args(["--header", "Content-Type: application/json", "--data-raw", &body.to_string()]);
        }
        let curl = curl.arg(&address).output().expect("curl runs");
        assert!(curl.status.success(), "curl of {method} {address}: {curl:?}");
        serde_json::from_slice(&curl.stdout).expect("the answer is JSON")
    }

    /// Says what shall go wrong with calls of this method below `/api`; needs `--faults`.
    #[track_caller]
    pub fn go_wrong(&self, method: &str, times: u32, fault: &Value) {
        self.call("PUT", "/faults", Some(&json!({ "match": { "method": method }, "times": times, "fault": fault })));
    }

    /// Lets pages of this origin in from now on, and forgets all other faults and calls; needs `--faults`.
    #[track_caller]
    pub fn only_let_in(&self, origin: &str) {
        self.call("DELETE", "/faults", None);
        self.call("PUT", "/faults", Some(&json!({ "fault": { "kind": "cors", "origin": origin } })));
    }

    /// Method and status of each call below `/api` since the faults were cleared, without preflights; needs `--faults`.
    #[track_caller]
    pub fn calls(&self) -> Vec<(String, Option<u64>)> {
        let seen = self.call("GET", "/faults/calls", None);
        let calls = seen["calls"].as_array().expect("a list");
        let calls = calls.iter().map(|call| (call["method"].as_str().unwrap_or_default(), call["status"].as_u64()));
        calls.filter(|(method, _)| *method != "OPTIONS").map(|(method, status)| (method.to_owned(), status)).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Starts the command and waits for its first line, which names the address. What it says of faults goes to the log in
/// its folder.
fn run(folder: &Path, port: &str, options: &[String]) -> (Child, BufReader<ChildStdout>, String) {
    let mut command = Command::new(path_named("POLICY_BUILDER_CLI"));
    command.args(["serve", "--port", port, "--dist"]).arg(path_named("POLICY_BUILDER_DIST")).args(options);
    // A recorder in front of it has a port of its own.
    command.args(["--allow-host", "127.0.0.1"]);
    let log = File::options().create(true).append(true).open(folder.join("log")).expect("the log");
    let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log);
    let mut process = command.spawn().expect("tyk-policy runs");
    let mut output = BufReader::new(process.stdout.take().expect("its output"));
    let mut line = String::new();
    output.read_line(&mut line).expect("its first line");
    let address = line.trim_end().strip_prefix("Policy Builder  ").and_then(|address| address.strip_suffix('/'));
    let seen = || fs::read_to_string(folder.join("log")).unwrap_or_default();
    let origin = address
        .unwrap_or_else(|| panic!("`tyk-policy serve` says its address first, not {line:?}\n{}", seen()))
        .to_owned();
    (process, output, origin)
}
