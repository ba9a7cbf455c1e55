//! How long a key lives.

use leptos::prelude::*;
use tyk_policy::catalogue::{KEY_EXPIRES_IN, SectionName};
use tyk_policy::draft::{ExpiryChoice, Json};

use super::group::groups;
use super::section::section_card;
use crate::browser;
use crate::controls::{Field, Remembered, choice, findings_of, id_of, json_of, number, number_line, text_of};
use crate::desk::desk;
use crate::view::{Element, div, press, text, when};

/// The section "Key expiry".
pub(super) fn expiry() -> Element {
    let section = desk().document.expiry;
    let report = desk().reports.section(SectionName::Expiry);
    let remembered = Remembered::on_desk();
    let field = &KEY_EXPIRES_IN;
    let typing = RwSignal::new(false);
    let of_draft = move || section.with(|section| ExpiryChoice::of(section.get(field)));
    let chosen = move || if typing.get() { ExpiryChoice::After } else { of_draft() };
    let choose = move |choice: ExpiryChoice| {
        typing.set(false);
        let present = section.with_untracked(|section| section.get(field).cloned());
        if ExpiryChoice::of(present.as_ref()) == ExpiryChoice::After {
            remembered.keep(vec![present.clone()]);
        }
        section.update(|section| section.set(field, choice.written(present.as_ref(), remembered.number(0))));
        if choice == ExpiryChoice::After {
            browser::focus(id_of(field));
        }
    };
    let value = text(move || section.with(|section| text_of(section.get(field))));
    let json = text(move || section.with(|section| json_of(field, section.get(field))));
    let input = move |typed: String| {
        typing.set(true);
        section.type_in(|section| section.set(field, Some(Json::from_number_field(&typed))));
    };
    let frame = Field { id: id_of(field), field, findings: findings_of(report, field), json: Some(json), group: true };
    let control = frame.around(|context| {
        let name = format!("{}-choice", context.id());
        let seconds = move || number_line(number(context, value, field.unit, input), field, value).into_any();
        div("field__control")
            .on("focusout", press(move || typing.set(false)))
            .child(choice(&name, field.label, &ExpiryChoice::ALL, ExpiryChoice::label, move || Some(chosen()), choose))
            .child(when(move || chosen() == ExpiryChoice::After, seconds))
    });
    section_card(SectionName::Expiry).child(control).children(groups(SectionName::Expiry))
}
