//! The first five minutes: from the page as it opens to a policy in the dashboard.

use serde_json::{Value, json};

use crate::harness::{Page, Server};
use crate::steps::{FINDINGS, choose_api, findings, send_and_read_id};

#[test]
fn the_page_starts_with_the_tutorials_policy_and_one_thing_left_to_fill_in() {
    let server = Server::start();
    let page = Page::open(&server.page());
    assert_eq!(page.value_of("#field-name"), "Startup Users");
    let left = findings(&page);
    assert!(left.starts_with("1 warning") && left.contains("R12 no-access"), "{left}");
    choose_api(&page, "Orders");
    // The tutorial does not say how long keys live: a hint, and nothing to mend.
    page.wait_for_text(FINDINGS, "1 hint");
}

#[test]
fn a_sample_api_and_one_press_of_send_make_a_policy_that_survives_a_restart() {
    let mut server = Server::start();
    let page = Page::open(&server.page());
    choose_api(&page, "Orders");
    let id = send_and_read_id(&page);

    let stored = server.policy(&id);
    assert_eq!((&stored["_id"], &stored["name"]), (&json!(id), &json!("Startup Users")));
    let orders = "7d3c1f0a52e94b6c8a1d0f9e6b4c2a01";
    assert_eq!(stored["access_rights"][orders]["api_name"], json!("Orders"));
    assert_eq!([&stored["rate"], &stored["per"], &stored["quota_max"]], [&json!(100), &json!(1), &json!(10_000)]);

    server.restart();
    assert_eq!(server.policy(&id), stored);
}

#[test]
fn the_whole_reply_is_shown_with_the_key_that_uses_the_policy() {
    let server = Server::start();
    let page = Page::open(&server.page());
    choose_api(&page, "Orders");
    let id = send_and_read_id(&page);

    let reply = page.text_of("#outcome dl").unwrap_or_default();
    let words: Vec<_> = reply.split_whitespace().collect();
    let message = format!("\"{id}\"");
    assert_eq!(words, ["Status", "\"OK\"", "Message", &message, "Meta", "null", "ID", "absent"]);

    let key = |says| -> Value { serde_json::from_str(&unfolded(&page, says)).expect("a key is JSON") };
    assert_eq!(key("Key with apply_policies")["apply_policies"], json!([id]));
    assert_eq!(key("Older form, with apply_policy_id")["apply_policy_id"], json!(id));
}

/// What is below a summary of the outcome after it was pressed.
#[track_caller]
fn unfolded(page: &Page, says: &str) -> String {
    let script = "const all = [...document.querySelectorAll('#outcome summary')];
        const summary = all.find(each => each.textContent === arguments[0]);
        summary?.click();
        return summary?.parentElement.querySelector('pre')?.innerText";
    page.run(script, &[says]).as_str().unwrap_or_else(|| panic!("nothing is below {says}")).to_owned()
}
