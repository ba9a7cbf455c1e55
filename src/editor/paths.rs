//! The allowed paths of one API.

use leptos::prelude::*;
use tyk_policy::answer::path_pattern;
use tyk_policy::catalogue::{ALLOWED_URLS, METHODS, URL};
use tyk_policy::draft::{Entry, METHODS_IN_USE, PathRule};

use super::entry::field_findings;
use crate::browser;
use crate::controls::{Field, IconName, icon_button, quiet_button};
use crate::desk::desk;
use crate::document::{Editable, Row, RowId, row_element_id};
use crate::view::{Element, Item, div, each, element, flag, input, label, li, span, text, ticked, typed, ul};

/// The list of paths with their methods.
pub(super) fn paths(row: &Row, entry: Editable<Entry>) -> Element {
    let id = row.id;
    let count = move || entry.with(Entry::path_count);
    let add = move || {
        let index = untrack(count);
        entry.update(Entry::add_path);
        browser::focus(url_id(id, index));
    };
    // Paths have no identity of their own: a place in the list is all that a row of this table stands for.
    let rows = move || {
        let item = |index: usize| Item::new(index.to_string(), move || path_row(entry, id, index).into_any());
        (0..count()).map(item).collect()
    };
    let frame = Field {
        id: row_element_id(id, "allowed_urls"),
        field: &ALLOWED_URLS,
        findings: field_findings(row, &ALLOWED_URLS),
        json: None,
        group: true,
    };
    let known = known_paths(row);
    frame.around(|context| {
        let add = quiet_button("Add a path", Some(IconName::Add), add);
        let list = ul("paths").child(each(rows));
        div("field__control").child(list).child(context.tie(add)).child(known)
    })
}

/// The paths that the dashboard's list names for this API, each as the pattern that means it, to be offered while one types.
fn known_paths(row: &Row) -> Element {
    let (desk, key) = (desk(), row.key.clone());
    let options = move || {
        let paths = desk.document.context.with(|context| {
            let api = context.apis.iter().flatten().find(|api| key.with(|key| *key == api.id));
            api.map(|api| api.paths.clone()).unwrap_or_default()
        });
        let option = |path: String| {
            Item::new(path.clone(), move || element("option").attr("value", path_pattern(&path)).child(path).into_any())
        };
        paths.into_iter().map(option).collect()
    };
    element("datalist").id(known_id(row.id)).child(each(options))
}

fn known_id(row: RowId) -> String {
    format!("{}-known", row_element_id(row, "allowed_urls"))
}

fn url_id(row: RowId, index: usize) -> String {
    format!("{}-{index}-url", row_element_id(row, "allowed_urls"))
}

/// One path and its methods.
fn path_row(entry: Editable<Entry>, id: RowId, index: usize) -> Element {
    let rule = move || entry.with(|entry| entry.path(index));
    let remove = move || {
        entry.update(|entry| entry.remove_path(index));
        browser::focus(row_element_id(id, "allowed_urls"));
    };
    let url = input("input input--literal")
        .attrs(&[("type", "text"), ("autocomplete", "off"), ("spellcheck", "false")])
        .id(url_id(id, index))
        .attr("list", known_id(id))
        .attr("aria-label", URL.label)
        .attr("title", URL.hint)
        .value(text(move || rule().url))
        .on("input", typed(move |text| entry.type_in(|entry| entry.set_path_url(index, &text))));
    let remove = icon_button(format!("Remove path {}", index + 1), IconName::Remove, remove);
    let unusual = span("path__unusual").child(text(move || unusual_methods(&rule())));
    let methods = element("fieldset")
        .class("path__methods")
        .child(element("legend").class("hidden").child(METHODS.label))
        .children(METHODS_IN_USE.map(|method| method_box(entry, index, method)))
        .child(unusual);
    li("path").child(div("path__line").child(url).child(remove)).child(methods)
}

/// One method, on or off.
fn method_box(entry: Editable<Entry>, index: usize, method: &'static str) -> Element {
    let is_on = flag(move || entry.with(|entry| entry.path(index).methods.iter().any(|each| each == method)));
    let change = ticked(move |on| {
        entry.update(|entry| {
            let methods = entry.path(index).with_method(method, on);
            entry.set_path_methods(index, &methods);
        });
    });
    let tick = input("").attr("type", "checkbox").checked(is_on).on("change", change);
    label("method").child(tick).child(element("span").child(method))
}

/// Methods that the boxes do not offer: shown, so that nobody takes them for absent.
fn unusual_methods(rule: &PathRule) -> String {
    let unusual: Vec<_> =
        rule.methods.iter().filter(|each| !METHODS_IN_USE.contains(&each.as_str())).cloned().collect();
    if unusual.is_empty() { String::new() } else { format!("also {}", unusual.join(", ")) }
}
