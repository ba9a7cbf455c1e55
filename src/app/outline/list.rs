//! The sections and the state of each.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use tyk_policy::catalogue::SectionName;
use tyk_policy::check::Severity;

use super::place::current_section;
use crate::browser;
use crate::controls::{IconName, icon, severity_icon};
use crate::desk::desk;
use crate::editor::{section_element_id, section_heading_id};
use crate::view::{Element, aria, dynamic, element, listen, memo, span, ul};

/// All sections.
pub(super) fn list() -> Element {
    let current = current_section();
    ul("outline__list").children(SectionName::ALL.map(|name| item(name, current)))
}

/// One section.
fn item(name: SectionName, current: Signal<SectionName>) -> Element {
    let go = listen(move |event: MouseEvent| {
        event.prevent_default();
        browser::go_to(&section_element_id(name), &section_heading_id(name));
    });
    let link = element("a")
        .class("outline__item")
        .attr("href", format!("#{}", section_element_id(name)))
        .attr("aria-current", aria(move || current.get() == name))
        .on("click", go);
    element("li").child(link.child(element("span").child(name.heading())).child(state(name)))
}

/// Its worst findings; a tick where there are none, and a hollow dot where there is nothing at all.
fn state(name: SectionName) -> AnyView {
    let desk = desk();
    let count = move |severity| desk.reports.count_in(name, severity);
    let state = memo(move || (count(Severity::Error), count(Severity::Warning), desk.document.is_untouched(name)));
    dynamic(move || match state.get() {
        (0, 0, true) => span("mark").child(span("outline__dot")).child(span("hidden").child("nothing set")).into_any(),
        (0, 0, false) => mark("good", IconName::Check, String::new(), "no findings".to_owned()).into_any(),
        (0, warnings, _) => counted(Severity::Warning, warnings).into_any(),
        (errors, ..) => counted(Severity::Error, errors).into_any(),
    })
}

fn counted(severity: Severity, count: usize) -> Element {
    let plural = if count == 1 { "" } else { "s" };
    mark(severity.as_str(), severity_icon(severity), format!("{count} "), format!("{}{plural}", severity.as_str()))
}

fn mark(kind: &'static str, picture: IconName, count: String, word: String) -> Element {
    span("mark").attr("data-severity", kind).child(count).child(icon(picture)).child(span("hidden").child(word))
}
