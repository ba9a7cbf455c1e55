//! The APIs.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use tyk_policy::catalogue::{ACCESS_RIGHTS, SectionName};
use tyk_policy::draft::Entry;

use super::entry::entry_row;
use super::lead_to;
use super::section::section_card;
use crate::browser;
use crate::controls::{IconName, findings_of, id_of, messages, plain_button, quiet_button};
use crate::dashboard::picker_view;
use crate::desk::desk;
use crate::document::{Row, row_element_id};
use crate::later::Part;
use crate::view::{Element, Item, div, each, listen, paragraph, ul, when};

/// The section "Access rights".
pub(super) fn access() -> Element {
    let document = desk().document;
    let findings = findings_of(desk().reports.section(SectionName::Access), &ACCESS_RIGHTS);
    let choosing = RwSignal::new(false);
    let picker = Part::new(|| Box::pin(picker_view()));
    let add = move || {
        let row = document.add_api(Entry::new("", ""));
        row.open.set(true);
        lead_to(document, vec![row_element_id(row.id, "api_id")]);
    };
    let rows = move || {
        let item = |row: Row| Item::new(row.id.0.to_string(), move || entry_row(row).into_any());
        document.rows.get().into_iter().map(item).collect()
    };
    let toggle = move || {
        choosing.update(|choosing| *choosing = !*choosing);
        picker.show(|| ());
    };
    let close = move || {
        choosing.set(false);
        browser::focus(id_of(&ACCESS_RIGHTS));
    };
    let choose =
        || plain_button("Choose from the dashboard", Some(IconName::Chevron), toggle).id(id_of(&ACCESS_RIGHTS));
    let add = plain_button("Add an API by its id", Some(IconName::Add), add);
    // A page for previews only calls no dashboard.
    let can_send = desk().connection.settings.with_value(|settings| settings.can_send);
    let actions = div("apis__actions");
    let actions =
        if can_send { actions.child(choose()).child(add) } else { actions.child(add.id(id_of(&ACCESS_RIGHTS))) };
    section_card(SectionName::Access)
        .child(paragraph("section__note").child(ACCESS_RIGHTS.hint))
        .child(div("messages").child(messages(move || findings.get())))
        .child(ul("apis").child(each(rows)))
        .child(actions)
        .child(when(move || choosing.get(), move || picker_frame(picker, close).into_any()))
}

/// The place of the list of APIs, which Escape closes.
fn picker_frame(picker: Part, close: impl Fn() + Copy + 'static) -> Element {
    let key_down = listen(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    });
    div("picker")
        .attrs(&[("role", "region"), ("aria-label", "APIs of the dashboard")])
        .on("keydown", key_down)
        .child(picker.view())
        .child(div("picker__actions").child(quiet_button("Close the list", Some(IconName::Close), close)))
}
