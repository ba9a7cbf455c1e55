//! What a first visit sees before the program runs, and how soon that is.

use std::fs;

use serde_json::json;

use crate::harness::{Browser, Matter, Page, StaticSite, lacks, path_named};

/// The files of the first view beside the page: style sheet, program, its script, and settings.
const FIRST_FILES: usize = 4;

#[test]
fn the_form_is_there_one_round_trip_after_the_page() {
    let site = StaticSite::below("/");
    // No answer to any of them before all were asked for: whatever waits for another one's answer would wait for ever.
    site.hold_until(FIRST_FILES);
    let page = Page::open(&site.page);
    page.type_into("#field-name", "At once");
    let asked = site.asked();
    let mut first: Vec<_> = asked.iter().take(1 + FIRST_FILES).collect();
    first.sort();
    first.dedup();
    assert_eq!(first.len(), 1 + FIRST_FILES, "none is asked for twice: {asked:?}");
}

#[test]
fn the_shell_stands_where_the_page_will_and_nothing_moves() {
    if lacks(Matter::LayoutShifts) {
        return;
    }
    let site = StaticSite::below("/");
    let page = Page { browser: Browser::start() };
    // Slow, so that the browser shows what is there between two parts.
    page.slow_down(6);
    for (width, height) in [(1440, 1000), (1024, 800), (390, 844)] {
        page.resize(width, height, 1);
        page.open_again(&site.page);
        page.wait_until_there(".findings__list");
        let sum = page.run(SHIFTS, &[]).as_f64().expect("a number");
        assert!(sum < 0.001, "{width} × {height}: {sum}");
    }
}

/// How much has moved since the page began, half a second from now.
const SHIFTS: &str = "return new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 500);
})";

#[test]
fn behind_the_first_view_the_page_names_what_an_installed_copy_needs() {
    let site = StaticSite::below("/");
    let page = Page::open(&site.page);
    page.wait_until_there("link[rel=manifest]");
    assert_eq!(page.run(ICONS, &[]), json!([true, true, true, true]), "every icon that the manifest names is there");
}

/// Whether each icon of the manifest can be had.
const ICONS: &str = "const { href } = document.querySelector('link[rel=manifest]');
    return fetch(href)
        .then((answer) => answer.json())
        .then(({ icons }) => Promise.all(icons.map(({ src }) => fetch(new URL(src, href)).then(({ ok }) => ok))));";

#[test]
fn where_the_program_cannot_run_the_page_says_what_it_is_and_that_it_loads() {
    let site = StaticSite::below("/");
    // With another content than the page says, the browser does not run it.
    site.put(&start_script(), "");
    let page = Page { browser: Browser::start() };
    page.command("/url", &json!({ "url": site.page })).expect("the page loads");
    page.wait_for_text("#boot-note", "Loading the form…");
    page.wait_for_text("#app", "Who may call which API, how often, how much");
    // Shown where scripts are switched off.
    let without_scripts = page.run("return document.querySelector('noscript').textContent", &[]);
    assert!(without_scripts.as_str().is_some_and(|text| text.contains("tyk-policy curl --url")), "{without_scripts}");
}

#[test]
fn where_webassembly_is_switched_off_the_page_says_so_and_names_the_way_out() {
    let site = StaticSite::below("/");
    site.begin_with("delete globalThis.WebAssembly");
    let page = Page { browser: Browser::start() };
    page.command("/url", &json!({ "url": site.page })).expect("the page loads");
    let says = page.wait_for_text("#boot-note", "it needs WebAssembly, which this browser has switched off");
    assert!(says.contains("The tyk-policy command does the same."), "{says}");
}

/// The name of the page's script.
fn start_script() -> String {
    let names = fs::read_dir(path_named("POLICY_BUILDER_DIST")).expect("the page").flatten();
    let mut names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.find(|name| name.starts_with("policy-builder-") && name.ends_with(".js")).expect("the script")
}
