//! Keys.

use leptos::ev::KeyboardEvent;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

/// What some keys together mean on this page. Command stands for Ctrl on a Mac.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Ctrl and Enter.
    Send,
    /// Ctrl and Z.
    Undo,
    /// Ctrl, Shift and Z, or Ctrl and Y.
    Redo,
}

impl Shortcut {
    /// The meaning of the keys of an event.
    #[must_use]
    pub fn of(event: &KeyboardEvent) -> Option<Self> {
        if !event.ctrl_key() && !event.meta_key() || event.alt_key() {
            return None;
        }
        match (event.key().as_str(), event.shift_key()) {
            ("Enter", _) => Some(Self::Send),
            ("z" | "Z", false) => Some(Self::Undo),
            ("z" | "Z", true) | ("y" | "Y", false) => Some(Self::Redo),
            _ => None,
        }
    }

    /// Whether a field of text has a meaning of its own for it.
    #[must_use]
    pub fn is_of_text(self) -> bool {
        matches!(self, Self::Undo | Self::Redo)
    }
}

/// Whether an event came from a field of text outside of what the selector finds.
#[must_use]
pub fn is_in_text(event: &Event, except: &str) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return false };
    let is_text = match element.dyn_ref::<HtmlInputElement>() {
        Some(input) => !matches!(input.type_().as_str(), "checkbox" | "radio" | "button" | "file"),
        None => {
            element.tag_name() == "TEXTAREA" || element.closest("[contenteditable]").is_ok_and(|text| text.is_some())
        }
    };
    is_text && !element.closest(except).is_ok_and(|around| around.is_some())
}
