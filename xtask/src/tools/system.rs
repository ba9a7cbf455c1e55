//! Programs that come from the system: the compilers for C and C++, the browser, shells and curl, web servers.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::Need;
use super::search::SearchPath;
use crate::process::{answer, run, say};

/// A program of the system.
pub struct Program {
    /// The names it may have, the likeliest first.
    names: &'static [&'static str],
    /// The environment variable that names another one.
    variable: Option<&'static str>,
    /// The Debian package it is in.
    package: &'static str,
}

/// Compiles SQLite, which is part of the local dashboard.
const COMPILER: Program = Program { names: &["cc"], variable: Some("CC"), package: "build-essential" };

/// Compiles the engine of the fuzz targets.
const CXX_COMPILER: Program = Program { names: &["c++", "g++", "clang++"], variable: Some("CXX"), package: "g++" };

/// The first browser that tests drive.
pub const CHROMIUM: Program = Program {
    names: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    variable: Some("CHROMIUM"),
    package: "chromium",
};

/// What drives the browser.
pub const CHROMEDRIVER: Program =
    Program { names: &["chromedriver"], variable: Some("CHROMEDRIVER"), package: "chromium-driver" };

/// The second browser that tests drive; its driver is a crate.
pub const FIREFOX: Program = Program {
    names: &["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
    variable: Some("FIREFOX"),
    package: "firefox-esr",
};

/// The third one, and what drives it: WebKit as GTK has it, with the smallest browser around it.
pub const WEBKIT: Program = Program {
    names: &[
        "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    ],
    variable: Some("WEBKIT"),
    package: "libwebkit2gtk-4.1-0",
};

/// What drives it.
pub const WEBKIT_DRIVER: Program =
    Program { names: &["WebKitWebDriver"], variable: Some("WEBKIT_DRIVER"), package: "webkit2gtk-driver" };

/// The screen that nobody sees, for a browser that needs one.
const SCREEN: [Program; 2] = [
    Program { names: &["xvfb-run"], variable: None, package: "xvfb" },
    Program { names: &["xauth"], variable: None, package: "xauth" },
];

/// What fetches axe-core.
const NPM: Program = Program { names: &["npm"], variable: None, package: "npm" };

/// Where the shown commands are run, and what they call.
const SHELLS: [Program; 9] = [
    Program { names: &["bash"], variable: None, package: "bash" },
    Program { names: &["dash"], variable: None, package: "dash" },
    Program { names: &["zsh"], variable: None, package: "zsh" },
    Program { names: &["fish"], variable: None, package: "fish" },
    Program { names: &["ksh93", "ksh"], variable: None, package: "ksh93u+m" },
    Program { names: &["mksh"], variable: None, package: "mksh" },
    Program { names: &["busybox"], variable: None, package: "busybox" },
    Program { names: &["curl"], variable: None, package: "curl" },
    Program { names: &["jq"], variable: None, package: "jq" },
];

/// Where the commands for the Command Prompt are run, and what compiles the program that prints its arguments there. Large,
/// so that nobody is asked to install them by hand: what needs them is left out without them, and said.
const WINDOWS: [Program; 2] = [
    Program { names: &["wine"], variable: None, package: "wine" },
    Program { names: &["x86_64-w64-mingw32-gcc"], variable: None, package: "gcc-mingw-w64-x86-64" },
];

/// Where the configurations that the page prints are run. On Debian they lie in a folder that is not on everybody's PATH;
/// of Apache the program and its modules are enough.
const SERVERS: [Program; 4] = [
    Program { names: &["nginx", "/usr/sbin/nginx"], variable: None, package: "nginx" },
    Program { names: &["caddy"], variable: None, package: "caddy" },
    Program { names: &["apache2", "/usr/sbin/apache2"], variable: None, package: "apache2-bin" },
    // Makes the certificates of the tests.
    Program { names: &["openssl"], variable: None, package: "openssl" },
];

impl Program {
    /// Where it is, if it is there. A variable that names one that is not there is a mistake to be told.
    pub fn find(&self, path: &SearchPath) -> Result<Option<PathBuf>> {
        let named = self.variable.and_then(|variable| Some((variable, env::var(variable).ok()?)));
        let found = match named.filter(|(_, value)| !value.trim().is_empty()) {
            // `CC` may hold a command with arguments.
            Some((variable, value)) => {
                let found = path.find(&value).or_else(|| path.find(value.split_whitespace().next()?));
                Some(found.with_context(|| {
                    format!("{variable} names `{value}`, which is not there: correct it or unset it")
                })?)
            }
            None => self.names.iter().find_map(|name| path.find(name)),
        };
        Ok(found.map(std::path::absolute).transpose()?)
    }
}

/// Makes sure of a C compiler.
pub fn ensure_compiler(path: &SearchPath) -> Result<()> {
    // On Windows it is Visual Studio's, which stands on no PATH; Rust's own installer asks for it.
    if cfg!(windows) { Ok(()) } else { ensure(path, &[&COMPILER], "compiling SQLite needs") }
}

/// Makes sure of a C++ compiler.
pub fn ensure_cxx_compiler(path: &SearchPath) -> Result<()> {
    if cfg!(windows) { Ok(()) } else { ensure(path, &[&CXX_COMPILER], "the engine of the fuzz targets needs") }
}

/// Makes sure of what the tests run beside our own programs.
pub fn ensure_test_programs(path: &SearchPath, needs: &[Need]) -> Result<()> {
    let mut programs = Vec::new();
    if needs.contains(&Need::Browser) {
        programs.extend([&CHROMIUM, &CHROMEDRIVER]);
    }
    if needs.contains(&Need::Firefox) {
        programs.push(&FIREFOX);
    }
    if needs.contains(&Need::WebKit) {
        programs.extend([&WEBKIT, &WEBKIT_DRIVER]);
        programs.extend(&SCREEN);
    }
    if needs.contains(&Need::Accessibility) {
        programs.push(&NPM);
    }
    if needs.contains(&Need::Shells) {
        programs.extend(&SHELLS);
    }
    if needs.contains(&Need::Servers) {
        programs.extend(&SERVERS);
    }
    if needs.contains(&Need::Windows) && path.find("apt-get").is_some() && is_root(path) {
        programs.extend(&WINDOWS);
    }
    ensure(path, &programs, "the tests need")
}

fn ensure(path: &SearchPath, programs: &[&Program], needed_by: &str) -> Result<()> {
    let missing = missing(path, programs)?;
    if missing.is_empty() {
        return Ok(());
    }
    let debian = path.find("apt-get").is_some();
    if !debian || !is_root(path) {
        bail!(refusal(&missing, debian, needed_by));
    }
    let packages: Vec<_> = missing.iter().map(|program| program.package).collect();
    say(format_args!("Installing {} with apt-get: a minute or two", packages.join(", ")));
    let apt = |arguments: &[&str]| {
        let mut command = path.command("apt-get");
        run(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive")).with_context(|| {
            format!("{needed_by} {}, not installed: mend what apt-get says above", packages.join(", "))
        })
    };
    apt(&["update"])?;
    apt(&[&["install", "--yes", "--no-install-recommends"], packages.as_slice()].concat())?;
    match self::missing(path, programs)?.as_slice() {
        [] => Ok(()),
        still => bail!(refusal(still, debian, needed_by)),
    }
}

fn missing<'a>(path: &SearchPath, programs: &[&'a Program]) -> Result<Vec<&'a Program>> {
    let mut missing = Vec::new();
    for program in programs {
        if program.find(path)?.is_none() {
            missing.push(*program);
        }
    }
    Ok(missing)
}

