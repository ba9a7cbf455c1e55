//! Tools that come as crates: the wasm-bindgen CLI, geckodriver and cargo-fuzz.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::search::SearchPath;
use super::version;
use crate::process::{run, say};

/// A crate with programs, of exactly one version.
pub struct CargoTool {
    name: &'static str,
    version: String,
    programs: &'static [&'static str],
    /// Whether the crate's own lock file is kept to.
    locked: bool,
    /// How long a build takes on two cores, roughly.
    minutes: u32,
}

/// What builds and runs the fuzz targets.
pub fn cargo_fuzz() -> CargoTool {
    CargoTool { name: "cargo-fuzz", version: "0.13.2".to_owned(), programs: &["cargo-fuzz"], locked: true, minutes: 1 }
}

/// What lists the parts of a program (an SBOM).
pub fn cargo_cyclonedx() -> CargoTool {
    CargoTool {
        name: "cargo-cyclonedx",
        version: "0.5.9".to_owned(),
        programs: &["cargo-cyclonedx"],
        locked: true,
        minutes: 2,
    }
}

/// What judges the crates that are built in.
pub fn cargo_deny() -> CargoTool {
    CargoTool { name: "cargo-deny", version: "0.20.2".to_owned(), programs: &["cargo-deny"], locked: true, minutes: 8 }
}

/// What drives Firefox; Debian has no package of it.
pub fn geckodriver() -> CargoTool {
    CargoTool {
        name: "geckodriver",
        version: "0.37.1".to_owned(),
        programs: &["geckodriver"],
        locked: true,
        minutes: 3,
    }
}

/// The wasm-bindgen CLI, whose version must equal that of the crate in `Cargo.lock`.
///
/// Without its own lock file, which for 0.2.130 names a crate version that was withdrawn.
pub fn wasm_bindgen(version: &str) -> CargoTool {
    CargoTool {
        name: "wasm-bindgen-cli",
        version: version.to_owned(),
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        locked: false,
        minutes: 4,
    }
}

impl CargoTool {
    /// Makes sure that all its programs are found first, in this version: those of the user, else those of the cache
    /// folder, else prebuilt ones, else built here.
    pub fn ensure(&self, path: &mut SearchPath, cache: &Path) -> Result<()> {
        if self.fits(path) {
            return Ok(());
        }
        let folder = cache.join(format!("{}-{}", self.name, self.version));
        path.put_first(folder.join("bin"));
        if self.fits(path) || self.download(path, &folder) {
            return Ok(());
        }
        self.build(path, cache, &folder)?;
        if !self.fits(path) {
            bail!(
                "{} {} was built but does not run: remove {} and try again",
                self.name,
                self.version,
                folder.display()
            );
        }
        Ok(())
    }

    /// Whether each of its programs is found and reports this version.
    fn fits(&self, path: &SearchPath) -> bool {
        self.programs.iter().all(|name| {
            let found = path.find(name).and_then(|program| version::reported(path, &program));
            found.as_deref() == Some(&self.version)
        })
    }

    /// Fetches prebuilt programs where cargo-binstall is there to do it. That none are to be had is no fault.
    fn download(&self, path: &SearchPath, folder: &Path) -> bool {
        if path.find("cargo-binstall").is_none() {
            return false;
        }
        say(format_args!("Fetching {} {} prebuilt, into {}", self.name, self.version, folder.display()));
        let mut binstall = path.command("cargo-binstall");
        binstall.args(["--no-confirm", "--force", "--disable-telemetry", "--disable-strategies", "compile", "--root"]);
        binstall.arg(folder).arg(self.named());
        match run(&mut binstall) {
            Ok(()) => self.fits(path),
            Err(_) => false,
        }
    }

    /// Builds it with a light profile: a full release build takes several times as long, and the tools work no faster.
    fn build(&self, path: &SearchPath, cache: &Path, folder: &Path) -> Result<()> {
        let Self { name, version, minutes, .. } = self;
        say(format_args!(
            "Building {name} {version}, once for all clones, into {}: about {minutes} min on two cores",
            folder.display()
        ));
        std::fs::create_dir_all(folder).with_context(|| format!("could not make the folder {}", folder.display()))?;

        let target = cache.join("target");
        let mut cargo = path.command("cargo");
        // Out of the workspace, whose cargo configuration is not meant for tools. `--force` because a record of an
        // earlier installation is no proof: its programs have just failed to answer.
        cargo.current_dir(cache).args(["install", "--force", "--root"]).arg(folder).arg(self.named());
        if self.locked {
            cargo.arg("--locked");
        }
        cargo
            .env("CARGO_TARGET_DIR", &target)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        run(&mut cargo)
            .with_context(|| format!("{name} {version} was not built: mend what cargo says above and try again"))?;
        say(format_args!("{name} {version} is ready; what its build left in {} may be deleted", target.display()));
        Ok(())
    }

    fn named(&self) -> String {
        format!("{}@{}", self.name, self.version)
    }
}
