//! Steps back and forth through a whole visit.

use crate::harness::{CONTROL, Page, SHIFT, Server};
use crate::steps::{add_api, json_pane, open_policy};

fn page() -> (Server, Page) {
    let server = Server::start();
    let page = Page::open(&server.page());
    (server, page)
}

/// Undo, by its keys, from wherever the focus is.
fn undo(page: &Page) {
    page.press_with(&[CONTROL], "z");
}

#[test]
fn typing_in_one_field_is_one_step_and_each_press_is_one() {
    let (_server, page) = page();
    let start = json_pane(&page);
    page.type_into("#field-name", "Gold plan");
    page.type_into("#field-rate", "250");
    page.click("label[for='field-quota_max-choice-1']");
    let end = json_pane(&page);
    assert!(end.contains("Gold plan") && end.contains("250") && end.contains("\"quota_max\": -1"), "{end}");

    page.click("#undo");
    assert!(json_pane(&page).contains("\"quota_max\": 10000"));
    page.click("#undo");
    assert_eq!(page.value_of("#field-rate"), "100");
    page.wait_until_there("#field-rate:focus");
    page.click("#undo");
    assert_eq!(json_pane(&page), start);
    page.wait_until_there("#undo[aria-disabled='true']");

    for _ in 0..3 {
        page.click("#redo");
    }
    assert_eq!(json_pane(&page), end);
    page.wait_until_there("#redo[aria-disabled='true']");
}

#[test]
fn the_keys_undo_in_the_form_and_leave_other_fields_to_the_browser() {
    let (_server, page) = page();
    page.type_into("#field-name", "Gold");
    undo(&page);
    page.wait_for_text("h1", "Startup Users");
    assert_eq!(page.value_of("#field-name"), "Startup Users");
    page.press_with(&[CONTROL, SHIFT], "z");
    page.wait_for_text("h1", "Gold");

    page.type_into("#connection-address", "https://dash.example");
    undo(&page);
    page.wait_for_text("h1", "Gold");
}

#[test]
fn an_api_that_was_taken_out_comes_back_with_what_was_typed_in_it() {
    let (_server, page) = page();
    add_api(&page, "orders");
    let with = json_pane(&page);
    page.click(".api__head [aria-label^='Remove']");
    page.wait_until_gone(".api");
    page.click("#undo");
    page.wait_until_there(".api");
    assert_eq!(json_pane(&page), with);
}

#[test]
fn another_policy_and_its_way_back_are_steps_among_the_others() {
    let (_server, page) = page();
    page.type_into("#field-name", "Mine");
    let mine = json_pane(&page);
    open_policy(&page, r#"{"name": "Theirs"}"#);
    page.type_into("#field-name", "Theirs, edited");
    page.click_button("Put the other policy back");
    page.wait_for_text("h1", "Mine");
    assert_eq!(json_pane(&page), mine);
    page.click_button("Bring it again");
    page.wait_for_text("h1", "Theirs");
    page.click("#redo");
    page.wait_for_text("h1", "Theirs, edited");
}
