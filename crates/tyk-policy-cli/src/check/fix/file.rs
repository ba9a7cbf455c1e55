//! A file in the place of another one.

use std::fs;
use std::io::{self, ErrorKind, Write};

use tempfile::NamedTempFile;

use crate::input::Input;

/// Writes the file anew. It is never half there: the new one is written beside it and takes its name when it is complete,
/// with its permissions. A link keeps pointing to it.
///
/// # Errors
/// The file must not be written, or the new one cannot be. Then the old one is as it was.
pub fn replace(input: &Input, text: &str) -> io::Result<()> {
    let path = fs::canonicalize(input.path())?;
    let permissions = fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        return Err(ErrorKind::PermissionDenied.into());
    }
    let folder = path.parent().ok_or(ErrorKind::NotFound)?;
    let mut new = NamedTempFile::new_in(folder)?;
    new.write_all(text.as_bytes())?;
    new.as_file().set_permissions(permissions)?;
    new.as_file().sync_all()?;
    new.persist(&path)?;
    Ok(())
}
