//! Findings: shown at their field and at the foot, filtered, mended with one press, and taken back.

use crate::harness::{ENTER, Page, Server};
use crate::steps::{FINDINGS, findings, open_policy};

/// A policy with an error, warnings and hints.
const FAULTY: &str = r#"{
  "name": "faulty",
  "active": true,
  "rate": 5,
  "quota_max": 100,
  "colour": "green",
  "access_rights": { "orders": { "apiid": "orders", "versions": ["Default"] } }
}"#;

fn opened(text: &str) -> (Server, Page) {
    let server = Server::start();
    let page = Page::open(&server.page());
    open_policy(&page, text);
    (server, page)
}

#[test]
fn a_fix_is_one_press_at_the_field_and_one_press_takes_it_back() {
    let (_server, page) = opened(FAULTY);
    assert!(findings(&page).contains("S3 rate-without-period"));
    page.click_button("Fix: set the period to 60 seconds");
    page.wait_for_text("main [role='status']", "Fixed: set the period to 60 seconds.");
    assert_eq!(page.value_of("#field-per"), "60");
    assert!(!findings(&page).contains("S3"), "{}", findings(&page));
    page.click_button("Undo");
    assert_eq!(page.value_of("#field-per"), "");
    assert!(findings(&page).contains("S3 rate-without-period"));
}

#[test]
fn all_safe_fixes_are_one_press_and_leave_the_rest_alone() {
    let (_server, page) = opened(FAULTY);
    page.click("#fix-safe");
    page.wait_for_text("main [role='status']", "findings are fixed.");
    page.click("#tab-json");
    let json = page.code("json");
    for part in ["\"api_id\": \"orders\"", "\"allowed_urls\": []", "\"limit\": null", "\"colour\": \"green\""] {
        assert!(json.contains(part), "{part} in {json}");
    }
    let left = findings(&page);
    assert!(left.contains("S3") && left.contains("S6") && !left.contains("M1 legacy"), "{left}");
}

#[test]
fn the_findings_are_filtered_by_severity_with_the_keyboard() {
    let (_server, page) = opened(FAULTY);
    assert!(findings(&page).contains("D16"));
    page.click("label[for='findings-filter-1']");
    page.wait_for_text(FINDINGS, "S3");
    let errors = page.text_of(FINDINGS).unwrap_or_default();
    assert!(!errors.contains("S6") && !errors.contains("D16"), "{errors}");
    page.click("label[for='findings-filter-0']");
    page.tab_to(".findings__list .fix");
    page.press(ENTER);
    page.wait_for_text("main [role='status']", "Fixed: ");
}

#[test]
fn what_cannot_be_checked_is_said() {
    let (_server, page) = opened(FAULTY);
    let _ = findings(&page);
    let says = page.wait_for_text(".findings__not-checked", "Not checked: ");
    for part in ["needs the list of APIs", "needs the list of policies", "your organisation: needs the id of that."] {
        assert!(says.contains(part), "{part} in {says}");
    }
}
