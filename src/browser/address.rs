//! The address of the page.

use leptos::prelude::window;
use wasm_bindgen::JsValue;

use super::script::{call, get};

/// What stands behind the page's address, with its `#`; empty if nothing does.
#[must_use]
pub fn fragment() -> String {
    of_location("hash")
}

/// The page's address alone.
#[must_use]
pub fn page_address() -> String {
    of_location("href").split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Takes the fragment out of the address bar and of the history.
pub fn drop_fragment() {
    let address = of_location("href");
    let without = address.split('#').next().unwrap_or_default();
    let history = get(&window(), "history");
    let _ = call(&history, "replaceState", &[&JsValue::NULL, &JsValue::from_str(""), &JsValue::from_str(without)]);
}

/// Base64 of bytes (RFC 4648 section 4).
#[must_use]
pub fn base64(bytes: &[u8]) -> Option<String> {
    let text: String = bytes.iter().copied().map(char::from).collect();
    call(&window(), "btoa", &[&JsValue::from_str(&text)]).ok()?.as_string()
}

/// The bytes of a Base64, with or without its padding, in the alphabet for URLs (RFC 4648 section 5).
#[must_use]
pub fn bytes_of_base64(base64: &str) -> Option<Vec<u8>> {
    let text = JsValue::from_str(&base64.replace('-', "+").replace('_', "/"));
    let bytes = call(&window(), "atob", &[&text]).ok()?.as_string()?;
    bytes.chars().map(|letter| u8::try_from(letter).ok()).collect()
}

fn of_location(name: &str) -> String {
    get(&window().location(), name).as_string().unwrap_or_default()
}
