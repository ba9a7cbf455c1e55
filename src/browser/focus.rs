//! Moving the focus and the view.

use leptos::prelude::document;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::element_by_id;

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

/// Presses the element of this id, as the mouse does.
pub fn press(id: &str) {
    if let Some(element) = element_by_id(id) {
        element.click();
    }
}

/// Scrolls no further than is needed to see the element of this id.
pub fn bring_into_view(id: &str) {
    if let Some(element) = element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Moves the focus to the first control inside the element of this id; of a text, all is selected.
pub fn focus_inside(id: &str) {
    let inside = element_by_id(id).and_then(|outer| outer.query_selector("input, select, button").ok().flatten());
    if let Some(inside) = inside.and_then(|inside| inside.dyn_into::<HtmlElement>().ok()) {
        let _ = inside.focus();
        if let Some(input) = inside.dyn_ref::<HtmlInputElement>() {
            input.select();
        }
    }
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
