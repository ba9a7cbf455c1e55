//! Two thousand APIs: as quick as two, found, selected and changed together, with the keyboard alone.

use serde_json::{Map, Value, json};

use crate::harness::{ENTER, Page, Server, TAB};
use crate::steps::{json_pane, open_policy};

/// Keys that are held down while another is pressed (W3C WebDriver, section 17.4.2).
const SHIFT: &str = "\u{e008}";
const CONTROL: &str = "\u{e009}";
/// The line of each API that is drawn.
const ROW: &str = "#apis .api";

/// A policy of so many APIs. Of each hundred one has a path below `/orders`.
fn policy(count: usize) -> Value {
    let entry = |number: usize| {
        let id = format!("id-{number:04}");
        let paths = if number % 100 == 7 { json!([{ "url": "^/orders", "methods": ["GET"] }]) } else { json!([]) };
        let entry = json!({ "allowed_urls": paths, "api_id": id, "api_name": format!("API {}", count - number),
            "limit": null, "versions": ["Default"] });
        (id, entry)
    };
    let rights: Map<String, Value> = (0..count).map(entry).collect();
    json!({ "name": "Big", "rate": 100, "per": 60, "quota_max": -1, "quota_renewal_rate": -1, "state": "active",
        "active": true, "is_inactive": false, "tags": [], "access_rights": rights })
}

fn opened(policy: &Value) -> (Server, Page) {
    let server = Server::start();
    let page = Page::open(&server.page());
    open_policy(&page, &policy.to_string());
    page.wait_until_there(ROW);
    (server, page)
}

#[track_caller]
fn drawn(page: &Page) -> u64 {
    let count = page.run("return document.querySelectorAll(arguments[0]).length", &[ROW]);
    count.as_u64().expect("a number")
}

/// The body as it is sent.
#[track_caller]
fn body(page: &Page) -> Value {
    serde_json::from_str(&json_pane(page)).expect("the pane holds JSON")
}

/// Scrolls so far through the list: 0 is its top, 1 its end.
#[track_caller]
fn scroll(page: &Page, part: &str) {
    let script = "const list = document.getElementById('apis').getBoundingClientRect();
        document.getElementById('main').scrollTop += list.top + list.height * Number(arguments[0]) - 400";
    page.run(script, &[part]);
}

/// Filters, and waits until so many are shown.
#[track_caller]
fn filter(page: &Page, text: &str, count: &str) {
    page.type_into("#apis-filter", text);
    page.wait_for_text(".apis__count", count);
}

/// Waits until nothing has changed for a second: what follows from opening a large policy comes in several steps.
#[track_caller]
fn wait_until_still(page: &Page) {
    let script = "return new Promise(done => {
        let last = performance.now();
        const seen = new MutationObserver(() => { last = performance.now(); });
        seen.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        const look = () => {
            if (performance.now() - last < 1000) return setTimeout(look, 100);
            seen.disconnect();
            done(true);
        };
        look();
    })";
    assert_eq!(page.run(script, &[]), json!(true));
}

/// How many changes of the document one key stroke in the field of the name makes, outside of the panes.
#[track_caller]
fn changes_of_a_key_stroke(page: &Page) -> u64 {
    let script = r"const pane = document.querySelector('#preview-pane');
        const name = document.querySelector('#field-name');
        let count = 0;
        const seen = new MutationObserver(changes => {
            count += changes.filter(change => !pane.contains(change.target)).length;
        });
        seen.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        name.value = 'Bigger';
        name.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return new Promise(done => setTimeout(() => { seen.disconnect(); done(count); }, 500))";
    page.run(script, &[]).as_u64().expect("a number")
}

#[test]
fn a_key_stroke_changes_as_much_of_the_page_with_two_thousand_apis_as_with_twenty() {
    let [few, many] = [20, 2_000].map(|count| {
        let (_server, page) = opened(&policy(count));
        // The first edit of all loads what keeps the work.
        page.type_into("#field-name", "Large");
        page.wait_for_text("h1", "Large");
        wait_until_still(&page);
        let changes = changes_of_a_key_stroke(&page);
        page.wait_for_text("h1", "Bigger");
        changes
    });
    assert!(few > 0, "the key stroke shows");
    assert_eq!(few, many);
}

