//! A `tyk-policy serve` that runs while it is needed.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::http::{Answer, call};
use crate::program::program;

/// The name of a file that a build gives a hash to.
pub const HASHED: &str = "page-0123456789abcdef_bg.wasm";

/// The last line of what is said when it is ready.
const HOW_TO_STOP: &str = "Press Ctrl-C to stop.";

/// A folder that looks like a built page.
pub fn built_page() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), "<!doctype html><html><head><title>Page</title></head></html>")
        .unwrap();
    fs::write(folder.path().join(HASHED), "wasm").unwrap();
    fs::write(folder.path().join("favicon.svg"), "<svg/>").unwrap();
    fs::create_dir(folder.path().join("deeper")).unwrap();
    fs::write(folder.path().join("deeper/index.html"), "not a page").unwrap();
    folder
}

/// A running server; it is killed when this is dropped.
pub struct Server {
    child: Child,
    /// Its host and port.
    pub address: String,
    /// The rest of what it said when it was ready.
    pub said: Vec<String>,
}

impl Server {
    /// Starts one on a free port and waits until it says its address.
    pub fn start(dist: &Path, data: &str) -> Self {
        Self::start_with(program().args(["serve", "--port", "0", "--data", data, "--dist"]).arg(dist))
    }

    pub fn start_with(command: &mut Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let first = lines.next().unwrap();
        let address = first.strip_prefix("Policy Builder  http://").unwrap().strip_suffix('/').unwrap().to_owned();
        let mut said: Vec<_> = lines.by_ref().take_while(|line| line != HOW_TO_STOP).collect();
        said.push(HOW_TO_STOP.to_owned());
        Self { child, address, said }
    }

    pub fn get(&self, path: &str) -> Answer {
        call(&self.address, "GET", path, &[], "")
    }

    /// Calls the dashboard with the sample key.
    pub fn api(&self, method: &str, path: &str, body: &str) -> Answer {
        let key = format!("Authorization: {}", local_dashboard::SAMPLE_KEY);
        call(&self.address, method, path, &[&key, "Content-Type: application/json"], body)
    }

    /// Where it listens, for callers on other threads.
    pub fn address(&self) -> &str {
        &self.address
    }

    pub fn port(&self) -> &str {
        self.address.rsplit_once(':').unwrap().1
    }

    /// The most memory that it had so far, in bytes.
    #[cfg(target_os = "linux")]
    pub fn most_memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().strip_suffix(" kB").unwrap().parse::<u64>().unwrap() * 1024
    }

    /// Sends a signal by its name and gives back how the server ended.
    #[cfg(unix)]
    pub fn end_with(mut self, signal: &str) -> std::process::ExitStatus {
        let sent = Command::new("kill").args(["-s", signal, &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
        self.child.wait().unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
