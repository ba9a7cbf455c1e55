//! What the form does not edit: shown, kept as it came, and removable.

use leptos::prelude::*;
use tyk_policy::catalogue::{Field as CatalogueField, SectionName};
use tyk_policy::draft::{Extra, Json};
use tyk_policy::write::{Layout, json};

use super::section::section_card;
use crate::controls::{IconName, findings_of, icon_button, id_of, messages};
use crate::desk::desk;
use crate::view::{Element, Item, code, each, li, paragraph, text, ul, when};

/// The section "Other fields". It is there only when there is something in it.
pub(super) fn other() -> AnyView {
    let document = desk().document;
    let items = move || {
        let known = document
            .kept_fields()
            .into_iter()
            .map(|field| Item::new(field.name, move || known_field(field).into_any()));
        let unknown = document.extras().into_iter();
        let unknown = unknown.map(|extra| Item::new(extra.place.to_string(), move || unknown_field(extra).into_any()));
        known.chain(unknown).collect()
    };
    let card = move || {
        let says = "This form does not edit these yet. They are kept and sent as they are.";
        let card = section_card(SectionName::Other).child(paragraph("section__note").child(says));
        card.child(ul("kept").child(each(items))).into_any()
    };
    when(move || document.keeps_something(), card)
}

/// A field that Tyk knows.
fn known_field(field: &'static CatalogueField) -> Element {
    let section = desk().document.section(field.section);
    let findings = findings_of(desk().reports.section(field.section), field);
    let value = text(move || section.with(|section| section.get(field).map(in_one_line).unwrap_or_default()));
    let remove = move || section.update(|section| section.set(field, None));
    kept(id_of(field), field.name, value, Box::new(remove)).child(messages(move || findings.get()))
}

/// A member that no section knows.
fn unknown_field(extra: Extra) -> Element {
    let document = desk().document;
    let value = Signal::stored(in_one_line(&extra.value));
    let name = extra.name.clone();
    kept(format!("field-{name}"), &name, value, Box::new(move || document.remove_extra(&extra)))
}

/// One line of the list.
fn kept(id: String, name: &str, value: Signal<String>, remove: Box<dyn Fn()>) -> Element {
    li("kept__item")
        .id(id)
        .attr("tabindex", "-1")
        .child(code("kept__name").child(name.to_owned()))
        .child(code("kept__value").child(value))
        .child(icon_button(format!("Remove {name}"), IconName::Remove, remove))
}

/// The JSON on one line, cut where it gets long. Only for the eye.
fn in_one_line(value: &Json) -> String {
    const LONGEST: usize = 160;
    let text = json(value, Layout::Indented);
    let line = text.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    line.char_indices()
        .nth(LONGEST)
        .map_or(line.clone(), |(end, _)| format!("{}…", line.get(..end).unwrap_or_default()))
}
