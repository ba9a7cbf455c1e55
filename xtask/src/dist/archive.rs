//! The archive: the same bytes from the same files and commit, wherever and whenever it is made.

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};
use tar::{Builder, EntryType, Header};

use super::files_below;

/// The programs in it.
const PROGRAMS: [&str; 2] = ["tyk-policy", "tyk-policy.exe"];

/// Packs the folder as `name` into a file: in order, without owners, and with one time for all, in seconds since 1970. That is
/// the commit's: many servers tell two versions of `index.html` apart by time and length alone.
pub fn archive(folder: &Path, name: &str, time: u64, file: &Path) -> Result<()> {
    let out = File::create(file).with_context(|| format!("could not write {}", file.display()))?;
    let mut tar = Builder::new(GzBuilder::new().mtime(0).write(out, Compression::best()));
    for path in files_below(folder)? {
        let inside = path.strip_prefix(folder)?;
        let content = std::fs::read(&path).with_context(|| format!("could not read {}", path.display()))?;
        let is_program = PROGRAMS.iter().any(|program| inside == Path::new(program));
        let mut header = Header::new_gnu();
        header.set_entry_type(EntryType::Regular);
        header.set_size(content.len() as u64);
        header.set_mode(if is_program { 0o755 } else { 0o644 });
        header.set_mtime(time);
        let place = Path::new(name).join(inside);
        tar.append_data(&mut header, &place, content.as_slice())
            .with_context(|| format!("could not pack {}", place.display()))?;
    }
    tar.into_inner()?.finish()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::tempdir;

    use super::*;

    #[test]
    fn the_same_files_are_the_same_archive_and_programs_can_be_run() {
        let (folder, out) = (tempdir().unwrap(), tempdir().unwrap());
        let pack = |name: &str| {
            let file = out.path().join(name);
            archive(folder.path(), "policy-builder", 1_700_000_000, &file).unwrap();
            fs::read(file).unwrap()
        };
        fs::write(folder.path().join("tyk-policy"), "program").unwrap();
        fs::write(folder.path().join("README.md"), "text").unwrap();
        let first = pack("first");
        // The same again later.
        fs::write(folder.path().join("README.md"), "text").unwrap();
        assert_eq!(first, pack("second"));

        let mut tar = tar::Archive::new(flate2::read::GzDecoder::new(first.as_slice()));
        let entries = tar.entries().unwrap().map(Result::unwrap);
        let seen: Vec<_> = entries
            .map(|entry| {
                let (path, header) = (entry.path().unwrap().display().to_string(), entry.header());
                (path, header.mode().unwrap(), header.mtime().unwrap())
            })
            .collect();
        let expected = [("policy-builder/README.md", 0o644), ("policy-builder/tyk-policy", 0o755)];
        assert_eq!(seen, expected.map(|(name, mode)| (name.to_owned(), mode, 1_700_000_000)));
    }
}
