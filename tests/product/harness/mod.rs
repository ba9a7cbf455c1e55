//! What the tests drive and listen to: a browser, the product's own server, recorders, web servers, shells.

mod accessibility;
mod browser;
mod call;
mod certificate;
mod chromium;
mod complaints;
mod driver;
mod engine;
mod firefox;
mod http;
mod listener;
mod look;
mod page;
mod recorder;
mod server;
mod shells;
mod static_site;
mod web_programs;
mod web_server;
mod webkit;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

pub use browser::Browser;
pub use call::Call;
pub use certificate::Certificate;
pub use engine::{Engine, Matter, lacks};
pub use http::Message;
pub use listener::nobody;
pub use look::Preference;
pub use page::{CONTROL, DOWN, END, ENTER, ESCAPE, Page, RIGHT, SHIFT, TAB, UP};
pub use recorder::{Answer, Recorder, Wait};
pub use server::{SAMPLE_KEY, SECOND_KEY, Server};
pub use shells::{Shell, Shells, Way};
pub use static_site::StaticSite;
pub use web_server::WebServer;

/// How long anything may take that a test waits for.
const PATIENCE: Duration = Duration::from_secs(40);

/// A path that `cargo xtask test` names.
pub fn path_named(variable: &str) -> PathBuf {
    env::var_os(variable).unwrap_or_else(|| panic!("{variable} is not set: run `cargo xtask test product`")).into()
}

/// The files below a folder with what they hold. One that goes while this looks is left out.
pub fn files_below(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let of = |path: PathBuf| match path.symlink_metadata() {
        Ok(about) if about.is_dir() => files_below(&path),
        Ok(about) if about.is_file() => fs::read(&path).map(|content| (path, content)).into_iter().collect(),
        _ => Vec::new(),
    };
    entries.flat_map(|entry| of(entry.path())).collect()
}

/// Asks again and again until there is something; `what` says what was waited for when nothing comes.
#[track_caller]
pub fn wait_for<T>(what: &str, mut ask: impl FnMut() -> Result<T, String>) -> T {
    let start = Instant::now();
    loop {
        match ask() {
            Ok(found) => return found,
            Err(seen) if start.elapsed() > PATIENCE => panic!("waited in vain for {what}; last seen: {seen}"),
            Err(_) => thread::sleep(Duration::from_millis(20)),
        }
    }
}
