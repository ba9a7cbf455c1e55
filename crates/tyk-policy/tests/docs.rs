//! The generated pages of `docs/` are what the library says. `cargo xtask docs` runs this with `UPDATE_DOCS=1`, which writes them.

#![cfg(test)]

use std::path::Path;
use std::{env, fs};

use tyk_policy::catalogue;
use tyk_policy::check::{Code, manual};

#[track_caller]
fn assert_up_to_date(name: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
    if env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
        fs::write(&path, expected).expect("the page can be written");
    }
    let page = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        page == expected,
        "docs/{name} is not what the library says: run `cargo xtask docs` (this test with UPDATE_DOCS=1)"
    );
}

#[test]
fn the_page_of_fields_is_the_catalogues() {
    assert_up_to_date("fields.md", &catalogue::reference());
}

#[test]
fn the_page_of_rules_is_the_manuals() {
    assert_up_to_date("rules.md", &manual::reference());
}

#[test]
fn every_table_of_the_pages_has_as_many_cells_in_each_row() {
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    for (page, expected) in [(catalogue::reference(), 6), (manual::reference(), 5)] {
        for line in page.lines().filter(|line| line.starts_with('|')) {
            assert_eq!(cells(line), expected, "{line}");
        }
    }
}

#[test]
fn every_link_in_the_page_of_rules_leads_to_a_heading() {
    let page = manual::reference();
    let anchors: Vec<_> = page
        .lines()
        .filter_map(|line| line.strip_prefix("### "))
        .map(|title| title.to_lowercase().replace(' ', "-"))
        .collect();
    assert_eq!(anchors.len(), Code::ALL.len());
    for link in page.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(anchors.iter().any(|anchor| anchor == link), "{link}");
    }
}

#[test]
fn the_rules_stand_in_the_order_of_their_groups_and_numbers() {
    let page = manual::reference();
    let place = |rule: &str| page.find(&format!("\n### {rule} ")).unwrap_or_else(|| panic!("{rule}"));
    let rules = ["R1", "R2", "R13", "S1", "S3", "S3b", "S4", "S22", "D1", "D17", "M1", "M14"];
    assert!(rules.map(place).is_sorted());
}
