//! The form of the whole page.

use policy_builder::page;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mounted::{Mounted, focused_id};

#[wasm_bindgen_test]
async fn typing_a_name_changes_heading_json_and_command() {
    let page = Mounted::new(page).await;
    page.type_into("#field-name", "Bob's \"plan\"").await;
    assert_eq!(page.text_of("h1"), "Bob's \"plan\"");
    assert!(page.text_of("#curl").contains(r#""name": "Bob'\''s \"plan\"""#));
    page.click("#tab-json").await;
    assert!(page.text_of("#json").contains(r#""name": "Bob's \"plan\"""#));
}

#[wasm_bindgen_test]
async fn a_number_that_is_none_is_kept_sent_and_reported() {
    let page = Mounted::new(page).await;
    page.type_into("#field-rate", "12x").await;
    assert_eq!(page.value_of("#field-rate"), "12x");
    assert!(page.text_of("#curl").contains(r#""rate": "12x""#));
    assert!(page.text_of(".readiness").contains("1 error"));
    page.leave("#field-rate").await;
    assert!(page.text_of("#field-rate-message").contains("expected a number"));
}

#[wasm_bindgen_test]
async fn a_limit_goes_from_value_to_unlimited_to_not_set_and_back_to_what_was_there() {
    let page = Mounted::new(page).await;
    page.click("#field-rate-choice-1").await;
    assert!(page.text_of("#curl").contains("\"per\": -1") && page.text_of("#curl").contains("\"rate\": -1"));
    page.click("#field-rate-choice-0").await;
    assert!(!page.text_of("#curl").contains("\"rate\""));
    page.click("#field-rate-choice-2").await;
    assert_eq!(page.value_of("#field-rate"), "100");
    assert_eq!(focused_id(), "field-rate");
}

#[wasm_bindgen_test]
async fn the_number_that_stood_in_one_policy_does_not_come_back_in_the_next() {
    let page = Mounted::new(page).await;
    page.type_into("#field-rate", "4321").await;
    page.click("#field-rate-choice-1").await;
    page.click("#field-key_expires_in-choice-2").await;
    page.type_into("#field-key_expires_in", "4321").await;
    page.click("#field-key_expires_in-choice-1").await;
    page.click("#open").await;
    page.wait().await;
    page.type_into("#open-text", r#"{"name": "next"}"#).await;
    page.click("#open-confirm").await;
    page.wait().await;
    page.click("#field-rate-choice-2").await;
    assert_eq!(page.value_of("#field-name"), "next");
    assert_ne!(page.value_of("#field-rate"), "4321");
    page.click("#field-key_expires_in-choice-2").await;
    assert_ne!(page.value_of("#field-key_expires_in"), "4321");
}

#[wasm_bindgen_test]
async fn an_api_is_added_edited_and_removed_and_the_focus_goes_with_it() {
    let page = Mounted::new(page).await;
    page.click(".apis__actions .button:nth-child(2)").await;
    page.wait().await;
    assert_eq!(focused_id(), "field-access_rights-0-api_id");
    page.type_into("#field-access_rights-0-api_id", "orders").await;
    page.click("#field-access_rights-0-allowed_urls").await;
    assert_eq!(focused_id(), "field-access_rights-0-allowed_urls-0-url");
    page.type_into("#field-access_rights-0-allowed_urls-0-url", "^/a").await;
    let command = page.text_of("#curl");
    assert!(command.contains("\"orders\": {") && command.contains("\"url\": \"^/a\""), "{command}");
    page.click(".api__head [aria-label^='Remove']").await;
    assert!(!page.has(".api"));
    assert_eq!(focused_id(), "field-access_rights");
}

#[wasm_bindgen_test]
async fn a_finding_leads_to_its_control_and_opens_the_row_that_hides_it() {
    let page = Mounted::new(page).await;
    page.click(".apis__actions .button:nth-child(2)").await;
    page.wait().await;
    page.type_into("#field-access_rights-0-api_id", "{API-ID}").await;
    page.click(".api__toggle").await;
    assert!(!page.has(".api__fields"));
    page.click("#findings-first").await;
    page.wait().await;
    assert!(page.has(".api__fields"));
    assert_eq!(focused_id(), "field-access_rights-0");
}

#[wasm_bindgen_test]
async fn the_partitions_are_one_question() {
    let page = Mounted::new(page).await;
    page.click("#field-partitions-2").await;
    assert!(page.text_of("#curl").contains("\"per_api\": true"));
    page.click("#field-partitions-1").await;
    let command = page.text_of("#curl");
    assert!(command.contains("\"per_api\": false") && command.contains("\"acl\": true"), "{command}");
}
