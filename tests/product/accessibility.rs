//! Everybody can use the page: axe-core finds nothing to object to in any of its states, light and dark, wide and narrow.

use serde_json::json;

use crate::effect::ORDERS;
use crate::harness::{Answer, Page, Recorder, Server, StaticSite};
use crate::steps::{
    API_TOGGLE, Talk, add_api, choose_api, connect, findings, open_dashboard, open_policy, send_and_read_id,
};

/// What a narrow page shows of itself, by the bar at its foot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Form,
    Preview,
    Send,
    /// A dialog lies over all of it.
    Dialog,
}

/// Judges what the page shows now in every look.
#[track_caller]
fn judge(page: &Page, state: &str, part: Part) {
    for (width, height) in [(1440, 1000), (390, 844)] {
        page.resize(width, height, 1);
        if width == 390 && part != Part::Dialog {
            page.click_button(&format!("{part:?}"));
        }
        for theme in ["light", "dark"] {
            page.run("document.documentElement.dataset.theme = arguments[0]", &[theme]);
            page.assert_accessible(&format!("{state}, {theme}, {width} px"));
        }
        page.assert_pressable(&format!("{state}, {width} px"));
        page.assert_fits(&format!("{state}, {width} px"));
    }
    page.resize(1440, 1000, 1);
}

/// The page of a server with three policies.
fn page() -> (Server, Page) {
    let server = Server::start();
    for number in 1..=3 {
        server.store(&json!({ "name": format!("Plan {number}"), "rate": number, "per": 60 }));
    }
    let page = Page::open(&server.page());
    (server, page)
}

#[test]
fn the_page_as_it_opens() {
    let (_server, page) = page();
    judge(&page, "start", Part::Form);
    judge(&page, "the command", Part::Preview);
    page.click("#curl-more");
    page.wait_until_there("#curl-ascii");
    page.choose("#curl-shell", "windows-powershell");
    page.wait_for_text(".command__files", "policy.json");
    judge(&page, "the command with its options", Part::Preview);
    page.click("#tab-json");
    judge(&page, "the JSON", Part::Preview);
    judge(&page, "before sending", Part::Send);
}

#[test]
fn findings_of_every_severity() {
    let (_server, page) = page();
    page.type_into("#field-name", "");
    page.type_into("#field-rate", "12x");
    findings(&page);
    judge(&page, "with findings", Part::Form);
}

#[test]
fn an_api_with_everything_of_it_and_the_list_it_is_from() {
    let (_server, page) = page();
    choose_api(&page, "Orders");
    page.click(API_TOGGLE);
    judge(&page, "an API that is open", Part::Form);
    page.click("#field-access_rights");
    page.wait_until_there("[aria-label='APIs of the dashboard'] li");
    judge(&page, "the list of APIs", Part::Form);
}

#[test]
fn the_dialog_that_opens_a_text_and_says_why_not() {
    let (_server, page) = page();
    page.click("#open");
    page.wait_until_there("#open-text");
    judge(&page, "the dialog", Part::Dialog);
    page.paste_into("#open-text", "not json");
    page.click("#open-confirm");
    page.wait_for_text("#open-problem", "Not JSON");
    judge(&page, "the dialog with a refusal", Part::Dialog);
}

#[test]
fn the_dialog_about_the_dashboard() {
    let (_server, page) = page();
    open_dashboard(&page, Talk::Policies);
    page.wait_for_text("#dashboard-dialog li", "Plan");
    judge(&page, "the policies", Part::Dialog);
    page.click_button("Delete Plan 1");
    page.wait_until_there("input[id^='delete-']");
    judge(&page, "a policy to be deleted", Part::Dialog);
    page.click("label[for='talk-1']");
    page.wait_until_there("#connection-name");
    judge(&page, "the connections", Part::Dialog);
}

#[test]
fn a_policy_that_was_sent_and_its_update() {
    let (_server, page) = page();
    choose_api(&page, "Orders");
    send_and_read_id(&page);
    judge(&page, "sent", Part::Send);
    page.type_into("#field-name", "Changed");
    page.click("#send");
    page.wait_until_there("#comparing");
    judge(&page, "an update", Part::Send);
    open_dashboard(&page, Talk::History);
    page.wait_for_text("#dashboard-dialog ol", "POST 200");
    judge(&page, "what was sent", Part::Dialog);
}

#[test]
fn a_policy_that_could_not_be_sent_and_why() {
    let site = StaticSite::below("/");
    let shut = Recorder::answering("http://somebody-else.example", Answer::stored());
    let page = Page::open(&site.page);
    add_api(&page, "orders");
    connect(&page, &shut.origin, "some-key");
    page.click("#send");
    page.wait_for_text("#doctor", "lets no page of another origin call it");
    judge(&page, "not sent", Part::Send);
    page.type_into("#field-name", "");
    page.click("#send");
    page.wait_until_there("#send-anyway");
    judge(&page, "a question before sending", Part::Send);
}

#[test]
fn the_effect_in_each_of_its_parts() {
    let (_server, page) = page();
    open_policy(&page, ORDERS);
    page.click("#tab-effect");
    page.wait_until_there("#effect-words");
    for (part, place) in [(0, ".effect__counters"), (1, "#effect-opens"), (2, "#traffic-picture"), (3, "#session")] {
        page.click(&format!("label[for='effect-part-{part}']"));
        if part == 1 {
            page.type_into("#effect-path", "/orders/7");
        }
        page.wait_until_there(place);
        judge(&page, &format!("part {part} of the effect"), Part::Preview);
    }
}

#[test]
fn an_effect_that_is_refused_and_one_with_nothing_in_it() {
    let (_server, page) = page();
    page.click("#tab-effect");
    page.wait_until_there(".effect__none");
    judge(&page, "the effect of no API", Part::Preview);
    open_policy(
        &page,
        &ORDERS.replace("\"rate\": 10", "\"partitions\": {\"per_api\": true, \"quota\": true}, \"rate\": 10"),
    );
    page.wait_for_text(".effect__refused", "refused");
    judge(&page, "a refused policy's effect", Part::Preview);
}
