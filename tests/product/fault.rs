//! A fault of the program itself: it stops, and the page says so.

use crate::harness::{Page, StaticSite};

/// Keeps hold of the program when it comes, and when it is told to, asks it for more memory than there is, which it does not outlive.
const FIRST: &str = "for (const way of ['instantiate', 'instantiateStreaming']) {
    const kept = WebAssembly[way];
    WebAssembly[way] = async (...given) => {
        const made = await kept.apply(WebAssembly, given);
        const program = (made.instance ?? made).exports;
        addEventListener('stop program', () => program.__wbindgen_malloc(2 ** 31, 8), { once: true });
        return made;
    };
}";
const STOP: &str = "dispatchEvent(new Event('stop program'))";

#[test]
fn a_page_whose_program_has_stopped_says_so_and_keeps_what_it_shows() {
    let site = StaticSite::below("/");
    site.begin_with(FIRST);
    let page = Page::open(&site.page);
    page.type_into("#field-name", "To be copied");
    assert!(!page.is_there("#crash:not([hidden])"));
    page.run(STOP, &[]);
    page.wait_for_text("#crash:not([hidden])", "The page has stopped because of a fault in it.");
    assert!(page.code("curl").contains("To be copied"));
}
