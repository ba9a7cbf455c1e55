//! Bodies that go wrong, and bodies that are long.

use std::io;

use axum::body::{Body, Bytes};
use futures_util::stream::{self, StreamExt};

/// How much of a long body is made at once, in bytes.
const PIECE: u64 = 64 * 1024;

/// Makes the server close the connection before it sends anything: it writes the head together with what comes first
/// of the body, and here that is an error.
pub fn none_at_all() -> Body {
    Body::from_stream(stream::once(async { Err::<Bytes, _>(broken()) }))
}

/// Makes the server send this and then close the connection.
pub fn that_ends_behind(start: Bytes) -> Body {
    let end = stream::once(async {
        // Gives the server the time to send what it has.
        tokio::task::yield_now().await;
        Err(broken())
    });
    Body::from_stream(stream::once(async { Ok(start) }).chain(end))
}

/// A success of so many bytes, or of the shortest there is; with its length.
pub fn huge(bytes: u64) -> (u64, Body) {
    const START: &[u8] = br#"{"Message":""#;
    const END: &[u8] = br#"","Meta":null,"Status":"OK"}"#;
    let filling = bytes.saturating_sub((START.len() + END.len()) as u64);
    let pieces = (0..filling.div_ceil(PIECE)).map(move |index| {
        let left = filling - index * PIECE;
        Bytes::from(vec![b'x'; usize::try_from(left.min(PIECE)).unwrap_or_default()])
    });
    let all = std::iter::once(Bytes::from_static(START)).chain(pieces).chain([Bytes::from_static(END)]);
    let length = filling + (START.len() + END.len()) as u64;
    (length, Body::from_stream(stream::iter(all.map(Ok::<_, io::Error>))))
}

fn broken() -> io::Error {
    io::Error::other("a fault that was asked for")
}
