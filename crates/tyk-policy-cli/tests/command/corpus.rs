use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::program::{Run, argument, run};

/// Public policies, kept beside the repository; not everybody who has the one has the other.
const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus");

/// The files that the corpus says something about, each with what it says; none where there is no corpus.
fn expectations() -> Vec<Value> {
    let list = Path::new(CORPUS).join("expected.json");
    let Ok(text) = std::fs::read_to_string(&list) else {
        say_skipped();
        return Vec::new();
    };
    let list: Value = serde_json::from_str(&text).unwrap();
    let files = list["files"].as_array().unwrap().iter();
    files.filter(|each| each["file"].as_str().unwrap().starts_with("policies/")).cloned().collect()
}

/// Past the test runner, which shows nothing of a test that passes.
fn say_skipped() {
    let line = format!("skipped: the corpus of public policies is not here ({CORPUS})\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

/// Every file of the corpus: policies, curl commands, resources of the operator.
pub fn files() -> Vec<PathBuf> {
    let folders = ["policies", "curl", "operator", "sync"].map(|name| Path::new(CORPUS).join(name));
    let entries = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten();
    let files: Vec<_> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    if files.is_empty() {
        say_skipped();
    }
    files
}

fn check(file: &str) -> Run {
    run(&["check", "--format", "json", argument(&Path::new(CORPUS).join(file))])
}

#[test]
fn every_public_policy_is_recognised_for_what_it_is() {
    for expected in expectations() {
        let file = expected["file"].as_str().unwrap();
        let checked = check(file);
        assert_ne!(checked.exit, 2, "{file}: {}", checked.err);
        let kind = checked.json()["files"][0]["kind"].as_str().unwrap().to_owned();
        // "list|map" is either, null is open.
        if let Some(kinds) = expected["kind"].as_str() {
            assert!(kinds.split('|').any(|each| each == kind), "{file} is {kinds}, not {kind}");
        }
    }
}

#[test]
fn every_file_of_the_corpus_is_answered_without_a_crash() {
    for path in files() {
        let checked = run(&["check", "--format", "json", argument(&path)]);
        let has_errors = checked.out.contains("\"severity\": \"error\"");
        assert_eq!(checked.exit, i32::from(has_errors), "{}: {}", path.display(), checked.err);
    }
}
