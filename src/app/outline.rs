//! The sections and the state of each.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use tyk_policy::catalogue::SectionName;
use tyk_policy::check::Severity;

use crate::browser;
use crate::controls::{IconName, icon, severity_icon};
use crate::document::{Document, Reports};
use crate::editor::section_element_id;
use crate::view::{Item, dynamic, each, listen, memo};

/// The left column.
#[component]
pub(super) fn Outline() -> impl IntoView {
    let document = expect_context::<Document>();
    let is_filled = move || {
        document.extras.with(|extras| !extras.is_empty())
            || document.other.with(|section| section.slots.iter().any(|slot| slot.value.is_some()))
    };
    let items = move || {
        let shown = SectionName::ALL.into_iter().filter(|name| *name != SectionName::Other || is_filled());
        shown.map(|name| Item::new(name.as_str(), move || outline_item(name))).collect()
    };
    view! {
        <nav class="outline" aria-label="Sections">
            <ul class="outline__list">{each(items)}</ul>
        </nav>
    }
}

/// One section.
fn outline_item(name: SectionName) -> AnyView {
    let reports = expect_context::<Reports>();
    let counts = memo(move || {
        let count = |severity| {
            reports.all.with(|all| {
                all.iter().filter(|located| located.section == name && located.finding.severity == severity).count()
            })
        };
        (count(Severity::Error), count(Severity::Warning))
    });
    let state = dynamic(move || match counts.get() {
        (0, 0) => mark("good", IconName::Check, String::new(), "no findings".to_owned()),
        (0, warnings) => counted(Severity::Warning, warnings),
        (errors, _) => counted(Severity::Error, errors),
    });
    let go = listen(move |event: MouseEvent| {
        event.prevent_default();
        browser::scroll_to(&section_element_id(name));
    });
    view! {
        <li>
            <a class="outline__item" href=format!("#{}", section_element_id(name)) on:click=go>
                <span>{name.heading()}</span>
                {state}
            </a>
        </li>
    }
    .into_any()
}

fn counted(severity: Severity, count: usize) -> AnyView {
    let plural = if count == 1 { "" } else { "s" };
    mark(severity.as_str(), severity_icon(severity), count.to_string(), format!("{}{plural}", severity.as_str()))
}

fn mark(kind: &'static str, picture: IconName, count: String, word: String) -> AnyView {
    view! { <span class=format!("mark mark--{kind}")>{count} {icon(picture)} <span class="hidden">{word}</span></span> }.into_any()
}
