//! The page's program comes in parts: a first visit loads one, and the outline's behind the first view; the others
//! come when they are first needed.

use crate::harness::{Page, Server};

/// Lets no part come, as where the network is gone or the server has a newer page by now.
const HOLD_PARTS_BACK: &str = "window.kept = window.fetch;
    window.fetch = (address, ...rest) =>
        String(address).includes('/part-') ? Promise.reject(new TypeError('held back')) : window.kept(address, ...rest);";

/// The parts that were loaded so far, by name.
fn parts(page: &Page) -> Vec<String> {
    let script = "return performance.getEntriesByType('resource').map(entry => entry.name).filter(name => name.includes('/part-'))";
    let names = page.run(script, &[]);
    let name = |address: &serde_json::Value| {
        let file = address.as_str().and_then(|address| address.rsplit('/').next()).unwrap_or_default();
        file.split('-').nth(1).unwrap_or_default().to_owned()
    };
    names.as_array().map(|names| names.iter().map(name).collect()).unwrap_or_default()
}

#[test]
fn a_visit_loads_a_part_when_it_is_first_needed_and_only_once() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.wait_until_there(".outline__item");
    // What several parts share comes in small pieces, all in one file.
    assert_eq!(parts(&page), ["small", "outline"]);
    page.click("#open");
    page.wait_until_there("#open-text");
    assert!(parts(&page).contains(&"opening".to_owned()) && !parts(&page).contains(&"dashboard".to_owned()));
    page.click_button("Cancel");
    let before = parts(&page);
    page.click("#open");
    page.click_button("Cancel");
    assert_eq!(parts(&page), before);
    page.click("#connection-test");
    page.wait_for_text("#outcome", "The connection works.");
    assert!(parts(&page).contains(&"dashboard".to_owned()));
}

#[test]
fn a_part_that_does_not_come_says_so_and_comes_when_it_is_tried_again() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.run(HOLD_PARTS_BACK, &[]);
    page.type_into("#field-name", "Not to be lost");
    page.click("#open");
    page.wait_for_text("#open-dialog", "This part of the page could not be loaded.");
    page.run("window.fetch = window.kept", &[]);
    page.click_button("Try again");
    page.wait_until_there("#open-text");
    page.click_button("Cancel");
    assert_eq!(page.value_of("#field-name"), "Not to be lost");
}

#[test]
fn send_without_its_part_sends_nothing_and_says_why() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.run(HOLD_PARTS_BACK, &[]);
    page.click("#send");
    page.wait_for_text("#outcome", "This part of the page could not be loaded.");
    page.run("window.fetch = window.kept", &[]);
    page.click_button("Try again");
    page.click("#send");
    page.wait_for_text("#outcome", "The policy is stored.");
}

#[test]
fn send_pressed_again_while_its_part_is_on_its_way_sends_once() {
    let server = Server::start();
    let page = Page::open(&server.page());
    let gate = "window.kept = window.fetch; window.gate = new Promise(open => window.open_gate = open);
        window.fetch = (address, ...rest) => String(address).includes('/part-')
            ? window.gate.then(() => window.kept(address, ...rest)) : window.kept(address, ...rest);";
    page.run(gate, &[]);
    page.click("#send");
    page.wait_for_text("#outcome", "Loading");
    page.click("#send");
    page.run("window.open_gate()", &[]);
    page.wait_for_text("#outcome", "The policy is stored.");
    assert_eq!(server.policies().len(), 1);
}
