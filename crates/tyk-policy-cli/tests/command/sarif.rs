//! Checked by hand against the schema of OASIS; here, what of it a reader goes by.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::tempdir;

use crate::program::{argument, run, run_with_input};

const TEXT: &str = "{\n  \"name\": \"é\", \"rate\": \"1\",\n  \"access_rights\": {\"a/b\": {}},\n  \"nmae\": 1\n}\n";

fn results(log: &Value) -> Vec<Value> {
    log["runs"][0]["results"].as_array().unwrap().clone()
}

fn result<'a>(results: &'a [Value], rule: &str) -> &'a Value {
    results.iter().find(|result| result["ruleId"] == rule).unwrap()
}

#[test]
fn the_log_is_one_run_of_a_tool_with_a_rule_for_every_kind_of_finding() {
    let log = run_with_input(&["check", "--format", "sarif", "-"], TEXT).json();
    assert_eq!((&log["version"], &log["runs"][0]["columnKind"]), (&json!("2.1.0"), &json!("unicodeCodePoints")));
    assert_eq!(log["runs"][0]["invocations"], json!([{ "executionSuccessful": true }]));
    let driver = &log["runs"][0]["tool"]["driver"];
    assert_eq!(
        (&driver["name"], &driver["semanticVersion"]),
        (&json!("tyk-policy"), &json!(env!("CARGO_PKG_VERSION")))
    );
    let rules = driver["rules"].as_array().unwrap();
    for rule in rules {
        assert!(rule["name"].as_str().unwrap().chars().all(|c| c.is_ascii_alphanumeric()), "{rule}");
        for text in [&rule["id"], &rule["shortDescription"]["text"], &rule["help"]["text"], &rule["properties"]["rule"]]
        {
            assert!(!text.as_str().unwrap().is_empty(), "{rule}");
        }
    }
    for result in results(&log) {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
    }
}

#[test]
fn a_result_has_its_level_its_place_and_its_pointer() {
    let log = run_with_input(&["check", "--format", "sarif", "-"], TEXT).json();
    let results = results(&log);
    let wrong_type = result(&results, "wrong-type");
    assert_eq!(wrong_type["level"], "error");
    assert_eq!(
        wrong_type["locations"],
        json!([{
            "physicalLocation": {
                "artifactLocation": { "uri": "-" },
                "region": { "startLine": 2, "startColumn": 24 },
            },
            "logicalLocations": [{ "fullyQualifiedName": "/rate" }],
        }])
    );
    let message = wrong_type["message"]["text"].as_str().unwrap();
    assert!(message.starts_with("expected a number, found a string: `1`\nwrite a value"), "{message}");
    assert_eq!(result(&results, "unknown-field")["level"], "warning");
    assert_eq!(result(&results, "expiry-not-chosen")["level"], "note");
    let pointer = &result(&results, "not-written-out")["locations"][0]["logicalLocations"][0]["fullyQualifiedName"];
    assert_eq!(pointer, "/access_rights/a~1b");
}

#[test]
fn a_fix_is_a_replacement_of_text() {
    let log = run_with_input(&["check", "--format", "sarif", "-"], TEXT).json();
    let results = results(&log);
    let change = |rule: &str| result(&results, rule)["fixes"][0]["artifactChanges"][0]["replacements"][0].clone();
    assert_eq!(
        change("wrong-type"),
        json!({
            "deletedRegion": { "startLine": 2, "startColumn": 24, "endLine": 2, "endColumn": 27 },
            "insertedContent": { "text": "1" },
        })
    );
    let added = change("expiry-not-chosen");
    assert_eq!(
        added,
        json!({
            "deletedRegion": { "startLine": 3, "startColumn": 31, "endLine": 3, "endColumn": 31 },
            "insertedContent": { "text": ",\n  \"key_expires_in\": 0" },
        })
    );
    let fix = &result(&results, "wrong-type")["fixes"][0];
    assert_eq!(
        (&fix["description"]["text"], &fix["properties"]["safe"]),
        (&json!("write 1 without quotes"), &json!(true))
    );
    let command = format!("curl http://h/api/portal/policies -d '{TEXT}'");
    let log = run_with_input(&["check", "--format", "sarif", "-"], &command).json();
    assert!(log["runs"][0]["results"].as_array().unwrap().iter().all(|result| result.get("fixes").is_none()));
}

#[test]
fn a_file_is_named_by_a_relative_reference() {
    let folder = tempdir().unwrap();
    fs::create_dir(folder.path().join("my policies")).unwrap();
    fs::write(folder.path().join("my policies").join("gold é.json"), TEXT).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_tyk-policy"));
    let output = program.current_dir(folder.path()).args(["check", "--format", "sarif", "."]).output().unwrap();
    let log: Value = serde_json::from_slice(&output.stdout).unwrap();
    let uri = &results(&log)[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "my%20policies/gold%20%C3%A9.json");
}

#[test]
fn a_log_without_results_and_one_of_a_large_file_are_whole() {
    let folder = tempdir().unwrap();
    let log = run(&["check", "--format", "sarif", argument(&folder.path().join("missing.json"))]);
    assert_eq!(log.json()["runs"][0]["invocations"], json!([{ "executionSuccessful": false }]));
    assert_eq!((log.exit, results(&log.json()).len()), (2, 0));
    let file = folder.path().join("list.json");
    fs::write(&file, format!("[{TEXT}, {TEXT}]")).unwrap();
    let whole = results(&run(&["check", "--format", "sarif", argument(&file)]).json());
    let streamed = results(&run(&["check", "--format", "sarif", "--stream-above", "0", argument(&file)]).json());
    assert_eq!(streamed.len(), whole.len());
    assert!(streamed.iter().zip(&whole).all(|(one, other)| one["locations"] == other["locations"]));
}
