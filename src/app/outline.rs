//! The sections and the state of each.

use leptos::ev::MouseEvent;
use tyk_policy::catalogue::SectionName;
use tyk_policy::check::Severity;

use crate::browser;
use crate::controls::{IconName, icon, severity_icon};
use crate::desk::desk;
use crate::editor::section_element_id;
use crate::view::{Element, Item, dynamic, each, element, listen, soon, span, ul};

/// The left column.
pub(super) fn outline() -> Element {
    let items = move || {
        let shown = SectionName::ALL.into_iter();
        shown.map(|name| Item::new(name.as_str(), move || outline_item(name).into_any())).collect()
    };
    element("nav")
        .attrs(&[("class", "outline"), ("aria-label", "Sections")])
        .child(soon(move || ul("outline__list").child(each(items)).into_any()))
}

/// One section.
fn outline_item(name: SectionName) -> Element {
    let reports = desk().reports;
    let count = move |severity| reports.count_in(name, severity);
    let state = dynamic(move || match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => mark("good", IconName::Check, String::new(), "no findings".to_owned()).into_any(),
        (0, warnings) => counted(Severity::Warning, warnings).into_any(),
        (errors, _) => counted(Severity::Error, errors).into_any(),
    });
    let go = listen(move |event: MouseEvent| {
        event.prevent_default();
        browser::scroll_to(&section_element_id(name));
    });
    let link =
        element("a").class("outline__item").attr("href", format!("#{}", section_element_id(name))).on("click", go);
    element("li").child(link.child(element("span").child(name.heading())).child(state))
}

fn counted(severity: Severity, count: usize) -> Element {
    let plural = if count == 1 { "" } else { "s" };
    mark(severity.as_str(), severity_icon(severity), format!("{count} "), format!("{}{plural}", severity.as_str()))
}

fn mark(kind: &'static str, picture: IconName, count: String, word: String) -> Element {
    span("mark").attr("data-severity", kind).child(count).child(icon(picture)).child(span("hidden").child(word))
}
