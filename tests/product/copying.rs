//! The copy buttons: what reaches the clipboard is what is shown and sent.

use serde_json::json;

use crate::harness::{CONTROL, Engine, Matter, Page, Server, lacks};
use crate::steps::{choose_api, send_and_read_id};

/// What is in the clipboard now: it is pasted, as its user would. No script of the page may read it.
#[track_caller]
pub fn clipboard(page: &Page) -> String {
    page.run(
        "const box = document.createElement('textarea');
        box.id = 'pasted';
        (document.querySelector('dialog[open]') ?? document.body).append(box);
        box.focus()",
        &[],
    );
    page.press_with(&[CONTROL], "v");
    let text = page.value_of("#pasted");
    page.run("document.querySelector('#pasted').remove()", &[]);
    text
}

/// Lets the page use the clipboard, as its user does in the browser's question (W3C Permissions, section 10). Other
/// engines have no such question, and Firefox is set up to ask nothing.
#[track_caller]
pub fn allow_clipboard(page: &Page, state: &str) {
    if Engine::under_test() != Engine::Chromium {
        return;
    }
    for name in ["clipboard-read", "clipboard-write"] {
        let permission = json!({ "descriptor": { "name": name }, "state": state });
        page.command("/permissions", &permission).expect("the browser knows the permission");
    }
}

#[test]
fn each_copy_button_says_so_and_copies_exactly_what_is_shown() {
    if lacks(Matter::Clipboard) {
        return;
    }
    let server = Server::start();
    let page = Page::open(&server.page());
    allow_clipboard(&page, "granted");
    choose_api(&page, "Orders");
    page.type_into("#field-name", "Bob's \"plan\" 計画 😀");

    page.click("#copy-curl");
    page.wait_for_text("#copy-curl", "Copied");
    assert_eq!(clipboard(&page), page.code("curl"));
    page.wait_for_text("#copy-curl", "Copy curl");

    page.click("#tab-json");
    page.click("#copy-json");
    page.wait_for_text("#copy-json", "Copied");
    assert_eq!(clipboard(&page), page.code("json"));

    let id = send_and_read_id(&page);
    page.click("#copy-id");
    page.wait_for_text("#copy-id", "Copied");
    assert_eq!(clipboard(&page), id);
}

#[test]
fn a_clipboard_that_is_refused_is_said_instead() {
    if lacks(Matter::Permissions) {
        return;
    }
    let server = Server::start();
    let page = Page::open(&server.page());
    allow_clipboard(&page, "denied");
    page.click("#copy-curl");
    page.wait_for_text("#copy-curl", "Not allowed: select and copy");
}
