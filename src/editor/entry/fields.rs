//! The fields of one API.

use leptos::prelude::*;
use tyk_policy::catalogue::{API_ID, API_NAME, Field as CatalogueField, VERSIONS};
use tyk_policy::check::{Finding, Segment};
use tyk_policy::draft::{Entry, Json};

use super::super::paths::paths;
use super::groups::{groups, others};
use crate::controls::{Field, Look, text_input, text_of, words};
use crate::document::{Editable, Place, Row, row_element_id};
use crate::view::{Element, derived, div, text};

/// The fields of an open API.
pub(in crate::editor) fn entry_fields(row: &Row, entry: Editable<Entry>) -> Element {
    let key = text(move || entry.with(|entry| entry.key.clone()));
    let name = text(move || entry.with(|entry| text_of(entry.get(&API_NAME))));
    let type_key = move |typed: String| entry.type_in(|entry| entry.set_api_id(typed.trim()));
    let type_name = move |typed: String| entry.type_in(|entry| entry.set(&API_NAME, Json::from(typed)));
    let frame = |field: &'static CatalogueField, findings| Field {
        id: row_element_id(row.id, field.name),
        field,
        findings,
        json: None,
        group: false,
    };
    div("api__fields")
        .child(frame(&API_ID, id_findings(row)).around(|context| text_input(context, key, true, type_key)))
        .child(
            frame(&API_NAME, field_findings(row, &API_NAME))
                .around(|context| text_input(context, name, false, type_name)),
        )
        .child(words(&Place::of_entry(row, entry).field(&VERSIONS), &VERSIONS, "version", Look::Full))
        .child(paths(row, entry))
        .child(groups(row, entry))
        .child(others(row, entry))
}

/// The findings of one field of the entry.
pub(in crate::editor) fn field_findings(row: &Row, field: &'static CatalogueField) -> Signal<Vec<Finding>> {
    row_findings(row, move |path| path.get(2) == Some(&Segment::Name(field.name)))
}

/// The findings of the id: those of the key in the map, and those of the inner `api_id`.
fn id_findings(row: &Row) -> Signal<Vec<Finding>> {
    row_findings(row, |path| path.len() == 2 || path.get(2) == Some(&Segment::Name(API_ID.name)))
}

fn row_findings(row: &Row, belongs: impl Fn(&[Segment]) -> bool + Send + Sync + 'static) -> Signal<Vec<Finding>> {
    let report = row.report.clone();
    derived(move || {
        report.with(|report| report.iter().filter(|finding| belongs(finding.path.segments())).cloned().collect())
    })
}
