//! Choosing APIs from the dashboard's list, however long it is.

use serde_json::{Value, json};

use crate::harness::{Answer, Page, Recorder, Server, StaticSite, TAB, nobody, wait_for};
use crate::steps::{API_TOGGLE, LISTED_API, Talk, add_api, connect, findings, json_pane, open_dashboard};

/// What the picker says of its list.
const NOTE: &str = ".picker__note";
/// Where it says how many there are.
const COUNT: &str = "label[for='picker-filter']";
/// Generated API 1999 of the sample organisation, with its number in hex.
const NUMBER_1999: &str = "a00000000000000000000000000007cf";

/// The facts of the one API that the filter lets through.
#[track_caller]
fn facts(page: &Page, name: &str) -> String {
    page.type_into("#picker-filter", name);
    page.wait_for_text(".picker__list", name);
    page.text_of(".picker__list .picker__kind").unwrap_or_default()
}

#[test]
fn two_thousand_apis_come_page_by_page_can_be_stopped_asked_for_again_and_filtered() {
    let server = Server::with(&["--generated-apis", "2000", "--faults"]);
    let slow = json!({ "match": { "path": "/api/apis" }, "fault": { "kind": "slow", "ms": 200 } });
    server.call("PUT", "/faults", Some(&slow));
    let page = Page::open(&server.page());
    page.click("#field-access_rights");
    page.wait_for_text(NOTE, "Page 3 of 201");
    // Those that came can be used while more of them come.
    page.type_into("#picker-filter", "generated api 2");
    page.wait_for_text(".picker__list", "Generated API 2");
    page.click("[aria-label='APIs of the dashboard'] .button--quiet");
    page.wait_for_text(NOTE, "You stopped the call before an answer came.");

    server.call("DELETE", "/faults", None);
    page.click_button("Ask again");
    page.wait_for_text(COUNT, "Filter 2008 APIs by name, id or path");
    assert_eq!(page.text_of(NOTE).as_deref(), Some(""));
    assert_eq!(facts(&page, "Generated API 1999"), "OAS");
    page.click(LISTED_API);
    page.wait_for_text(API_TOGGLE, "Generated API 1999");
    page.wait_for_text(LISTED_API, "in the policy");
    assert!(json_pane(&page).contains(NUMBER_1999));
}

/// One API as the list has it.
fn api(id: &str, definition: &Value) -> Value {
    let mut api = json!({ "api_id": id, "name": id, "proxy": { "listen_path": format!("/{id}/") } });
    for (name, value) in definition.as_object().expect("an object") {
        api[name] = value.clone();
    }
    json!({ "api_definition": api })
}

#[test]
fn each_api_shows_its_kind_its_versions_and_whether_the_gateway_serves_it() {
    let versions = json!({ "not_versioned": false, "versions": { "v1": {}, "v2": {} } });
    let list = json!({ "pages": 1, "apis": [
        api("classic", &json!({ "active": true })),
        api("oas", &json!({ "active": true, "is_oas": true })),
        api("graph", &json!({ "active": true, "graphql": { "enabled": true } })),
        api("open", &json!({ "active": true, "use_keyless": true })),
        api("asleep", &json!({ "active": false })),
        api("versioned", &json!({ "active": true, "version_data": versions })),
    ] });
    let site = StaticSite::below("/");
    let recorder = Recorder::deciding(&site.origin, move |call| match call.word(1) {
        path if path.starts_with("/api/apis") => Answer::new(200, &list.to_string()),
        _ => Answer::new(404, "{}"),
    });
    let page = Page::open(&site.page);
    connect(&page, &recorder.origin, "some-key");
    page.click("#field-access_rights");
    page.wait_for_text(COUNT, "Filter 6 APIs");
    for (name, expected) in [
        ("classic", "Classic"),
        ("oas", "OAS"),
        ("graph", "GraphQL"),
        ("open", "keyless"),
        ("asleep", "Classic, inactive"),
        ("versioned", "Classic, 2 versions"),
    ] {
        assert_eq!(facts(&page, name), expected, "{name}");
    }
    page.click(LISTED_API);
    page.wait_for_text(API_TOGGLE, "versioned");
    let json: Value = serde_json::from_str(&json_pane(&page)).expect("the pane holds JSON");
    assert_eq!(json["access_rights"]["versioned"]["versions"], json!(["v1"]), "`Default` would name none of them");
}

