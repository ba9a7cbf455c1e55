//! The shells that a shown command is pasted into.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A shell that the page promises its commands for.
#[derive(Clone, Copy, Debug)]
pub enum Shell {
    Bash,
    Dash,
    Zsh,
}

impl Shell {
    pub const ALL: [Self; 3] = [Self::Bash, Self::Dash, Self::Zsh];

    fn program(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Dash => "dash",
            Self::Zsh => "zsh",
        }
    }

    /// The options of an interactive shell as it is without anybody's own settings; it expands `!` and the like.
    fn at_a_prompt(self) -> &'static [&'static str] {
        match self {
            Self::Bash => &["--norc", "-i"],
            Self::Dash => &["-i"],
            Self::Zsh => &["-f", "-i"],
        }
    }
}

/// How the command reaches the shell.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    /// As an argument behind `-c`.
    Argument,
    /// As a script on standard input.
    Script,
    /// At the prompt of an interactive shell.
    Prompt,
}

impl Way {
    pub const ALL: [Self; 3] = [Self::Argument, Self::Script, Self::Prompt];
}

/// A bare environment for shells: an empty home, an empty working folder, and a `python` that only repeats its input.
pub struct Shells {
    home: TempDir,
    work: TempDir,
    programs: TempDir,
}

impl Shells {
    pub fn new() -> Self {
        let folder = || tempfile::tempdir().expect("a temporary folder");
        let shells = Self { home: folder(), work: folder(), programs: folder() };
        // The tutorial's command ends in `| python -mjson.tool`, and few machines still have a program of that name.
        let stub = shells.programs.path().join("python");
        fs::write(&stub, "#!/bin/sh\nexec cat\n").expect("the stub is written");
        fs::set_permissions(&stub, fs::Permissions::from_mode(0o755)).expect("the stub can be run");
        shells
    }

    /// Runs a command, with the key in the environment if one is given, and gives what it answered.
    ///
    /// Fails where the command fails, or leaves a file behind.
    #[track_caller]
    pub fn run(&self, shell: Shell, way: Way, command: &str, key: Option<&str>) -> String {
        let output = self.output(shell, way, command, key);
        let context = format!("{shell:?} {way:?} of\n{command}\n{}", String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{} in {context}", output.status);
        assert_eq!(fs::read_dir(self.work.path()).expect("the folder is there").count(), 0, "no file from {context}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn output(&self, shell: Shell, way: Way, command: &str, key: Option<&str>) -> Output {
        let mut program = Command::new(shell.program());
        let input = match way {
            Way::Argument => {
                program.args(["-c", command]);
                ""
            }
            Way::Script => command,
            Way::Prompt => {
                program.args(shell.at_a_prompt());
                command
            }
        };
        program.env_clear().env("PATH", self.path()).env("HOME", self.home.path()).current_dir(self.work.path());
        if let Some(key) = key {
            program.env("TYK_API_KEY", key);
        }
        let program = program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut running = program.spawn().unwrap_or_else(|error| panic!("{shell:?} does not run: {error}"));
        // A shell that stops at a fault reads no further; its exit code says so.
        let _ = running.stdin.take().map(|mut stdin| stdin.write_all(input.as_bytes()));
        running.wait_with_output().expect("it ends")
    }

    fn path(&self) -> String {
        let found = std::env::var("PATH").expect("PATH is set");
        format!("{}:{found}", self.programs.path().display())
    }
}
