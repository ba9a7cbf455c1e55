//! What is answered: the envelope of writes and errors, and JSON that is written already.

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// The envelope of dashboard-api.md section 3, its fields in Tyk's order.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Envelope<'a> {
    message: &'a str,
    /// Always null here.
    meta: Option<()>,
    status: &'static str,
}

/// A success.
#[derive(Debug)]
pub enum Answer {
    /// A policy was stored; this is its id.
    Created(String),
    /// JSON as text.
    Json(String),
}

/// Why a call is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The key is missing or wrong.
    NotAuthorised,
    /// The body is no JSON object of a policy's types.
    BodyMalformed,
    /// The body is larger than [`LARGEST_BODY`](crate::routes::LARGEST_BODY).
    BodyTooLarge,
    /// The body stopped before its end.
    BodyUnreadable,
    /// The policy names another organisation.
    ForeignOrganisation,
    /// The policy's own id breaks rule R2.
    PolicyIdCharacters,
    /// The policy's own id is another policy's.
    PolicyIdInUse,
    /// The policy's name is another policy's.
    NameInUse,
    /// What was asked for cannot be an id.
    NotAPolicyId,
    /// No policy has this id.
    NoSuchPolicy,
    /// There is nothing at this path for this method.
    NoSuchPath,
    /// The file could not be written.
    NotStored,
    /// The file could not be read.
    NotRead,
}

impl Refusal {
    fn status(self) -> StatusCode {
        match self {
            Self::PolicyIdCharacters
            | Self::PolicyIdInUse
            | Self::NameInUse
            | Self::NotAPolicyId
            | Self::BodyUnreadable => StatusCode::BAD_REQUEST,
            Self::NotAuthorised => StatusCode::UNAUTHORIZED,
            Self::BodyMalformed | Self::ForeignOrganisation => StatusCode::FORBIDDEN,
            Self::NoSuchPolicy | Self::NoSuchPath => StatusCode::NOT_FOUND,
            Self::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotStored | Self::NotRead => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Tyk's own wording where the sources have it.
    fn message(self) -> &'static str {
        match self {
            Self::NotAuthorised => "Not authorised",
            Self::BodyMalformed => "Request body malformed.",
            Self::BodyTooLarge => "Request body too large: 16 MiB are taken at most.",
            Self::BodyUnreadable => "Request body ended too early.",
            Self::ForeignOrganisation => "Object not owned by this organisation, write is forbidden",
            Self::PolicyIdCharacters => "Invalid Policy ID: Allowed characters: a-z, A-Z, 0-9, ., _, -, ~",
            Self::PolicyIdInUse => "This policy ID has already been used. Enter a unique policy ID, or leave it out.",
            Self::NameInUse => "This policy name has already been used. Enter a unique policy name.",
            Self::NotAPolicyId => "Invalid policy ID.",
            Self::NoSuchPolicy => "Could not retrieve portal object.",
            Self::NoSuchPath => {
                "The local dashboard has nothing here. It is a stand-in and knows policies and APIs only."
            }
            Self::NotStored => "Failure creating data, please contact your administrator.",
            Self::NotRead => "Failed to marshal data.",
        }
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        match self {
            Self::Created(id) => Json(Envelope { message: &id, meta: None, status: "OK" }).into_response(),
            Self::Json(text) => ([(header::CONTENT_TYPE, "application/json")], text).into_response(),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let envelope = Envelope { message: self.message(), meta: None, status: "Error" };
        (self.status(), Json(envelope)).into_response()
    }
}
