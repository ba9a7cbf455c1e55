//! Streams of bytes, and their compression.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader};

use super::script::{call, get, list, make};

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
        if get(&piece, "done").is_truthy() {
            return Ok(bytes);
        }
        let piece = Uint8Array::new(&get(&piece, "value"));
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

fn piped(kind: &str, bytes: &[u8]) -> Result<ReadableStream, JsValue> {
    let pair = make(kind, &[&JsValue::from_str("deflate")])?;
    let blob = make("Blob", &[&list(&[&Uint8Array::from(bytes)])])?;
    Ok(call(&call(&blob, "stream", &[])?, "pipeThrough", &[&pair])?.unchecked_into())
}
