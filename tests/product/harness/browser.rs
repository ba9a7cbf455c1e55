//! The browser under test, of whichever engine, with a profile of its own.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::certificate::Certificate;
use super::driver::Driver;
use super::engine::Engine;
use super::look::Preference;
use super::{chromium, complaints, files_below, firefox, webkit};

/// The name of the folder for downloads.
const DOWNLOADS: &str = "downloads";

/// What a browser leaves on the disk, each file with what it holds.
pub struct Remains {
    pub profile: Vec<(PathBuf, Vec<u8>)>,
    pub downloads: Vec<(PathBuf, Vec<u8>)>,
}

/// What a browser is started with, in the words of no engine.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wishes<'a> {
    /// One more name of this machine.
    pub other_name: &'a str,
    /// Whether every certificate is trusted.
    pub takes_any: bool,
    /// What its user asks of all pages.
    pub preference: Option<Preference>,
}

/// A running browser.
pub struct Browser {
    pub driver: Driver,
    engine: Engine,
    folder: TempDir,
}

impl Browser {
    /// Starts it as on the first day.
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    /// The same with more of Chromium's own switches; no other engine knows them.
    pub fn start_with(more: &[&str]) -> Self {
        Self::launch(more, &Wishes::default())
    }

    /// Starts one whose user asks this of all pages. WebKit cannot be asked.
    pub fn start_preferring(preference: Preference) -> Self {
        let browser = Self::launch(&[], &Wishes { preference: Some(preference), ..Wishes::default() });
        if browser.engine == Engine::Chromium {
            preference.ask(&browser);
        }
        browser
    }

    /// Starts one whose user takes this certificate, and which finds this machine by one more name. Chromium takes this
    /// certificate alone, the others take every one; WebKit knows no other name.
    pub fn start_trusting(certificate: &Certificate, name: &str) -> Self {
        let trusted = format!("--ignore-certificate-errors-spki-list={}", certificate.hash());
        let names = format!("--host-resolver-rules=MAP {name} 127.0.0.1");
        let switches: &[&str] = if Engine::under_test() == Engine::Chromium { &[&trusted, &names] } else { &[] };
        Self::launch(switches, &Wishes { other_name: name, takes_any: true, preference: None })
    }

    fn launch(switches: &[&str], wishes: &Wishes) -> Self {
        let engine = Engine::under_test();
        assert!(engine == Engine::Chromium || switches.is_empty(), "{engine:?} has no switches of Chromium");
        let folder = tempfile::tempdir().expect("a temporary folder");
        let downloads = folder.path().join(DOWNLOADS);
        let driver = match engine {
            Engine::Chromium => chromium::start(folder.path(), &downloads, switches),
            Engine::Firefox => firefox::start(folder.path(), &downloads, wishes),
            Engine::WebKit => webkit::start(folder.path(), &downloads, wishes),
        };
        Self { driver, engine, folder }
    }

    /// What it has downloaded so far.
    pub fn downloads(&self) -> Vec<(PathBuf, Vec<u8>)> {
        files_below(&self.folder.path().join(DOWNLOADS))
    }

    /// Ends it and gives the files that it leaves behind: its profile, and what it has downloaded.
    pub fn end(self) -> Remains {
        self.driver.end();
        let (downloads, profile) = files_below(self.folder.path())
            .into_iter()
            .partition(|(path, _)| path.starts_with(self.folder.path().join(DOWNLOADS)));
        Remains { profile, downloads }
    }

    /// Begins to collect what goes wrong in the document that was just loaded, where the driver keeps no log of it.
    pub(super) fn document_loaded(&self) {
        if self.engine != Engine::Chromium {
            complaints::listen(&self.driver);
        }
    }

    /// What stands in the console since the last time: level and text of each line. Where the driver keeps no log: what
    /// went wrong since the page was drawn, as the page itself was told it.
    pub fn console(&self) -> Vec<(String, String)> {
        match self.engine {
            Engine::Chromium => chromium::console(&self.driver),
            Engine::Firefox | Engine::WebKit => complaints::take(&self.driver),
        }
    }

    /// The origins of all requests since the last time, those of workers, images and preflights too. Where the driver
    /// keeps no log: those of this document, as the page itself was told them.
    pub fn origins_called(&self) -> BTreeSet<String> {
        let addresses = match self.engine {
            Engine::Chromium => chromium::addresses_called(&self.driver),
            Engine::Firefox | Engine::WebKit => self.addresses_timed(),
        };
        // The browser's own pages and data in addresses reach no network.
        let is_local =
            |address: &String| ["chrome:", "data:", "blob:", "about:"].iter().any(|own| address.starts_with(own));
        let origin = |address: String| address.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
        addresses.into_iter().filter(|address| !is_local(address)).map(origin).collect()
    }

    fn addresses_timed(&self) -> Vec<String> {
        let script = "return ['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))
            .map(entry => entry.name)";
        let names = self.driver.post("/execute/sync", &json!({ "script": script, "args": [] }));
        let names = names.expect("the script runs").as_array().cloned().unwrap_or_default();
        names.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }
}
