//! Draft and target to one request. The JSON pane, the curl command and the Send button all read this one value.

mod address;
mod authorization;
mod curl;
mod quote;

pub use address::{Address, AddressFault, PLACEHOLDER_HOST};
pub use authorization::{ApiKey, AuthorizationForm, KEY_VARIABLE, KeyFault};
pub use curl::{KeyShown, Style};
pub use quote::posix;

use crate::draft::Draft;
use crate::write::{self, Layout};

/// The path of the policy endpoint below the dashboard's address (dashboard-api.md section 3).
pub const POLICIES_PATH: &str = "/api/portal/policies";

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates.
    Post,
}

impl Method {
    /// The method on the request line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// Where requests go, and in which form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// The dashboard.
    pub address: Address,
    /// How the key stands in the header.
    pub authorization: AuthorizationForm,
    /// How the body stands on the page.
    pub layout: Layout,
}

/// One request, without the key: whoever sends it or shows it brings the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The whole URL.
    pub url: String,
    /// How the key stands in the `Authorization` header.
    pub authorization: AuthorizationForm,
    /// The body, which is JSON; its bytes are sent as they are.
    pub body: Option<String>,
}

impl Request {
    /// The request that creates the policy. It is written from the draft, so that findings never hide it.
    #[must_use]
    pub fn create(draft: &Draft, target: &Target) -> Self {
        Self::create_with_body(write::draft(draft, target.layout), target)
    }

    /// The same for a body that is written already.
    #[must_use]
    pub fn create_with_body(body: String, target: &Target) -> Self {
        Self {
            method: Method::Post,
            url: target.address.join(POLICIES_PATH),
            authorization: target.authorization,
            body: Some(body),
        }
    }

    /// The request that lists the APIs of the organisation, all on one page (dashboard-api.md section 4).
    #[must_use]
    pub fn list_apis(target: &Target) -> Self {
        Self {
            method: Method::Get,
            url: target.address.join("/api/apis?p=-1"),
            authorization: target.authorization,
            body: None,
        }
    }

    /// The `Content-Type` of the body, if there is one.
    #[must_use]
    pub fn content_type(&self) -> Option<&'static str> {
        self.body.is_some().then_some("application/json")
    }
}
