//! The dashboard's policies: listed, found, opened to be updated, copied.

use serde_json::{Value, json};

use crate::harness::{ENTER, Page, Server};
use crate::steps::{Talk, json_pane, open_dashboard, open_stored, send_and_read_id};

/// What the filter is called, which says how many policies there are.
const COUNT: &str = "label[for='policies-filter']";
/// The policies that the filter lets through.
const LIST: &str = "#dashboard-dialog .picker__list";

/// A dashboard with so many policies, "Plan 1" and so on, and its page.
fn with_plans(count: u32) -> (Server, Page) {
    let server = Server::start();
    for number in 1..=count {
        server.store(&json!({ "name": format!("Plan {number}"), "rate": number, "per": 60 }));
    }
    let page = Page::open(&server.page());
    (server, page)
}

/// The body as the pane shows it.
#[track_caller]
fn body(page: &Page) -> Value {
    serde_json::from_str(&json_pane(page)).expect("the pane holds JSON")
}

#[test]
fn all_pages_of_the_list_are_shown_filtered_by_typing_and_searched_on_the_dashboard_by_enter() {
    let (server, page) = with_plans(23);
    open_dashboard(&page, Talk::Policies);
    page.wait_for_text(COUNT, "Filter 23 policies; Enter searches on the dashboard");
    page.type_into("#policies-filter", "plan 17");
    page.wait_until_gone("[aria-label='Open Plan 18']");
    let list = page.text_of(LIST).unwrap_or_default();
    assert!(list.contains("Plan 17") && !list.contains("Plan 1\n"), "{list}");

    server.store(&json!({ "name": "Plan 17, by somebody else" }));
    page.press(ENTER);
    page.wait_for_text(COUNT, "2 found for “plan 17”");
    page.wait_for_text(LIST, "by somebody else");
    page.click_button("Show all again");
    page.wait_for_text(COUNT, "Filter 24 policies");
    assert_eq!(page.value_of("#policies-filter"), "");
}

#[test]
fn an_opened_policy_is_updated_by_send_and_what_the_dashboard_sets_is_kept_apart() {
    let (server, page) = with_plans(1);
    open_stored(&page, "Plan 1");
    page.wait_for_text("main [role='status']", &format!("Opened from {}. Send updates it there.", server.origin));
    page.wait_for_text("#send", "Update policy…");
    page.wait_for_text("#send-new", "Send as new");
    let stored = server.policies().remove(0);
    let id = stored["_id"].as_str().expect("an id");
    let command = page.code("curl");
    assert!(command.contains("-X PUT") && command.contains(&format!("/api/portal/policies/{id}")), "{command}");
    assert_eq!(page.value_of("#field-rate"), "1");
    // They are Tyk's own: shown, not edited, and sent back as they came.
    let kept = page.text_of(".kept").unwrap_or_default();
    for name in ["_id", "last_updated"] {
        assert!(kept.contains(name) && !page.is_there(&format!("input#field-{name}")), "{name} in {kept}");
        assert_eq!(body(&page)[name], stored[name], "{name}");
    }
}

#[test]
fn a_copy_is_a_new_policy_without_an_id_or_anything_else_that_the_dashboard_set() {
    let (server, page) = with_plans(1);
    open_dashboard(&page, Talk::Policies);
    page.click_button("Duplicate Plan 1");
    page.wait_for_text("main [role='status']", "Opened a copy, as a new policy without an id.");
    page.wait_for_text("#send", "Send policy");
    let copy = body(&page);
    for name in ["_id", "id", "org_id", "date_created", "last_updated"] {
        assert_eq!(copy.get(name), None, "{name} in {copy}");
    }
    page.type_into("#field-name", "Plan 2");
    let id = send_and_read_id(&page);
    assert_eq!((server.policies().len(), &server.policy(&id)["rate"]), (2, &json!(1)));
}

#[test]
fn the_way_back_brings_the_draft_that_was_not_sent_and_the_same_again_the_stored_policy() {
    let (_server, page) = with_plans(1);
    page.type_into("#field-name", "My draft");
    open_stored(&page, "Plan 1");
    page.wait_for_text("#send", "Update policy…");
    page.click_button("Put the other policy back");
    page.wait_for_text("h1", "My draft");
    page.wait_for_text("#send", "Send policy");
    assert!(!page.is_there("#send-new") && page.code("curl").contains("-X POST"));
    page.click_button("Bring it again");
    page.wait_for_text("h1", "Plan 1");
    page.wait_for_text("#send", "Update policy…");
}

#[test]
fn the_list_is_asked_for_anew_each_time_it_is_opened() {
    let (server, page) = with_plans(1);
    open_dashboard(&page, Talk::Policies);
    page.wait_for_text(COUNT, "Filter the one policy");
    page.click("#talk-close");
    server.store(&json!({ "name": "Plan 2" }));
    open_dashboard(&page, Talk::Policies);
    page.wait_for_text(LIST, "Plan 2");
}
