//! The JSON pane as a second editor: what is valid flows into the form, what is not is said and sends nothing.

use serde_json::{Value, json};

use crate::harness::{Page, SAMPLE_KEY, Server, TAB, wait_for};
use crate::steps::{add_api, connect, open_policy};

/// The box of the JSON pane.
const TEXT: &str = "#json-text";

/// Ctrl, held down until the null key.
const CONTROL: char = '\u{e009}';

fn edited(page: &Page, text: &str) {
    page.click("#tab-json");
    page.wait_until_there(TEXT);
    page.paste_into(TEXT, text);
}

#[track_caller]
fn wait_for_value(page: &Page, place: &str, expected: &str) {
    wait_for(place, || {
        let value = page.value_of(place);
        if value == expected { Ok(()) } else { Err(value) }
    });
}

/// Leaves the box by the keyboard, as any text box is left.
fn leave(page: &Page) {
    page.press(TAB);
    assert_ne!(page.focused(), "json-text");
}

fn undo(page: &Page) {
    page.click("#undo");
}

/// A policy of so many APIs.
fn large(apis: usize) -> String {
    let entry = |number: usize| {
        (
            format!("api-{number}"),
            json!({ "api_id": format!("api-{number}"), "api_name": "A", "versions": ["Default"] }),
        )
    };
    let access_rights: serde_json::Map<String, Value> = (0..apis).map(entry).collect();
    json!({ "access_rights": access_rights, "active": true, "name": "Large", "rate": 5, "per": 1 }).to_string()
}

#[test]
fn what_is_typed_in_the_json_is_in_the_form_at_once_and_undo_takes_the_visit_back() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.click("#tab-json");
    page.wait_until_there(TEXT);
    let before = page.value_of(TEXT);
    let own = before.replace("Startup Users", "Typed in JSON").replace("  ", "\t") + " // mine";
    page.paste_into(TEXT, &own);
    wait_for_value(&page, "#field-name", "Typed in JSON");
    page.wait_for_text("#json-note", "What is sent is this policy as the page writes it");
    page.wait_for_text("[aria-label='Findings by line']", "A comment stands in the JSON");
    // Inside, the text is the user's own.
    assert_eq!(page.value_of(TEXT), own);
    page.paste_into(TEXT, &own.replace("\"rate\": 100", "\"rate\": \"many\""));
    page.wait_for_text("[aria-label='Findings']", "rate");
    leave(&page);
    let written = before.replace("Startup Users", "Typed in JSON").replace("\"rate\": 100", "\"rate\": \"many\"");
    wait_for_value(&page, TEXT, &written);
    undo(&page);
    wait_for_value(&page, "#field-name", "Startup Users");
    wait_for_value(&page, TEXT, &before);
}

#[test]
fn an_edit_in_the_form_is_seen_in_the_json_with_its_line_marked() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.click("#tab-json");
    page.wait_until_there(TEXT);
    page.type_into("#field-name", "From the form");
    wait_for("the text", || {
        let text = page.value_of(TEXT);
        if text.contains("\"name\": \"From the form\"") { Ok(()) } else { Err(text) }
    });
    let marked = page.text_of("#json .code__line--changed").unwrap_or_default();
    assert!(marked.contains("From the form"), "{marked}");
}

#[test]
fn a_text_that_cannot_be_read_is_said_with_its_place_and_nothing_leaves_the_page_until_it_is_mended() {
    let server = Server::with(&["--faults"]);
    let page = Page::open(&server.page());
    add_api(&page, "orders");
    connect(&page, &server.origin, SAMPLE_KEY);
    page.click("#tab-json");
    page.wait_until_there(TEXT);
    let good = page.value_of(TEXT);
    page.paste_into(TEXT, &good.replace("\"active\": true", "\"active\": tru"));
    page.wait_for_text("#json-fault", "line ");
    page.wait_until_there("#json-text[aria-invalid='true']");
    page.wait_for_text("main", "The form shows the last good state");
    assert_eq!(page.value_of("#field-name"), "Startup Users");
    page.press(&format!("{CONTROL}{}", crate::harness::ENTER));
    page.click("#send");
    page.wait_for_text("#send-note", "Nothing is sent while the text in the JSON pane cannot be read");
    assert!(server.policies().is_empty());
    page.click("#copy-json");
    page.wait_for_text("#copy-json", "Not copied");
    page.click("#tab-curl");
    page.wait_for_text("#preview-pane", "There is no command while the text in the JSON pane cannot be read");
    assert!(!page.is_there("#curl"));
    // The way back to it, by its line above the form.
    page.click("#unreadable-show");
    page.wait_until_there("#json-text:focus");
    page.paste_into(TEXT, &good.replace("Startup Users", "Mended"));
    page.wait_until_gone("#unreadable-show");
    wait_for_value(&page, "#field-name", "Mended");
    page.click("#send");
    page.wait_for_text("#outcome", "The policy is stored.");
}

#[test]
fn a_text_that_cannot_be_read_can_be_dropped_and_had_again() {
    let server = Server::start();
    let page = Page::open(&server.page());
    edited(&page, "{\"name\": ");
    page.wait_until_there("#unreadable-drop");
    page.click("#unreadable-drop");
    page.wait_until_gone("#unreadable-drop");
    assert_eq!(page.value_of("#field-name"), "Startup Users");
    assert!(page.value_of(TEXT).contains("Startup Users"));
    undo(&page);
    page.wait_until_there("#unreadable-drop");
    wait_for_value(&page, TEXT, "{\"name\": ");
}

#[test]
fn of_many_apis_the_lines_in_sight_are_drawn_and_the_text_is_edited_in_a_box() {
    let server = Server::start();
    let page = Page::open(&server.page());
    open_policy(&page, &large(60));
    page.click("#tab-json");
    page.wait_until_there("#json .code__sheet .code__line");
    let drawn = page.run("return document.querySelectorAll('#json .code__line').length", &[]);
    assert!(drawn.as_u64().is_some_and(|drawn| (40..400).contains(&drawn)), "{drawn}");
    let whole = page.code("json");
    assert!(whole.lines().count() > 400 && whole.contains("api-59"), "{}", whole.len());
    page.run("document.querySelector('#json').scrollTop = 1e9", &[]);
    page.wait_for_text("#json", "\"rate\": 5");
    page.click_button("Edit text");
    page.wait_until_there(TEXT);
    assert_eq!(page.value_of(TEXT), whole);
    page.paste_into(TEXT, &whole.replace("\"Large\"", "\"Larger\""));
    page.wait_for_text("h1", "Larger");
    page.click_button("Done");
    page.wait_until_there("#json .code__sheet");
    assert_eq!(page.code("json"), whole.replace("\"Large\"", "\"Larger\""));
}

#[test]
fn a_paste_of_five_megabytes_keeps_the_page_alive() {
    let server = Server::start();
    let page = Page::open(&server.page());
    edited(&page, &format!("{{\"name\": \"{}", "long \\n ".repeat(640_000)));
    page.wait_for_text("#json-fault", "Not read");
    page.click("#unreadable-drop");
    page.type_into("#field-name", "Alive");
    page.wait_for_text("h1", "Alive");
}