#[test]
fn of_two_thousand_apis_few_are_drawn_and_scrolling_brings_the_others() {
    let (_server, page) = opened(&policy(2_000));
    assert!(drawn(&page) < 100, "{} rows", drawn(&page));
    assert_eq!(page.run("return document.querySelector('#apis .api').ariaSetSize", &[]), json!("2000"));
    let height = || page.run("return document.getElementById('apis').offsetHeight", &[]);
    let before = height();
    scroll(&page, "0.5");
    page.wait_for_text("#apis", "id-1000");
    assert!(drawn(&page) < 100, "{} rows", drawn(&page));
    scroll(&page, "1");
    page.wait_for_text("#apis", "id-1990");
    assert_eq!(height(), before, "drawing other rows moves nothing");
    let last = page.run("return [...document.querySelectorAll(arguments[0])].at(-1).ariaPosInSet", &[ROW]);
    assert_eq!(last, json!("2000"));
}

#[test]
fn a_finding_leads_to_its_row_wherever_it_stands_even_past_the_filter() {
    let mut policy = policy(2_000);
    policy["access_rights"]["id-1800"]["versions"] = json!("Default");
    let (_server, page) = opened(&policy);
    filter(&page, "orders", "20 of 2,000 APIs");
    page.click("#findings-first");
    page.wait_until_there(&format!("{ROW} input[id$='-versions']:focus"));
    let seen = "const box = document.activeElement.getBoundingClientRect();
        return box.top > 0 && box.bottom < innerHeight && document.activeElement.closest('.api').ariaPosInSet";
    // Twenty that fit the filter; this one stands behind those before it.
    assert_eq!(page.run(seen, &[]), json!("19"));
    filter(&page, "", "");
    page.click("#findings-first");
    page.wait_until_there(&format!("{ROW}[aria-posinset='1801'] input[id$='-versions']:focus"));
}

#[test]
fn tab_goes_from_row_to_row_beyond_those_that_were_drawn_and_the_focus_is_never_lost() {
    let (_server, page) = opened(&policy(2_000));
    page.tab_to(".api__toggle");
    for _ in 0..60 {
        page.press(TAB);
        page.press(TAB);
    }
    let place = "return document.activeElement.closest('.api')?.ariaPosInSet";
    assert_eq!(page.run(place, &[]), json!("61"));
    // Scrolled away from it, the row stays, and Tab goes on from there.
    scroll(&page, "1");
    page.wait_for_text("#apis", "id-1990");
    assert_eq!(page.run(place, &[]), json!("61"));
    page.press(TAB);
    page.press(TAB);
    assert_eq!(page.run(place, &[]), json!("62"));
    // From behind the list, backwards, to its last row.
    page.run("document.getElementById('field-access_rights').focus()", &[]);
    page.press_with(&[SHIFT], TAB);
    assert_eq!(page.run(place, &[]), json!("2000"));
}

#[test]
fn removing_a_row_leads_to_the_next_one_that_is_shown_and_undo_brings_it_back() {
    let (_server, page) = opened(&policy(300));
    filter(&page, "orders", "3 of 300 APIs");
    page.click_button("Remove API 193");
    page.wait_for_text(".apis__count", "2 of 299 APIs");
    let place = "return document.activeElement.querySelector('.api__id')?.innerText";
    assert_eq!(page.run(place, &[]), json!("id-0207"));
    page.press_with(&[CONTROL], "z");
    page.wait_for_text(".apis__count", "3 of 300 APIs");
}

#[test]
fn the_order_on_the_page_is_not_that_of_the_policy() {
    let (_server, page) = opened(&policy(300));
    let before = json_pane(&page);
    page.choose("#apis-order", "name");
    page.wait_for_text(".apis__note", "the JSON keeps its order");
    page.wait_until_there(&format!("{ROW}[aria-posinset='1']"));
    let first = page.run("return document.querySelector('#apis .api__name').innerText", &[]);
    assert_eq!(first, json!("API 1"));
    assert_eq!(json_pane(&page), before);
    page.choose("#apis-order", "written");
    page.wait_for_text("#apis", "API 300");
}

