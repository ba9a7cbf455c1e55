//! Moving the focus and the view.

use leptos::prelude::document;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

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

/// Presses the element of this id, as the mouse does.
pub fn press(id: &str) {
    if let Some(element) = element_by_id(id) {
        element.click();
    }
}

/// Whether the element of this id is inside one that the selector is for.
#[must_use]
pub fn is_inside(id: &str, around: &str) -> bool {
    element_by_id(id).is_some_and(|element| element.closest(around).is_ok_and(|around| around.is_some()))
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

/// The id of the element around the focus that the selector is for; empty if there is none.
#[must_use]
pub fn id_around_focus(around: &str) -> String {
    let around = document().active_element().and_then(|element| element.closest(around).ok().flatten());
    around.map(|element| element.id()).unwrap_or_default()
}

/// Selects the whole text of the text box of this id, so that what is pasted takes its place.
pub fn select_text(id: &str) {
    if let Some(text_box) = element_by_id(id).and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok()) {
        text_box.select();
    }
}

/// Brings the element of this id to the top of what is in view, and the focus to its heading.
pub fn go_to(id: &str, heading: &str) {
    if let Some(element) = element_by_id(id) {
        element.scroll_into_view();
    }
    if let Some(heading) = element_by_id(heading) {
        let _ = heading.focus();
    }
}

/// Moves the focus to a line of the text box of this id, and brings that into view.
pub fn select_line(id: &str, line: usize) {
    let Some(text_box) = element_by_id(id).and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    let text = text_box.value();
    let length = |line: &str| u32::try_from(line.encode_utf16().count()).unwrap_or(u32::MAX);
    let start = text.split('\n').take(line.saturating_sub(1)).map(|line| length(line).saturating_add(1));
    let start = start.fold(0, u32::saturating_add);
    let end = start.saturating_add(length(text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default()));
    let _ = text_box.focus();
    let _ = text_box.set_selection_range(start, end);
    // The box is as high as its text where its lines are drawn beneath it; elsewhere it scrolls itself.
    let lines = text_box.parent_element().and_then(|around| around.query_selector(".code__lines").ok().flatten());
    match lines.and_then(|lines| lines.children().item(u32::try_from(line.saturating_sub(1)).unwrap_or(u32::MAX))) {
        Some(drawn) => {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            drawn.scroll_into_view_with_scroll_into_view_options(&options);
        }
        None => {
            let count = i32::try_from(text.split('\n').count()).unwrap_or(i32::MAX);
            let above = i32::try_from(line.saturating_sub(3)).unwrap_or(i32::MAX);
            text_box.set_scroll_top(text_box.scroll_height() / count * above);
        }
    }
}

/// Whether this page is the one that the keyboard belongs to.
#[must_use]
pub fn has_focus() -> bool {
    document().has_focus().unwrap_or(true)
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