#[test]
fn an_api_that_the_dashboard_does_not_have_is_a_finding_only_once_its_list_is_known() {
    let server = Server::start();
    let page = Page::open(&server.page());
    add_api(&page, "nobody-knows");
    let unknown = "D15 api-unknown";
    assert!(!findings(&page).contains(unknown), "{}", findings(&page));
    page.click("#field-access_rights");
    page.wait_for_text("[aria-label='Findings']", unknown);
    // What one dashboard has says nothing of another.
    page.type_into("#connection-address", "https://dash.example");
    page.press(TAB);
    page.wait_until_gone("#picker-filter");
    assert!(!findings(&page).contains(unknown), "{}", findings(&page));
}

#[test]
fn a_list_that_is_refused_says_why_and_how_to_go_on_without_it() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.type_into("#connection-key", "nobody's");
    page.click("#field-access_rights");
    page.wait_for_text(NOTE, "The dashboard does not know this API key (401). Check the API key");
    page.type_into("#connection-key", "");
    page.click_button("Ask again");
    page.wait_for_text(NOTE, "Paste the API key of a dashboard user");
    add_api(&page, "orders");
    assert!(json_pane(&page).contains("\"orders\""));
}

#[test]
fn a_list_that_nobody_answers_leads_to_the_cause() {
    let page = Page::open(&StaticSite::below("/").page);
    connect(&page, &nobody(), "some-key");
    let cause = "Nothing answers at this host and port: the dashboard is down, or the port is another one.";
    page.resize(1440, 700, 1);
    page.click("#field-access_rights");
    page.wait_for_text(NOTE, "No answer came from the dashboard, and the browser does not say why.");
    let is_in_view = "const place = (of) => document.querySelector(of).getBoundingClientRect();
        return place('#picker-content').bottom <= place('#main').bottom";
    wait_for("the way out to be in view", || match page.run(is_in_view, &[]) {
        Value::Bool(true) => Ok(()),
        other => Err(other.to_string()),
    });
    page.click_button("Find the cause");
    page.wait_for_text("#doctor", cause);
    page.wait_until_there("#outcome:focus");

    page.type_into("#connection-address", &nobody());
    page.press(TAB);
    page.type_into("#connection-key", "some-key");
    page.wait_until_gone("#doctor");
    open_dashboard(&page, Talk::Policies);
    page.wait_for_text("#policies-says", "No answer came from the dashboard");
    page.click("#dashboard-dialog .talk__says + .talk__actions button");
    page.wait_for_text("#doctor", cause);
    assert!(!page.is_there("#dashboard-dialog[open]"));
}

#[test]
fn a_list_that_refuses_the_key_is_asked_for_in_the_other_form_with_one_press() {
    let site = StaticSite::below("/");
    let recorder = Recorder::deciding(&site.origin, |call| {
        let is_bearer = call.header("authorization").is_some_and(|value| value.starts_with("Bearer "));
        match call.word(1) {
            _ if !is_bearer => Answer::new(401, r#"{"Message":"Not authorised","Meta":null,"Status":"Error"}"#),
            path if path.starts_with("/api/apis") => {
                Answer::new(200, &json!({ "pages": 1, "apis": [api("orders", &json!({}))] }).to_string())
            }
            path if path.starts_with("/api/portal/") => {
                Answer::new(200, r#"{"Data":[{"id":"a","name":"A"}],"Pages":1}"#)
            }
            _ => Answer::new(404, "{}"),
        }
    });
    let page = Page::open(&site.page);
    connect(&page, &recorder.origin, "some-key");
    page.click("#field-access_rights");
    page.wait_for_text(NOTE, "does not know this API key (401)");
    page.click(".picker__note + .talk__actions button");
    page.wait_for_text(COUNT, "Filter 1 APIs");
    page.wait_until_there("#connection-authorization-1:checked");

    page.click("label[for='connection-authorization-0']");
    open_dashboard(&page, Talk::Policies);
    page.wait_for_text("#policies-says", "does not know this API key (401)");
    page.click("#dashboard-dialog .talk__says + .talk__actions button");
    page.wait_for_text("label[for='policies-filter']", "Filter the one policy");
    assert!(recorder.take().iter().all(|call| ["OPTIONS", "GET"].contains(&call.method())));
}

#[test]
fn on_a_narrow_page_the_cause_comes_into_sight() {
    let page = Page::open(&StaticSite::below("/").page);
    connect(&page, &nobody(), "some-key");
    page.resize(500, 900, 1);
    page.click("#field-access_rights");
    page.click_button("Find the cause");
    page.wait_for_text("#doctor", "Nothing answers at this host and port");
    let is_seen = "return document.getElementById('doctor').checkVisibility()";
    assert_eq!(page.run(is_seen, &[]), json!(true));
}
