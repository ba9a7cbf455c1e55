//! One API: a line that says what it is, and its fields when it is opened.

use leptos::prelude::*;
use tyk_policy::catalogue::{ACCESS_RIGHTS, ALLOWED_URLS, API_ID, API_NAME, Field as CatalogueField, VERSIONS};
use tyk_policy::check::{Finding, Segment, Severity};
use tyk_policy::draft::{Entry, Json};

use super::paths::paths;
use crate::browser;
use crate::controls::{Button, ButtonKind, Field, IconName, Text, Tokens, icon, id_of, severity_icon, text_of};
use crate::document::{Document, Row, row_element_id, row_id};
use crate::view::{aria, derived, dynamic, press, text, when};

/// The fields of an entry that the form edits.
const EDITED: [&CatalogueField; 4] = [&ALLOWED_URLS, &API_ID, &API_NAME, &VERSIONS];

/// One API of the list.
pub(super) fn entry_row(row: Row) -> AnyView {
    let document = expect_context::<Document>();
    let id = row.id;
    let entry = RwSignal::from(row.value.clone());
    let open = RwSignal::from(row.open.clone());
    let name = text(move || entry.with(summary_name));
    let remove = move |()| {
        let next = document.remove_api(id);
        browser::focus(next.map_or_else(|| id_of(&ACCESS_RIGHTS), |next| row_element_id(next, "toggle")));
    };
    view! {
        <li class="api" id=row_id(id) tabindex="-1">
            <div class="api__head">
                <button
                    type="button"
                    class="api__toggle"
                    id=row_element_id(id, "toggle")
                    aria-expanded=aria(move || open.get())
                    on:click=press(move || open.update(|open| *open = !*open))
                >
                    {icon(IconName::Chevron)}
                    <span class="api__name">{name}</span>
                    <code class="api__id">{text(move || entry.with(|entry| entry.key.clone()))}</code>
                    <span class="api__paths">{text(move || entry.with(summary_paths))}</span>
                    {row_mark(&row)}
                </button>
                <Button label=text(move || format!("Remove {}", name.get())) kind=ButtonKind::IconOnly picture=IconName::Remove on_press=remove/>
            </div>
            {when(move || open.get(), move || entry_fields(&row, entry))}
        </li>
    }
    .into_any()
}

fn summary_name(entry: &Entry) -> String {
    let name = entry.text(&API_NAME);
    if name.is_empty() { "API without a name".to_owned() } else { name.to_owned() }
}

fn summary_paths(entry: &Entry) -> String {
    match entry.paths().len() {
        0 => "all paths".to_owned(),
        1 => "1 path".to_owned(),
        count => format!("{count} paths"),
    }
}

/// The worst of the row's findings.
fn row_mark(row: &Row) -> AnyView {
    let report = row.report.clone();
    let mark = |severity: Severity| {
        view! {
            <span class=format!("mark mark--{}", severity.as_str())>
                {icon(severity_icon(severity))}
                <span class="hidden">{severity.as_str()}</span>
            </span>
        }
        .into_any()
    };
    dynamic(move || {
        let worst = report.with(|report| report.iter().map(|finding| finding.severity).min());
        worst.map_or_else(|| ().into_any(), mark)
    })
}

/// The fields of an open API.
fn entry_fields(row: &Row, entry: RwSignal<Entry>) -> AnyView {
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
    let kept_note = move || view! { <p class="section__note">"Kept as they are: " <code>{kept}</code></p> }.into_any();
    let type_key = move |typed: String| entry.update(|entry| entry.set_api_id(typed.trim()));
    let type_name = move |typed: String| entry.update(|entry| entry.set(&API_NAME, Json::from(typed)));
    view! {
        <div class="api__fields">
            <Field id=row_element_id(row.id, "api_id") field=&API_ID findings=id_findings(row)>
                <Text literal=true value=key on_input=type_key/>
            </Field>
            <Field id=row_element_id(row.id, "api_name") field=&API_NAME findings=field_findings(row, &API_NAME)>
                <Text value=name on_input=type_name/>
            </Field>
            <Field id=row_element_id(row.id, "versions") field=&VERSIONS findings=field_findings(row, &VERSIONS)>
                <Tokens values=versions on_change=change_versions noun="version" literal=true/>
            </Field>
            {paths(row, entry)}
            {when(move || kept.with(|kept| !kept.is_empty()), kept_note)}
        </div>
    }
    .into_any()
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
