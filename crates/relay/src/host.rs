//! Names by which a server is called.

use std::fmt;
use std::str::FromStr;

use axum::http::uri::Authority;

/// A host, and the port if only that one is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostName {
    /// In lower case; an IPv6 address stands in brackets.
    pub(crate) host: String,
    pub(crate) port: Option<u16>,
}

impl HostName {
    pub(crate) fn of(authority: &Authority) -> Self {
        Self { host: authority.host().to_ascii_lowercase(), port: authority.port_u16() }
    }
}

impl FromStr for HostName {
    type Err = HostFault;

    /// Reads `policies.example` or `policies.example:8443`.
    fn from_str(typed: &str) -> Result<Self, HostFault> {
        let authority: Authority = typed.parse().map_err(|_| HostFault)?;
        let is_name = |c: char| c.is_ascii_alphanumeric() || "-._[]:".contains(c);
        let name = Self::of(&authority);
        let whole = name.port.is_some() || typed.len() == name.host.len();
        if whole && typed.chars().all(is_name) { Ok(name) } else { Err(HostFault) }
    }
}

/// A text is no host's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostFault;

impl fmt::Display for HostFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "write a host as it stands in the browser's address bar, such as policies.example or 127.0.0.1:9000",
        )
    }
}

impl std::error::Error for HostFault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_have_a_port_and_is_the_same_in_capitals() {
        let named = |typed: &str| typed.parse::<HostName>().map(|name| (name.host, name.port));
        assert_eq!(named("Policies.Example"), Ok(("policies.example".to_owned(), None)));
        assert_eq!(named("localhost:9000"), Ok(("localhost".to_owned(), Some(9000))));
        assert_eq!(named("[::1]:80"), Ok(("[::1]".to_owned(), Some(80))));
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for typed in ["", "*", "*.example", "http://a.example", "a b", "a/b", "me@a.example", "a:", "a:x", "a:99999"] {
            assert_eq!(typed.parse::<HostName>(), Err(HostFault), "{typed}");
        }
    }
}
