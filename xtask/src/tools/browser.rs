//! The browsers that tests drive, and their drivers.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::search::SearchPath;
use super::system::{CHROMEDRIVER, CHROMIUM, FIREFOX, Program, WEBKIT, WEBKIT_DRIVER};
use super::version;

/// A browser with a driver that fits it.
pub struct Browser {
    /// The absolute path of the browser.
    pub program: PathBuf,
    /// The absolute path of its driver.
    pub driver: PathBuf,
    /// The environment variables in which tests look for the two.
    variables: [&'static str; 2],
}

impl Browser {
    /// Tells a test command where the browser and its driver are.
    pub fn name(&self, command: &mut Command) {
        let [program, driver] = self.variables;
        command.env(program, &self.program).env(driver, &self.driver);
    }
}

/// The installed Firefox and its driver, which come apart and take each other as they are.
pub fn firefox(path: &SearchPath) -> Result<Browser> {
    let program = FIREFOX.find(path)?.context("firefox is not there")?;
    let driver = path.find("geckodriver").context("geckodriver is not there")?;
    Ok(Browser { program, driver, variables: ["FIREFOX", "GECKODRIVER"] })
}

/// The installed WebKit and its driver, which come from one source.
pub fn webkit(path: &SearchPath) -> Result<Browser> {
    let find = |program: &Program| program.find(path)?.context("WebKit is not there");
    Ok(Browser { program: find(&WEBKIT)?, driver: find(&WEBKIT_DRIVER)?, variables: ["WEBKIT", "WEBKIT_DRIVER"] })
}

/// The installed Chromium and its driver.
///
/// Their major versions must be equal: a driver refuses any other browser, and test runners pass on little of why.
pub fn chromium(path: &SearchPath) -> Result<Browser> {
    let program = CHROMIUM.find(path)?.context("chromium is not there")?;
    let driver = CHROMEDRIVER.find(path)?.context("chromedriver is not there")?;
    let major = |program| version::reported(path, program).and_then(|version| version::major(&version));
    // On Windows the browser answers `--version` with a window.
    let majors = if cfg!(windows) { None } else { major(&program).zip(major(&driver)) };
    if let Some((browser, driver)) = majors.filter(|(browser, driver)| browser != driver) {
        bail!("chromium is version {browser} but chromedriver {driver}: install both of one version and try again");
    }
    Ok(Browser { program, driver, variables: ["CHROMIUM", "CHROMEDRIVER"] })
}
