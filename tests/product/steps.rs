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

/// The parts of the dialog about the dashboard.
#[derive(Clone, Copy)]
pub enum Talk {
    Policies,
    Connections,
    History,
}

/// Opens the dialog about the dashboard at one of its parts.
#[track_caller]
pub fn open_dashboard(page: &Page, part: Talk) {
    page.click("#dashboard");
    page.click(&format!("label[for='talk-{}']", part as u8));
}

/// Opens the dashboard's policy of this name.
#[track_caller]
pub fn open_stored(page: &Page, name: &str) {
    open_dashboard(page, Talk::Policies);
    page.click_button(&format!("Open {name}"));
    page.wait_until_gone("#dashboard-dialog[open]");
    page.wait_for_text("h1", name);
}

/// The JSON body as it is shown, and the command line above it again afterwards.
#[track_caller]
pub fn json_pane(page: &Page) -> String {
    page.click("#tab-json");
    let json = page.code("json");
    page.click("#tab-curl");
    json
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
        let label = page.text_of("#send").unwrap_or_default();
        // Before the headline the part of the page that draws it may still be under way.
        let is_over = page.is_there(".outcome__headline") && label == "Send policy";
        if is_over { Ok(()) } else { Err(label) }
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

/// Presses a command of one of the menus of the head.
#[track_caller]
pub fn command(page: &Page, menu: &str, name: &str) {
    page.click(menu);
    page.click(&format!("[data-command='{name}']"));
}
