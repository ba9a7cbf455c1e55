//! A part of the form that is closed until somebody opens it or is led into it.

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::view::{Element, element, listen, span, when};

/// A heading with a summary of what is inside, and what it opens: drawn when it is first open.
pub fn disclosure(
    heading: &'static str,
    summary: Signal<String>,
    mark: AnyView,
    open: RwSignal<bool>,
    content: impl Fn() -> AnyView + Send + Sync + 'static,
) -> Element {
    let toggle = listen(move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        open.set(target.is_some_and(|details| details.has_attribute("open")));
    });
    let line = element("summary")
        .class("group__head")
        .child(span("group__heading").child(heading))
        .child(span("group__summary").child(summary))
        .child(mark);
    let content = when(move || open.get(), content);
    element("details").class("group").opened(open).on("toggle", toggle).child(line).child(content)
}
