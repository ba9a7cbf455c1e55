//! The policies of the two documents, from the clipboard to the dashboard.

use serde_json::json;

use crate::harness::{Page, Recorder, Server};
use crate::steps::{API_TOGGLE, READINESS, add_api, findings, open_policy, send_and_read_id};

/// The tutorial's body with its placeholders.
const TUTORIAL: &str = include_str!("../fixtures/tutorial.json");
/// The reference page's body, exactly as it stands between the quotes of its command.
const REFERENCE: &str = include_str!("../fixtures/reference.json");
/// The sample API "Orders" of the local dashboard.
const ORDERS: &str = "7d3c1f0a52e94b6c8a1d0f9e6b4c2a01";

/// A text without the white space that a layout is free to choose, and that no fixture needs in its strings.
fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn the_tutorials_policy_is_opened_completed_and_sent() {
    let server = Server::start();
    let recorder = Recorder::in_front_of(&server.origin);
    let page = Page::open(&format!("{}/", recorder.origin));
    open_policy(&page, TUTORIAL);
    assert!(findings(&page).contains("placeholder"), "{}", findings(&page));

    page.click(API_TOGGLE);
    page.type_into("input[id$='-api_id']", ORDERS);
    page.type_into("input[id$='-api_name']", "Orders");
    page.wait_for_text(READINESS, "Ready to send");
    recorder.take();
    let id = send_and_read_id(&page);

    let completed = TUTORIAL.replace("{API-ID}", ORDERS).replace("{API-NAME}", "Orders");
    assert_eq!(without_blanks(recorder.take_post().text()), without_blanks(&completed));
    assert_eq!(server.policy(&id)["name"], json!("POLICY NAME"));
}

#[test]
fn the_references_policy_shows_its_conflict_until_it_is_mended_and_is_sent() {
    let server = Server::start();
    let page = Page::open(&server.page());
    open_policy(&page, REFERENCE);
    assert!(findings(&page).contains("R4 per-api-not-alone"), "{}", findings(&page));
    page.click("label[for='field-partitions-0']");
    assert!(!findings(&page).contains("R4"), "{}", findings(&page));

    page.click_button("Remove _id");
    page.click("#section-other summary");
    page.type_into("#field-org_id", "");
    page.type_into("#field-id", "");
    page.type_into("#field-name", "As in the reference");
    add_api(&page, ORDERS);
    page.wait_for_text(READINESS, "Ready to send");
    let id = send_and_read_id(&page);

    let stored = server.policy(&id);
    assert_eq!([&stored["key_expires_in"], &stored["throttle_retry_limit"]], [&json!(123), &json!(123)]);
    assert_eq!(stored["smoothing"]["threshold"], json!(2));
    assert_eq!(stored["partitions"]["per_api"], json!(false));
}

#[test]
fn an_opened_policy_gains_and_loses_nothing_in_the_layout_of_its_document() {
    let server = Server::start();
    let page = Page::open(&server.page());
    open_policy(&page, REFERENCE);
    page.choose("#curl-style", "reference");
    page.click("#tab-json");
    assert_eq!(page.code("json"), REFERENCE);
}

#[test]
fn opening_a_policy_can_be_taken_back() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.type_into("#field-name", "What was here before");
    open_policy(&page, TUTORIAL);
    assert_eq!(page.value_of("#field-name"), "POLICY NAME");
    page.click_button("Put the other policy back");
    page.wait_for_text("h1", "What was here before");
    assert_eq!(page.value_of("#field-name"), "What was here before");
}
