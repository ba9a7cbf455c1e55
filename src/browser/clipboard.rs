//! The clipboard.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Copies a text. Says whether it worked: the clipboard is missing on pages without https, and can be refused.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // Outside secure contexts the property is undefined, which the typed binding hides.
    let is_there =
        js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).is_ok_and(|value| value.is_object());
    is_there && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
