//! What is answered: the envelope of writes, and JSON that is written already.

use axum::Json;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// The envelope of dashboard-api.md section 3, its fields in Tyk's order.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Envelope<'a> {
    /// A sentence, or the id of a new policy.
    pub message: &'a str,
    /// Always null here.
    pub meta: Option<()>,
    /// "OK" or "Error".
    pub status: &'static str,
}

impl<'a> Envelope<'a> {
    /// Of a success.
    pub fn ok(message: &'a str) -> Self {
        Self { message, meta: None, status: "OK" }
    }

    /// Of a refusal.
    pub fn error(message: &'a str) -> Self {
        Self { message, meta: None, status: "Error" }
    }
}

/// A success.
#[derive(Debug)]
pub enum Answer {
    /// A policy was stored; this is its id.
    Created(String),
    /// A policy was replaced.
    Updated,
    /// A policy is gone.
    Deleted,
    /// JSON as text.
    Json(String),
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        match self {
            Self::Created(id) => Json(Envelope::ok(&id)).into_response(),
            Self::Updated => Json(Envelope::ok("Data updated")).into_response(),
            Self::Deleted => Json(Envelope::ok("Data deleted")).into_response(),
            Self::Json(text) => ([(header::CONTENT_TYPE, "application/json")], text).into_response(),
        }
    }
}
