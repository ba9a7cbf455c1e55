//! What was sent from this tab: listed with its outcome, opened again, gone with the tab.

use serde_json::json;

use crate::harness::{Page, SAMPLE_KEY, Server};
use crate::steps::{Talk, add_api, json_pane, open_dashboard, send_and_read_id};

/// Where the writes are listed.
const LIST: &str = "#dashboard-dialog ol";

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

    page.click("#dashboard-dialog ol li:last-child button");
    page.wait_for_text("main [role='status']", "Opened what was sent as “First plan”.");
    page.wait_for_text("#send", "Send policy");
    assert_eq!(json_pane(&page), sent);

    page.reload();
    open_dashboard(&page, Talk::History);
    page.wait_for_text("#dashboard-dialog", "Nothing was sent from this tab yet.");
}
