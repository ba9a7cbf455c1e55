//! A name or an id that another policy has already: found before anything is sent.

use serde_json::{Value, json};

use crate::harness::{Page, Recorder, Server};
use crate::steps::{add_api, open_policy};

/// A dashboard with this policy, a recorder in front of it, and the page with a policy that is ready to be sent.
fn with_policy(policy: &Value) -> (Server, Recorder, Page, String) {
    let server = Server::start();
    let id = server.store(policy);
    let recorder = Recorder::in_front_of(&server.origin);
    let page = Page::open(&format!("{}/", recorder.origin));
    add_api(&page, "orders");
    recorder.take();
    (server, recorder, page, id)
}

/// Holds that the question is shown and that nothing was sent.
#[track_caller]
fn assert_taken(page: &Page, recorder: &Recorder, what: &str) {
    page.click("#send");
    page.wait_for_text("#outcome", &format!("Another policy has this {what} already. Nothing was sent."));
    let calls = recorder.take();
    assert!(!calls.is_empty() && calls.iter().all(|call| call.method() == "GET"), "{calls:?}");
}

#[test]
fn a_taken_name_is_found_before_anything_is_sent_and_that_policy_can_be_updated() {
    let (server, recorder, page, id) = with_policy(&json!({ "name": "Startup Users", "rate": 1, "per": 1 }));
    assert_taken(&page, &recorder, "name");
    page.click_button("Type another name");
    page.wait_until_there("#field-name:focus");
    // A name that merely starts so is another one.
    page.type_into("#field-name", "Startup");
    page.type_into("#field-name", "Startup Users");
    assert_taken(&page, &recorder, "name");

    page.click("#taken-update");
    let table = page.wait_for_text("#comparing", &id);
    assert!(table.contains("/rate\t1\t100"), "{table}");
    page.click("#update-confirm");
    page.wait_for_text("#outcome", "The policy is updated.");
    assert_eq!((server.policies().len(), &server.policy(&id)["rate"]), (1, &json!(100)));
}

#[test]
fn a_name_of_which_another_one_is_only_the_beginning_is_free() {
    let (server, _recorder, page, _) = with_policy(&json!({ "name": "Startup Users, old" }));
    page.click("#send");
    page.wait_for_text("#outcome", "The policy is stored.");
    assert_eq!(server.policies().len(), 2);
}

#[test]
fn the_policy_that_has_the_name_can_be_opened_instead() {
    let (_server, recorder, page, _) = with_policy(&json!({ "name": "Startup Users", "rate": 1, "per": 1 }));
    assert_taken(&page, &recorder, "name");
    page.click_button("Open it instead");
    page.wait_for_text("#send", "Update policy…");
    assert_eq!(page.value_of("#field-rate"), "1");
    page.click_button("Put the other policy back");
    page.wait_for_text("#send", "Send policy");
    assert_eq!(page.value_of("#field-rate"), "100");
}

#[test]
fn a_taken_id_is_found_before_anything_is_sent() {
    let (server, recorder, page, _) = with_policy(&json!({ "name": "Somebody's", "id": "gold" }));
    let access = r#""access_rights": {"orders": {"api_id": "orders", "versions": ["Default"]}}"#;
    open_policy(&page, &format!(r#"{{"name": "Mine", "id": "gold", {access}}}"#));
    assert_taken(&page, &recorder, "id");
    page.click_button("Type another id");
    page.wait_until_there("#field-id:focus");
    page.type_into("#field-id", "silver");
    page.click("#send");
    page.wait_for_text("#outcome", "The policy is stored.");
    assert_eq!(server.policies().len(), 2);
}

#[test]
fn a_free_name_like_the_taken_one_is_offered_and_sent_with_the_next_press() {
    let (server, recorder, page, _) = with_policy(&json!({ "name": "Startup Users" }));
    server.store(&json!({ "name": "Startup Users 2" }));
    assert_taken(&page, &recorder, "name");
    page.wait_for_text("#taken-free", "Use “Startup Users 3”");
    page.click("#taken-free");
    page.wait_until_there("#send:focus");
    assert_eq!(page.value_of("#field-name"), "Startup Users 3");
    assert!(!page.is_there("#taken-free"));
    assert!(recorder.take().iter().all(|call| call.method() == "GET"), "nothing is sent unasked");
    page.click("#send");
    page.wait_for_text("#outcome", "The policy is stored.");
    let names: Vec<_> = server.policies().iter().map(|policy| policy["name"].clone()).collect();
    assert_eq!(names, ["Startup Users", "Startup Users 2", "Startup Users 3"]);
    page.click("#undo");
    assert_eq!(page.value_of("#field-name"), "Startup Users");
}

/// Where the dashboard does not say beforehand which names it has, its refusal leads to the same choices.
#[test]
fn a_name_that_is_refused_only_when_the_policy_is_sent_leads_to_the_same_choices() {
    let server = Server::with(&["--faults"]);
    let id = server.store(&json!({ "name": "Startup Users", "rate": 1, "per": 1 }));
    let page = Page::open(&server.page());
    add_api(&page, "orders");
    for choice in ["#taken-update", "#taken-free"] {
        server.go_wrong("GET", 1, &json!({ "kind": "server-error" }));
        page.click("#send");
        let says = page.wait_for_text("#outcome", "Another policy already has this name (400).");
        assert!(!says.contains("Nothing was sent"), "{says}");
        page.wait_for_text("#outcome", &id);
        page.click(choice);
        if choice == "#taken-update" {
            page.wait_for_text("#comparing", "/rate\t1\t100");
            page.click_button("Cancel");
        }
    }
    assert_eq!(page.value_of("#field-name"), "Startup Users 2");
    page.click("#send");
    page.wait_for_text("#outcome", "The policy is stored.");
    assert_eq!(server.policies().len(), 2);
}
