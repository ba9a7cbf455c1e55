//! `tyk-policy page`: the built page as a folder for any web server, perhaps narrowed to what it may call.

mod files;
mod kind;

use std::borrow::Cow;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

pub use files::{Files, INDEX};
use kind::Kind;

use crate::Outcome;
use crate::arguments::PageArguments;
use crate::console::Console;
use crate::failure::Failure;

/// What its owner sets.
const SETTINGS: &str = "config.json";

/// What keeps the page for when there is no network.
const WORKER: &str = "worker.js";

/// How the name of a file ends that is the same as the one before the ending, compressed.
const COMPRESSED: [&str; 2] = ["br", "gz"];

/// What differs from one kind of page to the next. Beside it lies nothing compressed: a server would send that in its place.
const CHANGED: [&str; 3] = [INDEX, SETTINGS, WORKER];

/// Writes the page into the folder. What is in it under other names stays.
///
/// # Errors
/// There is no page, or the folder cannot be written.
pub fn run(arguments: &PageArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let files = Files::choose(arguments.dist.as_deref())?;
    let kind = match &arguments.dashboard {
        Some(dashboard) => Kind::Fixed(dashboard.clone()),
        None if arguments.preview => Kind::Preview,
        None => Kind::Open,
    };
    let folder = &arguments.folder;
    fs::create_dir_all(folder).map_err(|error| Failure::Unwritable { file: folder.clone(), error })?;
    let mut names = files.names();
    names.retain(|name| !is_beside_changed(name));
    for name in &names {
        let Some(content) = files.read(name) else { continue };
        write(folder, name, &of_kind(&kind, name, content)?)?;
    }
    clear_beside_changed(folder)?;
    console.note(format!("{} files are in {}", names.len(), folder.display()));
    Ok(Outcome::Done)
}

/// A file as it is in a page of this kind.
fn of_kind<'a>(kind: &Kind, name: &str, content: Cow<'a, [u8]>) -> Result<Cow<'a, [u8]>, Failure> {
    let text = || String::from_utf8_lossy(&content).into_owned();
    let changed = match name {
        INDEX => Some(kind.narrowed(&text()).ok_or(Failure::PageNotNarrowed)?),
        SETTINGS => kind.settings(),
        WORKER if !kind.mark().is_empty() => Some(marked(&text(), &kind.mark()).ok_or(Failure::PageNotNarrowed)?),
        _ => None,
    };
    Ok(changed.map_or(content, |text| Cow::Owned(text.into_bytes())))
}

/// The worker with this mark behind its version, which is the one text of 16 hex digits in it.
fn marked(worker: &str, mark: &str) -> Option<String> {
    let is_version = |text: &&str| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let version = worker.split('"').find(is_version)?;
    Some(worker.replacen(&format!("\"{version}\""), &format!("\"{version}{mark}\""), 1))
}

/// Whether a file is one of those that differ, compressed.
fn is_beside_changed(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(file, ending)| CHANGED.contains(&file) && COMPRESSED.contains(&ending))
}

/// Takes away what an earlier page left beside the files that differ.
fn clear_beside_changed(folder: &Path) -> Result<(), Failure> {
    for file in CHANGED.into_iter().flat_map(|name| COMPRESSED.map(|ending| folder.join(format!("{name}.{ending}")))) {
        match fs::remove_file(&file) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(Failure::Unwritable { file, error }),
            _ => {}
        }
    }
    Ok(())
}

fn write(folder: &Path, name: &str, content: &[u8]) -> Result<(), Failure> {
    let file = folder.join(name);
    fs::write(&file, content).map_err(|error| Failure::Unwritable { file, error })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_of_a_narrower_page_has_a_version_of_its_own() {
        let worker = r#"const a="0123456789abcdef",b="policy-builder-0123456789abcdef.js";"#;
        let marked = marked(worker, "-preview").unwrap();
        assert_eq!(marked, r#"const a="0123456789abcdef-preview",b="policy-builder-0123456789abcdef.js";"#);
        assert_eq!(super::marked("no version", "-preview"), None);
    }
}
