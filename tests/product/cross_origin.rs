//! The page on a plain web server below a path, and the dashboard at another origin that lets it in.

use std::collections::BTreeSet;

use crate::agreement::Agreement;
use crate::harness::{Answer, Call, Page, Recorder, StaticSite};
use crate::steps::{add_api, connect, send_and_take};

const KEY: &str = "5f1c3a9be2d04c7786a0";

/// A page below a path, connected to a recorder, with a policy that is ready to send.
fn connected() -> (StaticSite, Recorder, Page) {
    let site = StaticSite::below("/tools/policy-builder/");
    let recorder = Recorder::answering(&site.origin, Answer::stored());
    let page = Page::open(&site.page);
    add_api(&page, "orders");
    connect(&page, &recorder.origin, KEY);
    (site, recorder, page)
}

#[test]
fn a_page_from_a_plain_web_server_knows_no_dashboard_and_no_key() {
    let page = Page::open(&StaticSite::below("/").page);
    assert_eq!(
        (page.value_of("#connection-address"), page.value_of("#connection-key")),
        (String::new(), String::new())
    );
    page.click("#send");
    page.wait_for_text("#connection-address-fault", "Type the dashboard's address");
    page.wait_until_there("#connection-address:focus");
}

#[test]
fn a_dashboard_of_another_origin_is_sent_the_bytes_that_its_curl_sends() {
    let (_site, recorder, page) = connected();
    page.type_into("#field-name", r#"Bob's "plan" \d+ $HOME $(id) `x` ! % é 計画 😀"#);
    Agreement { page: &page, recorder: &recorder, key: KEY }.assert();
    assert_eq!(page.text_of("#policy-id").as_deref(), Some("577a8589428a6b0001000017"));
}

#[test]
fn a_key_and_a_path_that_shells_could_read_something_into_are_sent_as_they_are() {
    let (_site, recorder, page) = connected();
    let key = r#"it's-a-"key"-$(id)-$HOME-`x`-\-!!"#;
    connect(&page, &format!("{}/it's/(a)&b;c=d/*", recorder.origin), key);
    Agreement { page: &page, recorder: &recorder, key }.assert();
}

#[test]
fn the_browser_asks_first_without_the_key_and_sends_neither_cookie_nor_referrer() {
    let (site, recorder, page) = connected();
    recorder.take();
    page.click("#send");
    page.wait_for_text("#outcome", "The policy is stored.");
    let calls = recorder.take();
    // First it asks whether the name is free, at another path; each path has a question of the browser's own before it.
    let methods: Vec<_> = calls.iter().map(|call| (call.method(), path_of(call))).collect();
    let (search, policies) = ("/api/portal/policies/search", "/api/portal/policies");
    let stored = "/api/portal/policies/577a8589428a6b0001000017";
    assert_eq!(
        methods,
        [
            ("OPTIONS", search),
            ("GET", search),
            ("OPTIONS", policies),
            ("POST", policies),
            ("OPTIONS", stored),
            ("GET", stored)
        ]
    );
    for call in &calls {
        let key = (call.method() != "OPTIONS").then_some(KEY);
        assert_eq!(call.header("authorization"), key, "{call:?}");
    }
    for call in &calls {
        assert_eq!(call.header("origin"), Some(site.origin.as_str()));
        assert_eq!((call.header("cookie"), call.header("referer")), (None, None));
    }
}

/// The path without its query.
fn path_of(call: &Call) -> &str {
    call.path().split('?').next().unwrap_or_default()
}

#[test]
fn below_a_path_the_page_finds_all_its_files_and_calls_no_third_host() {
    let (site, recorder, page) = connected();
    send_and_take(&page, &recorder);
    assert_eq!(site.missed(), Vec::<String>::new());
    assert_eq!(page.browser.origins_called(), BTreeSet::from([site.origin, recorder.origin.clone()]));
    // A file that is missing, a script that fails and a breach of the Content-Security-Policy would all be here.
    let console = page.browser.console();
    // That the recorder has no policy to be found or read is one of its answers, which the browser notes.
    let is_answer = |text: &str| text.starts_with(&recorder.origin) && text.contains("a status of 404");
    assert!(console.iter().all(|(level, text)| level != "SEVERE" || is_answer(text)), "{console:#?}");
}

#[test]
fn a_policy_that_cannot_be_read_back_is_stored_all_the_same_and_the_page_says_what_is_not_known() {
    let (_site, _recorder, page) = connected();
    page.click("#send");
    page.wait_for_text("#outcome", "The policy is stored.");
    page.wait_for_text("#outcome", "It could not be read back, so whether each field was kept is not known.");
}

#[test]
fn a_dashboard_that_names_no_id_is_believed_and_the_page_says_where_the_policy_is() {
    let site = StaticSite::below("/");
    let named_none = Answer::new(200, r#"{"Message":"Policy created","Meta":null,"Status":"OK"}"#);
    let recorder = Recorder::answering(&site.origin, named_none);
    let page = Page::open(&site.page);
    add_api(&page, "orders");
    connect(&page, &recorder.origin, KEY);
    page.click("#send");
    page.wait_for_text("#outcome", "The policy is stored.");
    page.wait_for_text("#outcome", "The dashboard said OK and named no id. Its list of policies has it.");
    page.wait_for_text("#send", "Send policy");
    assert!(!page.is_there("#policy-id"));
}
