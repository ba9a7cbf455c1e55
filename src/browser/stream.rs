//! Streams of bytes, and their compression.

use js_sys::{Array, Function, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader};

/// Why a stream gave no bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CutOff {
    /// There are more than were wanted.
    TooLarge,
    /// It broke off, or what came was damaged.
    Broken,
}

/// The bytes of a stream, read piece by piece so that one without end does not fill the memory. At most `largest`.
pub async fn bytes_of(stream: &ReadableStream, largest: usize) -> Result<Vec<u8>, CutOff> {
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let piece = JsFuture::from(reader.read()).await.map_err(|_| CutOff::Broken)?;
        let part = |name: &str| Reflect::get(&piece, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
        if part("done").is_truthy() {
            return Ok(bytes);
        }
        let piece = Uint8Array::new(&part("value"));
        if bytes.len() + piece.length() as usize > largest {
            let _ = reader.cancel();
            return Err(CutOff::TooLarge);
        }
        let start = bytes.len();
        bytes.resize(start + piece.length() as usize, 0);
        if let Some(place) = bytes.get_mut(start..) {
            piece.copy_to(place);
        }
    }
}

/// The bytes compressed (RFC 1950, which brings a checksum).
pub async fn compressed(bytes: &[u8]) -> Result<Vec<u8>, CutOff> {
    through("CompressionStream", bytes, usize::MAX).await
}

/// What was compressed; at most `largest` bytes, however few they were compressed to.
pub async fn decompressed(bytes: &[u8], largest: usize) -> Result<Vec<u8>, CutOff> {
    through("DecompressionStream", bytes, largest).await
}

async fn through(kind: &str, bytes: &[u8], largest: usize) -> Result<Vec<u8>, CutOff> {
    let stream = piped(kind, bytes).map_err(|_| CutOff::Broken)?;
    bytes_of(&stream, largest).await
}

/// The typed bindings of these streams are not stable yet.
fn piped(kind: &str, bytes: &[u8]) -> Result<ReadableStream, JsValue> {
    let constructor: Function = Reflect::get(&window(), &JsValue::from_str(kind))?.dyn_into()?;
    let pair = Reflect::construct(&constructor, &Array::of1(&JsValue::from_str("deflate")))?;
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    Ok(blob.stream().pipe_through(pair.unchecked_ref()))
}
