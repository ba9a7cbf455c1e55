//! What was sent from this tab: listed with its outcome, opened again, gone with the tab.

use serde_json::json;

use crate::harness::{Page, SAMPLE_KEY, Server};
use crate::steps::{Talk, add_api, json_pane, open_dashboard, send_and_read_id};

/// Where the writes are listed.
const LIST: &str = "#dashboard-dialog ol";

/// Whether a text is a time of the day, "09:05:00".
fn is_time(text: &str) -> bool {
    let parts: Vec<_> = text.split(':').collect();
    parts.len() == 3 && parts.iter().all(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[test]
fn a_write_without_an_answer_is_listed_as_such_and_can_be_opened_again() {
    let server = Server::with(&["--faults"]);
    let page = Page::open(&server.page());
    add_api(&page, "orders");
    page.type_into("#field-name", "Lost plan");
    // More often than any browser tries a call by itself.
    server.go_wrong("POST", 20, &json!({ "kind": "dropped" }));
    page.click("#send");
    page.wait_for_text("#outcome", "No answer came");
    page.type_into("#field-name", "Something else");
    open_dashboard(&page, Talk::History);
    page.wait_for_text(LIST, "POST no answer");
    page.click("#dashboard-dialog ol li button");
    page.wait_for_text("main [role='status']", "Opened what was sent as “Lost plan”.");
    assert_eq!(page.value_of("#field-name"), "Lost plan");
}

#[test]
fn each_write_is_listed_with_its_outcome_the_newest_first_and_can_be_opened_again() {
    let server = Server::with(&["--faults"]);
    let page = Page::open(&server.page());
    open_dashboard(&page, Talk::History);
    page.wait_for_text("#dashboard-dialog", "Nothing was sent from this tab yet.");
    page.click("#talk-close");

    add_api(&page, "orders");
    page.type_into("#field-name", "First plan");
    let sent = json_pane(&page);
    let id = send_and_read_id(&page);
    page.type_into("#field-name", "Second plan");
    server.go_wrong("POST", 1, &json!({ "kind": "server-error" }));
    page.click("#send-new");
    page.wait_for_text("#outcome", "failed while it stored the policy (500)");

    open_dashboard(&page, Talk::History);
    let list = page.wait_for_text(LIST, "First plan");
    let lines: Vec<_> = list.lines().filter(|line| !line.trim().is_empty()).collect();
    let place =
        |part: &str| lines.iter().position(|line| line.contains(part)).unwrap_or_else(|| panic!("{part} in {list}"));
    assert!(place("Second plan") < place("POST 500") && place("POST 500") < place("First plan"), "{list}");
    assert!(place("First plan") < place("POST 200") && place("POST 200") < place(&id), "{list}");
    assert!(!list.contains(SAMPLE_KEY), "{list}");
    let address = format!("{}/api/portal/policies", server.origin);
    assert_eq!(lines.iter().filter(|line| **line == address).count(), 2, "{list}");
    for line in lines.iter().filter(|line| line.contains("POST")) {
        assert!(is_time(line.split(' ').next().unwrap_or_default()), "{line}");
    }

    page.click("#dashboard-dialog ol li:last-child button");
    page.wait_for_text("main [role='status']", "Opened what was sent as “First plan”.");
    page.wait_for_text("#send", "Send policy");
    assert_eq!(json_pane(&page), sent);

    page.reload();
    open_dashboard(&page, Talk::History);
    page.wait_for_text("#dashboard-dialog", "Nothing was sent from this tab yet.");
}
