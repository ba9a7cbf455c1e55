//! Preview, connection and opening.

use policy_builder::page;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlTextAreaElement;

use crate::mounted::{Mounted, focused_id};

#[wasm_bindgen_test]
async fn the_key_stands_in_the_command_only_while_it_is_revealed() {
    let page = Mounted::new(page).await;
    page.type_into("#connection-key", "s3cret").await;
    assert!(page.text_of("#curl").contains("\"Authorization: $TYK_API_KEY\""));
    page.click("#reveal").await;
    assert!(page.text_of("#curl").contains("'Authorization: s3cret'"));
    page.click("#reveal").await;
    assert!(!page.text_of("#curl").contains("s3cret"));
}

#[wasm_bindgen_test]
async fn sending_without_an_address_says_what_is_missing_at_its_field() {
    let page = Mounted::new(page).await;
    page.type_into("#connection-address", "").await;
    page.click("#send").await;
    assert_eq!(focused_id(), "connection-address");
    assert!(page.text_of("#connection-address-fault").contains("Type the dashboard's address"));
    assert_eq!(page.attribute("#connection-address", "aria-invalid"), "true");
}

#[wasm_bindgen_test]
async fn the_tabs_are_reached_with_the_arrow_keys() {
    let page = Mounted::new(page).await;
    page.press_key("#tab-curl", "ArrowRight").await;
    leptos::task::tick().await;
    assert_eq!(focused_id(), "tab-json");
    assert_eq!(page.attribute("#tab-json", "aria-selected"), "true");
    assert_eq!(page.attribute("#tab-curl", "tabindex"), "-1");
    page.press_key("#tab-json", "ArrowRight").await;
    page.press_key("#tab-effect", "ArrowRight").await;
    page.press_key("#tab-curl", "ArrowLeft").await;
    leptos::task::tick().await;
    assert_eq!(focused_id(), "tab-effect");
}

#[wasm_bindgen_test]
async fn a_text_that_cannot_be_opened_stays_with_its_reason_and_one_that_can_is_taken_back() {
    let page = Mounted::new(page).await;
    page.click("#open").await;
    page.type_into("#open-text", "{\n  \"name\": }").await;
    page.click("#open-confirm").await;
    assert!(page.text_of("#open-problem").contains("line 2, column 11"));
    assert_eq!(page.find("#open-text").unchecked_into::<HtmlTextAreaElement>().value(), "{\n  \"name\": }");
    page.type_into("#open-text", r#"{"name": "opened", "unknown": 1}"#).await;
    page.click("#open-confirm").await;
    assert_eq!(page.value_of("#field-name"), "opened");
    assert!(page.text_of(".notice").contains("1 field that Tyk does not know"));
    page.click(".notice .button").await;
    assert_eq!(page.value_of("#field-name"), "Startup Users");
}

/// Sending was pressed for the policy behind the dialog, while somebody was opening another one.
#[wasm_bindgen_test]
async fn the_shortcut_that_sends_opens_the_policy_while_the_dialog_is_open() {
    let page = Mounted::new(page).await;
    page.click("#open").await;
    page.type_into("#open-text", r#"{"name": "opened"}"#).await;
    page.press_key("#open-text", "Ctrl+Enter").await;
    assert_eq!(page.value_of("#field-name"), "opened");
    assert_eq!(page.text_of("#connection-address-fault"), "");
}

#[wasm_bindgen_test]
async fn a_body_too_long_for_one_argument_says_so_beside_the_command() {
    let page = Mounted::new(page).await;
    assert!(page.text_of(".command__beside").contains("Set the key first"));
    page.type_into("#field-name", &"x".repeat(140_000)).await;
    assert!(page.text_of(".pane__note").contains("larger than the 128 KiB"));
    page.find("#curl-instead").focus().unwrap();
    page.click("#curl-instead").await;
    page.wait().await;
    assert!(page.text_of("#curl").contains("@policy.json"), "{}", page.text_of("#curl"));
    assert!(page.text_of(".command__files").contains("Download policy.json"));
    assert_eq!(focused_id(), "copy-curl");
}

/// The JSON pane with its editor there.
async fn with_json() -> Mounted {
    let page = Mounted::new(page).await;
    page.click("#tab-json").await;
    while !page.has("#json-text") {
        leptos::task::tick().await;
    }
    page
}

#[wasm_bindgen_test]
async fn what_is_typed_in_the_json_is_in_the_form_and_stays_as_it_was_typed_until_it_is_left() {
    let page = with_json().await;
    page.find("#json-text").focus().unwrap();
    leptos::task::tick().await;
    page.type_into("#json-text", "{\"name\":\"typed\"}").await;
    assert_eq!(page.value_of("#field-name"), "typed");
    assert_eq!(text_in_box(&page), "{\"name\":\"typed\"}");
    page.leave("#json-text").await;
    leptos::task::tick().await;
    assert_eq!(text_in_box(&page), "{\n  \"name\": \"typed\"\n}");
    page.click("#undo").await;
    assert_eq!(page.value_of("#field-name"), "Startup Users");
}

#[wasm_bindgen_test]
async fn a_text_that_cannot_be_read_keeps_the_form_and_can_be_dropped() {
    let page = with_json().await;
    page.find("#json-text").focus().unwrap();
    page.type_into("#json-text", "{\n  \"name\": }").await;
    leptos::task::tick().await;
    assert_eq!(page.attribute("#json-text", "aria-invalid"), "true");
    assert!(page.text_of("#json-fault").contains("line 2, column 11"));
    assert_eq!(page.value_of("#field-name"), "Startup Users");
    assert_eq!(page.attribute("#send", "aria-disabled"), "true");
    page.leave("#json-text").await;
    assert_eq!(text_in_box(&page), "{\n  \"name\": }");
    page.click("#unreadable-drop").await;
    leptos::task::tick().await;
    assert!(text_in_box(&page).contains("Startup Users"));
    assert_eq!(page.attribute("#send", "aria-disabled"), "false");
}

fn text_in_box(page: &Mounted) -> String {
    page.find("#json-text").unchecked_into::<HtmlTextAreaElement>().value()
}
