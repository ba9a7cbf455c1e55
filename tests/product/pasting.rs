//! Pasting anywhere and dropping files anywhere.

use serde_json::json;

use crate::harness::{Page, Server};

/// Pastes a text where the focus is, as the browser tells the page of it.
fn paste(page: &Page, text: &str) {
    let script = "const data = new DataTransfer();
        data.setData('text/plain', arguments[0]);
        // Firefox gives an event of a script no data of its own.
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: data });
        return (document.activeElement ?? document.body).dispatchEvent(event)";
    page.run(script, &[text]);
}

/// Drags a file over the page and drops it: its name, its kind, and a script that gives its content.
fn drop(page: &Page, name: &str, kind: &str, content: &str) {
    let script = format!(
        "const data = new DataTransfer();
        data.items.add(new File([{content}], arguments[0], {{ type: arguments[1] }}));
        const event = name => new DragEvent(name, {{ dataTransfer: data, bubbles: true, cancelable: true }});
        const place = document.querySelector('main');
        place.dispatchEvent(event('dragenter'));
        place.dispatchEvent(event('dragover'));
        setTimeout(() => place.dispatchEvent(event('drop')), 100)"
    );
    page.run(&script, &[name, kind]);
}

fn open() -> (Server, Page) {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.type_into("#field-name", "Before");
    page.run("document.activeElement.blur()", &[]);
    (server, page)
}

#[test]
fn a_policy_that_is_pasted_outside_of_fields_is_opened_and_said_and_can_be_taken_back() {
    let (_server, page) = open();
    paste(&page, r#"{"name": "Pasted", "rate": 1, "access_rights": {"a": {}}}"#);
    page.wait_for_text("main [role='status']", "Opened a policy, with 1 API.");
    assert_eq!(page.value_of("#field-name"), "Pasted");
    assert!(!page.is_there("dialog[open]"));
    page.click_button("Put the other policy back");
    page.wait_for_text("h1", "Before");
    paste(&page, "curl https://dash.example/api/portal/policies -d '{\"name\": \"From a command\"}'");
    page.wait_for_text("h1", "From a command");
}

#[test]
fn what_is_pasted_into_a_field_is_the_fields_own() {
    let (_server, page) = open();
    page.run("document.querySelector('#field-name').focus()", &[]);
    paste(&page, r#"{"name": "Pasted"}"#);
    page.click("#new");
    page.wait_for_text("h1", "Before");
    assert!(!page.is_there("dialog[open]"));
}

#[test]
fn of_several_pasted_policies_one_is_chosen_in_the_dialog() {
    let (_server, page) = open();
    paste(&page, r#"[{"name": "One", "rate": 1}, {"name": "Two", "rate": 2}]"#);
    page.wait_for_text("#open-choice", "2 policies. Which one?");
    page.wait_until_there("#open-dialog[open]");
    page.click("#open-choice li:last-child button");
    page.wait_for_text("h1", "Two");
}

#[test]
fn a_pasted_text_without_a_policy_is_in_the_dialog_with_the_reason() {
    let (_server, page) = open();
    paste(&page, r#"{"name": "#);
    page.wait_for_text("#open-problem", "Not JSON at line 1");
    assert_eq!(page.value_of("#open-text"), r#"{"name": "#);
    assert_eq!(page.value_of("#field-name"), "Before");
}

#[test]
fn a_dropped_file_is_opened_and_a_hint_is_seen_while_it_is_dragged() {
    let (_server, page) = open();
    drop(&page, "gold.json", "application/json", r#"'{"name": "Dropped"}'"#);
    page.wait_for_text(".drop-hint", "Drop the file to open it");
    page.wait_for_text("h1", "Dropped");
    page.wait_until_gone(".drop-hint");
}

#[test]
fn a_picture_a_binary_file_and_one_that_is_too_large_are_refused_in_a_sentence_and_nothing_is_lost() {
    let (_server, page) = open();
    for (name, kind, content, says) in [
        ("a.png", "image/png", "new Uint8Array([137, 80, 78, 71])", "a.png is a picture."),
        ("a.bin", "", "new Uint8Array([1, 0, 2, 0])", "a.bin is no text."),
        ("big.json", "", "new Uint8Array(21 * 1024 * 1024)", "big.json has 21.0 MB; at most 20 MB are read."),
    ] {
        drop(&page, name, kind, content);
        page.wait_for_text("#open-problem", says);
        page.click_button("Cancel");
    }
    assert_eq!(page.value_of("#field-name"), "Before");
}

#[test]
fn twenty_megabytes_of_text_are_answered_and_the_page_goes_on() {
    let (_server, page) = open();
    drop(&page, "long.txt", "text/plain", "'word '.repeat(4_000_000)");
    page.wait_for_text("#open-problem", "Not JSON at line 1");
    assert_eq!(page.value_of("#open-text"), "", "so long a text is not put into the box");
    page.click_button("Cancel");
    page.type_into("#field-name", "Still here");
    page.wait_for_text("h1", "Still here");
    page.run("document.activeElement.blur()", &[]);
    let long = json!({ "name": "Long", "meta_data": { "a": "x".repeat(100_000) } });
    paste(&page, &long.to_string());
    page.wait_for_text("h1", "Long");
}
