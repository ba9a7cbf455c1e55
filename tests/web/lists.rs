//! Each control that holds others, alone: menus, lists, groups and panes.

use leptos::prelude::*;
use policy_builder::controls::{IconName, finding_key};
use policy_builder::controls::{Menu, code_pane, disclosure, filtered, has, icon, message, messages, select};
use policy_builder::view::{Item, div, element, span};
use tyk_policy::check::{Code, Finding, Path, Seen};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mounted::{Mounted, focused_id};

fn missing(field: &'static str, code: Code) -> Finding {
    Finding::new(code, Path::root().name(field), Seen::Nothing)
}

#[wasm_bindgen_test]
async fn a_menu_opens_at_its_first_or_last_command_goes_round_and_gives_the_focus_back() {
    let done = RwSignal::new(String::new());
    let page = Mounted::new(move || {
        let menu = Menu::new("menu");
        let item = |name: &'static str| menu.item("", span("").child(name), move || done.set(name.to_owned())).id(name);
        let list = menu.list("Commands").child(item("first")).child(item("second"));
        menu.view("menu", span("").child("New"), list).into_any()
    })
    .await;
    assert_eq!(page.attribute("#menu", "aria-expanded"), "false");
    page.find("#menu").focus().unwrap();
    page.press_key("#menu", "ArrowUp").await;
    page.wait().await;
    assert_eq!(page.attribute("#menu", "aria-expanded"), "true");
    assert_eq!(focused_id(), "second");
    page.press_key("#second", "ArrowDown").await;
    assert_eq!(focused_id(), "first");
    page.press_key("#first", "Escape").await;
    assert_eq!((page.attribute("#menu", "aria-expanded").as_str(), focused_id().as_str()), ("false", "menu"));
    page.press_key("#menu", "ArrowDown").await;
    page.wait().await;
    page.click("#first").await;
    assert_eq!(done.get_untracked(), "first");
    assert_eq!(page.attribute("#menu", "aria-expanded"), "false");
}

#[wasm_bindgen_test]
async fn a_filter_has_a_label_and_lets_the_rows_through_that_fit() {
    let filter = RwSignal::new(String::new());
    let page = Mounted::new(move || {
        let rows = move || {
            let fitting = ["Orders", "Users"].into_iter().filter(|name| has(&[name], &filter.get()));
            fitting.map(|name| Item::new(name, move || element("li").id(name).child(name).into_any())).collect()
        };
        filtered("filter", Signal::stored("Filter 2 APIs".to_owned()), filter, rows).into_any()
    })
    .await;
    assert_eq!(page.attribute("label", "for"), "filter");
    assert!(page.has("#Orders") && page.has("#Users"));
    page.type_into("#filter", "use").await;
    assert!(!page.has("#Orders") && page.has("#Users"));
}

#[wasm_bindgen_test]
async fn a_group_draws_what_is_in_it_when_it_is_first_open() {
    let open = RwSignal::new(false);
    let page = Mounted::new(move || {
        let content = || div("").id("content").into_any();
        disclosure("Quota", Signal::stored("no quota".to_owned()), ().into_any(), open, content).into_any()
    })
    .await;
    assert_eq!(page.text_of("summary"), "Quotano quota");
    assert!(!page.has("#content"));
    page.click("summary").await;
    page.wait().await;
    assert!(page.has("#content") && open.get_untracked());
    open.set(false);
    page.wait().await;
    assert!(!page.has("details[open]"));
}

#[wasm_bindgen_test]
async fn a_list_to_choose_from_shows_the_chosen_and_reports_another() {
    let chosen = RwSignal::new("b".to_owned());
    let page = Mounted::new(move || {
        let options = ["a", "b"].map(|word| (word.to_owned(), word.to_uppercase()));
        select("letters", "Letters", options.into(), chosen.into(), move |word| chosen.set(word)).into_any()
    })
    .await;
    assert_eq!(page.attribute("select", "aria-label"), "Letters");
    assert_eq!(page.chosen("select"), "b");
    page.choose("select", "a").await;
    assert_eq!(chosen.get_untracked(), "a");
}

#[wasm_bindgen_test]
async fn a_message_says_how_severe_what_and_what_to_do_and_messages_come_and_go() {
    let findings = RwSignal::new(vec![missing("name", Code::NameMissing)]);
    let page = Mounted::new(move || {
        let alone = message(&missing("name", Code::NameMissing));
        div("").child(div("").id("alone").child(alone)).child(messages(move || findings.get())).into_any()
    })
    .await;
    assert!(page.text_of("#alone").starts_with("Error: the policy has no name. "), "{}", page.text_of("#alone"));
    assert_eq!(page.count(".message"), 2);
    findings.set(Vec::new());
    page.wait().await;
    assert_eq!(page.count(".message"), 1);
    let [one, other] = ["name", "rate"].map(|field| finding_key(&missing(field, Code::NameMissing)));
    assert_ne!(one, other);
}

#[wasm_bindgen_test]
async fn a_picture_is_no_word() {
    let page = Mounted::new(|| icon(IconName::Add).into_any()).await;
    assert_eq!(page.attribute("[data-icon=add]", "aria-hidden"), "true");
}

#[wasm_bindgen_test]
async fn a_pane_shows_the_very_text_marks_changed_lines_and_draws_few_of_a_long_one() {
    let content = RwSignal::new("{\n  \"rate\": 1\n}".to_owned());
    let page = Mounted::new(move || {
        let pane = code_pane("pane", "JSON body", content.into());
        pane.style("height", Signal::stored("200px".to_owned()))
            .style("overflow", Signal::stored("auto".to_owned()))
            .into_any()
    })
    .await;
    assert_eq!(page.text_of("#pane"), "{\n  \"rate\": 1\n}\n");
    assert_eq!(page.attribute("#pane", "tabindex"), "0");
    assert!(!page.has(".code__line--changed"));
    content.set("{\n  \"rate\": 2\n}".to_owned());
    page.wait().await;
    assert_eq!(page.text_of(".code__line--changed"), "  \"rate\": 2\n");
    content.set(vec!["line"; 2_000].join("\n"));
    page.wait().await;
    assert!((1..400).contains(&page.count(".code__line")), "{}", page.count(".code__line"));
}