#[test]
fn pasted_ids_are_counted_before_they_are_added_in_one_step() {
    let server = Server::with(&["--generated-apis", "20"]);
    let page = Page::open(&server.page());
    page.click("#field-access_rights");
    page.wait_for_text("label[for='picker-filter']", "Filter 28 APIs");
    page.click_button("Close the list");
    let known = "a0000000000000000000000000000007";
    page.click("#apis-paste");
    page.wait_until_there("#ids-text:focus");
    page.paste_into("#ids-text", &format!("{known}, nobody-knows\n{known}"));
    page.wait_for_text("#ids-says", "2 new APIs · 1 more than once in the text · 1 unknown to the dashboard");
    page.tab_to("#ids-add");
    page.press(ENTER);
    page.wait_for_text("main [role='status']", "Added 2 APIs.");
    page.wait_for_text("#apis", "Generated API 7");
    page.wait_until_there(&format!("{ROW} .api__toggle:focus"));
    page.click("#apis-paste");
    page.paste_into("#ids-text", known);
    page.wait_for_text("#ids-says", "Nothing new · 1 already in the policy");
    page.click_button("Undo");
    page.wait_until_gone(ROW);
}

#[test]
fn the_same_paths_and_limits_are_set_for_all_that_the_filter_shows_and_taken_back_with_one_press() {
    let (_server, page) = opened(&policy(2_000));
    let before = body(&page);
    filter(&page, "orders", "20 of 2,000 APIs");
    page.tab_to("#apis-select");
    page.press(ENTER);
    page.wait_until_there("#apis-all:focus");
    page.press(" ");
    page.wait_for_text(".apis__select", "20 selected");

    page.tab_to("#apis-set-paths");
    page.press(ENTER);
    page.tab_to("button[id$='-allowed_urls']");
    page.press(ENTER);
    page.wait_until_there("input[id$='-allowed_urls-0-url']:focus");
    page.press("^/v2/orders");
    page.tab_to("#apis-apply");
    page.press(ENTER);
    page.wait_for_text("main [role='status']", "Set the same paths for 20 APIs.");
    page.wait_until_there("#apis-set-paths:focus");

    page.click("#apis-set-limits");
    page.click("label[for='apis-limit-1']");
    assert_eq!(page.value_of("#apis-limit-rate"), "100");
    page.type_into("#apis-limit-rate", "5");
    page.click("#apis-apply");
    page.wait_for_text("main [role='status']", "Set the same limits for 20 APIs.");
    let after = body(&page);
    let entry = &after["access_rights"]["id-0107"];
    assert_eq!(entry["allowed_urls"], json!([{ "url": "^/v2/orders", "methods": ["GET"] }]));
    assert_eq!(entry["limit"], json!({ "per": 60, "quota_max": -1, "quota_renewal_rate": -1, "rate": 5 }));
    assert_eq!(after["access_rights"]["id-0108"], before["access_rights"]["id-0108"]);

    page.click_button("Undo");
    assert_eq!(body(&page)["access_rights"]["id-0107"]["limit"], json!(null));
    page.run("document.activeElement.blur()", &[]);
    page.press_with(&[CONTROL], "z");
    assert_eq!(body(&page), before);
}

#[test]
fn the_filter_is_empty_again_when_another_policy_is_opened_and_stays_while_one_is_edited() {
    let (_server, page) = opened(&policy(2_000));
    filter(&page, "orders", "20 of 2,000 APIs");
    page.type_into("#field-name", "Another name");
    page.wait_for_text(".apis__count", "20 of 2,000 APIs");
    let mut other = policy(200);
    other["name"] = json!("Other");
    open_policy(&page, &other.to_string());
    page.wait_for_text("h1", "Other");
    assert_eq!(page.value_of("#apis-filter"), "");
    assert_eq!(page.text_of(".apis__count"), Some(String::new()));
}

#[test]
fn a_range_is_selected_with_shift_and_removed_in_one_step() {
    let (_server, page) = opened(&policy(100));
    page.click("#apis-select");
    page.wait_until_there(".api__select input");
    page.tab_to(".api__select input");
    page.press(" ");
    page.wait_for_text(".apis__select", "1 selected");
    for _ in 0..9 {
        page.press(TAB);
    }
    page.press_with(&[SHIFT], " ");
    page.wait_for_text(".apis__select", "4 selected");
    page.click("#apis-remove");
    page.wait_for_text("main [role='status']", "Removed 4 APIs.");
    page.wait_until_there("#apis-all:focus");
    page.wait_for_text("#apis", "id-0004");
    assert!(!page.text_of("#apis").unwrap_or_default().contains("id-0003"));
    page.click_button("Undo");
    page.wait_for_text("#apis", "id-0003");
    page.click("#apis-done");
    page.wait_until_gone(".api__select");
    page.wait_until_there("#apis-select:focus");
}
