use std::fs;

use serde_json::json;
use tempfile::tempdir;

use crate::program::{GOOD, argument, run, run_with_input};

#[test]
fn a_policy_without_errors_exits_with_0() {
    let checked = run_with_input(&["check", "--brief", "-"], GOOD);
    assert_eq!((checked.exit, checked.out.as_str()), (0, "Checked 1 file, 1 policy: nothing found.\n"));
}

#[test]
fn a_policy_with_warnings_only_exits_with_0() {
    let checked =
        run_with_input(&["check", "-"], r#"{"name": "nothing to call", "active": true, "key_expires_in": 0}"#);
    assert!(checked.out.ends_with("Checked 1 file, 1 policy: 1 warning.\n"), "{}", checked.out);
    assert_eq!(checked.exit, 0);
}

#[test]
fn an_error_exits_with_1_and_is_told_with_its_place_and_help() {
    let checked = run_with_input(&["check", "--brief", "-"], &GOOD.replace("\"per\": 1", "\"per\": \"1\""));
    assert!(
        checked
            .out
            .starts_with("-:1:36: error[R1 wrong-type] /per: expected a number, found a string: `1`\n    help: ")
    );
    assert_eq!((checked.exit, checked.err.as_str()), (1, ""));
}

#[test]
fn json_has_exactly_the_promised_members() {
    let input = GOOD.replace("orders", "a/b").replace("[\"Default\"]", "\"v1\"");
    let checked = run_with_input(&["check", "--format", "json", "-"], &input);
    assert_eq!(
        checked.json(),
        json!({ "files": [{
            "file": "-",
            "kind": "policy",
            "findings": [{
                "rule": "R1",
                "code": "wrong-type",
                "severity": "error",
                "path": "/access_rights/a~1b/versions",
                "line": 1,
                "column": 114,
                "message": "expected a list, found a string: `v1`",
                "help": "write a value of that type, a number without quotes: as it is, Tyk refuses the whole policy",
                "fix": null,
            }],
        }] })
    );
    assert_eq!(checked.exit, 1);
}

#[test]
fn json_members_stand_in_the_promised_order() {
    let checked = run_with_input(&["check", "--format", "json", "-"], "{");
    let places = [
        "\"file\"",
        "\"kind\"",
        "\"findings\"",
        "\"rule\"",
        "\"code\"",
        "\"severity\"",
        "\"path\"",
        "\"line\"",
        "\"column\"",
        "\"message\"",
        "\"help\"",
        "\"fix\"",
    ]
    .map(|name| checked.out.find(name).unwrap());
    assert!(places.is_sorted(), "{}", checked.out);
}

#[test]
fn a_file_that_is_not_there_does_not_keep_the_others_from_being_checked() {
    let folder = tempdir().unwrap();
    let good = folder.path().join("good.json");
    fs::write(&good, GOOD).unwrap();
    let missing = folder.path().join("missing.json");

    let checked = run(&["check", "--format", "json", argument(&missing), argument(&good)]);
    assert_eq!(checked.json()["files"].as_array().unwrap().len(), 1);
    assert_eq!(checked.json()["files"][0]["file"], argument(&good));
    assert_eq!(
        checked.err,
        format!("error: there is no file {}: check its name, or write - to read standard input\n", missing.display())
    );
    assert_eq!(checked.exit, 2);
}

#[test]
fn a_finding_without_a_place_has_neither_line_nor_column() {
    let checked = run_with_input(&["check", "--format", "json", "-"], "{\"rate\": [");
    assert_eq!(checked.json()["files"][0]["findings"][0]["column"], 11);
    let text = "\u{feff}";
    let checked = run_with_input(&["check", "--format", "json", "-"], text);
    let mark = &checked.json()["files"][0]["findings"][0];
    assert_eq!(
        (&mark["code"], &mark["line"], &mark["column"]),
        (&json!("byte-order-mark"), &json!(null), &json!(null))
    );
}

#[test]
fn what_is_said_of_a_name_stands_at_the_name_and_all_else_at_the_value() {
    let input = "{\n  \"nmae\": \"a\",\n  \"rate\": \"1\",\n  \"access_rights\": {\"x\": {}}\n}";
    let checked = run_with_input(&["check", "-"], input);
    assert!(checked.out.contains("-:2:3: warning[M11 unknown-field] /nmae: "), "{}", checked.out);
    assert!(checked.out.contains("-:3:11: error[R1 wrong-type] /rate: "), "{}", checked.out);
}

#[test]
fn the_summary_counts_files_policies_and_findings() {
    let folder = tempdir().unwrap();
    let (list, bad) = (folder.path().join("list.json"), folder.path().join("bad.json"));
    fs::write(&list, format!("[{GOOD}, {GOOD}]")).unwrap();
    fs::write(&bad, r#"{"name": 1, "rate": "x"}"#).unwrap();
    let checked = run(&["check", argument(&list), argument(&bad)]);
    let last = checked.out.lines().last();
    assert_eq!(last, Some("Checked 2 files, 3 policies: 2 errors, 2 warnings, 2 hints."));
}

#[test]
fn the_target_is_said_in_a_few_forms_and_any_other_is_refused_with_them() {
    for target in ["dashboard", "gateway", "5.3", "dashboard-5.3", "gateway-2.9.6"] {
        let checked = run_with_input(&["check", "--target", target, "-"], GOOD);
        assert_ne!(checked.exit, 2, "{target}: {}", checked.err);
    }
    let refused = run_with_input(&["check", "--target", "pump", "-"], GOOD);
    assert!(refused.err.contains("write dashboard, gateway, a version such as 5.3, or both"), "{}", refused.err);
    assert_eq!(refused.exit, 2);
}

#[test]
fn whatever_stands_in_a_file_is_a_finding_and_no_failure() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("policy.json");
    let deep = "[".repeat(5_000_000);
    for bytes in [
        b"".as_slice(),
        b"hello",
        b"\xff\xfe{}",
        b"\xef\xbb\xbf{\"name\":",
        b"[1]",
        b"{\"name\": \"\x00\"}",
        deep.as_bytes(),
    ] {
        fs::write(&file, bytes).unwrap();
        let checked = run(&["check", "--format", "json", argument(&file)]);
        assert_eq!((checked.exit, checked.err.as_str()), (1, ""));
        assert_eq!(checked.json()["files"][0]["findings"][0]["rule"], "R1");
    }
}
