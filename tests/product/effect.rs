//! The Effect pane: what a key gets from the policy, in words and in tables, and where each value comes from.

use crate::harness::{Browser, ENTER, Matter, Page, Preference, RIGHT, Server, lacks, wait_for};
use crate::steps::{choose_api, open_policy};

/// A policy with an API of two paths, one of them loose.
pub const ORDERS: &str = r#"{"name": "Orders", "active": true, "rate": 10, "per": 1, "quota_max": 1000, "quota_renewal_rate": 3600,
    "access_rights": {"orders": {"api_id": "orders", "api_name": "Orders", "versions": ["Default"],
    "allowed_urls": [{"url": "/orders", "methods": ["GET"]}, {"url": "^/items$", "methods": ["POST"]}]}}}"#;

/// Shows a part of the pane by the mouse.
fn show(page: &Page, part: usize) {
    page.click(&format!("label[for='effect-part-{part}']"));
}

/// Opens the pane on a policy.
fn with_effect(policy: &str) -> (Server, Page) {
    let server = Server::start();
    let page = Page::open(&server.page());
    open_policy(&page, policy);
    page.click("#tab-effect");
    page.wait_until_there("#effect-words");
    (server, page)
}

#[track_caller]
fn wait_for_focus(page: &Page, id: &str) {
    wait_for(&format!("the focus in {id}"), || {
        let focused = page.focused();
        if focused == id { Ok(()) } else { Err(focused) }
    });
}

#[test]
fn what_a_key_gets_is_said_in_words_and_in_tables_and_follows_an_edit() {
    let (_server, page) = with_effect(ORDERS);
    page.wait_for_text("#effect-words", "Keys on this policy may call Orders.");
    page.wait_for_text("#effect-words", "10 requests in any second");
    page.wait_for_text(".effect__counters", "10 requests in any second");
    page.type_into("#field-rate", "25");
    page.wait_for_text("#effect-words", "25 requests in any second");
    page.wait_for_text(".effect__counters", "25 requests in any second");
    page.click(".effect-api summary");
    page.wait_for_text(".effect-api .facts", "GET");
}

#[test]
fn the_arrow_keys_lead_through_all_three_tabs() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.tab_to("#tab-curl");
    for tab in ["tab-json", "tab-effect", "tab-curl"] {
        page.press(RIGHT);
        wait_for_focus(&page, tab);
    }
    page.press("\u{e012}");
    wait_for_focus(&page, "tab-effect");
    page.wait_until_there("#effect-words");
}

#[test]
fn each_value_leads_to_its_field_by_mouse_and_by_keyboard() {
    let (_server, page) = with_effect(ORDERS);
    page.click("[aria-label='Go to /rate']");
    wait_for_focus(&page, "field-rate");
    page.tab_to("[aria-label='Go to /quota_max']");
    page.press(ENTER);
    wait_for_focus(&page, "field-quota_max");
}

#[test]
fn without_an_api_the_pane_says_so_and_leads_to_the_place() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.click("#tab-effect");
    page.wait_for_text(".effect__none", "may call nothing");
    page.click("#effect-add-api");
    wait_for_focus(&page, "field-access_rights");
    choose_api(&page, "Orders");
    page.wait_for_text("#effect-words", "may call Orders");
}

#[test]
fn what_is_refused_is_said_first_with_its_fix() {
    let policy = ORDERS.replace("\"rate\": 10", "\"partitions\": {\"per_api\": true, \"quota\": true}, \"rate\": 10");
    let (_server, page) = with_effect(&policy);
    page.wait_for_text(".effect__refused", "refused");
    page.wait_for_text("#effect-words", "refused");
}

#[test]
fn a_text_that_cannot_be_read_pauses_the_pane() {
    let (_server, page) = with_effect(ORDERS);
    page.click("#tab-json");
    page.wait_until_there("#json-text");
    page.paste_into("#json-text", "{\"name\": ");
    page.click("#tab-effect");
    page.wait_for_text("#effect-paused", "cannot be read");
    assert!(!page.is_there("#effect-words"));
    page.click("#unreadable-drop");
    page.wait_for_text("#effect-words", "Orders");
}

