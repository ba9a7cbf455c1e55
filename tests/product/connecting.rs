//! The connection: tried out with one question, its key bound to one dashboard, its address kept by name.

use std::time::Duration;

use serde_json::json;

use crate::harness::{Answer, Page, Recorder, Server, StaticSite, TAB, Wait, nobody, wait_for};
use crate::steps::{Talk, connect, open_dashboard};

const KEY: &str = "5f1c3a9be2d04c7786a0";

/// An empty list of policies.
fn no_policies() -> Answer {
    Answer::new(200, r#"{"Data":[],"Pages":0}"#)
}

/// A page from a plain web server, and a dashboard without policies that lets it in.
fn site_and_dashboard() -> (StaticSite, Recorder, Page) {
    let site = StaticSite::below("/");
    let dashboard = Recorder::deciding(&site.origin, |_| no_policies());
    let page = Page::open(&site.page);
    (site, dashboard, page)
}

/// What the browser keeps, between visits and for the tab.
fn kept(page: &Page) -> [String; 2] {
    ["localStorage", "sessionStorage"].map(|storage| {
        let text = page.run(&format!("return JSON.stringify({{ ...{storage} }})"), &[]);
        text.as_str().unwrap_or_default().to_owned()
    })
}

#[test]
fn one_question_tells_whether_address_and_key_are_right_and_changes_nothing() {
    let server = Server::with(&["--faults"]);
    server.store(&json!({ "name": "One" }));
    let page = Page::open(&server.page());
    server.call("DELETE", "/faults", None);
    page.click("#connection-test");
    let says = page.wait_for_text("#outcome", "The connection works.");
    assert!(says.contains("the dashboard has one. The organisation is 53616d706c65204f72672e21."), "{says}");
    assert_eq!(server.calls(), [("GET".to_owned(), Some(200))]);

    page.type_into("#connection-key", "nobody's");
    page.click("#connection-test");
    page.wait_for_text("#outcome", "The dashboard does not know this API key (401).");
    connect(&page, &nobody(), KEY);
    page.click("#connection-test");
    page.wait_for_text("#doctor", "Nothing answers at this host and port");
}

#[test]
fn a_key_that_no_header_can_hold_is_refused_before_anything_is_sent() {
    let (_site, dashboard, page) = site_and_dashboard();
    page.type_into("#connection-address", &dashboard.origin);
    for (button, key) in [("#send", ""), ("#connection-test", "two words"), ("#connection-test", "Schlüssel")] {
        page.type_into("#connection-key", key);
        page.click(button);
        page.wait_until_there("#connection-key:focus");
        let fault = if key.is_empty() { "Paste the API key of a dashboard user" } else { "a letter with an accent" };
        page.wait_for_text("#connection-key-fault", fault);
    }
    assert_eq!(dashboard.take().len(), 0);

    page.paste_into("#connection-key", &format!("  {KEY}\t"));
    page.click("#connection-test");
    page.wait_for_text("#outcome", "the dashboard has none yet");
    let calls = dashboard.take();
    assert_eq!(calls.last().and_then(|call| call.header("authorization")), Some(KEY), "{calls:?}");
}

#[test]
fn a_key_is_taken_out_when_the_address_goes_to_another_origin_and_stays_for_another_path() {
    let (site, dashboard, page) = site_and_dashboard();
    let other = Recorder::deciding(&site.origin, |_| no_policies());
    connect(&page, &dashboard.origin, KEY);
    page.type_into("#connection-address", &format!("{}/tyk", dashboard.origin));
    page.click("#connection-test");
    page.wait_for_text("#outcome", "The connection works.");
    assert_eq!(page.value_of("#connection-key"), KEY);

    page.type_into("#connection-address", &other.origin);
    page.press(TAB);
    let note = page.wait_for_text("#connection-key-fault", "Paste the key of this dashboard.");
    assert!(note.starts_with(&format!("The key for {} is taken out.", dashboard.origin)), "{note}");
    assert_eq!(page.value_of("#connection-key"), "");
    page.click("#send");
    page.wait_until_there("#connection-key:focus");
    assert_eq!(other.take().len(), 0);
}

/// The new address is typed while a question to the old one is under way, and the policy goes out after that answer.
#[test]
fn a_key_that_is_typed_while_a_call_is_under_way_goes_to_no_other_dashboard() {
    let (_site, _dashboard, page) = site_and_dashboard();
    let slow = Recorder::deciding("*", |call| match call.word(0) {
        "POST" => Answer::stored(),
        _ => Answer { wait: Wait::For(Duration::from_secs(3)), ..no_policies() },
    });
    connect(&page, &slow.origin, KEY);
    page.click("#send");
    page.wait_for_text("#send", "Sending…");
    connect(&page, &nobody(), "the-other-dashboards-key");
    page.press(TAB);
    wait_for("the end", || {
        let label = page.text_of("#send").unwrap_or_default();
        if label == "Sending…" { Err(label) } else { Ok(()) }
    });
    let calls = slow.take();
    let keys: Vec<_> = calls.iter().filter_map(|call| call.header("authorization")).collect();
    assert!(keys.len() >= 2 && keys.iter().all(|key| *key == KEY), "{calls:?}");
}

#[test]
fn plain_http_to_a_public_address_is_warned_of_while_it_is_typed() {
    let page = Page::open(&StaticSite::below("/").page);
    for (address, warns) in [
        ("http://dash.example", true),
        ("https://dash.example", false),
        ("http://127.0.0.1:3000", false),
        ("http://10.1.2.3:3000", false),
    ] {
        page.type_into("#connection-address", address);
        let says = page.text_of("#connection-address-warning").unwrap_or_default();
        assert_eq!(says.contains("anybody on the way can read your API key"), warns, "{address}: {says}");
    }
}

#[test]
fn connections_are_kept_by_name_without_their_key_and_used_again_after_a_reload() {
    let (_site, dashboard, page) = site_and_dashboard();
    connect(&page, &dashboard.origin, KEY);
    page.click("label[for='connection-authorization-1']");
    page.choose("#target", "Gateway 5.3");
    open_dashboard(&page, Talk::Connections);
    page.click_button("Save connection");
    page.wait_for_text("#dashboard-dialog", "Type a name for it.");
    page.type_into("#connection-name", "Production");
    page.click_button("Save connection");
    page.wait_for_text("#dashboard-dialog", "Saved in this browser, without the key.");
    let [visits, tab] = kept(&page);
    assert!(visits.contains("Production") && visits.contains(&dashboard.origin), "{visits}");
    assert!(!visits.contains(KEY) && !tab.contains(KEY), "{visits} {tab}");

    page.reload();
    open_dashboard(&page, Talk::Connections);
    page.click_button("Use Production");
    page.wait_until_there("#connection-key:focus");
    assert_eq!(page.value_of("#connection-address"), dashboard.origin);
    assert_eq!((page.value_of("#target"), page.value_of("#connection-key")), ("Gateway 5.3".to_owned(), String::new()));
    assert!(page.is_there("#connection-authorization-1:checked"));

    open_dashboard(&page, Talk::Connections);
    page.click_button("Forget Production");
    wait_for("the name to be forgotten", || {
        let [visits, _] = kept(&page);
        if visits.contains("Production") { Err(visits) } else { Ok(()) }
    });
}

#[test]
fn a_key_outlives_a_reload_only_where_its_owner_asked_for_that() {
    let (_site, dashboard, page) = site_and_dashboard();
    connect(&page, &dashboard.origin, KEY);
    assert_eq!(kept(&page)[1], "{}");
    let says = "Keep the key until this tab is closed. Every program on this page's origin can read it then.";
    page.wait_for_text("label.connect__keep", says);
    page.click("#connection-keep");
    page.reload();
    assert_eq!(page.value_of("#connection-address"), dashboard.origin);
    assert!(page.is_there("#connection-keep:checked"));
    page.click("#connection-test");
    page.wait_for_text("#outcome", "The connection works.");
    let [visits, tab] = kept(&page);
    assert!(tab.contains(KEY) && !visits.contains(KEY), "{visits} {tab}");

    page.type_into("#connection-address", "https://dash.example");
    page.press(TAB);
    page.wait_for_text("#connection-key-fault", "is taken out");
    assert!(!kept(&page)[1].contains(KEY), "a key that is taken out is not kept, either");
    page.type_into("#connection-key", KEY);
    page.click("#connection-keep");
    assert_eq!(kept(&page)[1], "{}");
}
