//! What needs curl 8.3: the key that curl itself reads. It is run where the installed curl is new enough, or where
//! `POLICY_BUILDER_NEW_CURL` names one that is.

use std::env;
use std::sync::OnceLock;

use tyk_policy::request::{CommandForm, CurlVersion, KeyShown, Shell};

use crate::bodies;
use crate::cell;
use crate::processes::is_seen;
use crate::recorder::Recorder;
use crate::runner::Ground;
use crate::shell::{Program, curl_at, which};

/// A curl that knows variables: its path and its version.
pub fn new_curl() -> Option<(String, CurlVersion)> {
    let path = env::var("POLICY_BUILDER_NEW_CURL").ok().or_else(|| which("curl"))?;
    let version = curl_at(&path)?;
    if version < CurlVersion::VARIABLE {
        println!("skipped: curl {version} knows no variables, and POLICY_BUILDER_NEW_CURL names no newer one");
        return None;
    }
    Some((path, version))
}

/// How many commands were run by it.
pub fn run() -> usize {
    static RUN: OnceLock<usize> = OnceLock::new();
    *RUN.get_or_init(|| {
        let Some((path, _)) = new_curl() else { return 0 };
        let (ground, recorder) = (Ground::with_curl(&path), Recorder::start());
        let programs = Program::installed();
        let all: Vec<_> = bodies::hostile().into_iter().chain(bodies::corpus()).collect();
        let forms = |program: Program| {
            let plain = CommandForm { key: KeyShown::Expanded, ..CommandForm::default() };
            [
                CommandForm { shell: program.shell(), ..plain },
                CommandForm { shell: program.shell(), one_line: true, fail_with_body: true, ..plain },
                CommandForm { shell: Shell::Config, ..plain },
                CommandForm { shell: Shell::Config, key: KeyShown::Variable, ..plain },
            ]
        };
        let mut cells = Vec::new();
        for (index, body) in all.iter().enumerate() {
            let program = programs[index % programs.len()];
            for form in forms(program) {
                let part = format!("new{}", cells.len());
                cells.push(cell::create(program, part, body, &form, &recorder.origin).unwrap());
            }
        }
        ground.run(cells, &recorder).values().sum()
    })
}

#[test]
fn a_key_that_curl_itself_reads_is_sent_and_cannot_be_seen() {
    let Some((path, _)) = new_curl() else { return };
    assert!(run() > 400);
    for program in Program::installed() {
        assert!(!is_seen(program, KeyShown::Expanded, &Ground::with_curl(&path)), "{program:?}");
    }
}
