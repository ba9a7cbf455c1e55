//! Every finding has its line in the text that was written, as an editor of JSON shows it.

#![cfg(test)]

use tyk_policy::check::{self, Code};
use tyk_policy::context::Context;
use tyk_policy::draft::Draft;
use tyk_policy::read::{self, Places};
use tyk_policy::write::{self, Layout};

const IN_THE_MAP: &str = r#"{"access_rights": {
    "orders": {"allowed_urls": [{"url": "^/a", "methods": ["GET"]}, {"url": "(", "methods": ["GET"]}], "api_id": "orders",
               "limit": null, "versions": 1},
    "a/b~c": {"allowed_urls": [], "api_id": "other", "colour": "red", "limit": null, "versions": ["Default"]}},
    "active": true, "key_expires_in": 0, "name": "Gold", "per": 0, "rate": 5, "zebra": 1}"#;

/// The policies of a text.
fn drafts(text: &str) -> Vec<Draft> {
    read::text(text).policies.into_iter().map(|found| found.draft).collect()
}

/// Each finding of a text by its name and the line of the text that it stands at, in the order of the lines.
fn at_lines(text: &str) -> Vec<(&'static str, &str)> {
    let places = Places::of_json(text).expect("JSON");
    let report = check::reading(&read::text(text), &Context::default());
    let mut found: Vec<_> = report
        .iter()
        .map(|finding| (check::place(finding, &places).expect("a place").line, finding.code.name()))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(line, name)| (name, text.lines().nth(line - 1).expect("a line").trim())).collect()
}

#[test]
fn findings_in_the_map_of_apis_stand_at_their_lines() {
    let text = write::draft(&drafts(IN_THE_MAP)[0], Layout::Indented);
    let expected = [
        ("pattern-invalid", r#""url": "(","#),
        ("wrong-type", r#""versions": 1"#),
        ("api-id-differs", r#""api_id": "other","#),
        ("unknown-field", r#""colour": "red","#),
        ("rate-without-period", r#""per": 0,"#),
        ("unknown-field", r#""zebra": 1"#),
    ];
    assert_eq!(at_lines(&text), expected);
    let flush = write::draft(&drafts(IN_THE_MAP)[0], Layout::Flush);
    assert_eq!(at_lines(&flush), expected);
}

#[test]
fn findings_in_the_list_of_apis_stand_at_their_lines() {
    let text = r#"{"access_rights_array": [
        {"allowed_urls": [], "api_id": "a", "limit": null, "versions": ["Default"]},
        {"allowed_urls": [{"methods": [], "url": "^/b"}], "api_id": "b", "limit": 5, "versions": ["Default"]}],
        "active": true, "key_expires_in": 0, "name": "Gold"}"#;
    let text = write::draft(&drafts(text)[0], Layout::Indented);
    assert_eq!(at_lines(&text), [("methods-missing", r#""methods": [],"#), ("wrong-type", r#""limit": 5,"#)]);
}

#[test]
fn findings_of_several_policies_in_one_text_stand_in_their_own() {
    let policy = |rate: &str| {
        let text = format!(
            r#"{{"active": true, "key_expires_in": 0, "name": "A", "rate": {rate}, "per": 1,
            "access_rights": {{"a": {{"api_id": "a", "allowed_urls": [], "limit": null, "versions": {rate}}}}}}}"#
        );
        write::draft(&drafts(&text)[0], Layout::Indented)
    };
    let expected = [
        ("several-policies", "["),
        ("wrong-type", r#""rate": "one","#),
        ("wrong-type", r#""versions": "one""#),
        ("wrong-type", r#""rate": "two","#),
        ("wrong-type", r#""versions": "two""#),
    ];
    let (one, two) = (policy("\"one\""), policy("\"two\""));
    assert_eq!(at_lines(&format!("[\n{one},\n{two}\n]")), expected);
    // One behind the other, as a database exports them.
    assert_eq!(at_lines(&format!("{one}\n{two}"))[1..], expected[1..]);
}

#[test]
fn a_broken_text_has_one_finding_which_knows_its_own_place() {
    let whole = write::draft(&drafts(IN_THE_MAP)[0], Layout::Indented);
    let broken = whole.replace("\"versions\": 1", "\"versions\": ]");
    let line = broken.lines().position(|line| line.contains("\"versions\": ]")).expect("the line") + 1;
    let (reading, places) = (read::text(&broken), Places::of_json(&broken).expect("JSON, if broken"));
    assert_eq!(reading.report.codes(), [Code::NotJson]);
    let finding = reading.report.iter().next().expect("a finding");
    assert_eq!(check::place(finding, &places).map(|place| place.line), Some(line));
    // What was found before the text was broken has no line any more.
    for finding in &check::reading(&read::text(&whole), &Context::default()) {
        assert_eq!(check::place(finding, &places), None, "{}", finding.path);
    }
}
