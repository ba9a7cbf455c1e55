//! Selecting rows, and what is done with the selected ones.

use std::collections::HashSet;
use std::sync::Arc;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use super::same::{Same, same_form};
use super::selection::Selection;
use super::showing::{Showing, showing};
use super::words::{apis, grouped};
use crate::browser;
use crate::controls::{IconName, plain_button, quiet_button};
use crate::desk::desk;
use crate::document::{Row, RowId, row_element_id};
use crate::view::{Chosen, Element, div, dynamic, element, flag, input, label, listen, memo, paragraph, text, ticked};

/// The id of the box that selects all.
pub(super) const ALL: &str = "apis-all";

/// The selected rows that are there.
fn selected(selection: RwSignal<Selection>) -> HashSet<RowId> {
    let rows = desk().document.rows;
    selection.with(|selection| rows.with(|rows| selection.among(rows.iter().map(|row| row.id))))
}

/// What can be done with the selected rows. While it is there, each row has a box.
pub(super) fn select_bar() -> Element {
    let showing = showing();
    let selection = RwSignal::new(Selection::default());
    let same = Chosen::new(&Same::ALL, Same::Nothing);
    let (chosen, desk) = (memo(move || selected(selection)), desk());
    let count = move || chosen.with(HashSet::len);
    showing.put_before_each(Some(Arc::new(move |row| select_box(row, showing, selection))));
    on_cleanup(move || showing.put_before_each(None));
    browser::focus(ALL);
    let is_all = move || {
        let shown = showing.shown.read();
        !shown.is_empty() && chosen.with(|chosen| shown.iter().all(|row| chosen.contains(&RowId(*row))))
    };
    let select_all = move |on| {
        let shown = showing.shown.get_untracked();
        selection.update(|selection| selection.set_all(shown.into_iter().map(RowId), on));
    };
    let all =
        input("").attrs(&[("type", "checkbox"), ("id", ALL)]).checked(flag(is_all)).on("change", ticked(select_all));
    let all_says = text(move || format!("Select {}", apis(showing.shown.with(Vec::len))));
    let says = text(move || {
        let hidden = chosen.with(|chosen| {
            chosen.len() - showing.shown.with(|shown| shown.iter().filter(|row| chosen.contains(&RowId(**row))).count())
        });
        let hidden = if hidden > 0 { format!(", {} of them not shown", grouped(hidden)) } else { String::new() };
        format!("{} selected{hidden}", grouped(count()))
    });
    let opener = move |what: Same| plain_button(what.label(), None, move || same.set(what)).id(what.button_id());
    let remove = move || {
        let removed = desk.document.remove_apis(&chosen.get_untracked());
        if removed > 0 {
            desk.tell(format!("Removed {}.", apis(removed)), "Undo");
        }
        browser::focus(ALL);
    };
    let form = dynamic(move || match same.get() {
        Same::Nothing => ().into_any(),
        _ => untrack(|| same_form(same, chosen).into_any()),
    });
    let actions = div("apis__actions")
        .children([Same::Paths, Same::Limits, Same::Versions].map(opener))
        .child(plain_button("Remove", Some(IconName::Remove), remove).id("apis-remove"))
        .child(quiet_button("Done", None, move || done(showing)).id("apis-done"));
    div("apis__select")
        .child(
            div("apis__selected")
                .child(label("check").child(all).child(element("span").child(all_says)))
                .child(paragraph("apis__count").attr("role", "status").child(says)),
        )
        .child(actions)
        .child(form)
}

/// Ends the selecting.
fn done(showing: Showing) {
    showing.is_selecting.set(false);
    browser::focus("apis-select");
}

/// The box before a row. With Shift, all rows from the last one to this one follow it.
fn select_box(row: &Row, showing: Showing, selection: RwSignal<Selection>) -> AnyView {
    let (id, entry) = (row.id, row.entry());
    let is_range = StoredValue::new(false);
    let name = text(move || {
        entry.with(|entry| {
            let name = entry.api_name();
            format!("Select {}", if name.is_empty() { &entry.key } else { name })
        })
    });
    let change = move |on| {
        let shown = showing.shown.get_untracked();
        selection.update(|selection| {
            if is_range.get_value() { selection.set_range(id, on, &shown) } else { selection.set(id, on) }
        });
        is_range.set_value(false);
    };
    // The box changes after these: with the mouse at the click, with the keyboard when the key goes up.
    let key_down = listen(move |event: KeyboardEvent| is_range.set_value(event.shift_key()));
    let click = listen(move |event: MouseEvent| is_range.update_value(|is_range| *is_range |= event.shift_key()));
    let tick = input("")
        .attr("type", "checkbox")
        .id(row_element_id(id, "select"))
        .attr("aria-label", name)
        .checked(flag(move || selection.with(|selection| selection.has(id))))
        .on("keydown", key_down)
        .on("click", click)
        .on("change", ticked(change));
    label("api__select").child(tick).into_any()
}
