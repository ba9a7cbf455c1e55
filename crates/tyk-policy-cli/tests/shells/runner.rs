//! Runs commands: many in one process of a shell, several processes side by side, and nothing around them but curl.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;

use tempfile::TempDir;

use crate::cell::{Cell, KEY};
use crate::recorder::{Essence, Recorder};
use crate::shell::{Program, which};

/// How many commands one process of a shell runs.
const AT_ONCE: usize = 60;

/// How many processes run side by side.
const SIDE_BY_SIDE: usize = 3;

/// Programs that a command would start if a body could make it: each only says that it was.
const TRAPS: [&str; 12] = ["touch", "tee", "id", "rm", "ls", "date", "whoami", "sh", "bash", "env", "reboot", "sleep"];

/// Where commands run: an empty home, a folder of programs, a folder for each command.
pub struct Ground {
    folder: TempDir,
}

impl Ground {
    pub fn new() -> Self {
        Self::with_curl(&which("curl").expect("curl is installed"))
    }

    /// With this curl instead of the installed one.
    pub fn with_curl(curl: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let programs = folder.path().join("programs");
        fs::create_dir(&programs).unwrap();
        fs::create_dir(folder.path().join("home")).unwrap();
        symlink(curl, programs.join("curl")).unwrap();
        for name in ["jq", "printf", "stty"] {
            if let Some(path) = which(name) {
                symlink(path, programs.join(name)).unwrap();
            }
        }
        let script = |name: &str, text: &str| {
            let path = programs.join(name);
            fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        };
        // Only what goes into them is of interest here.
        script("python", "exec /bin/cat");
        script("python3", "exec /bin/cat");
        let trapped = folder.path().join("trapped");
        for name in TRAPS {
            script(name, &format!("echo {name} >> '{}'", trapped.display()));
        }
        Self { folder }
    }

    /// Runs all of them, and says how many.
    ///
    /// Fails where one sends anything but exactly its request, fails itself, leaves a file behind or starts another program.
    #[track_caller]
    pub fn run(&self, cells: Vec<Cell>, recorder: &Recorder) -> BTreeMap<Program, usize> {
        let mut by_program: BTreeMap<Program, Vec<Cell>> = BTreeMap::new();
        for cell in cells {
            by_program.entry(cell.program).or_default().push(cell);
        }
        let counts = by_program.iter().map(|(program, cells)| (*program, cells.len())).collect();
        let mut pieces: Vec<&[Cell]> = by_program.values().flat_map(|cells| cells.chunks(AT_ONCE)).collect();
        let faults = Mutex::new(Vec::new());
        let left = Mutex::new(&mut pieces);
        thread::scope(|scope| {
            for _ in 0..SIDE_BY_SIDE {
                scope.spawn(|| {
                    loop {
                        let Some(piece) = left.lock().unwrap().pop() else { return };
                        let found = self.run_piece(piece, recorder);
                        faults.lock().unwrap().extend(found);
                    }
                });
            }
        });
        let faults: Vec<String> = faults.into_inner().unwrap();
        assert!(
            faults.is_empty(),
            "{} differ; the first:\n{}",
            faults.len(),
            faults[..faults.len().min(3)].join("\n\n")
        );
        assert_eq!(recorder.left(), 0, "calls that belong to no command");
        let trapped = fs::read_to_string(self.folder.path().join("trapped")).unwrap_or_default();
        assert_eq!(trapped, "", "programs that nobody called");
        counts
    }

