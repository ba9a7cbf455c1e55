//! Keys.

use leptos::ev::KeyboardEvent;

/// Whether a key is the one that sends: Enter with Ctrl, or with Command on a Mac.
#[must_use]
pub fn is_send_shortcut(event: &KeyboardEvent) -> bool {
    event.key() == "Enter" && (event.ctrl_key() || event.meta_key())
}
