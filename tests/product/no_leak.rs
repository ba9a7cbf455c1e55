//! The API key is in the page's memory and in the requests that the user sends, and nowhere else.

use crate::harness::{Answer, Page, Recorder, Server};
use crate::steps::{add_api, connect, send_and_take};

const KEY: &str = "s3cr3t-5f1c3a9be2d04c7786a0";

/// Everything of the page in which a key could be left behind, as one text.
fn everything(page: &Page) -> String {
    let script = "return [
        document.documentElement.outerHTML, document.title, document.cookie, location.href, window.name,
        JSON.stringify(history.state), JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }),
        ...performance.getEntries().map(entry => entry.name),
    ].join('\\n')";
    page.run(script, &[]).as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn assert_no_key(page: &Page) {
    let found = everything(page);
    let place = found.find(KEY).and_then(|at| found.get(at.saturating_sub(200)..at));
    assert_eq!(place, None, "the key stands behind this");
}

#[test]
fn after_sending_failing_revealing_and_hiding_the_key_is_nowhere() {
    let server = Server::start();
    let stored = Recorder::answering(&server.origin, Answer::stored());
    let refusing =
        Recorder::answering(&server.origin, Answer::new(401, r#"{"Message":"Not authorised","Status":"Error"}"#));
    let page = Page::open(&server.page());
    add_api(&page, "orders");
    for recorder in [&stored, &refusing] {
        connect(&page, &recorder.origin, KEY);
        assert!(send_and_take(&page, recorder).header("authorization") == Some(KEY), "the key is sent");
        assert_no_key(&page);
    }

    page.click("#reveal");
    assert!(page.code("curl").contains(KEY) && everything(&page).contains(KEY), "it is shown when asked for");
    page.click("#reveal");
    assert_no_key(&page);

    page.click_button("Show");
    page.click_button("Show");
    page.click("#tab-json");
    page.click("#tab-curl");
    assert_no_key(&page);
    let console = page.browser.console();
    assert!(console.iter().all(|(_, line)| !line.contains(KEY)), "{console:#?}");
}

#[test]
fn the_key_is_gone_after_a_reload() {
    let server = Server::start();
    let page = Page::open(&server.page());
    connect(&page, &server.origin, KEY);
    page.command("/refresh", &serde_json::json!({})).expect("the page loads again");
    page.wait_until_there("#send");
    assert_ne!(page.value_of("#connection-key"), KEY);
    assert_no_key(&page);
}
