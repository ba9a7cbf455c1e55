//! The line of one API: what it is, and the way into it and out of the policy.

use leptos::prelude::*;
use tyk_policy::catalogue::{ACCESS_RIGHTS, API_NAME};
use tyk_policy::check::Severity;
use tyk_policy::draft::Entry;

use super::super::apis::showing;
use super::entry_part;
use crate::browser;
use crate::controls::{IconName, icon, icon_button, id_of, severity_icon};
use crate::desk::desk;
use crate::document::{Row, row_element_id, row_id};
use crate::view::{Element, aria, button, code, div, dynamic, press, span, text, when};

/// One API of the list.
pub(in crate::editor) fn entry_row(row: Row) -> Element {
    let document = desk().document;
    let id = row.id;
    let entry = row.entry();
    let open = RwSignal::from(row.open.clone());
    let name = text(move || entry.with(summary_name));
    let showing = showing();
    let remove = move || {
        let next = showing.next_of(id);
        document.wanted.set(next.map_or_else(String::new, |next| row_element_id(next, "toggle")));
        document.remove_api(id);
        browser::focus(next.map_or_else(|| id_of(&ACCESS_RIGHTS), |next| row_element_id(next, "toggle")));
    };
    let each = row.clone();
    let before = dynamic(move || showing.before(&each));
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
    div("api")
        .id(row_id(id))
        .attr("tabindex", "-1")
        .child(div("api__head").child(before).child(toggle).child(remove))
        .child(when(move || open.get(), move || entry_part(row.clone())))
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
