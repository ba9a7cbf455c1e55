//! The one dashboard that calls go to.

use std::fmt;
use std::net::{IpAddr, SocketAddr};

use axum::http::Uri;
use axum::http::uri::Authority;
use tyk_policy::request::{Address, AddressFault};

/// The address of a dashboard, checked: `http://` or `https://`, a host, perhaps a port and a sub-path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dashboard {
    address: Address,
    uri: Uri,
    authority: Authority,
}

impl Dashboard {
    /// The dashboard at an address as it was typed. A trailing slash or `/api` makes no difference.
    ///
    /// # Errors
    /// Nothing can be sent there.
    pub fn at(typed: &str) -> Result<Self, DashboardFault> {
        let address = Address::new(typed);
        if let Some(fault) = address.fault() {
            return Err(DashboardFault::Address(fault));
        }
        let uri = Uri::try_from(address.as_str()).map_err(|_| DashboardFault::Host)?;
        let authority = uri.authority().cloned().ok_or(DashboardFault::Host)?;
        // The parser lets any digits pass as a port, and a colon without any.
        if authority.port_u16().is_none() && authority.as_str() != authority.host() {
            return Err(DashboardFault::Port);
        }
        Ok(Self { address, uri, authority })
    }

    /// The address, without a trailing slash or `/api`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.address.as_str()
    }

    /// The host and the port.
    #[must_use]
    pub fn authority(&self) -> &Authority {
        &self.authority
    }

    /// Whether the way there is encrypted.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.uri.scheme_str() == Some("https")
    }

    /// Whether a key that is sent there can be read on the way, by others than one's own network.
    #[must_use]
    pub fn is_readable_on_the_way(&self) -> bool {
        !self.is_https() && !is_private(self.authority.host())
    }

    /// Whether this is where a server that listens on `address` answers itself.
    #[must_use]
    pub fn is_at(&self, address: SocketAddr) -> bool {
        let listens_here = address.ip().is_loopback() || address.ip().is_unspecified();
        let is_host = match number(self.authority.host()) {
            Some(ip) => ip == address.ip().to_canonical() || (ip.is_loopback() && listens_here),
            None => self.authority.host().eq_ignore_ascii_case("localhost") && listens_here,
        };
        !self.is_https() && is_host && self.authority.port_u16().unwrap_or(80) == address.port()
    }

    /// The whole address.
    pub(crate) fn uri(&self) -> &Uri {
        &self.uri
    }

    /// `path_and_query` behind the sub-path of the dashboard, if it has one.
    pub(crate) fn below(&self, path_and_query: &str) -> String {
        format!("{}{path_and_query}", self.uri.path().trim_end_matches('/'))
    }
}

/// The address that a host is, if it is no name.
fn number(host: &str) -> Option<IpAddr> {
    host.trim_start_matches('[').trim_end_matches(']').parse().ok().map(|ip: IpAddr| ip.to_canonical())
}

/// Whether a host is in one's own network, as far as its name or number tells.
fn is_private(host: &str) -> bool {
    match number(host) {
        Some(IpAddr::V4(ip)) => ip.is_loopback() || ip.is_private() || ip.is_link_local(),
        Some(IpAddr::V6(ip)) => ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local(),
        None => {
            let name = host.to_ascii_lowercase();
            !name.contains('.')
                || [".localhost", ".local", ".internal", ".home.arpa"].iter().any(|end| name.ends_with(end))
        }
    }
}

/// Why there can be no dashboard at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DashboardFault {
    /// What the model finds.
    Address(AddressFault),
    /// What stands for the host is none.
    Host,
    /// What stands for the port is none.
    Port,
}

impl fmt::Display for DashboardFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(fault) => fault.fmt(f),
            Self::Host => {
                f.write_str("The dashboard's address has no host that can be called: check what follows the //.")
            }
            Self::Port => f.write_str("The dashboard's address has no usable port: write a number from 1 to 65535."),
        }
    }
}

impl std::error::Error for DashboardFault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sub_path_stands_in_front_of_every_path() {
        for (typed, target) in [
            ("http://d.example", "/api/apis?p=-1"),
            ("https://d.example/api/", "/api/apis?p=-1"),
            ("https://d.example/tyk/api", "/tyk/api/apis?p=-1"),
        ] {
            assert_eq!(Dashboard::at(typed).unwrap().below("/api/apis?p=-1"), target, "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_called_says_why() {
        assert_eq!(Dashboard::at("dash.example"), Err(DashboardFault::Address(AddressFault::NoScheme)));
        assert_eq!(Dashboard::at("http://d.example:99999"), Err(DashboardFault::Port));
        assert_eq!(Dashboard::at("http://d.example:"), Err(DashboardFault::Port));
        assert_eq!(Dashboard::at("http://[::1"), Err(DashboardFault::Host));
    }

    #[test]
    fn a_server_finds_that_it_would_call_itself() {
        let is_at = |typed: &str, address: &str| Dashboard::at(typed).unwrap().is_at(address.parse().unwrap());
        for typed in
            ["http://localhost:8080", "http://127.0.0.1:8080/tyk", "http://[::1]:8080", "http://127.1.2.3:8080"]
        {
            assert!(is_at(typed, "127.0.0.1:8080") && is_at(typed, "0.0.0.0:8080"), "{typed}");
            assert!(!is_at(typed, "192.168.7.4:8080") && !is_at(typed, "127.0.0.1:8081"), "{typed}");
        }
        assert!(is_at("http://192.168.7.4", "192.168.7.4:80"));
        assert!(!is_at("http://192.168.7.5:8080", "0.0.0.0:8080"));
        assert!(!is_at("https://localhost:8080", "127.0.0.1:8080"));
    }

    #[test]
    fn only_http_to_a_stranger_can_be_read_on_the_way() {
        for typed in [
            "http://localhost:3000",
            "http://dashboard:3000",
            "http://127.0.0.1",
            "http://192.168.7.4:3000",
            "http://[fd00::1]",
            "http://[::ffff:10.0.0.1]",
            "http://tyk.internal",
            "https://dash.example",
        ] {
            assert!(!Dashboard::at(typed).unwrap().is_readable_on_the_way(), "{typed}");
        }
        for typed in ["http://dash.example", "http://8.8.8.8", "http://[2001:db8::1]:3000", "http://local.example"] {
            assert!(Dashboard::at(typed).unwrap().is_readable_on_the_way(), "{typed}");
        }
    }
}
