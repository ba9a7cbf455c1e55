//! What a pasted curl command calls.

use super::command::{Body, Command};
use crate::check::is_placeholder;
use crate::request::{ApiKey, AuthorizationForm, POLICIES_PATH};

/// A curl command, without its body.
#[derive(Clone, Debug)]
pub struct Call {
    /// The method, as written or as curl would choose it.
    pub method: String,
    /// The URL, variables in it as they were written.
    pub url: Option<String>,
    /// How the key stands in the `Authorization` header, if there is one.
    pub authorization: Option<AuthorizationForm>,
    /// The key, if it is one and no placeholder for it.
    pub key: Option<ApiKey>,
    /// Whether it speaks to the Gateway's own interface and not to a Dashboard (dashboard-api.md section 8).
    pub is_for_gateway: bool,
    /// What the body is, if it does not stand in the command.
    lacks: Option<&'static str>,
}

impl Call {
    pub(super) fn of(command: &Command) -> Self {
        let header = |name: &str| {
            let found = command.headers.iter().rev().find(|(each, _)| each.eq_ignore_ascii_case(name));
            found.map(|(_, value)| value.as_str())
        };
        let gateway_secret = header("x-tyk-authorization");
        let (form, key) = match header("authorization") {
            None => (None, None),
            Some(value) => {
                let bearer = value.split_once(' ').filter(|(word, _)| word.eq_ignore_ascii_case("bearer"));
                let form = if bearer.is_some() { AuthorizationForm::Bearer } else { AuthorizationForm::Key };
                (Some(form), Some(bearer.map_or(value, |(_, key)| key)))
            }
        };
        let in_url = |part: &str| command.url.as_deref().is_some_and(|url| url.contains(part));
        Self {
            method: command.method.clone(),
            url: command.url.clone(),
            authorization: form,
            key: key.filter(|key| !key.is_empty() && !is_placeholder(key)).map(ApiKey::new),
            is_for_gateway: gateway_secret.is_some() || (in_url("/tyk/") && !in_url(POLICIES_PATH)),
            lacks: match &command.body {
                Body::None => Some("a curl command without a body"),
                Body::File(_) => Some("a curl command whose body is in a file of its own: open that file"),
                Body::Input => Some("a curl command whose body comes from another command"),
                Body::Text(_) => None,
            },
        }
    }

    pub(super) fn what_it_lacks(&self) -> Option<&'static str> {
        self.lacks
    }

    /// The address of the dashboard that it calls: what stands before the path of the policies, if that is a real one.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        let (base, _) = self.url.as_deref()?.split_once(POLICIES_PATH)?;
        (!base.is_empty() && !self.is_for_gateway && !is_placeholder(base)).then_some(base)
    }
}
