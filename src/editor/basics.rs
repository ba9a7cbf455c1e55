//! Name, state and id.

use leptos::prelude::*;
use tyk_policy::catalogue::{ACTIVE, Field as CatalogueField, ID, IS_INACTIVE, NAME, STATE, SectionName};
use tyk_policy::check::Finding;
use tyk_policy::draft::{Json, Section, State};

use super::section::section_card;
use crate::controls::{Field, choice, findings_of, id_of, json_of, text_input, text_of};
use crate::desk::desk;
use crate::document::Editable;
use crate::view::{Element, derived, div, paragraph, soon, text, when};

/// The section "Basics". With the name one can begin; what is below it is there a moment later.
pub(super) fn basics() -> Element {
    let section = desk().document.basics;
    section_card(SectionName::Basics)
        .child(text_field(section, &NAME, false))
        .child(soon(move || state_field(section).into_any()))
        .child(soon(move || text_field(section, &ID, true).into_any()))
}

/// A text of the section. An optional one that is emptied is left out of the JSON.
fn text_field(section: Editable<Section>, field: &'static CatalogueField, optional: bool) -> Element {
    let report = desk().reports.section(SectionName::Basics);
    let value = text(move || section.with(|section| text_of(section.get(field))));
    let json = text(move || section.with(|section| json_of(field, section.get(field))));
    let input = move |typed: String| {
        let value = (!optional || !typed.is_empty()).then(|| Json::from(typed));
        section.type_in(|section| section.set(field, value));
    };
    let frame = Field { id: id_of(field), field, findings: findings_of(report, field), json: Some(json), group: false };
    frame.around(|context| text_input(context, value, optional, input))
}

/// One choice that writes `state`, `active` and `is_inactive` so that they agree.
fn state_field(section: Editable<Section>) -> Element {
    const FIELDS: [&CatalogueField; 3] = [&STATE, &ACTIVE, &IS_INACTIVE];
    let report = desk().reports.section(SectionName::Basics);
    let each_findings = FIELDS.map(|field| findings_of(report, field));
    let findings = derived(move || each_findings.iter().flat_map(Get::get).collect::<Vec<Finding>>());
    let json = text(move || section.with(|section| FIELDS.map(|field| json_of(field, section.get(field))).join(" · ")));
    let chosen = move || section.with(State::read);
    let choose = move |state: State| section.update(|section| state.write(section));
    let note = || {
        let says = "The three fields do not name one state together. They stay as they are until you choose.";
        paragraph("field__note").child(says).into_any()
    };
    Field { id: id_of(&STATE), field: &STATE, findings, json: Some(json), group: true }.around(|context| {
        div("field__control")
            .child(choice(&context.id(), STATE.label, &State::ALL, State::label, chosen, choose))
            .child(when(move || chosen().is_none(), note))
    })
}
