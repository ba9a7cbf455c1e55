//! Why a request is not answered, in words.

use std::fmt;

use axum::http::StatusCode;

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwelcome {
    /// The method is for proxies, or asks what other origins may do.
    Method,
    /// There is not exactly one host.
    HostMissing,
    /// The host is somebody else's.
    Host,
    /// The request line names somebody else's host.
    Target,
    /// A page of another origin asks.
    Origin,
    /// A page of another site asks.
    Site,
}

impl Unwelcome {
    /// What is answered.
    pub fn status(self) -> StatusCode {
        match self {
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::HostMissing | Self::Target => StatusCode::BAD_REQUEST,
            Self::Host => StatusCode::MISDIRECTED_REQUEST,
            Self::Origin | Self::Site => StatusCode::FORBIDDEN,
        }
    }
}

/// What happened and the way out.
impl fmt::Display for Unwelcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Method => "This server answers GET, HEAD, POST, PUT and DELETE, and lets no other origin in.",
            Self::HostMissing => "The request has to name this server in one Host header.",
            Self::Host => {
                "This server does not answer to the host in the address: use the address that it printed at its start, or \
                 start it with --allow-host NAME if the name is yours."
            }
            Self::Target => "This server is no proxy for other hosts.",
            Self::Origin | Self::Site => {
                "Only the page at this address may call here: a page of another origin did. Open the page that this \
                 server serves."
            }
        })
    }
}
