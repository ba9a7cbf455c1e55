//! What can be asked for, as JSON.

use axum::http::{HeaderValue, Method, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Fault {
    /// The call waits, then goes on as usual.
    Slow {
        /// For so many milliseconds.
        ms: u64,
    },
    /// The connection is closed at once: nothing is done, nothing answered.
    Dropped,
    /// The call is done, and the connection closed instead of an answer.
    AnswerLost,
    /// The call is done, and the connection closed in the middle of the answer's body.
    Truncated,
    /// Nothing is done; a web page is answered with 200.
    Html,
    /// Nothing is done; 500 is answered.
    ServerError,
    /// Nothing is done; 401 is answered, without CORS headers even where they are on.
    Unauthorised,
    /// Nothing is done; 200 is answered with an error in it.
    #[serde(rename = "error-in-200")]
    ErrorIn200,
    /// The call is done; what should be in `Message` is in `Meta`.
    IdInMeta,
    /// Nothing is done; a success is answered whose sentence is long.
    Huge {
        /// The length of the whole body in bytes.
        bytes: u64,
    },
    /// Nothing is done; the caller is sent elsewhere with 302.
    Redirect {
        /// To this address.
        to: Header,
    },
    /// The call is done with another body: without this field, or with another value in it.
    StoresDifferently {
        /// The name of a root field.
        field: String,
        /// The value that it gets; left out, the field is dropped.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Value>,
    },
    /// Pages of one origin are let in: preflights are answered with 204, and every answer has the headers.
    Cors {
        /// The origin.
        origin: Header,
        /// What `Access-Control-Allow-Headers` says.
        #[serde(default = "named_headers")]
        headers: Header,
    },
    /// A preflight is answered with this status, and without CORS headers even where they are on.
    Preflight {
        /// The status.
        status: Status,
        /// Where a 30x sends the caller.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Header>,
    },
}

/// A text that can stand in a header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Header(pub HeaderValue);

/// The status of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Status(pub StatusCode);

/// By name, as `*` does not cover `Authorization` (browser-post.md section 2).
fn named_headers() -> Header {
    Header(HeaderValue::from_static("authorization, content-type"))
}

impl Fault {
    /// Its word in JSON.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Slow { .. } => "slow",
            Self::Dropped => "dropped",
            Self::AnswerLost => "answer-lost",
            Self::Truncated => "truncated",
            Self::Html => "html",
            Self::ServerError => "server-error",
            Self::Unauthorised => "unauthorised",
            Self::ErrorIn200 => "error-in-200",
            Self::IdInMeta => "id-in-meta",
            Self::Huge { .. } => "huge",
            Self::Redirect { .. } => "redirect",
            Self::StoresDifferently { .. } => "stores-differently",
            Self::Cors { .. } => "cors",
            Self::Preflight { .. } => "preflight",
        }
    }

    /// Whether it happens to calls of this method, in place of what is usual. Those about origins go with another one.
    pub fn happens_to(&self, method: &Method) -> bool {
        match self {
            Self::Cors { .. } | Self::Preflight { .. } => false,
            Self::StoresDifferently { .. } => [Method::POST, Method::PUT].contains(method),
            _ => true,
        }
    }
}

impl TryFrom<String> for Header {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        HeaderValue::try_from(text).map(Self).map_err(|_| "this text cannot stand in a header")
    }
}

impl From<Header> for String {
    fn from(header: Header) -> Self {
        Self::from_utf8_lossy(header.0.as_bytes()).into_owned()
    }
}

impl TryFrom<u16> for Status {
    type Error = &'static str;

    fn try_from(number: u16) -> Result<Self, Self::Error> {
        // Below 200 nothing would be an answer.
        let status = StatusCode::from_u16(number).ok().filter(|status| !status.is_informational());
        status.map(Self).ok_or("a status is a number from 200 to 999")
    }
}

impl From<Status> for u16 {
    fn from(status: Status) -> Self {
        status.0.as_u16()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_in_the_log_is_the_word_in_json() {
        for text in [
            r#"{"kind": "slow", "ms": 1}"#,
            r#"{"kind": "answer-lost"}"#,
            r#"{"kind": "error-in-200"}"#,
            r#"{"kind": "id-in-meta"}"#,
            r#"{"kind": "stores-differently", "field": "rate", "value": 7}"#,
            r#"{"kind": "cors", "origin": "http://page.example"}"#,
            r#"{"kind": "preflight", "status": 405}"#,
        ] {
            let fault: Fault = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_value(&fault).unwrap()["kind"], fault.kind(), "{text}");
        }
    }
}
