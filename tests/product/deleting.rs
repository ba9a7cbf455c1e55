//! Deleting a stored policy: only by typing its name.

use serde_json::json;

use crate::harness::{Page, Server, wait_for};
use crate::steps::{Talk, open_dashboard, open_policy, open_stored};

/// A dashboard with two policies, and the page with the first one open.
fn two_policies() -> (Server, Page, String) {
    let server = Server::with(&["--faults"]);
    let id = server.store(&json!({ "name": "Gold plan" }));
    server.store(&json!({ "name": "Silver plan" }));
    let page = Page::open(&server.page());
    open_stored(&page, "Gold plan");
    server.call("DELETE", "/faults", None);
    (server, page, id)
}

#[test]
fn a_policy_is_deleted_only_by_typing_its_name_and_stays_on_the_desk() {
    let (server, page, id) = two_policies();
    open_dashboard(&page, Talk::Policies);
    page.click_button("Delete Gold plan");
    let field = format!("#delete-{id}");
    for wrong in ["", "gold plan", "Silver plan"] {
        page.type_into(&field, wrong);
        page.click_button("Delete this policy");
        page.wait_for_text("#dashboard-dialog [role='alert']", "That is not its name.");
    }
    assert_eq!(server.policies().len(), 2);
    assert!(server.calls().iter().all(|(method, _)| method == "GET"), "{:?}", server.calls());

    page.type_into(&field, "Gold plan");
    page.click_button("Delete this policy");
    page.wait_until_gone("[aria-label='Open Gold plan']");
    let left = server.policies();
    assert_eq!((left.len(), &left[0]["name"]), (1, &json!("Silver plan")));

    page.click("label[for='talk-2']");
    page.wait_for_text("#dashboard-dialog", &format!("DELETE 200\n{}/api/portal/policies/{id}", server.origin));
    page.click("#talk-close");
    page.wait_for_text("main [role='status']", "“Gold plan” is deleted on the dashboard.");
    assert_eq!(page.value_of("#field-name"), "Gold plan");
    page.wait_for_text("#send", "Send policy");
}

#[test]
fn a_policy_that_could_not_be_deleted_stays_in_the_list_with_the_reason() {
    let (server, page, id) = two_policies();
    server.go_wrong("DELETE", 1, &json!({ "kind": "server-error" }));
    open_dashboard(&page, Talk::Policies);
    page.click_button("Delete Gold plan");
    page.type_into(&format!("#delete-{id}"), "Gold plan");
    page.click_button("Delete this policy");
    page.wait_for_text("#policies-says", "The dashboard failed while it deleted the policy (500).");
    assert!(page.is_there("[aria-label='Open Gold plan']"));
    let deletes = || server.calls().into_iter().filter(|(method, _)| method == "DELETE").collect::<Vec<_>>();
    wait_for("one call", || if deletes().len() == 1 { Ok(()) } else { Err(format!("{:?}", deletes())) });
    assert_eq!(server.policies().len(), 2);
}

/// The answer to a new policy names the id of the database, and the list its own id.
#[test]
fn a_policy_with_an_id_of_its_own_that_was_just_sent_is_no_longer_stored_once_it_is_deleted_in_the_list() {
    let server = Server::start();
    let page = Page::open(&server.page());
    let access = r#""access_rights": {"orders": {"api_id": "orders", "versions": ["Default"]}}"#;
    open_policy(&page, &format!(r#"{{"name": "Gold plan", "id": "gold", "rate": 1, "per": 60, {access}}}"#));
    page.click("#send");
    page.wait_for_text("#send", "Update policy…");
    open_dashboard(&page, Talk::Policies);
    page.wait_for_text("#dashboard-dialog li", "gold");
    page.click_button("Delete Gold plan");
    page.type_into("input[id^='delete-']", "Gold plan");
    page.click_button("Delete this policy");
    page.wait_until_gone("[aria-label='Open Gold plan']");
    page.wait_for_text("#send", "Send policy");
    page.click("#talk-close");
    assert_eq!(server.policies().len(), 0);
    page.click("#send");
    page.wait_for_text("#outcome", "The policy is stored.");
    assert_eq!(server.policies()[0]["id"], json!("gold"));
}
