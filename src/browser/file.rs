//! Files that the user picks, and those that the page gives.

use std::time::Duration;

use leptos::prelude::{document, set_timeout};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, HtmlInputElement};

use super::script::{call, get, list, make, set};

/// The first file of the file input that an event came from. The input is emptied, so that the same file can be picked again.
#[must_use]
pub fn picked_file(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// The bytes of a file, or nothing if it cannot be read.
pub async fn read_bytes(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Gives a text as a file of this name, as a link to it would. Says whether that worked.
pub fn give_file(name: &str, text: &str) -> bool {
    give(name, text).is_ok()
}

fn give(name: &str, text: &str) -> Result<(), JsValue> {
    let kind = js_sys::Object::new();
    set(&kind, "type", &JsValue::from_str("application/json"));
    let blob = make("Blob", &[&list(&[&JsValue::from_str(text)]), &kind])?;
    let addresses = get(&js_sys::global(), "URL");
    let address = call(&addresses, "createObjectURL", &[&blob])?;
    let link: JsValue = document().create_element("a")?.into();
    set(&link, "href", &address);
    set(&link, "download", &JsValue::from_str(name));
    call(&link, "click", &[])?;
    // Not every browser has taken the text by the end of the press.
    let let_go = move || {
        let _ = call(&addresses, "revokeObjectURL", &[&address]);
    };
    set_timeout(let_go, Duration::from_secs(30));
    Ok(())
}
