//! What the browser keeps between visits. It can be full, refused or cleared: nothing here may be needed. Never a key.

use leptos::prelude::window;

/// A kept text.
#[must_use]
pub fn load(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

/// Keeps a text, or forgets it.
pub fn save(name: &str, value: Option<&str>) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = match value {
            Some(value) => storage.set_item(name, value),
            None => storage.remove_item(name),
        };
    }
}
