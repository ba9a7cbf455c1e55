//! The tags.

use leptos::prelude::*;
use tyk_policy::catalogue::{SectionName, TAGS};
use tyk_policy::draft::Json;

use super::section::Section;
use crate::controls::{Field, Tokens, findings_of, id_of, text_of};
use crate::document::{Document, Reports};
use crate::view::derived;

/// The section "Tags".
#[component]
pub fn Labels() -> impl IntoView {
    let section = expect_context::<Document>().labels;
    let report = expect_context::<Reports>().section(SectionName::Labels);
    let items = move || section.with(|section| section.get(&TAGS).and_then(Json::as_list).unwrap_or_default().to_vec());
    let values = derived(move || items().iter().map(|item| text_of(Some(item))).collect::<Vec<_>>());
    let change = move |words: Vec<String>| {
        let tags = Json::strings_after_edit(&items(), &words);
        section.update(|section| section.set(&TAGS, Some(tags)));
    };
    view! {
        <Section name=SectionName::Labels>
            <Field id=id_of(&TAGS) field=&TAGS findings=findings_of(report, &TAGS)>
                <Tokens values on_change=change noun="tag"/>
            </Field>
        </Section>
    }
}
