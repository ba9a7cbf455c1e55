//! What stands in the archive beside the page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::{files_below, sums};
use crate::process::{line_of, run};
use crate::tools::Tools;

/// Files of the repository that go along as they are.
const TEXTS: [&str; 3] = ["README.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// Folders of the repository that go along as they are.
const FOLDERS: [&str; 2] = ["hosting", "docs"];

/// The packages whose parts are listed: the page and the command.
const LISTED: [(&str, &str); 2] =
    [("policy-builder", "Cargo.toml"), ("tyk-policy-cli", "crates/tyk-policy-cli/Cargo.toml")];

/// The folder of a release that is being put together.
pub struct Parts<'a> {
    pub tools: &'a Tools,
    pub folder: &'a Path,
}

impl Parts<'_> {
    /// Adds everything that belongs beside the page, the checksums last.
    pub fn add(&self, command: &Path) -> Result<()> {
        let root = self.tools.root();
        let name = command.file_name().context("a program without a name")?;
        self.copy(command, Path::new(name))?;
        for text in TEXTS {
            self.copy(&root.join(text), Path::new(text))?;
        }
        for folder in FOLDERS {
            for file in files_below(&root.join(folder))? {
                self.copy(&file, file.strip_prefix(root)?)?;
            }
        }
        self.list_parts()?;
        let lines: String = sums(self.folder)?.iter().map(|(name, sum)| format!("{sum}  {name}\n")).collect();
        self.write("SHA256SUMS", &lines)
    }

    /// What the page and the command are made of (CycloneDX), as cargo resolves it.
    fn list_parts(&self) -> Result<()> {
        for (package, manifest) in LISTED {
            let mut list = self.tools.command("cargo");
            list.args(["cyclonedx", "--format", "json", "--spec-version", "1.5", "--quiet"]);
            list.args(["--override-filename", "sbom-of-release", "--manifest-path", manifest]);
            // Without the time of day, so that the same commit gives the same list.
            run(list.env("SOURCE_DATE_EPOCH", "0")).with_context(|| format!("`{}` failed", line_of(&list)))?;
            self.take_list(package)?;
        }
        Ok(())
    }

    /// The tool writes beside every manifest that it comes across: one is taken, and none is left.
    fn take_list(&self, package: &str) -> Result<()> {
        let root = self.tools.root();
        let mut folders = vec![root.to_path_buf(), root.join("xtask")];
        let crates = fs::read_dir(root.join("crates")).context("could not read crates")?;
        folders.extend(crates.flatten().map(|entry| entry.path()));
        for folder in folders {
            let list = folder.join("sbom-of-release.json");
            if !list.is_file() {
                continue;
            }
            let is_meant = folder == *root && package == "policy-builder" || folder.ends_with(package);
            if is_meant {
                let text = fs::read_to_string(&list).with_context(|| format!("could not read {}", list.display()))?;
                self.write(&format!("sbom/{package}.cdx.json"), &without_places(&text, root))?;
            }
            fs::remove_file(&list).with_context(|| format!("could not delete {}", list.display()))?;
        }
        Ok(())
    }

    fn copy(&self, file: &Path, name: &Path) -> Result<()> {
        let place = self.folder.join(name);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
        }
        fs::copy(file, &place).with_context(|| format!("could not copy {}", file.display()))?;
        Ok(())
    }

    fn write(&self, name: &str, text: &str) -> Result<()> {
        let place = self.folder.join(name);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
        }
        fs::write(&place, text).with_context(|| format!("could not write {}", place.display()))
    }
}

/// The list without the folder in which it was made, which is nobody's business and another one on each machine.
fn without_places(list: &str, root: &Path) -> String {
    list.replace(&root.display().to_string(), ".")
}