/// Whether we may install packages without asking for a password.
fn is_root(path: &SearchPath) -> bool {
    answer(path.command("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

/// The one sentence for programs that we may not install ourselves.
fn refusal(missing: &[&Program], debian: bool, needed_by: &str) -> String {
    let names: Vec<_> = missing.iter().filter_map(|program| program.names.first().copied()).collect();
    let packages: Vec<_> = missing.iter().map(|program| program.package).collect();
    let variables: Vec<_> = missing.iter().filter_map(|program| program.variable).collect();
    let mend = if debian {
        format!("run `sudo apt-get install --no-install-recommends {}`", packages.join(" "))
    } else {
        "install that with the system's package manager".to_owned()
    };
    let other = if variables.is_empty() { String::new() } else { format!(" (or set {})", variables.join(" and ")) };
    format!("{needed_by} {}, not found on PATH: {mend}{other} and try again", names.join(" and "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_on_debian_is_one_sentence_with_its_command() {
        assert_eq!(
            refusal(&[&CHROMIUM, &CHROMEDRIVER], true, "the tests need"),
            "the tests need chromium and chromedriver, not found on PATH: run \
             `sudo apt-get install --no-install-recommends chromium chromium-driver` \
             (or set CHROMIUM and CHROMEDRIVER) and try again"
        );
    }

    #[test]
    fn elsewhere_the_sentence_names_no_package() {
        let [_, _, zsh, ..] = &SHELLS;
        assert_eq!(
            refusal(&[zsh], false, "the tests need"),
            "the tests need zsh, not found on PATH: install that with the system's package manager and try again"
        );
    }

    #[test]
    fn nothing_is_installed_where_nothing_is_missing() {
        let nowhere = SearchPath::of(Vec::new());
        assert!(ensure(&nowhere, &[], "nobody needs").is_ok());
    }
}
