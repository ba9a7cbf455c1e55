//! The same first policy without a mouse.

use crate::harness::{ENTER, ESCAPE, Page, RIGHT, Server, TAB};
use crate::steps::{API_TOGGLE, LISTED_API};

#[test]
fn a_policy_can_be_made_with_the_keyboard_alone() {
    let server = Server::start();
    let page = Page::open(&server.page());

    page.tab_to("#field-access_rights");
    page.press(ENTER);
    page.wait_until_there("#picker-filter");
    page.tab_to("#picker-filter");
    page.press("orders");
    page.tab_to(LISTED_API);
    page.press(ENTER);
    page.wait_for_text(API_TOGGLE, "Orders");
    page.wait_until_there("button[id$='-toggle']:focus");

    page.tab_to("#send");
    page.press(ENTER);
    page.wait_for_text("#outcome", "The policy is stored.");
    page.wait_until_there("#outcome:focus");
    let id = page.text_of("#policy-id").expect("an id");
    assert_eq!(server.policy(&id)["name"], "Startup Users");
}

#[test]
fn the_list_of_apis_closes_with_escape_and_gives_the_focus_back() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.tab_to("#field-access_rights");
    page.press(ENTER);
    page.wait_until_there("#picker-filter");
    page.tab_to("#picker-filter");
    page.press(ESCAPE);
    page.wait_until_there("#field-access_rights:focus");
    assert!(!page.is_there("#picker-filter"));
}

#[test]
fn the_arrow_keys_go_from_tab_to_tab_and_from_option_to_option() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.tab_to("#field-state-0");
    page.press(RIGHT);
    page.wait_until_there("#field-state-1:checked:focus");
    page.tab_to("#tab-curl");
    page.press(RIGHT);
    page.wait_until_there("#tab-json[aria-selected='true']:focus");
    assert!(page.code("json").contains("\"state\": \"draft\""), "{}", page.code("json"));
}

#[test]
fn the_dialog_is_left_with_escape_and_the_focus_is_where_it_was() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.tab_to("#open");
    page.press(ENTER);
    page.wait_until_there("#open-dialog[open]");
    page.press(TAB);
    page.press(ESCAPE);
    page.wait_until_there("#open-dialog:not([open])");
    assert_eq!(page.focused(), "open");
}
