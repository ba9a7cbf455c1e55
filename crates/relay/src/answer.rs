//! What the relay says itself.

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// Tyk's envelope of errors (dashboard-api.md section 3).
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Envelope<'a> {
    status: &'static str,
    message: &'a str,
    /// Always null here.
    meta: Option<()>,
}

/// The policy of what a dashboard answers: nothing of it is run or shown as a page.
pub const DATA_POLICY: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// An answer is data and never a page: a dashboard that answers with a page shall not get it shown, let alone run, at
/// the origin of ours. Nobody keeps it either.
const AS_DATA: [(HeaderName, &str); 3] =
    [(CONTENT_SECURITY_POLICY, DATA_POLICY), (X_CONTENT_TYPE_OPTIONS, "nosniff"), (CACHE_CONTROL, "no-store")];

/// An error in the Dashboard's form.
pub fn envelope(status: StatusCode, message: &str) -> Response {
    (status, Json(Envelope { status: "Error", message, meta: None })).into_response()
}

/// The answer with the headers that keep it data.
pub fn as_data(mut response: Response) -> Response {
    for (name, value) in AS_DATA {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
