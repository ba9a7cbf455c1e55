//! What the policy decides.

use leptos::prelude::*;
use tyk_policy::catalogue::{PARTITIONS, SectionName};
use tyk_policy::draft::{Decides, Group, Section};

use super::section::section_card;
use crate::controls::{Field, choice, findings_of, id_of, json_of};
use crate::desk::desk;
use crate::document::Editable;
use crate::view::{Element, code, derived, div, element, flag, input, label, paragraph, text, ticked, when};

/// The section "Partitions".
pub(super) fn partitions() -> Element {
    let section = desk().document.partitions;
    let reports = desk().reports;
    let of_section = findings_of(reports.section(SectionName::Partitions), &PARTITIONS);
    // That the partitions leave access out is found among the access rights and belongs here.
    let of_access = findings_of(reports.section(SectionName::Access), &PARTITIONS);
    let findings = derived(move || of_section.get().into_iter().chain(of_access.get()).collect::<Vec<_>>());
    let json = text(move || {
        let json = section.with(|section| json_of(&PARTITIONS, section.get(&PARTITIONS)));
        json.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    let decides = move || section.with(Decides::read);
    let choose = move |choice: Decides| section.update(|section| choice.write(section));
    let has_groups = move || matches!(decides(), Decides::Groups | Decides::Conflict);
    let frame = Field { id: id_of(&PARTITIONS), field: &PARTITIONS, findings, json: None, group: true };
    let control = frame.around(|context| {
        let options = &Decides::CHOICES;
        div("field__control")
            .child(choice(&context.id(), PARTITIONS.label, options, Decides::label, move || Some(decides()), choose))
            .child(when(has_groups, move || groups(section).into_any()))
            .child(paragraph("field__note").child(code("").child(json)))
    });
    section_card(SectionName::Partitions).child(control)
}

/// The groups of settings, each on or off.
fn groups(section: Editable<Section>) -> Element {
    let group = |group: Group| {
        let is_on = flag(move || section.with(|section| section.decides(group)));
        let change = ticked(move |on| section.update(|section| section.set_group(group, on)));
        let tick = input("").attr("type", "checkbox").checked(is_on).on("change", change);
        label("check").child(tick).child(element("span").child(group.label()))
    };
    div("checks").children(Group::ALL.map(group))
}
