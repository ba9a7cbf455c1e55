//! Texts that are no policy: the dialog says what is wrong and where, and keeps the text.

use serde_json::json;

use crate::harness::{Page, Server};
use crate::steps::{findings, open_policy};

/// Puts a text into the dialog, tries to open it, and gives what the dialog says.
#[track_caller]
fn refusal_of(page: &Page, text: &str) -> String {
    page.paste_into("#open-text", text);
    page.click("#open-confirm");
    assert_eq!(page.value_of("#open-text"), text, "the text stays");
    assert!(page.is_there("#open-dialog[open]"));
    page.text_of("#open-problem").unwrap_or_default()
}

fn page_with_dialog() -> (Server, Page) {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.click("#open");
    page.wait_until_there("#open-dialog[open]");
    (server, page)
}

#[test]
fn what_is_no_policy_is_said_with_its_place_and_stays_in_the_box() {
    let (_server, page) = page_with_dialog();
    for (text, says) in [
        ("", "Not JSON at line 1, column 1: there is no text"),
        ("not json", "Not JSON at line 1, column 1"),
        ("{\n  \"name\": \"a\",\n}", "Not JSON at line 3, column 1: `}` cannot stand here"),
        (r#"{"name": "a"} x"#, "Not JSON at line 1, column 15: more text follows"),
        (r#"{"name": "\ud800"}"#, "half of a surrogate pair"),
        ("{\"name\": \"a", "Not JSON at line 1"),
        ("[1, 2]", "Expected an object, found"),
        ("\"policy\"", "Expected an object, found"),
        (r#"{"apply_policies": ["a"]}"#, "This is a key"),
        (r#"[{"name": "a"}, {"name": "b"}]"#, "2 policies. Paste one of them alone."),
    ] {
        let said = refusal_of(&page, text);
        assert!(said.contains(says), "{text:?}: {said}");
    }
    assert_eq!(page.value_of("#field-name"), "Startup Users");
}

#[test]
fn five_megabytes_of_brackets_are_refused_with_their_place_and_the_page_goes_on() {
    let (_server, page) = page_with_dialog();
    page.run(
        "const box = document.getElementById('open-text');
        box.value = '['.repeat(5_000_000);
        box.dispatchEvent(new Event('input', { bubbles: true }))",
        &[],
    );
    page.click("#open-confirm");
    page.wait_for_text("#open-problem", "Not JSON at line 1, column 129: lists and objects stand more than 128 deep");
    assert_eq!(page.run("return document.getElementById('open-text').value.length", &[]), json!(5_000_000));

    page.click_button("Cancel");
    page.type_into("#field-name", "Still here");
    page.wait_for_text("h1", "Still here");
}

#[test]
fn values_of_a_wrong_type_are_opened_shown_as_they_stand_and_reported_at_their_field() {
    let server = Server::start();
    let page = Page::open(&server.page());
    open_policy(
        &page,
        r#"{"name": "n", "rate": "12x", "per": 1, "quota_max": 9223372036854775808, "tags": "no list"}"#,
    );
    assert_eq!(page.value_of("#field-rate"), "12x");
    assert_eq!(page.value_of("#field-quota_max"), "9223372036854775808");
    let findings = findings(&page);
    for line in ["R1 wrong-type", "/rate", "R1 integer-out-of-range", "/quota_max", "/tags"] {
        assert!(findings.contains(line), "{line} in {findings}");
    }
    assert!(page.code("curl").contains(r#""tags": "no list""#));
}

#[test]
fn a_finding_leads_to_its_field() {
    let server = Server::start();
    let page = Page::open(&server.page());
    open_policy(&page, r#"{"name": "", "access_rights": {"a": {"versions": ["Default"]}}}"#);
    page.click("#findings-first");
    page.wait_until_there("#field-name:focus");
    page.wait_until_there("#field-name[aria-invalid='true']");
}

#[test]
fn a_picked_file_is_opened_like_a_pasted_text() {
    let (_server, page) = page_with_dialog();
    page.pick_file("#open-file", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/tutorial.json"));
    page.wait_for_text("main [role='status']", "Opened a policy with 1 API.");
    assert_eq!(page.value_of("#field-name"), "POLICY NAME");
}

#[test]
fn a_picked_file_that_is_no_policy_is_said_and_its_text_is_in_the_box() {
    let (_server, page) = page_with_dialog();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("policy.json");
    std::fs::write(&file, "{\"name\": ").expect("the file is written");
    page.pick_file("#open-file", file.to_str().expect("its name is text"));
    page.wait_for_text("#open-problem", "Not JSON at line 1, column 10: the text stops before the JSON is complete");
    assert_eq!(page.value_of("#open-text"), "{\"name\": ");
}

/// Such a file was once opened with other letters in place of the bytes that are no text.
#[test]
fn a_picked_file_that_is_not_utf_8_is_refused_with_the_place_and_nothing_is_changed() {
    let (_server, page) = page_with_dialog();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("policy.json");
    std::fs::write(&file, b"{\"name\": \"caf\xe9\"}").expect("the file is written");
    page.pick_file("#open-file", file.to_str().expect("its name is text"));
    page.wait_for_text("#open-problem", "Not JSON at line 1, column 14: the bytes are not UTF-8");
    assert_eq!(page.value_of("#field-name"), "Startup Users");
}
