//! The page's Content-Security-Policy: what gets in all the same does nothing, and the page itself never breaks it.

use std::collections::BTreeSet;

use crate::harness::{Answer, Page, Recorder, Server, StaticSite};
use crate::steps::{choose_api, send_and_read_id};

#[test]
fn a_whole_session_calls_only_the_pages_own_origin_and_leaves_no_complaint_in_the_console() {
    let server = Server::start();
    let page = Page::open(&server.page());
    choose_api(&page, "Orders");
    page.click("#tab-json");
    page.click("#open");
    page.click_button("Cancel");
    send_and_read_id(&page);
    assert_eq!(page.browser.origins_called(), BTreeSet::from([server.origin.clone()]));
    let console = page.browser.console();
    assert!(console.iter().all(|(level, _)| level != "SEVERE"), "{console:#?}");
}

#[test]
fn scripts_styles_and_pictures_that_are_not_the_pages_own_are_refused() {
    let server = Server::start();
    // Served with the policy as a header, too, and with the one in the page alone.
    for address in [server.page(), StaticSite::below("/tools/").page] {
        let page = Page::open(&address);
        page.browser.console();
        let elsewhere = Recorder::answering("*", Answer::stored());
        page.run(
            "document.body.setAttribute('style', 'visibility: hidden');
            const script = document.createElement('script');
            script.textContent = 'window.wasBreached = true';
            const style = document.createElement('style');
            style.textContent = 'body { visibility: hidden }';
            const picture = new Image();
            picture.src = arguments[0];
            document.head.append(script, style);
            document.body.append(picture)",
            &[&format!("{}/picture.png", elsewhere.origin)],
        );
        let is_breached = "return window.wasBreached ?? getComputedStyle(document.body).visibility === 'hidden'";
        assert_eq!(page.run(is_breached, &[]), serde_json::json!(false), "{address}");
        let console = page.browser.console();
        let refused =
            console.iter().filter(|(level, text)| level == "SEVERE" && text.contains("Content Security Policy"));
        assert!(refused.count() >= 4, "each is said: {console:#?}");
        assert_eq!(elsewhere.take().len(), 0);
    }
}
