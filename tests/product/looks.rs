//! The page in the hands of those who see, read or move otherwise: enlarged, in the system's colours, without motion.

use serde_json::json;

use crate::harness::{Browser, Matter, Page, Preference, Server, lacks};
use crate::steps::{API_TOGGLE, add_api, choose_api, findings};

/// A page whose user asks this of all pages.
fn page_preferring(preference: Preference) -> (Server, Page) {
    let server = Server::start();
    let page = Page::open_in(Browser::start_preferring(preference), &server.page());
    (server, page)
}

/// A style of the first element there, as the browser has it in the end.
#[track_caller]
fn style(page: &Page, place: &str, property: &str) -> String {
    let script = "return getComputedStyle(document.querySelector(arguments[0])).getPropertyValue(arguments[1])";
    page.run(script, &[place, property]).as_str().unwrap_or_default().to_owned()
}

/// WCAG 1.4.10: a window of 1280 px at 400 %. And 1.4.4: one of 1440 px at 200 %.
#[test]
fn at_320_px_and_at_twice_the_size_nothing_is_cut_and_nothing_scrolls_sideways() {
    if lacks(Matter::AnyWidth) {
        return;
    }
    let server = Server::start();
    for number in 1..=3 {
        let name = format!("A plan with quite a long name and Donaudampfschifffahrtsgesellschaft number {number}");
        server.store(&json!({ "name": name, "rate": number, "per": 60 }));
    }
    for (width, height, density) in [(320, 640, 1), (720, 500, 2)] {
        let page = Page::open(&server.page());
        page.resize(width, height, density);
        let seen = |what: &str| page.assert_fits(&format!("{what} at {width} px"));
        seen("start");
        page.click_button("Add an API by its id");
        page.type_into("input[id$='-api_id']", &"0123456789abcdef".repeat(4));
        seen("an API with a long id");
        page.type_into("#field-name", "");
        findings(&page);
        seen("the findings");
        page.click_button("Show one");
        page.click_button("Preview");
        seen("the command");
        page.click("#tab-json");
        seen("the JSON");
        page.click_button("Send");
        page.click("#send");
        page.wait_until_there("#send-anyway");
        seen("a question");
        page.click("#open");
        page.wait_until_there("#open-text");
        page.paste_into("#open-text", &format!("\"{}\"", "long".repeat(50)));
        page.click("#open-confirm");
        page.wait_for_text("#open-problem", "Expected");
        seen("the dialog");
        page.click_button("Cancel");
        // So narrow a page has this command in a menu.
        page.click("#share");
        page.click_button("Dashboard…");
        page.wait_for_text("#dashboard-dialog li", "A plan");
        seen("the policies");
    }
}

#[test]
fn the_page_is_dark_where_its_user_asks_for_that_until_the_button_says_otherwise() {
    if lacks(Matter::Preferences) {
        return;
    }
    let (_server, page) = page_preferring(Preference::Dark);
    let dark = style(&page, "body", "background-color");
    page.click_button("Theme: system");
    page.wait_until_there("[aria-label='Theme: light']");
    let light = style(&page, "body", "background-color");
    assert_ne!(light, dark);
    page.click_button("Theme: light");
    page.wait_until_there("[aria-label='Theme: dark']");
    assert_eq!(style(&page, "body", "background-color"), dark);
}

#[test]
fn nothing_moves_where_its_user_asks_for_that() {
    if lacks(Matter::Preferences) {
        return;
    }
    let (server, page) = page_preferring(Preference::LessMotion);
    let longest = |page: &Page| {
        let script = "const seconds = (each, name) => getComputedStyle(each)[name].split(',').map(parseFloat);
            const all = [...document.querySelectorAll('*')];
            const isMoved = each => getComputedStyle(each).animationName !== 'none';
            return Math.max(...all.flatMap(each => seconds(each, 'transitionDuration')),
                ...all.filter(isMoved).flatMap(each => seconds(each, 'animationDuration')))";
        page.run(script, &[]).as_f64().expect("seconds")
    };
    choose_api(&page, "Orders");
    page.click(API_TOGGLE);
    page.type_into("#field-name", "");
    assert!(longest(&page).abs() < f64::EPSILON);
    page.click("#open");
    page.wait_until_there("#open-text");
    assert!(longest(&page).abs() < f64::EPSILON);
    // The same measure finds what moves for others.
    let page = Page::open(&server.page());
    add_api(&page, "orders");
    assert!(longest(&page) > 0.1);
}

/// Colours of the page's own say nothing here: what is chosen and what is pressed shows in another way.
#[test]
fn in_the_systems_colours_what_is_chosen_is_told_apart() {
    if lacks(Matter::Preferences) {
        return;
    }
    let (_server, page) = page_preferring(Preference::ForcedColours);
    assert_eq!(page.run("return matchMedia('(forced-colors: active)').matches", &[]), json!(true));
    let canvas = style(&page, "body", "background-color");
    let option = ".choice__input:checked + .choice__label";
    let chosen = style(&page, option, "background-color");
    assert!(chosen != canvas && chosen != style(&page, option, "color"), "{chosen}");
    page.resize(390, 844, 1);
    for (bar, chosen, other, property) in [
        (".tabs__tab", "[aria-selected='true']", "[aria-selected='false']", "border-bottom-color"),
        (".narrow-bar__button", "[aria-pressed='true']", "[aria-pressed='false']", "border-top-color"),
    ] {
        let [chosen, other] = [chosen, other].map(|state| style(&page, &format!("{bar}{state}"), property));
        assert_ne!(chosen, other, "{bar}");
    }
    // The pictures are shapes filled with a colour: with that of what lies behind them they would be gone.
    assert_ne!(style(&page, ".icon", "background-color"), canvas);
}
