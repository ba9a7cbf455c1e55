//! One API: a line that says what it is, and its fields when it is opened.

use leptos::prelude::*;
use tyk_policy::catalogue::{ACCESS_RIGHTS, ALLOWED_URLS, API_ID, API_NAME, Field as CatalogueField, VERSIONS};
use tyk_policy::check::{Finding, Segment, Severity};
use tyk_policy::draft::{Entry, Json};

use super::paths::paths;
use crate::browser;
use crate::controls::{Field, IconName, icon, icon_button, id_of, severity_icon, text_input, text_of, tokens};
use crate::desk::desk;
use crate::document::{Row, row_element_id, row_id};
use crate::view::{Element, aria, button, code, derived, div, dynamic, li, paragraph, press, span, text, when};

/// The fields of an entry that the form edits.
const EDITED: [&CatalogueField; 4] = [&ALLOWED_URLS, &API_ID, &API_NAME, &VERSIONS];

/// One API of the list.
pub(super) fn entry_row(row: Row) -> Element {
    let document = desk().document;
    let id = row.id;
    let entry = RwSignal::from(row.value.clone());
    let open = RwSignal::from(row.open.clone());
    let name = text(move || entry.with(summary_name));
    let remove = move || {
        let next = document.remove_api(id);
        browser::focus(next.map_or_else(|| id_of(&ACCESS_RIGHTS), |next| row_element_id(next, "toggle")));
    };
    let toggle = button("api__toggle")
        .attr("type", "button")
        .id(row_element_id(id, "toggle"))
        .attr("aria-expanded", aria(move || open.get()))
        .on("click", press(move || open.update(|open| *open = !*open)))
        .child(icon(IconName::Chevron))
        .child(span("api__name").child(name))
        .child(code("api__id").child(text(move || entry.with(|entry| entry.key.clone()))))
        .child(span("api__paths").child(text(move || entry.with(summary_paths))))
        .child(row_mark(&row));
    let remove = icon_button(text(move || format!("Remove {}", name.get())), IconName::Remove, remove);
    li("api")
        .id(row_id(id))
        .attr("tabindex", "-1")
        .child(div("api__head").child(toggle).child(remove))
        .child(when(move || open.get(), move || entry_fields(&row, entry).into_any()))
}

fn summary_name(entry: &Entry) -> String {
    let name = entry.text(&API_NAME);
    if name.is_empty() { "API without a name".to_owned() } else { name.to_owned() }
}

fn summary_paths(entry: &Entry) -> String {
    match entry.path_count() {
        0 => "all paths".to_owned(),
        1 => "1 path".to_owned(),
        count => format!("{count} paths"),
    }
}

/// The worst of the row's findings.
fn row_mark(row: &Row) -> AnyView {
    let report = row.report.clone();
    dynamic(move || {
        let worst = report.with(|report| report.iter().map(|finding| finding.severity).min());
        let mark = |severity: Severity| {
            let word = span("hidden").child(severity.as_str());
            span("mark")
                .attr("data-severity", severity.as_str())
                .child(icon(severity_icon(severity)))
                .child(word)
                .into_any()
        };
        worst.map_or_else(|| ().into_any(), mark)
    })
}

/// The fields of an open API.
fn entry_fields(row: &Row, entry: RwSignal<Entry>) -> Element {
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
    let type_key = move |typed: String| entry.update(|entry| entry.set_api_id(typed.trim()));
    let type_name = move |typed: String| entry.update(|entry| entry.set(&API_NAME, Json::from(typed)));
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
pub(super) fn field_findings(row: &Row, field: &'static CatalogueField) -> Signal<Vec<Finding>> {
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
