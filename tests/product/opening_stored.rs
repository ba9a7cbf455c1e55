//! The dashboard's policies: listed, found, opened to be updated, copied.

use serde_json::{Value, json};

use crate::harness::{ENTER, Page, Recorder, Server, wait_for};
use crate::steps::{Talk, findings, json_pane, open_dashboard, open_stored, send_and_read_id};

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

/// A dashboard before 5.12 answers 400 to an own id, and an own id may be a word of another path.
#[test]
fn whatever_its_own_id_is_a_policy_is_asked_for_and_updated_by_the_id_of_the_database() {
    let server = Server::start();
    let recorder = Recorder::in_front_of(&server.origin);
    let page = Page::open(&format!("{}/", recorder.origin));
    for own_id in ["search", "gold"] {
        let name = format!("Plan {own_id}");
        let access = json!({ "orders": { "api_id": "orders", "versions": ["Default"] } });
        let policy = json!({ "name": name, "id": own_id, "rate": 1, "per": 60, "access_rights": access });
        let id = server.store(&policy);
        open_stored(&page, &name);
        page.wait_for_text("#send", "Update policy…");
        // Its own name and id are not taken.
        assert!(!findings(&page).contains("taken"), "{}", findings(&page));
        recorder.take();
        page.type_into("#field-rate", "7");
        page.click("#send");
        page.wait_for_text("#comparing", "1 field is changed");
        page.click("#update-confirm");
        page.wait_for_text("#outcome", "Read back: every field is stored as it was sent.");
        let calls = recorder.take();
        let calls: Vec<_> = calls.iter().filter(|call| call.path().starts_with("/api/portal/")).collect();
        let path = format!("/api/portal/policies/{id}");
        assert!(calls.len() == 3 && calls.iter().all(|call| call.path() == path), "{calls:?}");
        assert_eq!([&server.policy(&id)["rate"], &server.policy(&id)["id"]], [&json!(7), &json!(own_id)]);
    }
}

#[test]
fn a_dashboard_that_stops_while_its_policies_are_shown_leads_to_the_cause() {
    let (mut server, page) = with_plans(1);
    open_dashboard(&page, Talk::Policies);
    page.wait_until_there("[aria-label='Open Plan 1']");
    server.kill();
    page.click_button("Open Plan 1");
    page.wait_for_text("#policies-says", "No answer came from the dashboard");
    page.click_button("Find the cause");
    page.wait_until_gone("#dashboard-dialog[open]");
    page.wait_for_text("#doctor", "The server that this page came from no longer answers.");
    page.wait_until_there("#outcome:focus");

    server.start_again();
    open_dashboard(&page, Talk::Policies);
    wait_for("the list", || match page.text_of("#policies-says").as_deref() {
        Some("") if page.is_there("[aria-label='Open Plan 1']") => Ok(()),
        says => Err(format!("{says:?}")),
    });
    assert!(!page.is_there("#dashboard-dialog .talk__says + .talk__actions button"), "nothing is left to be mended");
    server.kill();
    page.click_button("Delete Plan 1");
    page.type_into("input[id^='delete-']", "Plan 1");
    page.click_button("Delete this policy");
    page.wait_for_text("#policies-says", "Look whether the policy is still there before you delete it again.");
    page.click_button("Find the cause");
    page.wait_for_text("#doctor", "The server that this page came from no longer answers.");
}

#[test]
fn a_long_list_says_how_far_it_is_and_can_be_stopped_with_what_came_so_far() {
    let server = Server::with(&["--faults"]);
    for number in 1..=25 {
        server.store(&json!({ "name": format!("Plan {number}") }));
    }
    let page = Page::open(&server.page());
    let slow = json!({ "match": { "path": "/api/portal/policies" }, "fault": { "kind": "slow", "ms": 1_500 } });
    server.call("PUT", "/faults", Some(&slow));
    open_dashboard(&page, Talk::Policies);
    page.wait_for_text("#policies-says", "Page 2 of 3");
    page.click_button("Stop");
    page.wait_for_text("#policies-says", "You stopped the call before an answer came.");
    page.wait_for_text(COUNT, "Filter 10 policies");
    assert!(
        !page.is_there("#dashboard-dialog .talk__says + .talk__actions button"),
        "it was asked for, so nothing is to be found"
    );
    server.call("DELETE", "/faults", None);
    page.click_button("Show all again");
    page.wait_for_text(COUNT, "Filter 25 policies");
}
