//! Name, state and id.

use leptos::prelude::*;
use tyk_policy::catalogue::{ACTIVE, Field as CatalogueField, ID, IS_INACTIVE, NAME, STATE, SectionName};
use tyk_policy::check::Finding;
use tyk_policy::draft::{Json, Section as DraftSection, State};

use super::section::Section;
use crate::controls::{Choice, Field, Text, findings_of, id_of, json_of, text_of};
use crate::document::{Document, Reports};
use crate::view::{derived, text, when};

/// The section "Basics".
#[component]
pub fn Basics() -> impl IntoView {
    let section = expect_context::<Document>().basics;
    view! {
        <Section name=SectionName::Basics>
            {text_field(section, &NAME, false)}
            {state_field(section)}
            {text_field(section, &ID, true)}
        </Section>
    }
}

/// A text of the section. An optional one that is emptied is left out of the JSON.
fn text_field(section: RwSignal<DraftSection>, field: &'static CatalogueField, optional: bool) -> AnyView {
    let report = expect_context::<Reports>().section(SectionName::Basics);
    let value = text(move || section.with(|section| text_of(section.get(field))));
    let json = text(move || section.with(|section| json_of(field, section.get(field))));
    let input = move |typed: String| {
        let value = (!optional || !typed.is_empty()).then(|| Json::from(typed));
        section.update(|section| section.set(field, value));
    };
    view! {
        <Field id=id_of(field) field findings=findings_of(report, field) json>
            <Text value on_input=input literal=optional/>
        </Field>
    }
    .into_any()
}

/// One choice that writes `state`, `active` and `is_inactive` so that they agree.
fn state_field(section: RwSignal<DraftSection>) -> AnyView {
    const FIELDS: [&CatalogueField; 3] = [&STATE, &ACTIVE, &IS_INACTIVE];
    let report = expect_context::<Reports>().section(SectionName::Basics);
    let findings = derived(move || {
        FIELDS.into_iter().flat_map(|field| findings_of(report, field).get()).collect::<Vec<Finding>>()
    });
    let json = text(move || section.with(|section| FIELDS.map(|field| json_of(field, section.get(field))).join(" · ")));
    let value = derived(move || section.with(State::read));
    let options = State::ALL.into_iter().map(|state| (state, state.label())).collect();
    let choose = move |state: State| section.update(|section| state.write(section));
    let note = || {
        let says = "The three fields do not name one state together. They stay as they are until you choose.";
        view! { <p class="field__note">{says}</p> }.into_any()
    };
    view! {
        <Field id=id_of(&STATE) field=&STATE findings json group=true>
            <Choice name=id_of(&STATE) label=STATE.label options value on_choose=choose/>
            {when(move || value.get().is_none(), note)}
        </Field>
    }
    .into_any()
}
