//! Moving the focus and the view.

use leptos::prelude::document;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::element_by_id;
use super::script::{call, get};

/// Moves the focus to the element of this id, once it exists, and into view.
pub fn focus(id: impl Into<String>) {
    focus_first(vec![id.into()]);
}

/// Moves the focus to the first of these elements that exists after the page has caught up.
pub fn focus_first(ids: Vec<String>) {
    spawn_local(async move {
        tick().await;
        if let Some(element) = ids.iter().find_map(|id| element_by_id(id)) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Center);
            element.scroll_into_view_with_scroll_into_view_options(&options);
            let _ = element.focus();
        }
    });
}

/// The id of the element that has the focus; empty if it has none.
#[must_use]
pub fn focused_id() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

/// Selects the whole text of the text box of this id, so that what is pasted takes its place.
pub fn select_text(id: &str) {
    if let Some(text_box) = element_by_id(id).and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok()) {
        text_box.select();
    }
}

/// Brings the element of this id to the top of what is in view.
pub fn scroll_to(id: &str) {
    if let Some(element) = element_by_id(id) {
        element.scroll_into_view();
    }
}

/// Where the focus goes among several elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    /// To the first one.
    First,
    /// To the one behind that with the focus; from the last to the first.
    Next,
    /// To the one before it; from the first to the last.
    Previous,
    /// To the last one.
    Last,
}

/// Moves the focus among those elements of the selector that are seen.
pub fn focus_among(selector: &str, to: Go) {
    let Ok(found) = call(&document(), "querySelectorAll", &[&JsValue::from_str(selector)]) else { return };
    let elements = js_sys::Array::from(&found).into_iter().filter_map(|element| element.dyn_into::<HtmlElement>().ok());
    let seen: Vec<_> = elements.filter(|element| get(element, "offsetHeight").as_f64() > Some(0.0)).collect();
    let present = document().active_element();
    let present = seen.iter().position(|element| present.as_ref().is_some_and(|present| **element == *present));
    let last = seen.len().saturating_sub(1);
    let wanted = match (to, present) {
        (Go::Next, Some(present)) if present < last => present + 1,
        (Go::Previous, Some(present)) if present > 0 => present - 1,
        (Go::Previous | Go::Last, _) => last,
        (Go::First | Go::Next, _) => 0,
    };
    if let Some(element) = seen.get(wanted) {
        let _ = element.focus();
    }
}

/// Whether the focus goes out of the element whose listener hears of it.
#[must_use]
pub fn focus_goes_out(event: &Event) -> bool {
    let around = get(event, "currentTarget");
    !call(&around, "contains", &[&get(event, "relatedTarget")]).is_ok_and(|is_in| is_in.is_truthy())
}
