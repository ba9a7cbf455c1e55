//! What is pasted, dropped or picked.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, File};

use super::script::{call, get};

/// A text or a file that came from outside.
pub enum Incoming {
    /// A text.
    Text(String),
    /// A file that nobody has read yet.
    File(File),
}

/// What a paste or a drop brings: its first file, otherwise its text. Nothing if it has neither.
#[must_use]
pub fn incoming(event: &Event) -> Option<Incoming> {
    let transfer = transfer(event);
    if let Ok(file) = get(&get(&transfer, "files"), "0").dyn_into::<File>() {
        return Some(Incoming::File(file));
    }
    let text = call(&transfer, "getData", &[&JsValue::from_str("text/plain")]).ok()?.as_string()?;
    Some(text).filter(|text| !text.trim().is_empty()).map(Incoming::Text)
}

/// Whether what is dragged holds a file. Its name and content are told only when it is dropped.
#[must_use]
pub fn has_files(event: &Event) -> bool {
    let kinds = get(&transfer(event), "types");
    call(&kinds, "includes", &[&JsValue::from_str("Files")]).is_ok_and(|is_there| is_there.is_truthy())
}

/// Whether what was dragged is no longer above the page.
#[must_use]
pub fn has_left_window(event: &Event) -> bool {
    get(event, "relatedTarget").is_null()
}

/// A drop has one kind of it, a paste another.
fn transfer(event: &Event) -> JsValue {
    let dropped = get(event, "dataTransfer");
    if dropped.is_undefined() { get(event, "clipboardData") } else { dropped }
}
