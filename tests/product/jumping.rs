//! The box that leads anywhere by name, and the list of keys.

use crate::harness::{CONTROL, DOWN, ENTER, ESCAPE, Page, Server, wait_for};
use crate::steps::{add_api, open_policy};

/// Opens the box by its keys and types a name.
#[track_caller]
fn jump_to(page: &Page, name: &str) {
    page.press_with(&[CONTROL], "k");
    page.wait_until_there("#jump-input:focus");
    page.type_into("#jump-input", name);
}

#[test]
fn a_field_a_finding_an_api_and_a_command_are_found_by_their_names_and_gone_to() {
    let server = Server::start();
    let page = Page::open(&server.page());
    add_api(&page, "orders-7");
    page.type_into("#field-rate", "12x");

    jump_to(&page, "quota_max");
    page.wait_for_text("#jump-0", "quota_max");
    page.press(ENTER);
    page.wait_until_there("#field-quota_max:focus");

    jump_to(&page, "wrong-type");
    page.wait_for_text("#jump-0", "/rate");
    page.press(ENTER);
    page.wait_until_there("#field-rate:focus");

    jump_to(&page, "orders-7");
    wait_for("the API", || {
        let first = page.text_of("#jump-0").unwrap_or_default();
        if first.contains("API") { Ok(()) } else { Err(first) }
    });
    page.press(ENTER);
    page.wait_until_there("[id$='-toggle']:focus");

    jump_to(&page, "open a policy");
    page.wait_for_text("#jump-0", "command");
    page.press(ENTER);
    page.wait_until_there("#open-text");
}

#[test]
fn every_way_to_add_an_api_is_found_and_leads_to_the_form_on_a_narrow_page_too() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.resize(600, 800, 1);
    page.click("#narrow-preview");
    jump_to(&page, "paste ids");
    page.wait_for_text("#jump-0", "Paste ids of APIs");
    page.press(ENTER);
    page.wait_until_there("#ids-text:focus");
    page.press(ESCAPE);
    page.click("#narrow-send");
    jump_to(&page, "api by its id");
    page.press(ENTER);
    page.wait_until_there("[id$='-api_id']:focus");
    jump_to(&page, "from the dashboard");
    page.press(ENTER);
    page.wait_until_there("#picker-filter:focus");
}

#[test]
fn the_arrow_keys_choose_and_escape_leads_back_to_where_one_was() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.type_into("#field-name", "Gold");
    jump_to(&page, "quota");
    page.wait_until_there("#jump-1");
    let second = page.text_of("#jump-1").expect("a second one");
    page.press(DOWN);
    page.wait_until_there("#jump-1[aria-selected='true']");
    page.wait_until_there("#jump-input[aria-activedescendant='jump-1']");
    assert_eq!(page.text_of("#jump-list [aria-selected='true']"), Some(second));
    page.press(ESCAPE);
    page.wait_until_there("#jump-dialog:not([open])");
    assert_eq!(page.focused(), "field-name");

    jump_to(&page, "no such thing");
    page.wait_for_text("#jump-dialog [role='status']", "Nothing has a name like this.");
    page.press(ENTER);
    assert!(page.is_there("#jump-dialog[open]"));
}

#[test]
fn one_of_two_thousand_apis_is_found_by_a_part_of_its_id() {
    let server = Server::start();
    let page = Page::open(&server.page());
    let entry = |number: usize| format!(r#""api-{number}": {{"api_id": "api-{number}", "versions": ["Default"]}}"#);
    let entries: Vec<_> = (0..2_000).map(entry).collect();
    open_policy(&page, &format!(r#"{{"name": "many", "access_rights": {{{}}}}}"#, entries.join(",")));
    jump_to(&page, "api-1777");
    page.wait_for_text("#jump-0", "api-1777");
    page.press(ENTER);
    page.wait_until_there("[id$='-toggle']:focus");
    assert!(page.text_of("[id$='-toggle']:focus").is_some_and(|text| text.contains("api-1777")));
}

#[test]
fn the_question_mark_shows_the_keys_but_not_while_somebody_types() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.type_into("#field-name", "Who?");
    assert!(!page.is_there("#keys-dialog[open]"));
    assert_eq!(page.value_of("#field-name"), "Who?");
    page.click("h1");
    page.press("?");
    page.wait_for_text("#keys-dialog[open]", "Send the policy");
    page.press(ESCAPE);
    page.wait_until_gone("#keys-dialog[open]");
}
