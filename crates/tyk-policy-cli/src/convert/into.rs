//! Each policy into a file of its own.

use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tyk_policy::catalogue::{DATABASE_ID, ID, NAME};
use tyk_policy::draft::Draft;
use tyk_policy::read::Found;

use super::file_name::safe;
use crate::console::{Console, printable};
use crate::failure::Failure;
use crate::pick::{key_of, text_of};

/// Writes every policy as `body` says, and says which files these are.
///
/// # Errors
/// One of the files is there already and must not be written over, or cannot be written. In the first case none is written.
pub fn write(
    policies: &[Found],
    folder: &Path,
    force: bool,
    body: impl Fn(&Draft) -> String,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let files: Vec<_> = names(policies).into_iter().map(|name| folder.join(name + ".json")).collect();
    if let Some(there) = files.iter().find(|file| !force && file.symlink_metadata().is_ok()) {
        return Err(Failure::WouldOverwrite(there.clone()));
    }
    fs::create_dir_all(folder).map_err(|error| Failure::Unwritable { file: folder.to_owned(), error })?;
    for (found, file) in policies.iter().zip(files) {
        write_one(&file, force, &body(&found.draft)).map_err(|error| failure(file.clone(), error))?;
        console.note(format_args!("wrote {}", printable(&file.display().to_string())));
    }
    Ok(())
}

fn write_one(file: &Path, force: bool, body: &str) -> io::Result<()> {
    let opened = if force { File::create(file) } else { OpenOptions::new().write(true).create_new(true).open(file) };
    opened?.write_all(body.as_bytes())
}

/// A file may have come between our look and our writing.
fn failure(file: PathBuf, error: io::Error) -> Failure {
    if error.kind() == ErrorKind::AlreadyExists {
        Failure::WouldOverwrite(file)
    } else {
        Failure::Unwritable { file, error }
    }
}

/// A name for each policy: its id, its key in a map, its name or its number. No two of them are the same file, not even
/// where capitals do not count.
fn names(policies: &[Found]) -> Vec<String> {
    let mut taken = HashSet::new();
    let candidates = policies.iter().enumerate().map(|(index, found)| {
        let id = text_of(found, &ID).or_else(|| text_of(found, &DATABASE_ID));
        let name = id.or_else(|| key_of(found)).or_else(|| text_of(found, &NAME));
        name.map_or_else(|| index.to_string(), safe)
    });
    candidates
        .map(|name| {
            let numbered = (2..).map(|number| format!("{name}-{number}"));
            let mut free = std::iter::once(name.clone()).chain(numbered);
            free.find(|each| taken.insert(each.to_lowercase())).unwrap_or(name)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use tyk_policy::read;

    use super::*;

    #[test]
    fn a_file_is_named_after_the_id_the_key_the_name_or_the_number_and_never_twice() {
        let list = r#"[{"id": "a", "name": "b"}, {"_id": "c"}, {"name": "A"}, {"rate": 1}, {"name": "a"}]"#;
        assert_eq!(names(&read::text(list).policies), ["a", "c", "A-2", "3", "a-3"]);
        let map = r#"{"gold": {"name": "b"}, "silver": {"id": "s"}}"#;
        assert_eq!(names(&read::text(map).policies), ["gold", "s"]);
    }
}
