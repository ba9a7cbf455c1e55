//! Beginning another policy from the menus of the head, with mouse and keys.

use serde_json::json;

use crate::harness::{DOWN, END, ENTER, ESCAPE, Page, Server, TAB, UP};
use crate::steps::{add_api, command, json_pane, open_policy, send_and_read_id};

/// The commands that a jump box can list.
fn commands(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-command]')].map(element => element.dataset.command)";
    serde_json::from_value(page.run(script, &[])).expect("a list of texts")
}

#[test]
fn a_template_is_opened_as_a_step_that_takes_nothing_away() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.type_into("#field-name", "Mine");
    page.click("#new");
    page.wait_for_text("[aria-label='New policy']", "Free tier");
    page.click("[data-command='New policy: Free tier']");
    page.wait_for_text("main [role='status']", "A new policy: Free tier.");
    assert_eq!(page.value_of("#field-name"), "Free tier");
    page.click("#undo");
    page.wait_for_text("h1", "Mine");
    page.click("#redo");
    page.wait_for_text("h1", "Free tier");
    command(&page, "#open-menu", "Saved work");
    page.wait_for_text("#saved-dialog", "Saved work");
}

#[test]
fn a_duplicate_has_no_id_and_is_sent_as_a_new_policy() {
    let server = Server::start();
    let page = Page::open(&server.page());
    add_api(&page, "orders");
    page.type_into("#field-name", "Gold");
    let id = send_and_read_id(&page);
    page.wait_for_text("#send", "Update policy…");
    command(&page, "#new", "Duplicate this policy");
    page.wait_for_text("h1", "Gold copy");
    page.wait_for_text("#send", "Send policy");
    assert!(!json_pane(&page).contains(&id));
    page.click("#send");
    page.wait_for_text("#outcome", "The policy is stored.");
    assert_eq!(server.policies().len(), 2);
}

#[test]
fn the_menu_is_used_with_keys_and_gives_the_focus_back() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.tab_to("#new");
    page.press(ENTER);
    page.wait_until_there("#new[aria-expanded='true']");
    page.wait_until_there("[data-command='New policy: Startup Users']:focus");
    page.press(DOWN);
    page.wait_until_there("[data-command='New policy: Free tier']:focus");
    page.press(END);
    page.wait_until_there("[data-command='Duplicate this policy']:focus");
    page.press(DOWN);
    page.wait_until_there("[data-command='New policy: Startup Users']:focus");
    page.press(UP);
    page.wait_until_there("[data-command='Duplicate this policy']:focus");
    page.press(ESCAPE);
    page.wait_until_there("#new[aria-expanded='false']:focus");
    page.press(UP);
    page.wait_until_there("[data-command='Duplicate this policy']:focus");
    page.press(TAB);
    page.wait_until_there("#new[aria-expanded='false']");
}

#[test]
fn a_dialog_that_a_command_opened_gives_the_focus_back_to_the_menu() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.click("#share");
    page.click("#changes");
    page.wait_until_there("#changes-dialog[open]");
    page.press(ESCAPE);
    page.wait_until_there("#changes-dialog:not([open])");
    assert_eq!(page.focused(), "share");
}

#[test]
fn every_command_has_a_plain_name_of_its_own_and_can_be_pressed_while_its_menu_is_closed() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.click("#new");
    page.wait_until_there("#saved-work");
    let commands = commands(&page);
    for name in ["Open a policy", "Saved work", "Download JSON", "Copy a link to this policy", "Undo", "Redo"] {
        assert_eq!(commands.iter().filter(|command| *command == name).count(), 1, "{name} in {commands:?}");
    }
    page.run("document.querySelector('[data-command=\"Saved work\"]').click()", &[]);
    page.wait_until_there("#saved-dialog[open]");
}

#[test]
fn what_was_changed_since_the_policy_was_opened_is_listed_and_taken_back_in_one_step() {
    let server = Server::start();
    let page = Page::open(&server.page());
    open_policy(&page, r#"{"name": "Gold", "rate": 10, "per": 60}"#);
    page.click("#share");
    page.click("#changes");
    page.wait_for_text("#changes-dialog", "Nothing was changed.");
    page.click("#changes-close");
    page.type_into("#field-rate", "20");
    page.type_into("#field-name", "Silver");
    page.click("#share");
    page.click("#changes");
    let says = page.wait_for_text("#changes-dialog", "2 fields are changed.");
    assert!(
        ["Opened a policy, with no API.", "/rate", "10", "20", "Gold", "Silver"].iter().all(|part| says.contains(part)),
        "{says}"
    );
    page.click("#changes-back");
    page.wait_for_text("main [role='status']", "The policy is again as it was opened.");
    assert_eq!((page.value_of("#field-name"), page.value_of("#field-rate")), ("Gold".to_owned(), "10".to_owned()));
    page.click_button("Bring the changes back");
    page.wait_for_text("h1", "Silver");
}

#[test]
fn on_a_narrow_page_all_commands_are_in_the_head_which_has_two_rows_at_most() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.command("/window/rect", &json!({ "width": 500, "height": 900 })).expect("the window is made narrow");
    page.wait_for_text("#share", "More");
    let script = "const header = document.querySelector('header');
        return [header.scrollWidth <= header.clientWidth, header.clientHeight]";
    let seen = page.run(script, &[]);
    assert_eq!(seen[0], json!(true), "{seen}");
    assert!(seen[1].as_f64().is_some_and(|height| height < 120.0), "{seen}");
    page.click("#share");
    let says = page.wait_for_text("[aria-label='Share']", "Download JSON");
    assert!(["Dashboard…", "Saved work…", "Next theme"].iter().all(|part| says.contains(part)), "{says}");
}
