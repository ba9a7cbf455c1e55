//! Packages of npm, each of one version, in the cache folder.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::search::SearchPath;
use crate::process::{run, say};

/// A package of exactly one version.
pub struct NpmPackage {
    name: &'static str,
    version: &'static str,
    /// A file of it by which it is known to be complete.
    file: &'static str,
}

/// The JSON Schema validator of node, with which the model is compared.
pub const AJV: NpmPackage = NpmPackage { name: "ajv", version: "8.20.0", file: "dist/2020.js" };

/// The page that shows any API's operations, with which the first visit is compared.
pub const SWAGGER_UI: NpmPackage =
    NpmPackage { name: "swagger-ui-dist", version: "5.35.0", file: "swagger-ui-bundle.js" };

/// What judges whether everybody can use the page.
pub const AXE: NpmPackage = NpmPackage { name: "axe-core", version: "4.14.1", file: "axe.min.js" };

/// What writes scripts and style sheets in fewer bytes.
pub const ESBUILD: NpmPackage = NpmPackage { name: "esbuild", version: "0.28.2", file: "bin/esbuild" };

impl NpmPackage {
    /// Where the package is; installed if it is missing.
    pub fn ensure(&self, path: &SearchPath, cache: &Path) -> Result<PathBuf> {
        let Self { name, version, file } = self;
        let folder = cache.join(format!("{name}-{version}"));
        let package = folder.join("node_modules").join(name);
        let is_there = || package.join(file).is_file();
        if !is_there() {
            say(format_args!("Installing {name} {version} with npm into {}: a few seconds", folder.display()));
            let mut npm = path.command("npm");
            npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]).arg(&folder);
            run(npm.arg(format!("{name}@{version}")))
                .with_context(|| format!("{name} was not installed: mend what npm says above and try again"))?;
            if !is_there() {
                bail!("{name} was installed but is not complete: remove {} and try again", folder.display());
            }
        }
        Ok(package)
    }

    /// The file by which the package, here at `package`, is known: of axe-core and esbuild the one that is run.
    pub fn file_in(&self, package: &Path) -> PathBuf {
        package.join(self.file)
    }
}
