//! Chromium, driven by chromedriver.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::driver::Driver;
use super::path_named;

/// How the browser is started wherever tests or measures drive it: nothing that talks to the network by itself, and no
/// sandbox, which does not work as root in containers.
const SETTINGS: &str = include_str!("../../../webdriver.json");

/// One size everywhere.
const SIZE: &str = "--window-size=1440,1000";

/// Starts it with all its files in these folders, and with more of its own switches.
pub fn start(folder: &Path, downloads: &Path, more: &[&str]) -> Driver {
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    let settings: Value = serde_json::from_str(SETTINGS).expect("webdriver.json is JSON");
    let common = settings["goog:chromeOptions"]["args"].as_array().expect("its arguments").iter();
    let more = more.iter().copied().chain([SIZE, profile.as_str()]).map(Value::from);
    let arguments: Vec<_> = common.cloned().chain(more).collect();
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
