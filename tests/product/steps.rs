//! What several tests do with the page, in the user's words.

use crate::harness::{Call, Page, Recorder, wait_for};

/// Where the findings are counted and listed.
pub const FINDINGS: &str = "[aria-label='Findings']";
/// Where the page says whether the policy is ready to be sent.
pub const READINESS: &str = "header";
/// An API in the list of those that the dashboard has.
pub const LISTED_API: &str = "[aria-label='APIs of the dashboard'] li button";
/// What opens an API of the policy.
pub const API_TOGGLE: &str = "button[id$='-toggle']";

/// Adds the sample API of this name from the dashboard's list.
#[track_caller]
pub fn choose_api(page: &Page, name: &str) {
    page.click("#field-access_rights");
    page.type_into("#picker-filter", name);
    page.click(LISTED_API);
    page.wait_for_text(API_TOGGLE, name);
    page.click_button("Close the list");
}

/// Adds an API that no list names.
#[track_caller]
pub fn add_api(page: &Page, id: &str) {
    page.click_button("Add an API by its id");
    page.type_into("input[id$='-api_id']", id);
}

/// Says where the dashboard is, and the key.
#[track_caller]
pub fn connect(page: &Page, address: &str, key: &str) {
    page.type_into("#connection-address", address);
    page.type_into("#connection-key", key);
}

/// Pastes a policy's JSON into the box and opens it.
#[track_caller]
pub fn open_policy(page: &Page, json: &str) {
    page.click("#open");
    page.paste_into("#open-text", json);
    page.click("#open-confirm");
    page.wait_for_text("main [role='status']", "Opened");
}

/// Sends and gives the id of the stored policy.
#[track_caller]
pub fn send_and_read_id(page: &Page) -> String {
    page.click("#send");
    page.wait_for_text("#outcome", "The policy is stored.");
    let id = page.text_of("#policy-id").expect("an id");
    assert!(id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "24 hex digits: {id}");
    id
}

/// Sends and gives what the recorder saw of it, whatever becomes of it.
#[track_caller]
pub fn send_and_take(page: &Page, recorder: &Recorder) -> Call {
    recorder.take();
    page.click("#send");
    wait_for("the outcome", || {
        let outcome = page.text_of("#outcome").unwrap_or_default();
        let is_over = !outcome.is_empty() && page.text_of("#send").as_deref() == Some("Send policy");
        if is_over { Ok(()) } else { Err(outcome) }
    });
    recorder.take_post()
}

/// All findings, as the bar at the foot shows them.
#[track_caller]
pub fn findings(page: &Page) -> String {
    if page.is_there("[aria-label='Findings'] [aria-expanded='false']") {
        page.click_button("Show all");
        page.wait_until_there("[aria-label='Findings'] [aria-expanded='true']");
    }
    page.text_of(FINDINGS).unwrap_or_default()
}
