//! Moving the focus and the view.

use leptos::task::{spawn_local, tick};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

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

/// Brings the element of this id to the top of what is in view.
pub fn scroll_to(id: &str) {
    if let Some(element) = element_by_id(id) {
        element.scroll_into_view();
    }
}
