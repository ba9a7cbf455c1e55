//! Where the built page is: in a folder, or in this program.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The page that was built into this program, if one was (the feature `embedded-page`).
#[cfg(feature = "embedded-page")]
#[derive(rust_embed::RustEmbed)]
#[folder = "$POLICY_BUILDER_PAGE"]
struct Embedded;

/// Where a page stands that was built in the repository.
const BUILT: &str = "dist";

/// A built page.
#[derive(Clone, Debug)]
pub enum Files {
    /// The files of a folder.
    Folder(PathBuf),
    /// Those in this program.
    #[cfg(feature = "embedded-page")]
    Embedded,
}

impl Files {
    /// The page in a folder that was named. If none was, the one in this program, or the one that was built in the repository.
    ///
    /// # Errors
    /// There is no `index.html` in it.
    pub fn choose(dist: Option<&Path>) -> Result<Self, Failure> {
        let files = match dist {
            #[cfg(feature = "embedded-page")]
            None => Self::Embedded,
            #[cfg(not(feature = "embedded-page"))]
            None => Self::Folder(BUILT.into()),
            Some(dist) => Self::Folder(dist.to_owned()),
        };
        match files.read(INDEX) {
            Some(_) => Ok(files),
            None => Err(Failure::PageNotBuilt(dist.unwrap_or(Path::new(BUILT)).to_owned())),
        }
    }

    /// The content of a file; nothing if there is no such file. Names have no folder in them: the page is flat.
    pub fn read(&self, name: &str) -> Option<Cow<'static, [u8]>> {
        if name.contains(['/', '\\']) {
            return None;
        }
        match self {
            Self::Folder(folder) => fs::read(folder.join(name)).ok().map(Cow::Owned),
            #[cfg(feature = "embedded-page")]
            Self::Embedded => Embedded::get(name).map(|file| file.data),
        }
    }

    /// The names of all files, in order.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = match self {
            Self::Folder(folder) => {
                let entries = fs::read_dir(folder).into_iter().flatten().flatten();
                let files = entries.filter(|entry| entry.path().is_file());
                files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
            }
            #[cfg(feature = "embedded-page")]
            Self::Embedded => Embedded::iter().map(Cow::into_owned).collect(),
        };
        names.sort();
        names
    }
}

/// The file that a visit begins with.
pub const INDEX: &str = "index.html";

#[cfg(test)]
mod tests {
    use tempfile::tempdir;

    use super::*;

    #[test]
    fn a_folder_without_a_page_is_none_and_nothing_outside_of_it_is_read() {
        let folder = tempdir().unwrap();
        assert!(Files::choose(Some(folder.path())).is_err());
        fs::write(folder.path().join(INDEX), "page").unwrap();
        let files = Files::choose(Some(folder.path())).unwrap();
        assert_eq!((files.read(INDEX).as_deref(), files.names()), (Some(&b"page"[..]), vec![INDEX.to_owned()]));
        assert_eq!(files.read("../index.html"), None);
    }
}
