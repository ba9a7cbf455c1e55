use std::fs;

use serde_json::{Value, json};
use tempfile::tempdir;

use crate::program::{argument, run, run_with_input};

#[test]
fn a_field_is_explained_by_its_name_wherever_it_stands() {
    let explained = run(&["explain", "quota_max"]);
    assert_eq!(explained.exit, 0);
    for part in ["quota_max: Quota", "access_rights.*.limit.quota_max: ", "Special:", "-1 ", "Since:"] {
        assert!(explained.out.contains(part), "{part} in {}", explained.out);
    }
}

#[test]
fn a_place_in_a_policy_means_one_field() {
    let explained = run(&["explain", "/access_rights/abc/limit/rate"]);
    assert!(explained.out.starts_with("access_rights.*.limit.rate: "), "{}", explained.out);
    assert_eq!(explained.out.matches("Source:").count(), 1);
}

#[test]
fn a_rule_and_a_finding_are_explained() {
    for name in ["R4", "per-api-not-alone"] {
        let explained = run(&["explain", name]);
        assert!(
            explained.out.starts_with("per-api-not-alone (R4, error)\n\nEither the policy has"),
            "{}",
            explained.out
        );
        for part in
            ["\nMessage:    expected `per_api` alone", "\nFix:        switch per_api off (", "\nHas it:\n\n    {\n"]
        {
            assert!(explained.out.contains(part), "{part} in {}", explained.out);
        }
    }
}

#[test]
fn a_rule_with_several_findings_is_explained_with_each_of_them() {
    let explained = run(&["explain", "s7"]);
    assert_eq!((explained.exit, explained.out.matches("\nWhat to do: ").count()), (0, 3));
}

#[test]
fn a_name_that_is_not_known_gets_the_nearest_one() {
    let explained = run(&["explain", "quotaMax"]);
    assert_eq!(explained.exit, 2);
    assert_eq!(explained.err, "error: no field, finding or rule is called quotaMax: did you mean quota_max?\n");
    assert_eq!(run(&["explain", "zebra"]).exit, 2);
}

#[test]
fn the_schema_is_json_and_knows_every_root_field() {
    let printed = run(&["schema"]);
    let schema: Value = serde_json::from_str(&printed.out).unwrap();
    assert_eq!(schema["$schema"], json!("https://json-schema.org/draft/2020-12/schema"));
    for name in ["access_rights", "rate", "post_expiry_action", "state"] {
        assert!(!schema["properties"][name].is_null(), "{name}");
    }
}

#[test]
fn what_an_older_tyk_does_not_know_is_named() {
    let policy = r#"{"name": "a", "post_expiry_action": "delete", "access_rights": {"x": {}}}"#;
    let checked = run_with_input(&["check", "--target", "dashboard-5.12", "-"], policy);
    assert!(checked.out.contains("info[S22 field-too-new]"), "{}", checked.out);
    assert!(!run_with_input(&["check", "-"], policy).out.contains("S22"));
}

#[test]
fn a_command_to_the_gateway_is_checked_for_the_gateway() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("create.sh");
    let command = "curl -X POST http://gateway:8080/tyk/policies -H 'x-tyk-authorization: foo' -d '{\"name\": \"a\", \"state\": \"active\"}'";
    fs::write(&file, command).unwrap();
    let checked = run(&["check", argument(&file)]);
    assert!(checked.out.contains("field-not-for-gateway"), "{}", checked.out);
    assert!(!checked.out.contains("foo"), "{}", checked.out);
}
