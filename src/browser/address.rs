//! The address of the page.

use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// What stands behind the page's address, with its `#`; empty if nothing does.
#[must_use]
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The page's address alone.
#[must_use]
pub fn page_address() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Takes the fragment out of the address bar and of the history.
pub fn drop_fragment() {
    let address = window().location().href().unwrap_or_default();
    let without = address.split('#').next().unwrap_or_default();
    let _ = window().history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(without)));
}

/// Base64 of bytes (RFC 4648 section 4).
#[must_use]
pub fn base64(bytes: &[u8]) -> Option<String> {
    window().btoa(&bytes.iter().copied().map(char::from).collect::<String>()).ok()
}

/// The bytes of a Base64, with or without its padding, in the alphabet for URLs (RFC 4648 section 5).
#[must_use]
pub fn bytes_of_base64(base64: &str) -> Option<Vec<u8>> {
    let text = window().atob(&base64.replace('-', "+").replace('_', "/")).ok()?;
    text.chars().map(|letter| u8::try_from(letter).ok()).collect()
}
