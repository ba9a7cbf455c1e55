//! Who can read the key in the list of processes while a command runs.

use std::fs;
use std::sync::{Arc, Mutex, OnceLock};

use tyk_policy::request::{CommandForm, KeyShown};

use crate::bodies;
use crate::cell::{self, KEY};
use crate::recorder::Recorder;
use crate::runner::Ground;
use crate::shell::Program;

/// The command lines of all processes of this machine.
fn command_lines() -> Vec<String> {
    let entries = fs::read_dir("/proc").unwrap().flatten();
    let lines = entries.filter_map(|entry| fs::read(entry.path().join("cmdline")).ok());
    lines.map(|line| String::from_utf8_lossy(&line).into_owned()).collect()
}

/// Whether the key can be read by others while the request is under way.
pub fn is_seen(program: Program, key: KeyShown<'_>, ground: &Ground) -> bool {
    let seen = Arc::new(Mutex::new(false));
    let found = Arc::clone(&seen);
    let origin = Arc::new(OnceLock::<String>::new());
    let called = Arc::clone(&origin);
    let recorder = Recorder::answering(move |_| {
        // Other tests run commands with the same key.
        let is_ours = |line: &String| called.get().is_some_and(|origin| line.contains(origin.as_str()));
        *found.lock().unwrap() = command_lines().iter().filter(|line| is_ours(line)).any(|line| line.contains(KEY));
    });
    origin.set(recorder.origin.clone()).unwrap();
    let form = CommandForm { shell: program.shell(), key, ..CommandForm::default() };
    let body = &bodies::hostile()[0];
    let cell = cell::create(program, "one".to_owned(), body, &form, &recorder.origin).unwrap();
    ground.run(vec![cell], &recorder);
    *seen.lock().unwrap()
}

#[test]
fn a_key_in_a_header_can_be_seen_and_one_from_a_pipe_cannot() {
    let ground = Ground::new();
    for program in Program::installed() {
        assert!(is_seen(program, KeyShown::Variable, &ground), "{program:?}");
        assert!(!is_seen(program, KeyShown::Piped, &ground), "{program:?}");
    }
}
