//! The outline beside the form: where one is, and how it stands with each section.

use crate::harness::{CONTROL, ENTER, Page, Server};

const HERE: &str = ".outline__item[aria-current='true']";

#[test]
fn the_outline_says_where_one_is_as_the_form_is_scrolled() {
    let server = Server::start();
    let page = wide(&server);
    page.wait_for_text(HERE, "Basics");
    scroll(&page, "document.querySelector('#section-limits').offsetTop");
    page.wait_for_text(HERE, "Rate limit");
    scroll(&page, "0");
    page.wait_for_text(HERE, "Basics");
}

#[test]
fn a_section_gone_to_has_the_focus_on_its_heading_and_is_where_one_is() {
    let server = Server::start();
    let page = wide(&server);
    page.tab_to(".outline__item[href='#section-other']");
    page.press(ENTER);
    page.wait_until_there("#heading-other:focus");
    page.wait_until_there(".outline__item[href='#section-other'][aria-current='true']");
    assert_eq!(page.run("return document.querySelectorAll(arguments[0]).length", &[HERE]), 1);
    // What has the focus tells where one is only as long as it is in view.
    scroll(&page, "0");
    page.wait_for_text(HERE, "Basics");
}

#[test]
fn a_section_with_nothing_in_it_has_a_hollow_dot_until_something_is_set() {
    let server = Server::start();
    let page = wide(&server);
    let expiry = ".outline__item[href='#section-expiry']";
    page.wait_for_text(expiry, "nothing set");
    page.click("label[for='field-key_expires_in-choice-1']");
    page.wait_for_text(expiry, "no findings");
    page.press_with(&[CONTROL], "z");
    page.wait_for_text(expiry, "nothing set");
}

fn wide(server: &Server) -> Page {
    let page = Page::open(&server.page());
    page.resize(1440, 700, 1);
    page.wait_until_there(HERE);
    page.wait_until_there("#section-other");
    page
}

fn scroll(page: &Page, to: &str) {
    page.run(&format!("document.querySelector('#main').scrollTop = {to}"), &[]);
}
