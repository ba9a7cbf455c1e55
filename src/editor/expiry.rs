//! How long a key lives.

use leptos::prelude::*;
use tyk_policy::catalogue::{KEY_EXPIRES_IN, SectionName};
use tyk_policy::draft::{ExpiryChoice, Json};

use super::section::Section;
use crate::browser;
use crate::controls::{Choice, Field, Number, findings_of, id_of, json_of, seconds_note, text_of};
use crate::document::{Document, Reports};
use crate::view::{derived, listen, memo, text, when};

/// The section "Key expiry".
#[component]
pub fn Expiry() -> impl IntoView {
    let section = expect_context::<Document>().expiry;
    let report = expect_context::<Reports>().section(SectionName::Expiry);
    let field = &KEY_EXPIRES_IN;
    let typing = RwSignal::new(false);
    let of_draft = memo(move || section.with(|section| ExpiryChoice::of(section.get(field))));
    let choice = derived(move || Some(if typing.get() { ExpiryChoice::After } else { of_draft.get() }));
    let choose = move |choice: ExpiryChoice| {
        typing.set(false);
        section.update(|section| choice.write(section));
        if choice == ExpiryChoice::After {
            browser::focus(id_of(field));
        }
    };
    let value = text(move || section.with(|section| text_of(section.get(field))));
    let json = text(move || section.with(|section| json_of(field, section.get(field))));
    let input = move |typed: String| {
        typing.set(true);
        section.update(|section| section.set(field, Some(Json::from_number_field(&typed))));
    };
    let number = move || {
        view! {
            <Number value on_input=input unit=field.unit/>
            {seconds_note(value)}
        }
        .into_any()
    };
    let options = ExpiryChoice::ALL.into_iter().map(|choice| (choice, choice.label())).collect();
    let leave = listen(move |_| typing.set(false));
    view! {
        <Section name=SectionName::Expiry>
            <div class="limit" on:focusout=leave>
                <Field id=id_of(field) field findings=findings_of(report, field) json group=true>
                    <Choice name=format!("{}-choice", id_of(field)) label=field.label options value=choice on_choose=choose/>
                    {when(move || choice.get() == Some(ExpiryChoice::After), number)}
                </Field>
            </div>
        </Section>
    }
}
