//! Updating a stored policy: what changes is shown before it is sent, and what somebody else changed meanwhile.

use serde_json::{Value, json};

use crate::harness::{Call, Page, Recorder, Server};
use crate::steps::{Talk, add_api, json_pane, open_dashboard, open_stored, send_and_read_id};

const NAME: &str = "Gold plan";

/// A dashboard with one policy, a recorder in front of it, and the page with that policy open and its rate changed.
fn edited() -> (Server, Recorder, Page, String) {
    let server = Server::with(&["--faults"]);
    let access = json!({ "orders": { "api_id": "orders", "api_name": "Orders", "versions": ["Default"] } });
    let policy = json!({ "name": NAME, "rate": 5, "per": 60, "tags": ["a"], "unknown": 1.50, "access_rights": access });
    let id = server.store(&policy);
    let recorder = Recorder::in_front_of(&server.origin);
    let page = Page::open(&format!("{}/", recorder.origin));
    open_stored(&page, NAME);
    page.type_into("#field-rate", "7");
    recorder.take();
    (server, recorder, page, id)
}

/// The methods that came, in order.
fn methods(recorder: &Recorder) -> Vec<String> {
    recorder.take().iter().map(|call| call.method().to_owned()).collect()
}

/// Changes the stored policy as somebody else does.
fn change(server: &Server, id: &str, name: &str, value: Value) {
    let mut policy = server.policy(id);
    policy[name] = value;
    server.call("PUT", &format!("/api/portal/policies/{id}"), Some(&policy));
}

#[test]
fn an_update_with_errors_says_so_before_it_is_sent() {
    let (_server, recorder, page, _id) = edited();
    page.type_into("#field-rate", "12x");
    page.click("#send");
    page.wait_for_text("#comparing", "The policy has 1 error.");
    assert_eq!(methods(&recorder), ["GET"]);
    page.type_into("#field-rate", "7");
    page.wait_until_gone("#comparing [data-kind='failure']");
}

#[test]
fn what_changes_is_shown_first_and_then_the_bytes_of_the_pane_are_put_and_read_back() {
    let (server, recorder, page, id) = edited();
    page.click("#send");
    let table = page.wait_for_text("#comparing", "1 field is changed by this update.");
    assert!(table.contains("/rate\t5\t7") && table.contains(&id), "{table}");
    page.wait_until_there("#outcome:focus");
    assert_eq!(methods(&recorder), ["GET"]);

    let shown = json_pane(&page);
    page.click("#update-confirm");
    page.wait_for_text("#outcome", "The policy is updated.");
    page.wait_for_text("#outcome", "Read back: every field is stored as it was sent.");
    // The page itself comes from there, too, and its JSON editor came meanwhile.
    let is_call = |call: &Call| call.path().starts_with("/api/");
    let calls: Vec<_> = recorder.take().into_iter().filter(is_call).collect();
    assert_eq!(calls.iter().map(|call| call.method()).collect::<Vec<_>>(), ["PUT", "GET"]);
    assert_eq!((calls[0].path(), calls[0].text()), (format!("/api/portal/policies/{id}").as_str(), shown.as_str()));
    assert_eq!([&server.policy(&id)["rate"], &server.policy(&id)["tags"]], [&json!(7), &json!(["a"])]);

    // What lies on the desk is what is stored now.
    page.click("#send");
    page.wait_for_text("#comparing", "There is nothing to update.");
}

#[test]
fn what_somebody_else_changed_meanwhile_is_said_and_cancelling_leaves_it() {
    let (server, recorder, page, id) = edited();
    change(&server, &id, "quota_max", json!(1_000));
    page.click("#send");
    let says = page.wait_for_text("#comparing", "Since you opened it, 1 field is changed on the dashboard.");
    assert!(says.contains("/quota_max") && says.contains("Update all the same"), "{says}");
    recorder.take();
    page.click_button("Cancel");
    page.wait_until_gone("#comparing");
    assert_eq!(methods(&recorder), Vec::<String>::new());
    assert_eq!([&server.policy(&id)["rate"], &server.policy(&id)["quota_max"]], [&json!(5), &json!(1_000)]);

    page.click("#send");
    page.click("#update-confirm");
    page.wait_for_text("#outcome", "The policy is updated.");
    assert_eq!(server.policy(&id)["rate"], json!(7));
}

#[test]
fn what_is_edited_after_the_table_was_shown_is_shown_before_it_is_sent() {
    let (server, recorder, page, id) = edited();
    page.click("#send");
    page.wait_for_text("#comparing", "1 field is changed");
    page.type_into("#field-per", "30");
    page.click("#update-confirm");
    let says = page.wait_for_text("#comparing", "You edited the policy since this was shown.");
    assert!(says.contains("/per\t60\t30"), "{says}");
    assert!(!methods(&recorder).contains(&"PUT".to_owned()));
    page.click("#update-confirm");
    page.wait_for_text("#outcome", "The policy is updated.");
    assert_eq!([&server.policy(&id)["rate"], &server.policy(&id)["per"]], [&json!(7), &json!(30)]);
}

