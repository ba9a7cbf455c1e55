use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::tempdir;

use crate::program::{GOOD, argument, run};

/// Checks a file policy by policy and as a whole; both must say the same to the last byte.
#[track_caller]
fn assert_same_both_ways(file: &Path) {
    for format in ["text", "json"] {
        let check = |above| run(&["check", "--format", format, "--stream-above", above, argument(file)]);
        let (streamed, whole) = (check("0"), check("999999999"));
        assert_eq!((streamed.exit, &streamed.out, &streamed.err), (whole.exit, &whole.out, &whole.err));
    }
}

/// A policy with findings of every kind of place: at names, at values, at what is not there.
const BAD: &str = "{\"nmae\": \"\u{e9}\",\n  \"rate\": \"1\", \"Rate\": 2, \"rate\": 3,\n  \"quota_renews\": 1,\n  \
     \"access_rights\": {\"a/b\": {\"versions\": 1}}}";

#[test]
fn lists_maps_and_wrappers_are_answered_alike_both_ways() {
    let folder = tempdir().unwrap();
    let deep = |depth: usize| format!("[{{\"name\": {}1{}}}, {GOOD}]", "[".repeat(depth), "]".repeat(depth));
    let texts = [
        format!("[{BAD}, {GOOD},\n {BAD}]"),
        format!("\n\n  [{BAD},\r\n{{}}, {BAD}\r\n]\n"),
        format!("{{\"Data\": [{BAD}, {BAD}], \"Pages\": 1, \"StatusCode\": 200}}"),
        format!("{{\"StatusCode\": {{}}, \"Meta\": {{\"last\": {BAD}}}, \"Data\": [{BAD}]}}"),
        format!("{{\"Data\": {{\"x\": {BAD}}}}}"),
        format!("{{\"policies\":\n{{\"gold\": {BAD}, \"a~b\": {BAD}}}}}"),
        format!("{{\"policies\": [{BAD}], \"Data\": null}}"),
        format!("{{\"gold\": {BAD},\n\"fr\\u00e9e\": {BAD}}}"),
        format!("{{\"Data\": [{GOOD}], \"policies\": [{BAD}]}}"),
        "[]".to_owned(),
        "{\"Data\": []}".to_owned(),
        "{\"policies\": {}}".to_owned(),
        // A name twice, a wrapper that is none, forms that have to be read as a whole.
        format!("{{\"gold\": {BAD}, \"gold\": {BAD}}}"),
        format!("{{\"Data\": {BAD}, \"gold\": {GOOD}}}"),
        format!("{{\"Data\": [1], \"policies\": [{BAD}]}}"),
        format!("{{\"name\": \"x\", \"Data\": [{BAD}]}}"),
        format!("{{\"apply_policies\": [], \"Data\": [{BAD}]}}"),
        format!("{{\"apiVersion\": \"x\", \"Data\": [{BAD}]}}"),
        "{\"type\": \"apidef\", \"files\": [], \"policies\": []}".to_owned(),
        "[{\"api_id\": \"a\"}]".to_owned(),
        "{\"a\": {\"api_id\": \"a\"}}".to_owned(),
        "[1]".to_owned(),
        BAD.to_owned(),
        format!("{BAD}\n{BAD}"),
        format!("\u{feff}[{BAD}]"),
        format!("[{BAD}, // two\n{BAD}]"),
        format!("[{BAD},]"),
        format!("[{BAD}"),
        format!("[{BAD}] x"),
        format!("[{BAD} {BAD}]"),
        format!("[{{\"name\": \"\\ud800\"}}, {BAD}]"),
        format!("[{{\"name\": \"a\tb\"}}, {BAD}]"),
        deep(125),
        deep(126),
        deep(127),
        String::new(),
        "null".to_owned(),
    ];
    for (number, text) in texts.into_iter().enumerate() {
        let file = folder.path().join(format!("{number}.json"));
        fs::write(&file, text).unwrap();
        assert_same_both_ways(&file);
    }
    let file = folder.path().join("bytes.json");
    fs::write(&file, b"[{\"name\": \"\xff\"}]").unwrap();
    assert_same_both_ways(&file);
}

#[test]
fn every_file_of_the_corpus_is_answered_alike_both_ways() {
    for file in crate::corpus::files() {
        assert_same_both_ways(&file);
    }
}

#[test]
fn a_file_of_nine_megabytes_is_answered_alike_both_ways() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("many.json");
    let policy = |number: usize| format!("{{\"name\": \"{number}\", \"filler\": \"{}\"}}", "x".repeat(90_000));
    let policies: Vec<_> = (0..100).map(policy).collect();
    fs::write(&file, format!("[{}]", policies.join(",\n"))).unwrap();
    let check = |arguments: &[&str]| run(&[&["check"], arguments, &[argument(&file)]].concat());
    let (streamed, whole) = (check(&[]), check(&["--stream-above", "99999999"]));
    assert_eq!(streamed.out, whole.out);
    assert!(streamed.out.contains("many.json:100:16: warning[M11 unknown-field] /99/filler: "), "{}", streamed.out);
}

#[test]
#[cfg(target_os = "linux")]
fn what_a_large_list_takes_of_memory_does_not_grow_with_it() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("many.json");
    fs::write(&file, format!("[{}{GOOD}]", format!("{GOOD},").repeat(60_000))).unwrap();
    let program = env!("CARGO_BIN_EXE_tyk-policy");
    let check = |above| {
        // Kilobytes.
        let command = format!("ulimit -v 100000; '{program}' check --stream-above {above} '{}'", argument(&file));
        Command::new("sh").args(["-c", &command]).output().unwrap()
    };
    let out = String::from_utf8(check("0").stdout).unwrap();
    assert!(out.ends_with("Checked 1 file, 60001 policies: 2 hints.\n"), "{out}");
    assert!(!check("99999999").status.success(), "as a whole it takes more than the limit, or this proves nothing");
}
