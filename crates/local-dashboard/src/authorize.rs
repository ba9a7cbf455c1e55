//! Who may call: whoever brings the sample key, in one of two forms (dashboard-api.md section 2).

use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::SAMPLE_KEY;
use crate::answer::Refusal;

/// Lets the call through if it brings the key.
pub async fn authorize(request: Request, next: Next) -> Response {
    if brings_the_key(request.headers()) { next.run(request).await } else { Refusal::NotAuthorised.into_response() }
}

/// Whether the header holds the bare key, or `Bearer` and the key.
fn brings_the_key(headers: &HeaderMap) -> bool {
    let value = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.strip_prefix("Bearer ").unwrap_or(value) == SAMPLE_KEY
}
