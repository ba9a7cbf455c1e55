//! A policy from one dashboard to another, where the same APIs have other ids.

use serde_json::{Value, json};

use crate::harness::{Page, SECOND_KEY, Server};
use crate::steps::{connect, json_pane, open_stored};

/// "Orders" and "Users" of the first organisation, and "Orders" and "Payments" of the second one.
const ORDERS: &str = "7d3c1f0a52e94b6c8a1d0f9e6b4c2a01";
const ORDERS_THERE: &str = "e18b64f7d2c94a05b37f9a6c0d5e3b11";
const PAYMENTS_THERE: &str = "40f7c2a9e6b34d18a5d0b8e37c9f6112";

/// A policy of one dashboard, open in its page, which is connected to another dashboard.
fn on_the_way() -> (Server, Server, Page) {
    on_the_way_to(Server::with(&["--faults"]))
}

/// The same on the way to this dashboard.
fn on_the_way_to(there: Server) -> (Server, Server, Page) {
    let here = Server::start();
    there.only_let_in(&here.origin);
    let access = json!({
        ORDERS: { "api_id": ORDERS, "api_name": "Orders", "versions": ["Default"] },
        "legacy": { "api_id": "legacy", "api_name": "Old payments", "versions": ["Default"] },
    });
    here.store(&json!({ "name": "Gold plan", "rate": 5, "per": 60, "access_rights": access }));
    let page = Page::open(&here.page());
    open_stored(&page, "Gold plan");
    assert!(!page.is_there("#map-apis"), "it is this dashboard's");
    connect(&page, &there.origin, "");
    page.type_into("#connection-key", SECOND_KEY);
    (here, there, page)
}

#[test]
fn its_apis_get_the_ids_of_the_other_dashboard_and_send_makes_a_new_policy_there() {
    let (here, there, page) = on_the_way();
    let says = format!("This policy was opened from {}. Its APIs may have other ids here.", here.origin);
    page.wait_for_text("#moving-here", &says);
    page.wait_for_text("#send", "Send policy");
    page.click("#map-apis");
    let table = page.wait_for_text("#moving", "Which APIs are meant here?");
    assert!(table.contains("nothing: please choose"), "{table}");
    assert_eq!(page.value_of("#moving tbody tr:nth-child(1) select"), ORDERS_THERE, "it has the same name");
    assert_eq!(page.value_of("#moving tbody tr:nth-child(2) select"), "");
    assert!(json_pane(&page).contains(ORDERS), "nothing changes before it is said");
    page.choose("#moving tbody tr:nth-child(2) select", PAYMENTS_THERE);
    page.click("#move-confirm");
    page.wait_for_text("main [role='status']", "The policy is ready for this dashboard, with 2 ids of its own.");
    page.wait_until_gone("#moving-here");

    let body: Value = serde_json::from_str(&json_pane(&page)).expect("the pane holds JSON");
    assert_eq!(body["access_rights"][ORDERS_THERE]["api_id"], json!(ORDERS_THERE));
    assert_eq!(body["access_rights"][PAYMENTS_THERE]["api_name"], json!("Payments"));
    for name in ["_id", "org_id", "date_created", "last_updated"] {
        assert_eq!(body.get(name), None, "{name} in {body}");
    }
    page.click("#send");
    page.wait_for_text("#outcome", "The policy is stored.");
    page.wait_for_text("#outcome", "Read back: every field is stored as it was sent.");
    let posts = there.calls().into_iter().filter(|(method, _)| method == "POST").collect::<Vec<_>>();
    assert_eq!(posts, [("POST".to_owned(), Some(200))]);
    let left = here.policies();
    assert_eq!((left.len(), &left[0]["rate"]), (1, &json!(5)), "what it was copied from stays");
}

#[test]
fn without_the_list_of_apis_the_reason_is_said_and_the_policy_stays_as_it_is() {
    let (_here, _there, page) = on_the_way();
    let before = json_pane(&page);
    page.type_into("#connection-key", "nobody's");
    page.click("#map-apis");
    page.wait_for_text("#moving-here", "The dashboard does not know this API key (401).");
    page.wait_for_text("#other-form", "Bearer");
    assert!(!page.is_there("#moving"));

    page.type_into("#connection-key", SECOND_KEY);
    page.click("#map-apis");
    page.wait_until_there("#move-confirm");
    page.click_button("Cancel");
    page.wait_until_gone("#moving");
    assert_eq!(json_pane(&page), before);
}

#[test]
fn among_four_hundred_apis_the_one_that_is_meant_is_found_by_typing() {
    let (_here, _there, page) = on_the_way_to(Server::with(&["--faults", "--generated-apis", "400"]));
    page.click("#map-apis");
    let table = page.wait_for_text("#moving", "of the 408 APIs. An empty field keeps the id.");
    assert!(table.contains("nothing: please choose"), "{table}");
    let (orders, legacy) = ("#moving-0", "#moving-1");
    assert_eq!([orders, legacy].map(|field| page.value_of(field)), ["Orders /orders/", ""]);
    page.type_into(legacy, "generated/17");
    page.wait_until_there(&format!("{legacy}-options option[value='Generated API 17 /generated/17/']"));
    assert!(page.text_of("#moving").unwrap_or_default().contains("please choose"), "nothing is guessed");
    page.type_into(legacy, "Generated API 17 /generated/17/");
    page.wait_for_text("#moving", "you chose it");
    // Who empties the field of a matched one keeps its id.
    page.type_into(orders, "");
    page.wait_for_text("#moving", "nothing: the id is kept");
    page.click("#move-confirm");
    page.wait_for_text("main [role='status']", "The policy is ready for this dashboard, with 1 id of its own.");
    let body: Value = serde_json::from_str(&json_pane(&page)).expect("the pane holds JSON");
    let rights = body["access_rights"].as_object().expect("an object");
    assert_eq!(rights[ORDERS]["api_name"], json!("Orders"));
    let moved = rights.values().find(|entry| entry["api_name"] == json!("Generated API 17"));
    assert!(moved.is_some() && rights.len() == 2, "{body}");
}

#[test]
fn a_dashboard_that_does_not_answer_is_looked_into_before_anything_moves() {
    let (_here, mut there, page) = on_the_way();
    there.kill();
    page.click("#map-apis");
    page.wait_for_text("#moving-here", "No answer came from the dashboard");
    page.wait_for_text("#doctor", "Nothing answers at this host and port");
    assert!(!page.is_there("#moving"));
}
