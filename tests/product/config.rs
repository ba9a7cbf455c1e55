//! `config.json` beside the page: what its owner has set for everybody who opens it.

use std::collections::BTreeSet;

use serde_json::json;

use crate::harness::{Answer, CONTROL, ENTER, Page, Recorder, StaticSite};
use crate::steps::{LISTED_API, add_api, send_and_take};

/// A page whose owner has set this.
fn page_with(settings: &str) -> (StaticSite, Page) {
    let site = StaticSite::with_settings(settings);
    let page = Page::open(&site.page);
    (site, page)
}

#[test]
fn address_authorization_and_target_are_there_when_the_page_opens_and_the_key_is_not() {
    let recorder = Recorder::answering("*", Answer::stored());
    let settings = json!({ "address": recorder.origin, "authorization": "bearer", "target": "dashboard-5.3" });
    let (_site, page) = page_with(&settings.to_string());
    assert_eq!(page.value_of("#connection-address"), recorder.origin);
    assert_eq!(
        (page.value_of("#target"), page.value_of("#connection-key")),
        ("Dashboard 5.3".to_owned(), String::new())
    );
    assert!(!page.is_there("#settings-fault"));
    page.type_into("#connection-key", "some-key");
    assert_eq!(send_and_take(&page, &recorder).header("authorization"), Some("Bearer some-key"));
}

#[test]
fn a_slash_stands_for_the_server_that_the_page_comes_from() {
    let (site, page) = page_with(r#"{"address": "/"}"#);
    assert_eq!(page.value_of("#connection-address"), site.origin);
}

#[test]
fn a_page_for_previews_only_shows_the_request_and_has_no_way_to_send_it() {
    let recorder = Recorder::answering("*", Answer::stored());
    let settings = json!({ "address": recorder.origin, "send": false });
    let (site, page) = page_with(&settings.to_string());
    page.wait_for_text("#send-note", "This page is set up for previews only: it sends nothing.");
    for way in ["#send", "#send-new", "#connection-test", "#connection-key", "#dashboard", "#map-apis"] {
        assert!(!page.is_there(way), "{way}");
    }
    // The control that a finding about access leads to adds APIs by their ids here.
    page.click("#findings-first");
    page.wait_until_there("#field-access_rights:focus");
    add_api(&page, "orders");
    assert!(!page.is_there(LISTED_API) && !page.is_there("#picker-filter"));

    let command = page.code("curl");
    assert!(command.contains(&format!("{}/api/portal/policies", recorder.origin)), "{command}");
    page.press_with(&[CONTROL], ENTER);
    assert_eq!(page.browser.origins_called(), BTreeSet::from([site.origin]));
    assert_eq!(recorder.take().len(), 0);
}

#[test]
fn a_file_that_cannot_be_used_is_named_and_never_switches_sending_on() {
    for (settings, says, can_send) in [
        (
            "{\"address\": ",
            "config.json beside this page is no JSON object. It sets nothing, but if it names `send`, nothing is sent.",
            true,
        ),
        (r#"{"address": "dash"}"#, "config.json beside this page: `address` has a value that cannot be used.", true),
        (r#"{"send": "no"}"#, "`send` has a value that cannot be used.", false),
        (r#"{"send": false,}"#, "config.json beside this page is no JSON object", false),
    ] {
        let (_site, page) = page_with(settings);
        page.wait_for_text("#settings-fault", says);
        assert_eq!(page.is_there("#send"), can_send, "{settings}");
    }
}
