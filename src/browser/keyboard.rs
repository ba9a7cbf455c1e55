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
    /// Ctrl and K.
    Jump,
    /// A question mark.
    Keys,
}

impl Shortcut {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 5] = [Self::Send, Self::Undo, Self::Redo, Self::Jump, Self::Keys];

    /// The keys, with blanks between them.
    #[must_use]
    pub fn keys(self, is_mac: bool) -> String {
        let keys = match self {
            Self::Send => "Ctrl Enter",
            Self::Undo => "Ctrl Z",
            Self::Redo => "Ctrl Shift Z",
            Self::Jump => "Ctrl K",
            Self::Keys => "?",
        };
        if is_mac { keys.replace("Ctrl", "⌘") } else { keys.to_owned() }
    }

    /// What they do.
    #[must_use]
    pub fn says(self) -> &'static str {
        match self {
            Self::Send => "Send the policy",
            Self::Undo => "Take the last step back",
            Self::Redo => "Do it again",
            Self::Jump => "Go to a field, an API, a finding or a command by its name",
            Self::Keys => "Show these keys",
        }
    }

    /// The meaning of the keys of an event.
    #[must_use]
    pub fn of(event: &KeyboardEvent) -> Option<Self> {
        if event.alt_key() {
            return None;
        }
        if !event.ctrl_key() && !event.meta_key() {
            return (event.key() == "?").then_some(Self::Keys);
        }
        match (event.key().as_str(), event.shift_key()) {
            ("k" | "K", false) => Some(Self::Jump),
            ("Enter", _) => Some(Self::Send),
            ("z" | "Z", false) => Some(Self::Undo),
            ("z" | "Z", true) | ("y" | "Y", false) => Some(Self::Redo),
            _ => None,
        }
    }

    /// The fields of text, as a selector, that have no meaning of their own for it; nothing where no field of text has one.
    #[must_use]
    pub fn own_texts(self) -> Option<&'static str> {
        match self {
            Self::Send | Self::Jump => None,
            Self::Undo | Self::Redo => Some(".editor"),
            Self::Keys => Some("html:not(*)"),
        }
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
