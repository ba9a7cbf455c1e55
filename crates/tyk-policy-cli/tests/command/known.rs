use std::fs;

use serde_json::Value;
use tempfile::tempdir;

use crate::program::{argument, run};

/// The codes of what is found in a policy, given files with what is known and further arguments.
fn codes(policy: &str, files: &[(&str, &str)], further: &[&str]) -> Vec<String> {
    let folder = tempdir().unwrap();
    let checked = folder.path().join("policy.json");
    fs::write(&checked, policy).unwrap();
    let mut arguments = vec!["check".to_owned(), "--format".to_owned(), "json".to_owned()];
    for (number, (option, text)) in files.iter().enumerate() {
        let file = folder.path().join(format!("known-{number}.json"));
        fs::write(&file, text).unwrap();
        arguments.extend([(*option).to_owned(), argument(&file).to_owned()]);
    }
    arguments.extend(further.iter().map(|&each| each.to_owned()));
    arguments.push(argument(&checked).to_owned());
    let run = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(run.err, "");
    let findings = run.json()["files"][0]["findings"].as_array().unwrap().clone();
    findings.iter().map(|finding: &Value| finding["code"].as_str().unwrap().to_owned()).collect()
}

const POLICY: &str =
    r#"{"name": "Gold", "id": "gold", "org_id": "5f", "access_rights": {"a1": {"versions": ["v9"]}, "a2": {}}}"#;

const APIS: &str =
    r#"{"api_id": "a1", "name": "Orders", "version_data": {"not_versioned": false, "versions": {"v1": {}}}}"#;

#[test]
fn apis_that_are_listed_in_whatever_form_are_looked_up() {
    let unknown = codes(POLICY, &[], &[]);
    assert!(!unknown.contains(&"api-unknown".to_owned()) && !unknown.contains(&"version-unknown".to_owned()));
    for list in [
        format!("{{\"apis\": [{{\"api_definition\": {APIS}}}], \"pages\": 1}}"),
        format!("[{{\"api_definition\": {APIS}}}]"),
        format!("[{APIS}]"),
        APIS.to_owned(),
    ] {
        let found = codes(POLICY, &[("--apis", &list)], &[]);
        assert!(
            found.contains(&"api-unknown".to_owned()) && found.contains(&"version-unknown".to_owned()),
            "{found:?}"
        );
    }
    assert_eq!(
        codes(POLICY, &[("--apis", "{\"apis\": []}")], &[]).iter().filter(|code| *code == "api-unknown").count(),
        2
    );
}

#[test]
fn a_name_is_taken_if_another_policy_has_it() {
    let is_taken = |list: &str| codes(POLICY, &[("--names", list)], &[]).contains(&"name-taken".to_owned());
    assert!(is_taken(r#"{"Data": [{"_id": "1", "id": "silver", "name": "Gold"}], "Pages": 1}"#));
    assert!(is_taken(r#"{"silver": {"name": "Gold"}}"#));
    assert!(!is_taken(r#"{"gold": {"name": "Gold"}}"#), "that is the policy itself");
    assert!(!is_taken(r#"[{"id": "gold", "name": "Gold"}, {"id": "x", "name": "Free"}]"#));
    assert!(!is_taken("[]"));
}

#[test]
fn an_organisation_that_is_known_is_compared() {
    let is_foreign = |organisation: &str| {
        codes(POLICY, &[], &["--organisation", organisation]).contains(&"foreign-organisation".to_owned())
    };
    assert!(is_foreign("60") && !is_foreign("5f"));
}

#[test]
fn what_is_known_holds_for_large_files_too() {
    let list = format!("[{POLICY}]");
    let found = codes(&list, &[("--apis", &format!("[{APIS}]"))], &["--stream-above", "0", "--organisation", "60"]);
    assert!(
        found.contains(&"api-unknown".to_owned()) && found.contains(&"foreign-organisation".to_owned()),
        "{found:?}"
    );
}

#[test]
fn a_file_that_holds_something_else_is_said_with_the_way_out() {
    let folder = tempdir().unwrap();
    let (policy, other) = (folder.path().join("policy.json"), folder.path().join("other.json"));
    fs::write(&policy, POLICY).unwrap();
    for (option, text, way_out) in [
        (
            "--apis",
            "{\"name\": \"Gold\"}",
            "holds no list of APIs: save the answer of GET /api/apis in it, or their definitions\n",
        ),
        (
            "--apis",
            "[{\"name\": \"Gold\"}]",
            "holds no list of APIs: save the answer of GET /api/apis in it, or their definitions\n",
        ),
        (
            "--names",
            "{",
            "is a text that is not JSON, so there are no policies in it: save the answer of GET /api/portal/policies in it\n",
        ),
    ] {
        fs::write(&other, text).unwrap();
        let refused = run(&["check", option, argument(&other), argument(&policy)]);
        assert_eq!((refused.exit, refused.out.as_str()), (2, ""));
        assert_eq!(refused.err, format!("error: {} {way_out}", other.display()));
    }
}