/// Confirming would put the other policy in the place of this one.
#[test]
fn opening_another_policy_closes_the_question() {
    let (server, recorder, page, id) = edited();
    server.store(&json!({ "name": "Silver plan" }));
    page.click("#send");
    page.wait_until_there("#update-confirm");
    open_stored(&page, "Silver plan");
    page.wait_until_gone("#update-confirm");
    assert!(!methods(&recorder).contains(&"PUT".to_owned()));
    assert_eq!(server.policy(&id)["name"], NAME);
}

#[test]
fn a_field_that_is_stored_differently_is_shown_after_sending_and_after_updating() {
    let (server, _recorder, page, id) = edited();
    let fault = json!({ "kind": "stores-differently", "field": "rate", "value": 3 });
    server.go_wrong("PUT", 1, &fault);
    page.click("#send");
    page.click("#update-confirm");
    let says = page.wait_for_text("#outcome", "Read back: 1 field is stored differently from what was sent.");
    assert!(says.contains("/rate\t7\t3"), "{says}");
    assert_eq!(server.policy(&id)["rate"], json!(3));

    page.type_into("#field-name", "Another plan");
    server.go_wrong("POST", 1, &json!({ "kind": "stores-differently", "field": "tags" }));
    page.click("#send-new");
    page.wait_for_text("#outcome", "The policy is stored.");
    let says = page.wait_for_text("#outcome", "Read back: 1 field is stored differently from what was sent.");
    assert!(says.contains("/tags"), "{says}");
}

#[test]
fn a_policy_that_was_just_sent_is_updated_by_the_next_send() {
    let server = Server::start();
    let page = Page::open(&server.page());
    add_api(&page, "orders");
    let id = send_and_read_id(&page);
    page.wait_for_text("#send", "Update policy…");
    page.type_into("#field-name", "A better name");
    page.click("#send");
    page.click("#update-confirm");
    page.wait_for_text("#outcome", "The policy is updated.");
    assert_eq!((server.policies().len(), &server.policy(&id)["name"]), (1, &json!("A better name")));
    open_dashboard(&page, Talk::Policies);
    page.wait_until_there("[aria-label='Open A better name']");
}

#[test]
fn an_update_that_fails_says_so_in_its_own_words_and_the_stored_policy_stays() {
    let (server, _recorder, page, id) = edited();
    for (fault, what, way_out) in [
        (
            "server-error",
            "The dashboard failed while it changed the policy (500).",
            "The stored policy is probably unchanged.",
        ),
        ("error-in-200", "The dashboard answered, but not with Status OK.", "Nothing was changed."),
        ("html", "A web page answered, but it is not the Dashboard's API (200).", "a login page"),
    ] {
        server.go_wrong("PUT", 1, &json!({ "kind": fault }));
        page.click("#send");
        page.click("#update-confirm");
        page.wait_for_text("#outcome", what);
        page.wait_for_text("#outcome", way_out);
        assert_eq!(
            (server.policy(&id)["rate"].clone(), page.value_of("#field-rate")),
            (json!(5), "7".to_owned()),
            "{fault}"
        );
        page.wait_for_text("#send", "Update policy…");
    }
    page.click("#send");
    page.click("#update-confirm");
    page.wait_for_text("#outcome", "The policy is updated.");
}

#[test]
fn an_update_whose_answer_is_lost_says_where_to_look_and_the_next_press_shows_that_it_arrived() {
    let (server, recorder, page, id) = edited();
    // More often than any browser tries a call by itself.
    server.go_wrong("PUT", 20, &json!({ "kind": "answer-lost" }));
    page.click("#send");
    page.click("#update-confirm");
    page.wait_for_text("#outcome", "No answer came from the dashboard, and the browser does not say why.");
    page.wait_for_text("#doctor", "The connection broke before the answer was there.");
    page.wait_for_text("#doctor", "Look in the dashboard");
    assert_eq!(server.policy(&id)["rate"], json!(7));
    recorder.take();
    page.click("#send");
    page.wait_for_text("#comparing", "There is nothing to update.");
    assert!(!methods(&recorder).contains(&"PUT".to_owned()));
}

#[test]
fn a_policy_that_was_deleted_before_the_update_was_confirmed_can_be_sent_as_a_new_one() {
    let (server, _recorder, page, id) = edited();
    page.click("#send");
    page.wait_until_there("#update-confirm");
    server.call("DELETE", &format!("/api/portal/policies/{id}"), None);
    page.click("#update-confirm");
    page.wait_for_text("#outcome", "The dashboard has no policy with this id (404).");
    page.wait_for_text("#outcome", "Send yours as a new policy.");
    assert_eq!(server.policies().len(), 0);
    page.click("#send-new");
    page.wait_for_text("#outcome", "The policy is stored.");
    assert_eq!(server.policies()[0]["rate"], json!(7));
}
