//! The folders in which programs are looked for.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a program's file may end with.
const ENDINGS: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ""] } else { &[""] };

/// A `PATH` of our own: the user's, with the folders of our tools in front.
pub struct SearchPath {
    folders: Vec<PathBuf>,
}

impl SearchPath {
    /// The user's `PATH` as it is.
    pub fn of_this_process() -> Self {
        Self::of(env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect())
    }

    /// These folders only.
    pub fn of(folders: Vec<PathBuf>) -> Self {
        Self { folders }
    }

    /// Adds a folder that is searched before all others.
    pub fn put_first(&mut self, folder: PathBuf) {
        self.folders.insert(0, folder);
    }

    /// Where a program is, if it is there. A name with a folder in it is taken as a path.
    pub fn find(&self, name: &str) -> Option<PathBuf> {
        if Path::new(name).components().count() > 1 {
            return Some(PathBuf::from(name)).filter(|path| path.is_file());
        }
        let files = |folder: &PathBuf| {
            let folder = folder.clone();
            ENDINGS.iter().map(move |ending| folder.join(format!("{name}{ending}")))
        };
        self.folders.iter().flat_map(files).find(|path| is_program(path))
    }

    /// A command that searches here, and so do the programs that it starts. It reads no input.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let program = program.as_ref();
        let found = program.to_str().and_then(|name| self.find(name));
        let mut command = Command::new(found.unwrap_or_else(|| program.into()));
        command.stdin(Stdio::null()).env("PATH", self.value());
        // What cargo said about us is wrong for the cargo that we start, and makes some build scripts run again.
        for (name, _) in env::vars_os() {
            if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
                command.env_remove(name);
            }
        }
        command
    }

    /// The text of `PATH`.
    fn value(&self) -> OsString {
        // It can fail only for a folder with the separator in its name: then the user's own PATH is the best there is.
        env::join_paths(&self.folders).unwrap_or_else(|_| env::var_os("PATH").unwrap_or_default())
    }
}

/// Whether this is a file that the system would run.
#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;

    path.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

/// Whether this is a file; its ending has said already that it is a program.
#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn folder_with(name: &str, mode: u32) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join(name);
        fs::write(&path, "#!/bin/sh\n").expect("the file is written");
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("the mode is set");
        folder
    }

    #[test]
    fn the_folder_put_first_wins() {
        let (one, other) = (folder_with("tool", 0o755), folder_with("tool", 0o755));
        let mut path = SearchPath::of(vec![one.path().to_path_buf()]);
        assert_eq!(path.find("tool"), Some(one.path().join("tool")));
        path.put_first(other.path().to_path_buf());
        assert_eq!(path.find("tool"), Some(other.path().join("tool")));
    }

    #[test]
    fn a_file_that_cannot_be_run_is_no_program() {
        let folder = folder_with("tool", 0o644);
        assert_eq!(SearchPath::of(vec![folder.path().to_path_buf()]).find("tool"), None);
    }

    #[test]
    fn a_path_needs_no_search() {
        let folder = folder_with("tool", 0o755);
        let tool = folder.path().join("tool");
        assert_eq!(SearchPath::of(Vec::new()).find(&tool.to_string_lossy()), Some(tool));
    }
}
