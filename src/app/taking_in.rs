//! Pasting and dropping anywhere on the page.

use leptos::ev::{Custom, Event};
use leptos::prelude::*;

use super::open_dialog::{DIALOG, OpenDialog};
use crate::browser::{self, has_files, incoming, is_in_text};
use crate::view::{Element, div, element, when};

/// Follows what is pasted outside of fields and dropped anywhere. Gives the hint that is seen while something is dragged.
pub(super) fn taking_in(opening: OpenDialog) -> Element {
    let is_dragged = RwSignal::new(false);
    let follow = |name: &'static str, act: Box<dyn Fn(&Event)>| {
        let handle = window_event_listener(Custom::<Event>::new(name), move |event| act(&event));
        on_cleanup(move || handle.remove());
    };
    follow(
        "paste",
        Box::new(move |event| {
            // A field's own paste is the field's.
            if event.default_prevented() || browser::is_dialog_open() || is_in_text(event, "") {
                return;
            }
            if let Some(incoming) = incoming(event) {
                event.prevent_default();
                opening.take_in(incoming);
            }
        }),
    );
    // Whoever misses a place for files must not lose the page: the browser would go to the file.
    let over = move |event: &Event| {
        if has_files(event) {
            event.prevent_default();
            is_dragged.set(true);
        }
    };
    follow("dragenter", Box::new(over));
    follow("dragover", Box::new(over));
    follow("dragleave", Box::new(move |event| is_dragged.set(!browser::has_left_window(event))));
    follow(
        "drop",
        Box::new(move |event| {
            is_dragged.set(false);
            if !has_files(event) {
                return;
            }
            event.prevent_default();
            let is_other = browser::is_dialog_open() && !browser::is_dialog_shown(DIALOG);
            if let Some(incoming) = incoming(event).filter(|_| !is_other) {
                opening.take_in(incoming);
            }
        }),
    );
    let hint = || div("drop-hint").attr("role", "status").child("Drop the file to open it").into_any();
    element("div").child(when(move || is_dragged.get(), hint))
}
