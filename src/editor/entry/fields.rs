//! The fields of one API.

use leptos::prelude::*;
use tyk_policy::catalogue::{ALLOWED_URLS, API_ID, API_NAME, Field as CatalogueField, VERSIONS};
use tyk_policy::check::{Finding, Segment};
use tyk_policy::draft::{Entry, Json};

use super::super::paths::paths;
use crate::controls::{Field, text_input, text_of, tokens};
use crate::document::{Editable, Row, row_element_id};
use crate::view::{Element, code, derived, div, paragraph, text, when};

/// The fields of an entry that the form edits.
const EDITED: [&CatalogueField; 4] = [&ALLOWED_URLS, &API_ID, &API_NAME, &VERSIONS];

/// The fields of an open API.
pub(super) fn entry_fields(row: &Row, entry: Editable<Entry>) -> Element {
    let versions = derived(move || entry.with(|entry| texts(entry, &VERSIONS)));
    let change_versions = move |words: Vec<String>| {
        entry.update(|entry| {
            let items = entry.get(&VERSIONS).and_then(Json::as_list).unwrap_or_default().to_vec();
            entry.set(&VERSIONS, Json::strings_after_edit(&items, &words));
        });
    };
    let key = text(move || entry.with(|entry| entry.key.clone()));
    let name = text(move || entry.with(|entry| text_of(entry.get(&API_NAME))));
    let kept = text(move || entry.with(kept_names));
    let kept_note =
        move || paragraph("section__note").child("Kept as they are: ").child(code("").child(kept)).into_any();
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
        .child(
            frame(&VERSIONS, field_findings(row, &VERSIONS))
                .around(|context| tokens(context, versions, "version", change_versions)),
        )
        .child(paths(row, entry))
        .child(when(move || kept.with(|kept| !kept.is_empty()), kept_note))
}

/// The names of what the form does not edit.
fn kept_names(entry: &Entry) -> String {
    let Some(object) = entry.value.as_object() else { return String::new() };
    let names = object.iter().map(|(name, _)| name).filter(|name| EDITED.iter().all(|field| field.name != *name));
    names.collect::<Vec<_>>().join(", ")
}

fn texts(entry: &Entry, field: &CatalogueField) -> Vec<String> {
    entry.get(field).and_then(Json::as_list).unwrap_or_default().iter().map(|item| text_of(Some(item))).collect()
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