#[test]
fn two_thousand_apis_are_summed_up_and_the_filter_finds_each() {
    let entries: Vec<_> = (0..2_000)
        .map(|number| format!(r#""api-{number}": {{"api_id": "api-{number}", "api_name": "API {number}"}}"#))
        .collect();
    let policy = format!(
        r#"{{"name": "Many", "active": true, "rate": 5, "per": 1, "access_rights": {{{}}}}}"#,
        entries.join(",")
    );
    let (_server, page) = with_effect(&policy);
    page.wait_for_text("#effect-words", "2,000 APIs");
    let drawn = page.run("return document.querySelectorAll('.effect-api').length", &[]);
    assert!(drawn.as_u64().is_some_and(|drawn| drawn > 0 && drawn <= 100), "{drawn}");
    page.type_into("#effect-filter", "api-1999");
    page.wait_for_text(".effect-api", "API 1999");
    page.type_into("#field-rate", "7");
    page.wait_for_text("#effect-words", "7 requests");
}

#[test]
fn a_path_is_tried_by_mouse_and_a_loose_pattern_is_held_in_a_step_that_undo_takes_back() {
    let (_server, page) = with_effect(ORDERS);
    show(&page, 1);
    page.type_into("#effect-path", "/orders/7");
    page.wait_for_text("#effect-answer", "Allowed");
    page.wait_for_text("#effect-opens", "/orders-export");
    page.click("#effect-anchor");
    page.wait_for_text("[data-decides='true']", "^/orders");
    page.click("#undo");
    page.wait_for_text("#effect-opens", "/orders-export");
    page.choose("#effect-method", "DELETE");
    page.wait_for_text("#effect-answer", "Refused with 403");
    page.click("[aria-label='Go to /access_rights/orders/allowed_urls/1']");
    wait_for("the pattern's field", || {
        let focused = page.focused();
        if focused.ends_with("-allowed_urls-1-url") { Ok(()) } else { Err(focused) }
    });
}

#[test]
fn each_part_is_reached_and_used_by_keyboard() {
    let (_server, page) = with_effect(ORDERS);
    page.tab_to("#effect-part-0");
    page.press(RIGHT);
    page.tab_to("#effect-path");
    page.press("/items");
    page.wait_for_text("#effect-answer", "/items");
    page.click("#tab-effect");
    page.tab_to("[id^='effect-part-']");
    page.press(RIGHT);
    page.wait_until_there("#traffic-picture");
    page.tab_to("#traffic-at");
    let before = page.text_of("#traffic-column").unwrap_or_default();
    page.press(RIGHT);
    wait_for("another place", || {
        let after = page.text_of("#traffic-column").unwrap_or_default();
        if after == before { Err(after) } else { Ok(()) }
    });
    page.press("+");
    page.wait_until_there("#traffic-all");
    page.press("0");
    page.wait_until_gone("#traffic-all");
    page.click("#tab-effect");
    page.tab_to("[id^='effect-part-']");
    page.press(RIGHT);
    page.wait_until_there("#session");
    page.tab_to("#copy-session");
}

#[test]
fn traffic_is_shaped_looked_along_and_drawn_by_mouse() {
    let (_server, page) = with_effect(ORDERS);
    show(&page, 2);
    page.click("label[for='traffic-shape-0']");
    page.choose("#traffic-limiter", "fixed-window");
    page.type_into("#traffic-calm", "20");
    page.type_into("#traffic-length", "10");
    page.wait_for_text("#traffic-totals", "Of 200 requests 100 pass (50 %); 100 get 429 (rate).");
    page.type_into("#field-rate", "15");
    page.wait_for_text("#traffic-totals", "150 pass");
    page.click("#traffic-picture");
    page.wait_for_text("#traffic-column", "0:0");
    page.click("#traffic-in");
    page.wait_until_there("#traffic-later");
    page.click("#traffic-all");
    page.click("label[for='traffic-shape-3']");
    page.wait_until_there("#traffic-piece-11");
    // The middle of the picture is where they meet.
    let beside = ["#traffic-piece-5", "#traffic-piece-6"];
    beside.iter().for_each(|piece| page.type_into(piece, "7"));
    page.click("#traffic-picture");
    wait_for("what was drawn", || {
        let after = beside.map(|piece| page.value_of(piece));
        if after.iter().all(|piece| piece == "7") { Err(after.join(" ")) } else { Ok(()) }
    });
    page.click("#traffic-table summary");
    page.wait_until_there(".traffic__values tbody tr:nth-child(96)");
}

#[test]
fn in_the_systems_colours_patterns_and_lines_tell_what_becomes_of_a_request() {
    if lacks(Matter::Preferences) {
        return;
    }
    let server = Server::start();
    let page = Page::open_in(Browser::start_preferring(Preference::ForcedColours), &server.page());
    open_policy(&page, ORDERS);
    page.click("#tab-effect");
    page.wait_until_there("#effect-words");
    show(&page, 2);
    page.wait_until_there("#traffic-picture .traffic__by-rate");
    let script = "const style = (place, name) => getComputedStyle(document.querySelector(place))[name];
        return [style('.traffic__canvas', 'backgroundColor'), style('#traffic-picture .traffic__passed', 'fill'),
            style('.traffic__ground--by-rate', 'fill'), style('.traffic__ground--by-rate + .traffic__stripe', 'stroke'),
            document.querySelector('#traffic-picture .traffic__by-rate').getAttribute('fill')]";
    let seen = page.run(script, &[]);
    assert_eq!(seen[0], seen[2], "the ground of a pattern is that of the picture: {seen}");
    assert!(seen[1] != seen[0] && seen[3] != seen[2], "{seen}");
    assert_eq!(seen[4], "url(#traffic-by-rate)");
}
