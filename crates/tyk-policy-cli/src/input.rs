//! What was named on the command line: standard input, files, and the files of folders.

use std::ffi::OsStr;
use std::fmt;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::console::Console;
use crate::failure::Failure;

/// The name of standard input.
const STANDARD_INPUT: &str = "-";

/// How the files of a folder end that may hold policies.
const ENDS: [&str; 4] = [".json", ".jsonc", ".yaml", ".yml"];

/// Folders that other programs fill.
const SKIPPED: [&str; 3] = [".git", "node_modules", "target"];

/// One thing to read.
#[derive(Clone, Debug)]
pub struct Input(PathBuf);

impl Input {
    /// What was named.
    pub fn named(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// All of its bytes.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn bytes(&self, console: &mut Console<'_>) -> Result<Vec<u8>, Failure> {
        let bytes = if self.is_standard() {
            let mut bytes = Vec::new();
            console.input.read_to_end(&mut bytes).map(|_| bytes)
        } else {
            fs::read(&self.0)
        };
        bytes.map_err(|error| self.unreadable(error))
    }

    /// How long it is, if it is an ordinary file, which can be read twice.
    pub fn file_length(&self) -> Option<u64> {
        let about = fs::metadata(&self.0).ok().filter(|about| about.is_file() && !self.is_standard());
        about.map(|about| about.len())
    }

    /// The file, to be read from its start.
    ///
    /// # Errors
    /// It cannot be opened.
    pub fn open(&self) -> Result<File, Failure> {
        File::open(&self.0).map_err(|error| self.unreadable(error))
    }

    /// Why it cannot be read.
    pub fn unreadable(&self, error: io::Error) -> Failure {
        Failure::Unreadable { file: self.to_string(), error }
    }

    /// Whether it is standard input.
    pub fn is_standard(&self) -> bool {
        self.0.as_os_str() == STANDARD_INPUT
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

/// As it was typed.
impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.display())
    }
}

/// Everything to read: what was named outright, and in the place of a folder its files, in the order of their names.
pub fn all(named: &[PathBuf]) -> Vec<Result<Input, Failure>> {
    named.iter().flat_map(|path| if path.is_dir() { folder(path) } else { vec![Ok(Input(path.clone()))] }).collect()
}

fn folder(path: &Path) -> Vec<Result<Input, Failure>> {
    let entries = WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(|entry| !is_skipped(entry));
    let found: Vec<_> = entries
        .filter_map(|entry| match entry {
            Ok(entry) => may_hold_policies(&entry).then(|| Ok(Input(entry.into_path()))),
            Err(error) => {
                let file = error.path().unwrap_or(path).display().to_string();
                let error = error.into_io_error().unwrap_or_else(|| io::Error::other("it leads back to itself"));
                Some(Err(Failure::Unreadable { file, error }))
            }
        })
        .collect();
    if found.is_empty() { vec![Err(Failure::EmptyFolder(path.display().to_string()))] } else { found }
}

fn is_skipped(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.file_type().is_dir() && SKIPPED.iter().any(|name| entry.file_name() == OsStr::new(name))
}

fn may_hold_policies(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy().to_lowercase();
    entry.file_type().is_file() && ENDS.iter().any(|end| name.ends_with(end))
}
