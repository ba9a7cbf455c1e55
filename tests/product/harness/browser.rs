//! The browser under test: Chromium with a profile of its own. What is Chromium's alone stands in this file, so that
//! other engines can stand beside it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::driver::Driver;
use super::{files_below, path_named};

/// Nothing that talks to the network by itself, no sandbox (tests run as root in containers), one size everywhere.
const ARGUMENTS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--window-size=1440,1000",
];

/// The name of the folder for downloads.
const DOWNLOADS: &str = "downloads";

/// What a browser leaves on the disk, each file with what it holds.
pub struct Remains {
    pub profile: Vec<(PathBuf, Vec<u8>)>,
    pub downloads: Vec<(PathBuf, Vec<u8>)>,
}

/// A running browser.
pub struct Browser {
    pub driver: Driver,
    folder: TempDir,
}

impl Browser {
    /// Starts it as on the first day.
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    /// The same with more of Chromium's own switches.
    pub fn start_with(more: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let profile = format!("--user-data-dir={}", folder.path().join("profile").display());
        let arguments: Vec<_> = ARGUMENTS.iter().chain(more).copied().chain([profile.as_str()]).collect();
        let capabilities = json!({
            "goog:chromeOptions": {
                "binary": path_named("CHROMIUM"),
                "args": arguments,
                "prefs": { "download.default_directory": folder.path().join(DOWNLOADS) },
            },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        let mut program = Command::new(path_named("CHROMEDRIVER"));
        // Chromium leaves its own temporary folders behind: here they go with the profile.
        let program = program.arg("--port=0").env("TMPDIR", folder.path());
        Self { driver: Driver::start(program, port_in, &capabilities), folder }
    }

    /// What it has downloaded so far.
    pub fn downloads(&self) -> Vec<(PathBuf, Vec<u8>)> {
        files_below(&self.folder.path().join(DOWNLOADS))
    }

    /// Ends it and gives the files that it leaves behind: its profile, and what it has downloaded.
    pub fn end(self) -> Remains {
        drop(self.driver);
        let (downloads, profile) = files_below(self.folder.path())
            .into_iter()
            .partition(|(path, _)| path.starts_with(self.folder.path().join(DOWNLOADS)));
        Remains { profile, downloads }
    }

    /// What stands in the console since the last time: level and text of each line.
    pub fn console(&self) -> Vec<(String, String)> {
        let text = |entry: &Value, name: &str| entry[name].as_str().unwrap_or_default().to_owned();
        self.log("browser").iter().map(|entry| (text(entry, "level"), text(entry, "message"))).collect()
    }

    /// The origins of all requests since the last time, those of workers, images and preflights too.
    pub fn origins_called(&self) -> BTreeSet<String> {
        let events = self.log("performance").into_iter().filter_map(|entry| {
            let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let event = &event["message"];
            let address = match event["method"].as_str()? {
                "Network.requestWillBeSent" => &event["params"]["request"]["url"],
                "Network.webSocketCreated" | "Network.webTransportCreated" => &event["params"]["url"],
                _ => return None,
            };
            address.as_str().map(str::to_owned)
        });
        // The browser's own pages and data in addresses reach no network.
        let is_local =
            |address: &String| ["chrome:", "data:", "blob:", "about:"].iter().any(|own| address.starts_with(own));
        let origin = |address: String| address.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
        events.filter(|address| !is_local(address)).map(origin).collect()
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        let entries = self.driver.post("/se/log", &json!({ "type": kind })).expect("the driver keeps logs");
        entries.as_array().cloned().unwrap_or_default()
    }
}

/// chromedriver: "ChromeDriver was started successfully on port 40123."
fn port_in(line: &str) -> Option<u16> {
    line.rsplit_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
}
