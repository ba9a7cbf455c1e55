//! The allowed paths of one API.

use leptos::prelude::*;
use tyk_policy::catalogue::{ALLOWED_URLS, METHODS, URL};
use tyk_policy::draft::{Entry, METHODS_IN_USE, PathRule};

use super::entry::field_findings;
use crate::browser;
use crate::controls::{Button, ButtonKind, Field, IconName};
use crate::document::{Row, RowId, row_element_id};
use crate::view::{Item, each, flag, memo, text, ticked, typed};

/// The list of paths with their methods.
pub(super) fn paths(row: &Row, entry: RwSignal<Entry>) -> AnyView {
    let id = row.id;
    let count = memo(move || entry.with(|entry| entry.paths().len()));
    let add = move |()| {
        let index = count.get_untracked();
        entry.update(Entry::add_path);
        browser::focus(url_id(id, index));
    };
    // Paths have no identity of their own: a place in the list is all that a row of this table stands for.
    let rows = move || (0..count.get()).map(|index| Item::new(index.to_string(), move || path_row(entry, id, index))).collect();
    view! {
        <Field id=row_element_id(id, "allowed_urls") field=&ALLOWED_URLS findings=field_findings(row, &ALLOWED_URLS) group=true>
            <ul class="paths">{each(rows)}</ul>
            <Button id=row_element_id(id, "allowed_urls") label="Add a path" picture=IconName::Add kind=ButtonKind::Quiet on_press=add/>
        </Field>
    }
    .into_any()
}

fn url_id(row: RowId, index: usize) -> String {
    format!("{}-{index}-url", row_element_id(row, "allowed_urls"))
}

/// One path and its methods.
fn path_row(entry: RwSignal<Entry>, id: RowId, index: usize) -> AnyView {
    let rule = memo(move || entry.with(|entry| entry.paths().into_iter().nth(index).unwrap_or_default()));
    let remove = move |()| {
        entry.update(|entry| entry.remove_path(index));
        browser::focus(row_element_id(id, "allowed_urls"));
    };
    let url = text(move || rule.with(|rule| rule.url.clone()));
    let type_url = typed(move |text| entry.update(|entry| entry.set_path_url(index, &text)));
    let boxes: Vec<_> = METHODS_IN_USE.into_iter().map(|method| method_box(entry, index, method, rule)).collect();
    view! {
        <li class="path">
            <div class="path__line">
                <input
                    type="text"
                    class="input input--literal"
                    id=url_id(id, index)
                    aria-label=URL.label
                    title=URL.hint
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=url
                    on:input=type_url
                />
                <Button label=format!("Remove path {}", index + 1) kind=ButtonKind::IconOnly picture=IconName::Remove on_press=remove/>
            </div>
            <fieldset class="path__methods">
                <legend class="hidden">{METHODS.label}</legend>
                {boxes}
                <span class="path__unusual">{text(move || rule.with(unusual_methods))}</span>
            </fieldset>
        </li>
    }
    .into_any()
}

/// One method, on or off.
fn method_box(entry: RwSignal<Entry>, index: usize, method: &'static str, rule: Memo<PathRule>) -> AnyView {
    let is_on = flag(move || rule.with(|rule| rule.methods.iter().any(|each| each == method)));
    let change = ticked(move |on| {
        let methods = rule.with_untracked(|rule| rule.with_method(method, on));
        entry.update(|entry| entry.set_path_methods(index, &methods));
    });
    view! {
        <label class="method">
            <input type="checkbox" prop:checked=is_on on:change=change/>
            <span>{method}</span>
        </label>
    }
    .into_any()
}

/// Methods that the boxes do not offer: shown, so that nobody takes them for absent.
fn unusual_methods(rule: &PathRule) -> String {
    let unusual: Vec<_> = rule.methods.iter().filter(|each| !METHODS_IN_USE.contains(&each.as_str())).cloned().collect();
    if unusual.is_empty() { String::new() } else { format!("also {}", unusual.join(", ")) }
}
