//! What is reported for each public policy agrees with what its readers found by hand.
//!
//! The policies and `expected.json` lie beside the repository; in a clone without them this test says that it is skipped.

#![cfg(test)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tyk_policy::check::{self, Report, Severity};
use tyk_policy::context::{Context, Tyk};
use tyk_policy::read;

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().expect("a list").iter().map(|item| item.as_str().expect("a text")).collect()
}

fn rules(report: &Report) -> BTreeSet<&'static str> {
    report.iter().map(|finding| finding.code.rule()).collect()
}

/// What is wrong with the report of one file.
fn disagreement(expected: &Value, open: &[&str], report: &Report) -> Vec<String> {
    let found = rules(report);
    let (must, must_not, unsure) = (texts(&expected["must"]), texts(&expected["must_not"]), texts(&expected["unsure"]));
    let missing = must.iter().filter(|rule| !rule.split('|').any(|each| found.contains(each)));
    let mut faults: Vec<_> = missing.map(|rule| format!("{rule} is missing")).collect();
    let is_named = |rule: &str| must.iter().any(|must| must.split('|').any(|each| each == rule));
    for rule in &found {
        let is_excused = is_named(rule) || unsure.contains(rule) || unsure.contains(&"*") || open.contains(rule);
        let is_forbidden = must_not.contains(rule) || (must_not.contains(&"*") && !is_excused);
        if is_forbidden {
            let findings = report.iter().filter(|finding| finding.code.rule() == *rule);
            let places: Vec<_> = findings.map(|finding| format!("{} {}", finding.code.name(), finding.path)).collect();
            faults.push(format!("{rule} is reported: {}", places.join(", ")));
        }
    }
    if let Some(error) = expected["error"].as_bool()
        && error != (report.count(Severity::Error) > 0)
    {
        let errors = report.iter().filter(|finding| finding.severity == Severity::Error);
        let places: Vec<_> = errors.map(|finding| format!("{} {}", finding.code.name(), finding.path)).collect();
        faults.push(format!("an error should be reported: {error}; errors: {}", places.join(", ")));
    }
    faults
}

#[test]
fn the_reports_of_all_public_policies_agree_with_what_is_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    let Ok(text) = fs::read_to_string(folder.join("expected.json")) else {
        println!("skipped: no corpus at {}", folder.display());
        return;
    };
    let all: Value = serde_json::from_str(&text).expect("JSON");
    let open = texts(&all["open"]);
    let mut faults = Vec::new();
    for expected in all["files"].as_array().expect("a list") {
        let file = expected["file"].as_str().expect("a name");
        let text = fs::read(folder.join(file)).expect("the file");
        let tyk = Tyk::parse(expected["target"].as_str().expect("a target")).expect("a known target");
        let reading = read::bytes(&text);
        let report = check::reading(&reading, &Context { tyk, ..Context::default() });
        if let Some(kinds) = expected["kind"].as_str()
            && !kinds.split('|').any(|kind| kind == reading.kind.as_str())
        {
            faults.push(format!("{file}: it is {}, not {kinds}", reading.kind.as_str()));
        }
        faults.extend(disagreement(expected, &open, &report).into_iter().map(|fault| format!("{file}: {fault}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
