//! Texts that are no policy: the dialog says what is wrong and where, and keeps the text.

use serde_json::json;

use crate::harness::{ENTER, Page, Server};
use crate::steps::{findings, open_policy};

/// Puts a text into the dialog, tries to open it, and waits until the dialog says why not.
#[track_caller]
fn assert_refused(page: &Page, text: &str, says: &str) {
    page.paste_into("#open-text", text);
    page.click("#open-confirm");
    page.wait_for_text("#open-problem", says);
    assert_eq!(page.value_of("#open-text"), text, "the text stays");
    assert!(page.is_there("#open-dialog[open]"));
}

fn page_with_dialog() -> (Server, Page) {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.click("#open");
    // The dialog opens at once; what is in it is loaded first.
    page.wait_until_there("#open-text");
    (server, page)
}

#[test]
fn what_is_no_policy_is_said_with_its_place_and_stays_in_the_box() {
    let (_server, page) = page_with_dialog();
    for (text, says) in [
        ("", "Not JSON at line 1, column 1: there is no text"),
        ("not json", "Not JSON at line 1, column 1"),
        ("{\n  \"name\": \"a\",,\n}", "Not JSON at line 2, column 15: `,` cannot stand here"),
        (r#"{"name": "a"} x"#, "Not JSON at line 1, column 15: more text follows"),
        ("{\"name\": \"a", "Not JSON at line 1"),
        ("[1, 2]", "Expected an object, found"),
        ("\"policy\"", "Expected an object, found"),
        (r#"{"apply_policies": ["a"]}"#, "This is a key"),
        (r#"{"type": "apidef", "files": [], "policies": [{"file": "a.json"}]}"#, "an index of tyk-sync"),
        (
            "curl -X DELETE https://dash.example/api/portal/policies/1",
            "There is no policy in this text: it is a curl command",
        ),
        ("apiVersion: v1\nkind: Secret", "a Kubernetes resource, but no SecurityPolicy"),
        ("apiVersion: tyk.tyk.io/v1alpha1\nkind: [", "Not YAML at line"),
    ] {
        assert_refused(&page, text, says);
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
    page.wait_for_text("main [role='status']", "Opened a policy, with 1 API.");
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

/// Tyk, too, puts the replacement character where bytes are no text; the page says so and where.
#[test]
fn a_picked_file_that_is_not_utf_8_is_opened_as_tyk_reads_it_and_the_place_is_said() {
    let (_server, page) = page_with_dialog();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("policy.json");
    std::fs::write(&file, b"{\"name\": \"caf\xe9\"}").expect("the file is written");
    page.pick_file("#open-file", file.to_str().expect("its name is text"));
    page.wait_for_text("main [role='status']", "In the text: bytes that are not UTF-8 at line 1, column 14");
    assert_eq!(page.value_of("#field-name"), "caf\u{fffd}");
}

#[test]
fn of_several_policies_one_is_chosen_by_typing_a_part_of_its_name() {
    let (_server, page) = page_with_dialog();
    let policies: Vec<_> = (0..500).map(|number| json!({ "name": format!("Plan {number}"), "rate": 1 })).collect();
    page.paste_into("#open-text", &json!({ "Data": policies, "Pages": 1 }).to_string());
    page.click("#open-confirm");
    page.wait_for_text("#open-choice", "500 policies. Which one?");
    page.wait_until_there("#open-filter:focus");
    page.type_into("#open-filter", "plan 417");
    page.tab_to("#open-choice button");
    page.press(ENTER);
    page.wait_for_text("main [role='status']", "Opened `Plan 417` of a list of policies, with no API.");
    assert_eq!(page.value_of("#field-name"), "Plan 417");
}

#[test]
fn a_command_brings_its_address_where_none_is_typed_and_leaves_a_typed_one_alone() {
    let (_server, page) = page_with_dialog();
    let command = "curl https://dash.example/tyk/api/portal/policies -H 'authorization: {KEY}' -d '{\"name\": \"a\"}'";
    page.click_button("Cancel");
    page.type_into("#connection-address", "");
    open_policy(&page, command);
    assert_eq!(page.value_of("#connection-address"), "https://dash.example/tyk");
    page.click("#open");
    page.paste_into("#open-text", &command.replace("dash.example", "other.example"));
    page.click("#open-confirm");
    page.wait_for_text("main [role='status']", "Opened the policy of a curl command");
    assert_eq!(page.value_of("#connection-address"), "https://dash.example/tyk");
}
