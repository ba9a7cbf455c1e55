//! The controls of groups, objects, lists and maps, in the whole page.

use policy_builder::page;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mounted::{Mounted, focused_id};

/// Opens the group of a section that holds this field.
async fn open_group(page: &Mounted, heading: &str) {
    let script = format!(
        "[...document.querySelectorAll('details.group')].find(group =>
            group.querySelector('.group__heading').textContent === '{heading}').open = true"
    );
    js_sys::eval(&script).unwrap();
    // The group hears of it in a task of its own.
    page.wait().await;
}

#[wasm_bindgen_test]
async fn a_switch_can_be_on_off_or_left_out() {
    let page = Mounted::new(page).await;
    open_group(&page, "Request signatures").await;
    assert!(page.has("#field-hmac_enabled-0:checked"));
    page.click("#field-hmac_enabled-2").await;
    assert!(page.text_of("#curl").contains("\"hmac_enabled\": false"));
    page.click("#field-hmac_enabled-0").await;
    assert!(!page.text_of("#curl").contains("hmac_enabled"));
}

#[wasm_bindgen_test]
async fn one_of_a_few_words_is_chosen_or_left_out() {
    let page = Mounted::new(page).await;
    open_group(&page, "After a key expires").await;
    page.click("#field-post_expiry_action-2").await;
    assert!(page.text_of("#curl").contains("\"post_expiry_action\": \"retain\""));
}

#[wasm_bindgen_test]
async fn an_object_begins_with_its_example_and_the_focus_goes_in_and_out() {
    let page = Mounted::new(page).await;
    open_group(&page, "Rate limit smoothing").await;
    page.click("button#field-smoothing").await;
    page.wait().await;
    assert!(page.text_of("#curl").contains("\"threshold\": 400"));
    assert!(focused_id().starts_with("field-smoothing-"), "{}", focused_id());
    page.type_into("#field-smoothing-delay", "").await;
    assert!(!page.text_of("#curl").contains("\"delay\""));
    page.click("#field-smoothing-remove").await;
    page.wait().await;
    assert!(!page.text_of("#curl").contains("smoothing"));
    assert_eq!(focused_id(), "field-smoothing");
}

#[wasm_bindgen_test]
async fn the_text_12_and_the_number_12_are_told_apart_in_a_map() {
    let page = Mounted::new(page).await;
    open_group(&page, "Meta data").await;
    page.click("button#field-meta_data").await;
    page.wait().await;
    assert_eq!(focused_id(), "field-meta_data-name-0");
    page.type_into("#field-meta_data-name-0", "a").await;
    page.type_into("#field-meta_data-value-0", "12").await;
    assert!(page.text_of("#curl").contains("\"a\": \"12\""));
    page.click("#field-meta_data-value-0-as-1").await;
    assert!(page.text_of("#curl").contains("\"a\": 12"));
    page.type_into("#field-meta_data-value-0", "{\"b\":").await;
    assert!(page.text_of(".pair").contains("Not JSON yet"));
    page.type_into("#field-meta_data-value-0", "{\"b\": 1}").await;
    assert_eq!(page.value_of("#field-meta_data-value-0"), "{\"b\": 1}");
    page.click("#field-meta_data-value-0-as-0").await;
    assert!(page.text_of("#curl").contains(r#""a": "{ \"b\": 1 }""#), "{}", page.text_of("#curl"));
}

#[wasm_bindgen_test]
async fn a_name_that_stands_twice_keeps_both_values_and_is_reported_at_both() {
    let page = Mounted::new(page).await;
    open_group(&page, "Meta data").await;
    for (index, value) in ["first", "second"].into_iter().enumerate() {
        page.click("button#field-meta_data").await;
        page.type_into(&format!("#field-meta_data-name-{index}"), "plan").await;
        page.type_into(&format!("#field-meta_data-value-{index}"), value).await;
        page.leave(&format!("#field-meta_data-name-{index}")).await;
    }
    let command = page.text_of("#curl");
    assert!(command.contains("\"first\"") && command.contains("\"second\""), "{command}");
    assert!(page.text_of(".pairs__item:last-child").contains("more than once"), "{}", page.text_of(".pairs"));
}

#[wasm_bindgen_test]
async fn throttling_and_its_pause_go_together() {
    let page = Mounted::new(page).await;
    open_group(&page, "Throttling").await;
    page.click("#field-throttle_retry_limit-choice-2").await;
    let command = page.text_of("#curl");
    assert!(
        command.contains("\"throttle_interval\": 10") && command.contains("\"throttle_retry_limit\": 10"),
        "{command}"
    );
    page.type_into("#field-throttle_interval", "1m").await;
    page.leave("#field-throttle_interval").await;
    assert!(page.text_of("#curl").contains("\"throttle_interval\": 60"));
    page.click("#field-throttle_retry_limit-choice-1").await;
    let command = page.text_of("#curl");
    assert!(
        command.contains("\"throttle_interval\": -1") && command.contains("\"throttle_retry_limit\": -1"),
        "{command}"
    );
}

#[wasm_bindgen_test]
async fn own_limits_are_offered_added_and_removed_as_null() {
    let page = Mounted::new(page).await;
    page.click(".apis__actions .button:nth-child(2)").await;
    page.wait().await;
    page.click("button#field-access_rights-0-limit").await;
    page.wait().await;
    assert!(page.text_of("#curl").contains("\"quota_renewal_rate\": -1"));
    assert!(focused_id().starts_with("field-access_rights-0-limit-rate"), "{}", focused_id());
    page.click("#field-access_rights-0-limit-remove").await;
    page.wait().await;
    assert!(page.text_of("#curl").contains("\"limit\": null"));
    assert_eq!(focused_id(), "field-access_rights-0-limit");
}
