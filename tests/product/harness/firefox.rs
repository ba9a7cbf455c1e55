//! Firefox, driven by geckodriver.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::{fs, io};

use serde_json::{Value, json};

use super::browser::Wishes;
use super::driver::Driver;
use super::look::Preference;
use super::path_named;

/// A profile as it is after the first start of all, when Firefox has read its own program and kept what it made of it. A
/// start with a copy takes half the time, and the copy has seen no page.
static FIRST_PROFILE: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("firefox");
    // It may be there, from another Firefox.
    let _: io::Result<()> = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("profile")).expect("a folder for the profile");
    let wishes = Wishes::default();
    launch(&folder, &folder, &wishes).end();
    folder.join("profile")
});

/// Starts it with all its files in these folders.
pub fn start(folder: &Path, downloads: &Path, wishes: &Wishes) -> Driver {
    copy(&FIRST_PROFILE, &folder.join("profile")).expect("the profile is copied");
    let driver = launch(folder, downloads, wishes);
    driver.post("/window/rect", &json!({ "width": 1440, "height": 1000 })).expect("the window has a size");
    driver
}

/// Copies a folder with its files, and leaves out the locks, which are links.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, kind) = (to.join(entry.file_name()), entry.file_type()?);
        if kind.is_dir() {
            copy(&entry.path(), &path)?;
        } else if kind.is_file() && entry.file_name() != ".parentlock" {
            fs::copy(entry.path(), path)?;
        }
    }
    Ok(())
}

/// geckodriver finds a free port for Firefox some time before Firefox takes it: two that start at once would take the same.
static STARTING: Mutex<()> = Mutex::new(());

/// Starts it with the profile that is there.
fn launch(folder: &Path, downloads: &Path, wishes: &Wishes) -> Driver {
    let mut preferences = preferences();
    preferences["browser.download.dir"] = json!(downloads);
    preferences["network.dns.localDomains"] = json!(wishes.other_name);
    if let Some((name, value)) = wishes.preference.map(Preference::setting) {
        preferences[name] = json!(value);
    }
    let capabilities = json!({
        "acceptInsecureCerts": wishes.takes_any,
        "moz:firefoxOptions": {
            "binary": path_named("FIREFOX"),
            // One of geckodriver's own making would be gone with the session.
            "args": ["-headless", "-profile", folder.join("profile")],
            "prefs": preferences,
        },
    });
    let mut program = Command::new(path_named("GECKODRIVER"));
    // The home has what Firefox caches.
    let program = program.args(["--port", "0"]).env("TMPDIR", folder).env("HOME", folder);
    let _one_at_a_time = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
    Driver::start(program, port_in, &capabilities)
}

/// Nothing that talks to the network by itself beside what geckodriver sets, and no question of the browser in the way.
fn preferences() -> Value {
    json!({
        "app.normandy.enabled": false,
        "app.update.disabledForTesting": true,
        "dom.events.testing.asyncClipboard": true,
        "browser.contentblocking.report.lockwise.enabled": false,
        "browser.download.folderList": 2,
        "browser.newtabpage.enabled": false,
        "browser.region.network.url": "",
        "browser.safebrowsing.blockedURIs.enabled": false,
        "browser.safebrowsing.downloads.enabled": false,
        "browser.safebrowsing.malware.enabled": false,
        "browser.safebrowsing.phishing.enabled": false,
        "browser.search.update": false,
        "browser.startup.page": 0,
        "captivedetect.canonicalURL": "",
        "datareporting.healthreport.uploadEnabled": false,
        "datareporting.policy.dataSubmissionEnabled": false,
        "dom.push.connection.enabled": false,
        "extensions.getAddons.cache.enabled": false,
        "extensions.systemAddon.update.enabled": false,
        "extensions.update.enabled": false,
        "media.gmp-manager.updateEnabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "network.dns.disablePrefetch": true,
        "network.prefetch-next": false,
        "network.trr.mode": 5,
        "privacy.query_stripping.enabled": false,
        "services.settings.server": "data:,",
        "toolkit.telemetry.enabled": false,
        "toolkit.telemetry.server": "",
        "toolkit.telemetry.unified": false,
    })
}

/// geckodriver: "1700000000000 geckodriver INFO Listening on 127.0.0.1:40123"
fn port_in(line: &str) -> Option<u16> {
    line.rsplit_once("Listening on 127.0.0.1:")?.1.trim().parse().ok()
}
