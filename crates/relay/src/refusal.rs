//! Why a call was not forwarded, or not answered.

use std::fmt;
use std::time::Duration;

use axum::http::StatusCode;

use crate::trouble::{Time, Trouble};

/// Why a call was not forwarded, or not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is none of the page's calls.
    NotForwarded,
    /// The body is larger than so many bytes.
    BodyTooLarge(usize),
    /// The caller paused for so long in the body.
    BodyTooSlow(Duration),
    /// The body stopped before its end.
    BodyBrokeOff,
    /// It is the dashboard's fault, or the way's.
    Dashboard {
        /// Its address.
        address: String,
        /// What went wrong.
        trouble: Trouble,
    },
}

impl Refusal {
    /// What is answered.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotForwarded => StatusCode::NOT_FOUND,
            Self::BodyTooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::BodyTooSlow(_) => StatusCode::REQUEST_TIMEOUT,
            Self::BodyBrokeOff => StatusCode::BAD_REQUEST,
            Self::Dashboard { trouble, .. } => trouble.status(),
        }
    }
}

/// What happened and the way out.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotForwarded => f.write_str(
                "The relay forwards only the calls that this page makes: policies, the lists of APIs and MCP proxies, \
                 and new keys. Call the dashboard itself for anything else.",
            ),
            Self::BodyTooLarge(bytes) => {
                write!(f, "Request body too large: {} MiB are taken at most.", bytes >> 20)
            }
            Self::BodyTooSlow(time) => {
                write!(f, "Request body too slow: nothing came for {}. Send it again.", Time(*time))
            }
            Self::BodyBrokeOff => f.write_str("Request body ended too early. Send it again."),
            Self::Dashboard { address, trouble } => trouble.tell(address, "--dashboard", f),
        }
    }
}
