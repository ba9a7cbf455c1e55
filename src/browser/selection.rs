//! What is selected and in sight of an element.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event};

/// How far the element that an event came to is scrolled down, and how high its content is, in pixels.
#[must_use]
pub fn scrolled(event: &Event) -> (u64, u64) {
    let Some(element) = current(event) else { return (0, 0) };
    let pixels = |number: i32| u64::try_from(number).unwrap_or_default();
    (pixels(element.scroll_top()), pixels(element.scroll_height()))
}

/// Selects what is in the element that an event came to.
pub fn select_content(event: &Event) {
    if let (Some(element), Ok(Some(selection))) = (current(event), window().get_selection()) {
        let _ = selection.select_all_children(&element);
    }
}

/// Puts a text into the clipboard instead of what is selected.
pub fn copy_instead(event: &Event, text: &str) {
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    if data.is_some_and(|data| data.set_data("text/plain", text).is_ok()) {
        event.prevent_default();
    }
}

fn current(event: &Event) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}

/// Whether the disclosure that an event came to is open.
#[must_use]
pub fn is_open(event: &Event) -> bool {
    current(event).is_some_and(|details| details.has_attribute("open"))
}
