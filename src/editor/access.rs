//! The APIs.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use tyk_policy::catalogue::{ACCESS_RIGHTS, SectionName};
use tyk_policy::draft::Entry;

use super::apis::{Showing, bar_view, list_view, paste_view, select_view};
use super::lead_to;
use super::section::section_card;
use crate::browser;
use crate::controls::{IconName, findings_of, id_of, messages, plain_button, quiet_button};
use crate::dashboard::picker_view;
use crate::desk::desk;
use crate::document::row_element_id;
use crate::later::Part;
use crate::view::{Element, div, listen, memo, paragraph, when};

/// From so many APIs on, they can be filtered and sorted.
const MANY: usize = 8;

/// The section "Access rights".
pub(super) fn access() -> Element {
    let document = desk().document;
    let findings = findings_of(desk().reports.section(SectionName::Access), &ACCESS_RIGHTS);
    let showing = Showing::new();
    provide_context(showing);
    let count = memo(move || document.rows.with(Vec::len));
    let (is_many, is_selecting) = (move || count.get() >= MANY || showing.is_arranged(), showing.is_selecting);
    let bar = Part::new(|| Box::pin(bar_view()));
    let select = Part::new(|| Box::pin(select_view()));
    let list = Part::new(|| Box::pin(list_view()));
    section_card(SectionName::Access)
        .child(paragraph("section__note").child(ACCESS_RIGHTS.hint))
        .child(div("messages").child(messages(move || findings.get())))
        .child(when(is_many, move || shown(bar)))
        .child(when(move || is_selecting.get() && count.get() > 0, move || shown(select)))
        .child(when(move || count.get() > 0, move || shown(list)))
        .child(adding(showing, count))
}

/// A part that is loaded now.
fn shown(part: Part) -> AnyView {
    part.show(|| ());
    part.view()
}

/// The ways to add APIs, and to select them.
fn adding(showing: Showing, count: Memo<usize>) -> Element {
    let document = desk().document;
    let choosing = RwSignal::new(false);
    let picker = Part::new(|| Box::pin(picker_view()));
    let paste = Part::new(|| Box::pin(paste_view()));
    let add = move || {
        let row = document.add_api(Entry::new("", ""));
        row.open.set(true);
        lead_to(document, vec![row_element_id(row.id, "api_id")]);
    };
    let choose = move || plain_button("Choose from the dashboard", Some(IconName::Chevron), move || toggle(choosing));
    let add = plain_button(ADD, Some(IconName::Add), add).attr("data-command", ADD);
    // A page for previews only calls no dashboard.
    let can_send = desk().connection.settings.with_value(|settings| settings.can_send);
    let actions = div("apis__actions");
    let actions = if can_send {
        let choose = choose().id(id_of(&ACCESS_RIGHTS)).attr("data-command", "Choose APIs from the dashboard");
        actions.child(choose).child(add.id("apis-add"))
    } else {
        actions.child(add.id(id_of(&ACCESS_RIGHTS)))
    };
    let select = move || select_button(showing).into_any();
    // From so many on, it stands above the list.
    let is_few = move || (2..MANY).contains(&count.get());
    let paste_button = quiet_button("Paste ids", None, move || toggle(showing.is_pasting)).id(PASTE);
    let paste_button = paste_button.attr("data-command", "Paste ids of APIs");
    let actions = actions.child(paste_button).child(when(is_few, select));
    let picker = move || {
        frame(["APIs of the dashboard", "Close the list"], picker, choosing, || id_of(&ACCESS_RIGHTS)).into_any()
    };
    let paste = move || frame(["Ids of APIs", "Cancel"], paste, showing.is_pasting, || PASTE.to_owned()).into_any();
    div("apis__adding")
        .child(actions)
        .child(when(move || choosing.get(), picker))
        .child(when(move || showing.is_pasting.get(), paste))
}

/// What adds an API without the dashboard.
const ADD: &str = "Add an API by its id";
/// The id of the button that asks for ids.
const PASTE: &str = "apis-paste";

/// The way to select rows.
pub(super) fn select_button(showing: Showing) -> Element {
    quiet_button("Select", None, move || toggle(showing.is_selecting))
        .id("apis-select")
        .attr("title", "Select several APIs and change them together")
}

fn toggle(is_there: RwSignal<bool>) {
    is_there.update(|is_there| *is_there = !*is_there);
}

/// The place of a part below the buttons, which Escape closes. The focus goes back to where it came from.
fn frame([name, closes]: [&'static str; 2], part: Part, is_there: RwSignal<bool>, from: fn() -> String) -> Element {
    let close = move || {
        is_there.set(false);
        browser::focus(from());
    };
    let key_down = listen(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    });
    div("picker")
        .attr("role", "region")
        .attr("aria-label", name)
        .on("keydown", key_down)
        .child(shown(part))
        .child(div("picker__actions").child(quiet_button(closes, Some(IconName::Close), close)))
}
