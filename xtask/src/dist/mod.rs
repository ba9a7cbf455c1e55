//! `cargo xtask dist`: the release, one archive that holds all there is to put the page up: the built page, the configurations
//! of web servers, and the command with the page in it.

mod archive;
mod parts;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::process::{self, run, say};
use crate::size::FirstLoad;
use crate::tools::{Need, Tools};
use crate::{page, program, workspace};
use archive::archive;
use parts::Parts;

/// What is done beyond the archive.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whether the page is built a second time, from nothing, to see that it is the same.
    pub twice: bool,
}

/// Makes the archive in the folder `release-archive` below cargo's target folder, and says where it is.
pub fn make(root: PathBuf, options: Options) -> Result<()> {
    let tools = Tools::gather(root, &[Need::Page, Need::Release])?;
    let release = workspace::target(tools.root()).join("release-archive");
    if release.exists() {
        fs::remove_dir_all(&release).with_context(|| format!("could not empty {}", release.display()))?;
    }
    let name = format!("policy-builder-{}", env!("CARGO_PKG_VERSION"));
    let folder = release.join(&name);
    let page = folder.join("page");
    page::build(&tools, &page)?;
    say(FirstLoad::measure(&page)?);
    if options.twice {
        ensure_same(&tools, &page, &release.join("again"))?;
    }
    say("Building tyk-policy with the page in it");
    let command = program::build_with_page(&tools, &page)?;
    Parts { tools: &tools, folder: &folder }.add(&command)?;

    let file = release.join(format!("{name}-{}-{}.tar.gz", env::consts::ARCH, env::consts::OS));
    archive(&folder, &name, commit_time(&tools)?, &file)?;
    let sum = checksum(&file)?;
    let sums = release.join("SHA256SUMS");
    let line = format!("{sum}  {}\n", file.file_name().unwrap_or_default().to_string_lossy());
    fs::write(&sums, line).with_context(|| format!("could not write {}", sums.display()))?;
    say(format_args!("The release is {}\nSHA-256 {sum}", file.display()));
    Ok(())
}

/// When the commit was made that is released, in seconds since 1970.
fn commit_time(tools: &Tools) -> Result<u64> {
    let time = process::answer(tools.command("git").args(["log", "-1", "--format=%ct"]));
    let time = time.context("git does not know the commit: make the release in a clone")?;
    time.trim().parse().with_context(|| format!("git gave `{time}` as the time of the commit"))
}

/// Builds the page once more with nothing to build on, and compares the two file by file.
fn ensure_same(tools: &Tools, page: &Path, again: &Path) -> Result<()> {
    say("Building the page a second time, from nothing");
    let mut build = Command::new(env::current_exe().context("there is no way to run this once more")?);
    build.current_dir(tools.root()).env("CARGO_TARGET_DIR", again.join("target")).args(["build", "--dist"]);
    run(build.arg(again.join("page")))?;
    let (first, second) = (sums(page)?, sums(&again.join("page"))?);
    let differ: Vec<_> = first.iter().filter(|sum| !second.contains(sum)).map(|(name, _)| name.as_str()).collect();
    ensure!(differ.is_empty() && first.len() == second.len(), "two builds of the page differ in {differ:?}");
    say(format_args!("Both builds have the same {} files", first.len()));
    fs::remove_dir_all(again).with_context(|| format!("could not delete {}", again.display()))
}

/// The names of all files below a folder, in order, with the checksum of each.
fn sums(folder: &Path) -> Result<Vec<(String, String)>> {
    let mut sums = Vec::new();
    for path in files_below(folder)? {
        let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        sums.push((name, checksum(&path)?));
    }
    sums.sort();
    Ok(sums)
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn checksum(file: &Path) -> Result<String> {
    let content = fs::read(file).with_context(|| format!("could not read {}", file.display()))?;
    let sum: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use tempfile::tempdir;

    use super::*;

    #[test]
    fn every_file_has_its_checksum_under_its_path_in_the_archive() {
        let folder = tempdir().unwrap();
        fs::create_dir(folder.path().join("page")).unwrap();
        fs::write(folder.path().join("page").join("a"), "").unwrap();
        fs::write(folder.path().join("b"), "b").unwrap();
        let sums = sums(folder.path()).unwrap();
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let names: Vec<_> = sums.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!((names, sums[1].1.as_str()), (vec!["b", "page/a"], empty));
    }
}
