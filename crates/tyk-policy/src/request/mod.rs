//! Draft and target to one request. The JSON pane, the curl command and the Send button all read this one value.

mod address;
mod authorization;
mod calls;
pub mod command;
mod curl;
mod host;
mod policy_id;
mod quote;
mod warning;

pub use address::{Address, AddressFault, PLACEHOLDER_HOST};
pub use authorization::{ApiKey, AuthorizationForm, KEY_VARIABLE, KeyFault, SECRET_VARIABLE};
pub use command::{BodyFrom, Command, CommandFault, CommandFile, CommandForm, CurlVersion, Shell, Then};
pub use curl::{KeyShown, Style};
pub use policy_id::PolicyId;
pub use quote::posix;
pub(crate) use quote::posix_if_needed;
pub use warning::{AddressWarning, warning};

use crate::write::Layout;

/// The path of the policy endpoint below the dashboard's address (dashboard-api.md section 3).
pub const POLICIES_PATH: &str = "/api/portal/policies";

/// The path of a Gateway's own policy endpoint (dashboard-api.md section 8).
pub const GATEWAY_POLICIES_PATH: &str = "/tyk/policies";

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates.
    Post,
    /// Puts something in the place of what is there.
    Put,
    /// Deletes.
    Delete,
}

impl Method {
    /// The method on the request line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
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
    /// The `Content-Type` of the body, if there is one.
    #[must_use]
    pub fn content_type(&self) -> Option<&'static str> {
        self.body.is_some().then_some("application/json")
    }
}
