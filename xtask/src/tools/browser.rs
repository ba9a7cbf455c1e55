//! The browser that tests drive, and its driver.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::search::SearchPath;
use super::system::{CHROMEDRIVER, CHROMIUM};
use super::version;

/// A browser with a driver that fits it.
pub struct Browser {
    /// The absolute path of Chromium.
    pub program: PathBuf,
    /// The absolute path of chromedriver.
    pub driver: PathBuf,
}

/// The installed browser and driver.
///
/// Their major versions must be equal: a driver refuses any other browser, and test runners pass on little of why.
pub fn find(path: &SearchPath) -> Result<Browser> {
    let program = CHROMIUM.find(path)?.context("chromium is not there")?;
    let driver = CHROMEDRIVER.find(path)?.context("chromedriver is not there")?;
    let major = |program| version::reported(path, program).and_then(|version| version::major(&version));
    // On Windows the browser answers `--version` with a window.
    let majors = if cfg!(windows) { None } else { major(&program).zip(major(&driver)) };
    if let Some((browser, driver)) = majors.filter(|(browser, driver)| browser != driver) {
        bail!("chromium is version {browser} but chromedriver {driver}: install both of one version and try again");
    }
    Ok(Browser { program, driver })
}
