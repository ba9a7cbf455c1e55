//! What the policy decides.

use leptos::prelude::*;
use tyk_policy::catalogue::{PARTITIONS, SectionName};
use tyk_policy::draft::{Decides, Group, Section as DraftSection};

use super::section::Section;
use crate::controls::{Choice, Field, findings_of, id_of, json_of};
use crate::document::{Document, Reports};
use crate::view::{derived, flag, memo, text, ticked, when};

/// The section "Partitions".
#[component]
pub fn Partitions() -> impl IntoView {
    let section = expect_context::<Document>().partitions;
    let reports = expect_context::<Reports>();
    let of_section = findings_of(reports.section(SectionName::Partitions), &PARTITIONS);
    // That the partitions leave access out is found among the access rights and belongs here.
    let of_access = findings_of(reports.section(SectionName::Access), &PARTITIONS);
    let findings = derived(move || of_section.get().into_iter().chain(of_access.get()).collect::<Vec<_>>());
    let json = text(move || {
        section.with(|section| json_of(&PARTITIONS, section.get(&PARTITIONS)).split_whitespace().collect::<Vec<_>>().join(" "))
    });
    let decides = memo(move || section.with(Decides::read));
    let options = Decides::CHOICES.into_iter().map(|choice| (choice, choice.label())).collect();
    view! {
        <Section name=SectionName::Partitions>
            <Field id=id_of(&PARTITIONS) field=&PARTITIONS findings group=true>
                <Choice
                    name=id_of(&PARTITIONS)
                    label=PARTITIONS.label
                    options
                    value=derived(move || Some(decides.get()))
                    on_choose=move |choice: Decides| section.update(|section| choice.write(section))
                />
                {when(move || matches!(decides.get(), Decides::Groups | Decides::Conflict), move || groups(section))}
                <p class="field__note"><code>{json}</code></p>
            </Field>
        </Section>
    }
}

/// The groups of settings, each on or off.
fn groups(section: RwSignal<DraftSection>) -> AnyView {
    let group = |group: Group| {
        let is_on = flag(move || section.with(|section| section.decides(group)));
        let change = ticked(move |on| section.update(|section| section.set_group(group, on)));
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=is_on on:change=change/>
                <span>{group.label()}</span>
            </label>
        }
        .into_any()
    };
    Group::ALL.into_iter().map(group).collect::<Vec<_>>().into_any()
}
