//! `cargo xtask pictures`: the main states of the page, as `docs/pictures/` shows them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::driver::{Browser, Running};
use crate::process::say;
use crate::tools::{Need, Tools};
use crate::{page, program, workspace};

/// What `states.js` can bring the page into.
const STATES: [&str; 6] = ["start", "policy", "json", "effect", "sent", "dashboard"];

/// Wide and narrow, in CSS pixels.
const SIZES: [(u32, u32); 2] = [(1440, 900), (390, 844)];

/// What a visitor's system asks for.
const THEMES: [&str; 2] = ["light", "dark"];

/// The policy of the pictures.
const POLICY: &str = include_str!("policy.json");

/// Builds the page, unless `dist` has it, serves it with the local dashboard, and makes all pictures anew.
pub fn make(root: PathBuf, dist: Option<&Path>) -> Result<()> {
    let tools = Tools::gather(root, &[Need::Page, Need::Browser])?;
    let folder = tools.root().join("docs").join("pictures");
    fs::create_dir_all(&folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
    let work = workspace::target(tools.root()).join("pictures");
    fs::create_dir_all(&work).with_context(|| format!("could not make the folder {}", work.display()))?;
    let dist = page::built(&tools, dist, &work)?;
    let tyk_policy = program::build(&tools, program::TYK_POLICY)?;
    for state in STATES {
        for size in SIZES {
            for theme in THEMES {
                // A server and a browser of its own: no picture shows what an earlier one left behind.
                let (_server, address) = Running::serve(&tools, &tyk_policy, &dist)?;
                let browser = Browser::start(&tools, &work)?;
                let picture = taken(&browser, &address, state, size, theme)
                    .with_context(|| format!("there is no picture of `{state}`, {} pixels wide, {theme}", size.0))?;
                write(&folder.join(format!("{state}-{}-{theme}.webp", size.0)), &picture)?;
            }
        }
    }
    Ok(())
}

/// Brings the page into a state and takes its picture.
fn taken(browser: &Browser, address: &str, state: &str, (width, height): (u32, u32), theme: &str) -> Result<Vec<u8>> {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    browser.command("Emulation.setDeviceMetricsOverride", &size)?;
    let features = json!([{ "name": "prefers-color-scheme", "value": theme },
        { "name": "prefers-reduced-motion", "value": "reduce" }]);
    browser.command("Emulation.setEmulatedMedia", &json!({ "features": features }))?;
    browser.command("Emulation.setScrollbarsHidden", &json!({ "hidden": true }))?;
    browser.open(address)?;
    browser.run(include_str!("states.js"), &json!({ "state": state, "policy": POLICY }))?;
    let answer = browser.command("Page.captureScreenshot", &json!({ "format": "webp", "quality": 90 }))?;
    let picture = answer.get("data").and_then(Value::as_str).context("the browser made no picture")?;
    BASE64_STANDARD.decode(picture).context("the browser's picture cannot be read")
}

fn write(file: &Path, picture: &[u8]) -> Result<()> {
    fs::write(file, picture).with_context(|| format!("could not write {}", file.display()))?;
    say(format_args!("{} ({} bytes)", file.display(), picture.len()));
    Ok(())
}
