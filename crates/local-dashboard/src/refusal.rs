//! Why a call is refused, with the statuses and wording of dashboard-api.md sections 2 to 5.

use std::borrow::Cow;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::answer::Envelope;

/// Why a call is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The key is missing or wrong.
    NotAuthorised,
    /// The key's user lacks the right.
    NotPermitted {
        /// What was called.
        path: String,
    },
    /// The body is no JSON object of the types that it must have.
    BodyMalformed,
    /// The body is larger than [`LARGEST_BODY`](crate::routes::LARGEST_BODY).
    BodyTooLarge,
    /// The body stopped before its end.
    BodyUnreadable,
    /// The body names another organisation.
    ForeignOrganisation,
    /// The policy's own id breaks rule R2.
    PolicyIdCharacters,
    /// The policy's own id is another policy's.
    PolicyIdInUse,
    /// The policy's name is another policy's.
    NameInUse,
    /// A key names a policy that there is not.
    NotAValidKey,
    /// What was asked for cannot be an id.
    NotAPolicyId,
    /// What was searched for is no `_id`.
    NotInHex,
    /// No policy has this id.
    NoSuchPolicy,
    /// No policy to be deleted has this id.
    NothingToDelete,
    /// There is nothing at this path for this method.
    NoSuchPath,
    /// The file could not be written to add something.
    NotCreated,
    /// The file could not be written to change something.
    NotSaved,
    /// The file could not be written to take something out.
    NotDeleted,
    /// The file could not be read.
    NotRead,
}

impl Refusal {
    fn status(&self) -> StatusCode {
        match self {
            Self::PolicyIdCharacters
            | Self::PolicyIdInUse
            | Self::NameInUse
            | Self::NotAValidKey
            | Self::NotAPolicyId
            | Self::NotInHex
            | Self::BodyUnreadable => StatusCode::BAD_REQUEST,
            Self::NotAuthorised => StatusCode::UNAUTHORIZED,
            Self::NotPermitted { .. } | Self::BodyMalformed | Self::ForeignOrganisation => StatusCode::FORBIDDEN,
            Self::NoSuchPolicy | Self::NothingToDelete | Self::NoSuchPath => StatusCode::NOT_FOUND,
            Self::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotCreated | Self::NotSaved | Self::NotDeleted | Self::NotRead => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Tyk's own wording where the sources have it.
    pub fn message(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            // Two blanks, as the original has them.
            Self::NotPermitted { path } => {
                return format!("access denied: You do not have permission to access  {path}").into();
            }
            Self::NotAuthorised => "Not authorised",
            Self::BodyMalformed => "Request body malformed.",
            Self::BodyTooLarge => "Request body too large: 16 MiB are taken at most.",
            Self::BodyUnreadable => "Request body ended too early.",
            Self::ForeignOrganisation => "Object not owned by this organisation, write is forbidden",
            Self::PolicyIdCharacters => "Invalid Policy ID: Allowed characters: a-z, A-Z, 0-9, ., _, -, ~",
            Self::PolicyIdInUse => "This policy ID has already been used. Enter a unique policy ID, or leave it out.",
            Self::NameInUse => "This policy name has already been used. Enter a unique policy name.",
            Self::NotAValidKey => "User/Key object validation failed.",
            Self::NotAPolicyId => "Invalid policy ID.",
            Self::NotInHex => "Policy ID is not in hex format.",
            Self::NoSuchPolicy => "Could not retrieve portal object.",
            Self::NothingToDelete => "Could not retrieve object for deletion",
            Self::NoSuchPath => {
                "The local dashboard has nothing here. It is a stand-in and knows policies, APIs and keys only."
            }
            Self::NotCreated => "Failure creating data, please contact your administrator.",
            Self::NotSaved => "Failure saving data, please contact your administrator.",
            Self::NotDeleted => "Failure deleting data, please contact your administrator.",
            Self::NotRead => "Failed to marshal data.",
        })
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.status(), Json(Envelope::error(&self.message()))).into_response()
    }
}
