//! Chromium, driven by chromedriver.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::driver::Driver;
use super::path_named;

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

/// Starts it with all its files in these folders, and with more of its own switches.
pub fn start(folder: &Path, downloads: &Path, more: &[&str]) -> Driver {
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    let arguments: Vec<_> = ARGUMENTS.iter().chain(more).copied().chain([profile.as_str()]).collect();
    let capabilities = json!({
        "goog:chromeOptions": {
            "binary": path_named("CHROMIUM"),
            "args": arguments,
            "prefs": { "download.default_directory": downloads },
        },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    });
    let mut program = Command::new(path_named("CHROMEDRIVER"));
    // Chromium leaves its own temporary folders behind: here they go with the profile.
    let program = program.arg("--port=0").env("TMPDIR", folder);
    Driver::start(program, port_in, &capabilities)
}

/// chromedriver: "ChromeDriver was started successfully on port 40123."
fn port_in(line: &str) -> Option<u16> {
    line.rsplit_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
}

/// What stands in the console since the last time: level and text of each line.
pub fn console(driver: &Driver) -> Vec<(String, String)> {
    let text = |entry: &Value, name: &str| entry[name].as_str().unwrap_or_default().to_owned();
    log(driver, "browser").iter().map(|entry| (text(entry, "level"), text(entry, "message"))).collect()
}

/// The addresses of all requests since the last time, those of workers, images and preflights too.
pub fn addresses_called(driver: &Driver) -> Vec<String> {
    let addresses = log(driver, "performance").into_iter().filter_map(|entry| {
        let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
        let event = &event["message"];
        let address = match event["method"].as_str()? {
            "Network.requestWillBeSent" => &event["params"]["request"]["url"],
            "Network.webSocketCreated" | "Network.webTransportCreated" => &event["params"]["url"],
            _ => return None,
        };
        address.as_str().map(str::to_owned)
    });
    addresses.collect()
}

/// Does a command of the DevTools protocol.
#[track_caller]
pub fn command(driver: &Driver, name: &str, parameters: &Value) {
    let command = json!({ "cmd": name, "params": parameters });
    driver.post("/goog/cdp/execute", &command).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
}

fn log(driver: &Driver, kind: &str) -> Vec<Value> {
    let entries = driver.post("/se/log", &json!({ "type": kind })).expect("the driver keeps logs");
    entries.as_array().cloned().unwrap_or_default()
}
