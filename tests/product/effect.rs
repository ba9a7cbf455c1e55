//! The Effect pane: what a key gets from the policy, in words and in tables, and where each value comes from.

use crate::harness::{ENTER, Page, RIGHT, Server, wait_for};
use crate::steps::{choose_api, open_policy};

/// A policy with an API of two paths, one of them loose.
const ORDERS: &str = r#"{"name": "Orders", "active": true, "rate": 10, "per": 1, "quota_max": 1000, "quota_renewal_rate": 3600,
    "access_rights": {"orders": {"api_id": "orders", "api_name": "Orders", "versions": ["Default"],
    "allowed_urls": [{"url": "/orders", "methods": ["GET"]}, {"url": "^/items$", "methods": ["POST"]}]}}}"#;

/// Opens the pane on a policy.
fn with_effect(policy: &str) -> (Server, Page) {
    let server = Server::start();
    let page = Page::open(&server.page());
    open_policy(&page, policy);
    page.click("#tab-effect");
    page.wait_until_there("#effect-words");
    (server, page)
}

#[track_caller]
fn wait_for_focus(page: &Page, id: &str) {
    wait_for(&format!("the focus in {id}"), || {
        let focused = page.focused();
        if focused == id { Ok(()) } else { Err(focused) }
    });
}

#[test]
fn what_a_key_gets_is_said_in_words_and_in_tables_and_follows_an_edit() {
    let (_server, page) = with_effect(ORDERS);
    page.wait_for_text("#effect-words", "Keys on this policy may call Orders.");
    page.wait_for_text("#effect-words", "10 requests in any second");
    page.wait_for_text(".effect__counters", "10 requests in any second");
    page.type_into("#field-rate", "25");
    page.wait_for_text("#effect-words", "25 requests in any second");
    page.wait_for_text(".effect__counters", "25 requests in any second");
    page.click(".effect-api summary");
    page.wait_for_text(".effect-api .facts", "GET");
}

#[test]
fn the_arrow_keys_lead_through_all_three_tabs() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.tab_to("#tab-curl");
    for tab in ["tab-json", "tab-effect", "tab-curl"] {
        page.press(RIGHT);
        wait_for_focus(&page, tab);
    }
    page.press("\u{e012}");
    wait_for_focus(&page, "tab-effect");
    page.wait_until_there("#effect-words");
}

#[test]
fn each_value_leads_to_its_field_by_mouse_and_by_keyboard() {
    let (_server, page) = with_effect(ORDERS);
    page.click("[aria-label='Go to /rate']");
    wait_for_focus(&page, "field-rate");
    page.tab_to("[aria-label='Go to /quota_max']");
    page.press(ENTER);
    wait_for_focus(&page, "field-quota_max");
}

#[test]
fn without_an_api_the_pane_says_so_and_leads_to_the_place() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.click("#tab-effect");
    page.wait_for_text(".effect__none", "may call nothing");
    page.click("#effect-add-api");
    wait_for_focus(&page, "field-access_rights");
    choose_api(&page, "Orders");
    page.wait_for_text("#effect-words", "may call Orders");
}

#[test]
fn what_is_refused_is_said_first_with_its_fix() {
    let policy = ORDERS.replace("\"rate\": 10", "\"partitions\": {\"per_api\": true, \"quota\": true}, \"rate\": 10");
    let (_server, page) = with_effect(&policy);
    page.wait_for_text(".effect__refused", "refused");
    page.wait_for_text("#effect-words", "refused");
}

#[test]
fn a_text_that_cannot_be_read_pauses_the_pane() {
    let (_server, page) = with_effect(ORDERS);
    page.click("#tab-json");
    page.wait_until_there("#json-text");
    page.paste_into("#json-text", "{\"name\": ");
    page.click("#tab-effect");
    page.wait_for_text("#effect-paused", "cannot be read");
    assert!(!page.is_there("#effect-words"));
    page.click("#unreadable-drop");
    page.wait_for_text("#effect-words", "Orders");
}

#[test]
fn two_thousand_apis_are_summed_up_and_the_filter_finds_each() {
    let entries: Vec<_> = (0..2_000)
        .map(|number| format!(r#""api-{number}": {{"api_id": "api-{number}", "api_name": "API {number}"}}"#))
        .collect();
    let policy = format!(
        r#"{{"name": "Many", "active": true, "rate": 5, "per": 1, "access_rights": {{{}}}}}"#,
        entries.join(",")
    );
    let (_server, page) = with_effect(&policy);
    page.wait_for_text("#effect-words", "2,000 APIs");
    let drawn = page.run("return document.querySelectorAll('.effect-api').length", &[]);
    assert!(drawn.as_u64().is_some_and(|drawn| drawn > 0 && drawn <= 100), "{drawn}");
    page.type_into("#effect-filter", "api-1999");
    page.wait_for_text(".effect-api", "API 1999");
    page.type_into("#field-rate", "7");
    page.wait_for_text("#effect-words", "7 requests");
}
