//! Each control alone.

use leptos::prelude::*;
use policy_builder::controls::{Field, choice, copy_button, icon_button, number, text_input, tokens};
use policy_builder::controls::{IconName, plain_button};
use tyk_policy::catalogue::{NAME, RATE, STATE, TAGS};
use tyk_policy::check::{Code, Finding, Path, Seen};
use tyk_policy::draft::State;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mounted::Mounted;

fn frame(findings: RwSignal<Vec<Finding>>, field: &'static tyk_policy::catalogue::Field) -> Field {
    Field { id: "one".to_owned(), field, findings: findings.into(), json: None, group: false }
}

fn name_missing() -> Finding {
    Finding::new(Code::NameMissing, Path::root().name("name"), Seen::Nothing)
}

#[wasm_bindgen_test]
async fn a_field_ties_label_hint_and_message_to_its_control_and_speaks_only_after_it_was_left() {
    let findings = RwSignal::new(vec![name_missing()]);
    let value = Signal::stored(String::new());
    let page = Mounted::new(move || {
        frame(findings, &NAME).around(|context| text_input(context, value, false, |_| ())).into_any()
    })
    .await;
    assert_eq!(page.attribute("label", "for"), "one");
    assert_eq!(page.attribute("#one", "aria-describedby"), "one-hint");
    assert_eq!(page.attribute("#one", "aria-invalid"), "false");
    page.leave("#one").await;
    assert_eq!(page.attribute("#one", "aria-describedby"), "one-hint one-message");
    assert_eq!(page.attribute("#one", "aria-invalid"), "true");
    assert!(page.text_of("#one-message").contains("the policy has no name"));
    findings.set(Vec::new());
    leptos::task::tick().await;
    assert_eq!(page.attribute("#one", "aria-invalid"), "false");
    assert_eq!(page.text_of("#one-message"), "");
}

#[wasm_bindgen_test]
async fn a_text_input_shows_its_value_and_passes_on_what_is_typed() {
    let value = RwSignal::new("first".to_owned());
    let page = Mounted::new(move || {
        let input = |context| text_input(context, value.into(), true, move |text| value.set(text));
        frame(RwSignal::new(Vec::new()), &NAME).around(input).into_any()
    })
    .await;
    assert_eq!(page.value_of("#one"), "first");
    page.type_into("#one", "second").await;
    assert_eq!(value.get_untracked(), "second");
}

#[wasm_bindgen_test]
async fn a_number_input_takes_any_text_and_names_its_unit() {
    let typed = RwSignal::new(String::new());
    let page = Mounted::new(move || {
        let input = |context| number(context, typed.into(), "requests", move |text| typed.set(text));
        frame(RwSignal::new(Vec::new()), &RATE).around(input).into_any()
    })
    .await;
    page.type_into("#one", "12x").await;
    assert_eq!(typed.get_untracked(), "12x");
    assert_eq!(page.text_of(".number__unit"), "requests");
}

#[wasm_bindgen_test]
async fn a_choice_ticks_the_chosen_option_and_reports_another() {
    let chosen = RwSignal::new(State::Active.as_str());
    let page = Mounted::new(move || {
        let value = move || State::ALL.into_iter().find(|state| state.as_str() == chosen.get());
        choice("state", STATE.label, &State::ALL, State::label, value, move |state| chosen.set(state.as_str()))
            .into_any()
    })
    .await;
    assert!(page.has("#state-0:checked"));
    page.click("#state-2").await;
    assert_eq!(chosen.get_untracked(), "deny");
    assert!(page.has("#state-2:checked") && !page.has("#state-0:checked"));
}

#[wasm_bindgen_test]
async fn tokens_are_added_with_enter_and_taken_out_with_their_button_or_backspace() {
    let words = RwSignal::new(vec!["a".to_owned()]);
    let page = Mounted::new(move || {
        let control = |context| tokens(context, words.into(), "tag", move |all| words.set(all));
        frame(RwSignal::new(Vec::new()), &TAGS).around(control).into_any()
    })
    .await;
    page.type_into("#one", " b ").await;
    page.press_key("#one", "Enter").await;
    assert_eq!(words.get_untracked(), ["a", "b"]);
    assert_eq!(page.value_of("#one"), "");
    page.click("[aria-label='Remove a']").await;
    assert_eq!(words.get_untracked(), ["b"]);
    page.press_key("#one", "Backspace").await;
    assert_eq!(words.get_untracked(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn a_button_acts_and_one_with_a_picture_only_has_a_name() {
    let presses = RwSignal::new(0);
    let page = Mounted::new(move || {
        let press = move || presses.update(|presses| *presses += 1);
        plain_button("Do it", None, press)
            .id("plain")
            .child(icon_button("Remove", IconName::Remove, || ()).into_any())
            .into_any()
    })
    .await;
    page.click("#plain").await;
    assert_eq!(presses.get_untracked(), 1);
    assert_eq!(page.attribute("[data-icon=remove]", "aria-hidden"), "true");
    assert_eq!(page.attribute(".button--icon", "aria-label"), "Remove");
}

#[wasm_bindgen_test]
async fn a_copy_button_says_how_it_went() {
    let page = Mounted::new(|| copy_button("Copy curl", Signal::stored("text".to_owned())).id("copy").into_any()).await;
    assert_eq!(page.text_of("#copy"), "Copy curl");
    assert_eq!(page.attribute("#copy .button__label", "role"), "status");
}