    /// What is wrong with the commands of one process.
    fn run_piece(&self, cells: &[Cell], recorder: &Recorder) -> Vec<String> {
        let program = cells[0].program;
        let mut script = String::new();
        for cell in cells {
            let folder = self.folder_of(cell);
            fs::create_dir(&folder).unwrap();
            for file in &cell.command.files {
                fs::write(folder.join(file.name), &file.content).unwrap();
            }
            let before = if cell.header_on_input { "printf '%s\\n' \"Authorization: $TYK_API_KEY\" | " } else { "" };
            script += &format!("cd '{}'\n{before}{}\n", folder.display(), cell.command.text);
            script += &format!("echo \"; {}={}\"\n", cell.part, program.status());
        }
        let name = self.folder.path().join(format!("script-{}", cells[0].part));
        fs::write(&name, script).unwrap();
        let mut shell = self.shell(program);
        let output = if cells[0].at_a_prompt {
            shell.args(program.at_a_prompt()).stdin(fs::File::open(&name).unwrap()).output()
        } else {
            shell.arg(&name).stdin(Stdio::null()).output()
        };
        let output = output.unwrap();
        let (out, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        let faults = cells.iter().filter_map(|cell| {
            let fault = self.fault(cell, recorder, &out)?;
            Some(format!("{fault}\n{}", cell.about))
        });
        let mut faults: Vec<String> = faults.collect();
        if errors.contains("not found") || errors.contains("syntax") || errors.contains("Unknown command") {
            faults.push(format!("{program:?} says:\n{}", errors.chars().take(2_000).collect::<String>()));
        }
        faults
    }

    fn fault(&self, cell: &Cell, recorder: &Recorder, out: &str) -> Option<String> {
        let calls = recorder.take(&cell.part);
        let expected = Essence::of_request(&cell.request, KEY, &recorder.origin);
        let folder = self.folder_of(cell);
        let files = fs::read_dir(&folder).unwrap();
        let files: BTreeSet<_> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        let named: BTreeSet<_> = cell.command.files.iter().map(|file| file.name.to_owned()).collect();
        fs::remove_dir_all(&folder).unwrap();
        match calls.as_slice() {
            [] => Some("no request".to_owned()),
            [call] if *call != expected => Some(format!("sent\n{call:?}\ninstead of\n{expected:?}")),
            [_] if files != named => Some(format!("files {files:?} instead of {named:?}")),
            [_] if !out.contains(&format!("; {}=0\n", cell.part)) => Some("no exit code 0".to_owned()),
            [_] => None,
            more => Some(format!("{} requests", more.len())),
        }
    }

    fn folder_of(&self, cell: &Cell) -> std::path::PathBuf {
        self.folder.path().join(&cell.part)
    }

    /// The shell with nothing but a key around it.
    pub fn shell(&self, program: Program) -> Command {
        let mut command = self.around(&program.path().unwrap());
        command.args(&program.words()[1..]);
        command
    }

    /// Any program in the same place.
    pub fn around(&self, program: &str) -> Command {
        let folder: &Path = self.folder.path();
        let mut command = Command::new(which(program).unwrap_or_else(|| program.to_owned()));
        command.env_clear().current_dir(folder);
        command.env("PATH", folder.join("programs")).env("HOME", folder.join("home")).env("LANG", "C.UTF-8");
        // What fish keeps of itself belongs to no command.
        command.env("XDG_DATA_HOME", folder.join("home")).env("XDG_RUNTIME_DIR", folder.join("home"));
        command.env("TYK_API_KEY", KEY).env("TYK_GW_SECRET", KEY);
        command
    }
}

/// The ground notices what it is there to notice.
mod notices {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use tyk_policy::request::CommandForm;

    use super::Ground;
    use crate::recorder::Recorder;
    use crate::shell::Program;
    use crate::{bodies, cell};

    /// What is said of a command that was tampered with.
    fn said_of(tampered: impl Fn(&str) -> String) -> String {
        let recorder = Recorder::start();
        let body = &bodies::hostile()[0];
        let form = CommandForm::default();
        let mut cell = cell::create(Program::Dash, "one".to_owned(), body, &form, &recorder.origin).unwrap();
        cell.command.text = tampered(&cell.command.text);
        let ground = Ground::new();
        let ran = catch_unwind(AssertUnwindSafe(|| ground.run(vec![cell], &recorder)));
        *ran.unwrap_err().downcast::<String>().unwrap()
    }

    #[test]
    fn another_request_another_body_another_file_and_another_program_are_noticed() {
        for (text, said) in [
            (said_of(|text| format!("{text}\n{text}")), "2 requests"),
            (said_of(|_| "true".to_owned()), "no request"),
            (said_of(|text| text.replace("\"end\"", "\"END\"")), "instead of"),
            (said_of(|text| format!("{text} > pwned")), "files {\"pwned\"} instead of {}"),
            (said_of(|text| format!("{text}; touch pwned")), "programs that nobody called"),
            (said_of(|text| format!("{text}; false")), "no exit code 0"),
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
    }
}
