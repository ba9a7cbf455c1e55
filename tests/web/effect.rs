//! The Effect pane: each part of it, its links, and what it says when there is nothing to say.

use policy_builder::page;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mounted::{Mounted, focused_id};

/// An API with a loose path and one that is held.
const ORDERS: &str = r#"{"name": "Orders", "active": true, "rate": 10, "per": 1, "quota_max": 1000, "quota_renewal_rate": 3600,
    "access_rights": {"orders": {"api_id": "orders", "api_name": "Orders", "versions": ["Default"],
    "allowed_urls": [{"url": "/orders", "methods": ["GET"]}, {"url": "^/items$", "methods": ["POST"]}]}}}"#;

/// The pane on a policy, at one of its parts.
async fn with_effect(policy: &str, part: usize) -> Mounted {
    let page = Mounted::new(page).await;
    page.click("#open").await;
    page.wait().await;
    page.type_into("#open-text", policy).await;
    page.click("#open-confirm").await;
    page.wait().await;
    page.click("#tab-effect").await;
    page.wait().await;
    page.click(&format!("#effect-part-{part}")).await;
    page.wait().await;
    page
}

/// Waits until the pane has followed an edit.
async fn caught_up(page: &Mounted) {
    for _ in 0..6 {
        page.wait().await;
    }
}

#[wasm_bindgen_test]
async fn the_tables_say_what_a_key_gets_and_each_value_leads_to_its_field() {
    let page = with_effect(ORDERS, 0).await;
    assert!(page.text_of("#effect-words").contains("may call Orders"));
    assert!(page.text_of(".effect__counters").contains("10 requests in any second"));
    page.click(".effect__counters [aria-label='Go to /rate']").await;
    page.wait().await;
    assert_eq!(focused_id(), "field-rate");
    page.type_into("#field-rate", "25").await;
    caught_up(&page).await;
    assert!(page.text_of(".effect__counters").contains("25 requests in any second"));
}

#[wasm_bindgen_test]
async fn a_policy_without_apis_says_so_and_leads_to_them() {
    let page = Mounted::new(page).await;
    page.click("#tab-effect").await;
    page.wait().await;
    assert!(page.text_of(".effect__none").contains("may call nothing"));
    page.click("#effect-add-api").await;
    page.wait().await;
    assert_eq!(focused_id(), "field-access_rights");
}

#[wasm_bindgen_test]
async fn the_tester_answers_while_one_types_and_holds_a_loose_pattern_in_one_step() {
    let page = with_effect(ORDERS, 1).await;
    page.type_into("#effect-path", "/nothing").await;
    assert_eq!(page.attribute("#effect-answer", "data-kind"), "error");
    page.type_into("#effect-path", "/orders/7").await;
    assert_eq!(page.attribute("#effect-answer", "data-kind"), "good");
    assert!(page.text_of("[data-decides='true']").contains("/orders"));
    assert!(page.text_of("#effect-opens").contains("/orders-export"));
    page.choose("#effect-method", "POST").await;
    assert_eq!(page.attribute("#effect-answer", "data-kind"), "error");
    page.choose("#effect-method", "GET").await;
    page.click("#effect-anchor").await;
    caught_up(&page).await;
    assert!(page.text_of("[data-decides='true']").contains("^/orders"), "{}", page.text_of(".tester__entries"));
    page.click("#undo").await;
    caught_up(&page).await;
    assert!(page.text_of("#effect-opens").contains("/orders-export"));
}

#[wasm_bindgen_test]
async fn the_options_of_the_gateway_change_what_a_pattern_means() {
    let page = with_effect(ORDERS, 1).await;
    page.type_into("#effect-path", "/v2/orders").await;
    assert_eq!(page.attribute("#effect-answer", "data-kind"), "good");
    page.click("#effect-prefix").await;
    assert_eq!(page.attribute("#effect-answer", "data-kind"), "error");
}

#[wasm_bindgen_test]
async fn the_picture_says_what_becomes_of_the_traffic_and_the_slider_what_happens_at_its_place() {
    let page = with_effect(ORDERS, 2).await;
    page.click("#traffic-shape-0").await;
    page.choose("#traffic-limiter", "fixed-window").await;
    page.type_into("#traffic-calm", "20").await;
    page.type_into("#traffic-length", "10").await;
    let says = "Of 200 requests 100 pass (50 %); 100 get 429 (rate).";
    assert_eq!(page.text_of("#traffic-totals"), says);
    assert_eq!(page.attribute("#traffic-picture", "aria-label"), says);
    page.type_into("#traffic-at", "95").await;
    assert!(page.attribute("#traffic-at", "aria-valuetext").contains("to 0:10"));
    page.press_key("#traffic-at", "+").await;
    assert!(page.has("#traffic-earlier"));
    page.press_key("#traffic-at", "0").await;
    assert!(!page.has("#traffic-earlier"));
    page.type_into("#traffic-length", "soon").await;
    assert!(page.text_of("#traffic-fault").contains("The length is a time") && !page.has("#traffic-picture"));
}

#[wasm_bindgen_test]
async fn a_drawn_traffic_has_a_number_for_each_part_and_all_values_stand_in_a_table() {
    let page = with_effect(ORDERS, 2).await;
    page.click("#traffic-shape-3").await;
    page.type_into("#traffic-length", "12").await;
    for piece in 0..12 {
        page.type_into(&format!("#traffic-piece-{piece}"), if piece == 0 { "5" } else { "0" }).await;
    }
    assert_eq!(page.text_of("#traffic-totals"), "All 5 requests pass.");
    page.click("#traffic-table summary").await;
    page.wait().await;
    assert_eq!(page.count(".traffic__values tbody tr"), 96);
}

#[wasm_bindgen_test]
async fn the_session_stands_as_json_and_a_refused_policy_has_none() {
    let page = with_effect(ORDERS, 3).await;
    assert!(page.text_of("#session").contains("\"apply_policies\""));
    let refused = ORDERS.replace("\"rate\": 10", "\"partitions\": {\"per_api\": true, \"quota\": true}, \"rate\": 10");
    let page = with_effect(&refused, 3).await;
    assert!(!page.has("#session") && page.text_of(".effect__chosen").contains("No key can use"));
    page.click("#effect-part-0").await;
    page.wait().await;
    assert!(page.text_of(".effect__refused").contains("refused"));
}
