//! The bodies of one exchange: the caller's, which is read to its end, and the answer's, with which the work ends.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use http_body_util::BodyExt;
use hyper::body::{Frame, Incoming, SizeHint};
use tokio::time::timeout;

use crate::seats::Work;

/// How long what a caller still sends is read although nobody wants it any more.
///
/// Closing at once would make the system tell the caller that the connection broke, which can reach them before the
/// answer that says why (RFC 9112 section 9.6).
const LINGER: Duration = Duration::from_secs(2);

/// A caller's body. If it is dropped before its end, the rest is read for a moment and thrown away.
pub struct Lingering {
    /// There until this is dropped.
    body: Option<Incoming>,
    /// Whether the caller sends the body only when asked to: then there is nothing to read.
    waits: bool,
}

impl Lingering {
    /// This body; `waits` says that the caller sends it only when asked to.
    pub fn new(body: Incoming, waits: bool) -> Self {
        Self { body: Some(body), waits }
    }
}

impl HttpBody for Lingering {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        match &mut self.get_mut().body {
            Some(body) => Pin::new(body).poll_frame(context),
            None => Poll::Ready(None),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.as_ref().map(HttpBody::size_hint).unwrap_or_default()
    }
}

impl Drop for Lingering {
    fn drop(&mut self) {
        let rest = self.body.take().filter(|body| !self.waits && !body.is_end_stream());
        if let (Some(rest), Ok(runtime)) = (rest, tokio::runtime::Handle::try_current()) {
            drop(runtime.spawn(timeout(LINGER, discard(rest))));
        }
    }
}

async fn discard(mut body: Incoming) {
    while let Some(Ok(_)) = body.frame().await {}
}

/// An answer's body, and the work that ends with it.
pub struct Answering {
    body: Body,
    _work: Work,
}

impl Answering {
    /// This body.
    pub fn new(body: Body, work: Work) -> Self {
        Self { body, _work: work }
    }
}

impl HttpBody for Answering {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
