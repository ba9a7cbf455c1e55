//! What the form does not edit: shown, kept as it came, and removable.

use leptos::prelude::*;
use tyk_policy::catalogue::{Field as CatalogueField, SectionName};
use tyk_policy::draft::{Extra, Json};
use tyk_policy::write::{Layout, json};

use super::section::Section;
use crate::controls::{Button, ButtonKind, IconName, findings_of, id_of, message};
use crate::document::{Document, Reports};
use crate::view::{Item, dynamic, each, text, when};

/// The section "Other fields". It is there only when there is something in it.
#[component]
pub fn Other() -> impl IntoView {
    let document = expect_context::<Document>();
    let known = move || {
        document.other.with(|section| section.slots.iter().filter(|slot| slot.value.is_some()).map(|slot| slot.field).collect::<Vec<_>>())
    };
    let is_filled = move || !known().is_empty() || document.extras.with(|extras| !extras.is_empty());
    let items = move || {
        let known = known().into_iter().map(|field| Item::new(field.name, move || known_field(field)));
        let unknown = document.extras.get().into_iter();
        let unknown = unknown.map(|extra| Item::new(format!("{:?}", extra.place), move || unknown_field(extra)));
        known.chain(unknown).collect()
    };
    when(is_filled, move || {
        view! {
            <Section name=SectionName::Other>
                <p class="section__note">"This form does not edit these yet. They are kept and sent as they are."</p>
                <ul class="kept">{each(items)}</ul>
            </Section>
        }
        .into_any()
    })
}

/// A field that Tyk knows.
fn known_field(field: &'static CatalogueField) -> AnyView {
    let section = expect_context::<Document>().other;
    let findings = findings_of(expect_context::<Reports>().section(SectionName::Other), field);
    let value = text(move || section.with(|section| section.get(field).map(in_one_line).unwrap_or_default()));
    let messages = dynamic(move || findings.get().into_iter().map(message).collect::<Vec<_>>().into_any());
    kept(id_of(field), field.name, value, messages, move || section.update(|section| section.set(field, None)))
}

/// A member that no section knows.
fn unknown_field(extra: Extra) -> AnyView {
    let document = expect_context::<Document>();
    let value = Signal::stored(in_one_line(&extra.value));
    let name = extra.name.clone();
    kept(format!("field-{name}"), &name, value, ().into_any(), move || document.remove_extra(&extra))
}

/// One line of the list.
fn kept(id: String, name: &str, value: Signal<String>, messages: AnyView, remove: impl Fn() + Send + Sync + 'static) -> AnyView {
    let remove = Callback::new(move |()| remove());
    view! {
        <li class="kept__item" id=id tabindex="-1">
            <code class="kept__name">{name.to_owned()}</code>
            <code class="kept__value">{value}</code>
            <Button label=format!("Remove {name}") kind=ButtonKind::IconOnly picture=IconName::Remove on_press=remove/>
            {messages}
        </li>
    }
    .into_any()
}

/// The JSON on one line, cut where it gets long. Only for the eye.
fn in_one_line(value: &Json) -> String {
    const LONGEST: usize = 160;
    let text = json(value, Layout::Indented);
    let line: String = text.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    line.char_indices().nth(LONGEST).map_or(line.clone(), |(end, _)| format!("{}…", line.get(..end).unwrap_or_default()))
}
