//! WebKit as GTK has it, driven by WebKitWebDriver: the smallest browser around the engine. It needs a screen.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Command;

use serde_json::json;

use super::browser::Wishes;
use super::driver::Driver;
use super::path_named;

/// Starts it with all its files in this folder, and what it downloads in another, which is its user's own.
pub fn start(folder: &Path, downloads: &Path, wishes: &Wishes) -> Driver {
    fs::create_dir_all(downloads).expect("a folder for downloads");
    let capabilities = json!({
        "acceptInsecureCerts": wishes.takes_any,
        "webkitgtk:browserOptions": { "binary": path_named("WEBKIT"), "args": ["--automation"] },
    });
    // It does not say a port that it chooses.
    let port =
        TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|free| free.local_addr()).expect("a free port").port();
    let mut program = Command::new(path_named("WEBKIT_DRIVER"));
    program.arg(format!("--port={port}")).env("TMPDIR", folder).env("HOME", downloads);
    // Its sandbox needs rights that tests in containers do not have.
    program.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1").env("GDK_BACKEND", "x11");
    for kind in ["CONFIG", "DATA", "CACHE", "STATE"] {
        program.env(format!("XDG_{kind}_HOME"), folder.join(kind));
    }
    let driver = Driver::start_at(&mut program, port, &capabilities);
    driver.post("/window/rect", &json!({ "width": 1440, "height": 1000 })).expect("the window has a size");
    driver
}
