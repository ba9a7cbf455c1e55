//! Wine's cmd.exe, with a program in the place of curl that writes down how it was called.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::cell::Cell;
use crate::shell::{first_line, which};

/// How many commands are typed at one prompt.
const AT_ONCE: usize = 300;

/// How often a prompt is asked again where a call is missing: a busy machine now and then starts no program under Wine.
const ATTEMPTS: usize = 3;

/// Writes down how it was called: arguments behind 0x1F, calls behind 0x1E.
const SAYS_ITS_ARGUMENTS: &str = r#"
#include <stdio.h>
int main(int count, char **arguments) {
    FILE *file = fopen("called", "ab");
    for (int index = 1; index < count; index++) fprintf(file, "%s\x1f", arguments[index]);
    fputc(0x1e, file);
    fclose(file);
    return 0;
}
"#;

/// The version; nothing if it, or the compiler for it, is not installed.
pub fn version() -> Option<String> {
    let is_there = which("wine").is_some() && which("x86_64-w64-mingw32-gcc").is_some();
    is_there.then(|| first_line("wine", &["--version"]))
}

/// An empty Windows with that program.
pub struct Wine {
    folder: TempDir,
    key: &'static str,
}

impl Wine {
    pub fn new(key: &'static str) -> Self {
        let wine = Self { folder: tempfile::tempdir().unwrap(), key };
        fs::write(wine.at("says.c"), SAYS_ITS_ARGUMENTS).unwrap();
        let mut compiler = Command::new("x86_64-w64-mingw32-gcc");
        compiler.args(["-O1", "-o", "curl.exe", "says.c"]).current_dir(wine.folder.path());
        assert!(compiler.status().unwrap().success());
        wine
    }

    /// How the program is called by these commands.
    pub fn calls(&self, cells: &[Cell]) -> Vec<Vec<String>> {
        let calls = cells.chunks(AT_ONCE).flat_map(|piece| {
            let mut attempts = (0..ATTEMPTS).map(|_| self.calls_at_one_prompt(piece));
            let whole = attempts.by_ref().find(|calls| calls.len() >= piece.len());
            whole.unwrap_or_else(|| panic!("a call is missing each time"))
        });
        let calls = calls.collect();
        let files: Vec<_> = fs::read_dir(self.folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
        assert_eq!(files.len(), 5, "no file but ours: {files:?}");
        calls
    }

    fn calls_at_one_prompt(&self, cells: &[Cell]) -> Vec<Vec<String>> {
        // A prompt reads a line up to its line end.
        let typed: String = cells.iter().map(|cell| cell.command.text.replace('\n', "\r\n") + "\r\n").collect();
        fs::write(self.at("typed"), typed).unwrap();
        fs::write(self.at("called"), "").unwrap();
        let mut prompt = Command::new("wine");
        prompt.arg("cmd").current_dir(self.folder.path()).stdin(fs::File::open(self.at("typed")).unwrap());
        prompt.env("WINEPREFIX", self.at("windows")).env("WINEDEBUG", "-all").env("TYK_API_KEY", self.key);
        prompt.env_remove("DISPLAY").stdout(Stdio::null()).stderr(Stdio::null());
        assert!(prompt.status().unwrap().success());
        let called = fs::read_to_string(self.at("called")).unwrap();
        let words = |call: &str| call.split_terminator('\x1f').map(str::to_owned).collect();
        called.split_terminator('\x1e').map(words).collect()
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}
