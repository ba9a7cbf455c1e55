//! A fault of the program itself: it stops, and the page says so.

use crate::harness::{Page, Server};

/// Asks the program for more memory than there is, which it does not outlive.
const STOP: &str = "const { program } = document.querySelector('script[data-program]').dataset;
    return import(new URL(program, document.baseURI))
        .then(glue => glue.default())
        .then(module => { setTimeout(() => module.__wbindgen_malloc(2 ** 31, 8)); });";

#[test]
fn a_page_whose_program_has_stopped_says_so_and_keeps_what_it_shows() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.type_into("#field-name", "To be copied");
    assert!(!page.is_there("#crash:not([hidden])"));
    page.run(STOP, &[]);
    page.wait_for_text("#crash:not([hidden])", "The page has stopped because of a fault in it.");
    assert!(page.code("curl").contains("To be copied"));
}
