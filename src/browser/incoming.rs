//! What is pasted, dropped or picked.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, File};

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
    let transfer = transfer(event)?;
    if let Some(file) = transfer.files().and_then(|files| files.get(0)) {
        return Some(Incoming::File(file));
    }
    transfer.get_data("text/plain").ok().filter(|text| !text.trim().is_empty()).map(Incoming::Text)
}

/// Whether what is dragged holds a file. Its name and content are told only when it is dropped.
#[must_use]
pub fn has_files(event: &Event) -> bool {
    transfer(event).is_some_and(|transfer| transfer.types().iter().any(|kind| kind == "Files"))
}

/// Whether what was dragged is no longer above the page.
#[must_use]
pub fn has_left_window(event: &Event) -> bool {
    event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none())
}

fn transfer(event: &Event) -> Option<DataTransfer> {
    match event.dyn_ref::<DragEvent>() {
        Some(event) => event.data_transfer(),
        None => event.dyn_ref::<ClipboardEvent>()?.clipboard_data(),
    }
}
