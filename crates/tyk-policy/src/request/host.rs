//! Where an address leads to: its origin, and whether that is this machine or a private network.

use std::net::{IpAddr, Ipv4Addr};

use super::Address;

impl Address {
    /// Scheme, host and port in lower case, without the port that the scheme has anyway. Nothing while there is no host.
    #[must_use]
    pub fn origin(&self) -> Option<String> {
        let (scheme, host, port) = self.scheme_host_and_port()?;
        let port = match (scheme.as_str(), port) {
            ("http", "80") | ("https", "443") => "",
            (_, port) => port,
        };
        let colon = if port.is_empty() { "" } else { ":" };
        Some(format!("{scheme}://{host}{colon}{port}"))
    }

    /// Whether it is `https`.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.scheme_host_and_port().is_some_and(|(scheme, ..)| scheme == "https")
    }

    /// Whether it is this machine, so that nothing travels over a network.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        self.scheme_host_and_port().is_some_and(|(_, host, _)| is_loopback(&host))
    }

    /// Whether it is this machine, or in a private network: by its number (RFC 1918, RFC 4193, link-local), a name without
    /// a dot, or a name that no public server has (`.local`, `.internal`, `.lan`).
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.scheme_host_and_port().is_some_and(|(_, host, _)| is_private(&host))
    }

    /// In lower case; the port is empty if none is written. Nothing where a key could not be sent to in any case.
    fn scheme_host_and_port(&self) -> Option<(String, String, &str)> {
        let scheme = self.as_str().split_once("://")?.0.to_ascii_lowercase();
        let (host, port) = match self.host().rsplit_once(':') {
            // The colons of an IPv6 number stand in brackets.
            Some((host, port)) if !port.ends_with(']') => (host, port),
            _ => (self.host(), ""),
        };
        let is_host = matches!(scheme.as_str(), "http" | "https") && !host.is_empty() && !host.contains(['@', '{']);
        is_host.then(|| (scheme, host.to_ascii_lowercase(), port))
    }
}

/// The number that a host is, in dots or in brackets; an IPv4 number in IPv6's form as what it is.
fn number(host: &str) -> Option<IpAddr> {
    let bare = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(host);
    bare.parse().ok().map(|number: IpAddr| number.to_canonical())
}

fn is_loopback(host: &str) -> bool {
    match number(host) {
        Some(number) => number.is_loopback(),
        None => host == "localhost" || host.ends_with(".localhost"),
    }
}

fn is_private(host: &str) -> bool {
    match number(host) {
        Some(IpAddr::V4(number)) => {
            number.is_loopback() || number.is_private() || number.is_link_local() || number == Ipv4Addr::UNSPECIFIED
        }
        Some(IpAddr::V6(number)) => number.is_loopback() || number.is_unique_local() || number.is_unicast_link_local(),
        // Browsers read `134744072` as the number 8.8.8.8.
        None if !host.contains('.') => !host.starts_with(|first: char| first.is_ascii_digit()),
        None => [".localhost", ".local", ".internal", ".lan"].iter().any(|ending| host.ends_with(ending)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_in_lower_case_and_without_the_usual_port() {
        for (typed, origin) in [
            ("HTTPS://Dash.Example:443/Tyk/", Some("https://dash.example")),
            ("http://localhost:80", Some("http://localhost")),
            ("http://localhost:443", Some("http://localhost:443")),
            ("http://[FD00::1]:3000/api", Some("http://[fd00::1]:3000")),
            ("http://[::1]", Some("http://[::1]")),
            ("dash.example", None),
            ("ftp://dash.example", None),
            ("https://", None),
            ("https://me@dash.example", None),
            ("", None),
        ] {
            assert_eq!(Address::new(typed).origin().as_deref(), origin, "{typed}");
        }
    }

    #[test]
    fn this_machine_is_known_by_name_and_by_number() {
        for host in ["localhost", "LOCALHOST:3000", "dash.localhost", "127.0.0.1", "127.8.9.1:3000", "[::1]:3000"] {
            let address = Address::new(&format!("http://{host}"));
            assert!(address.is_loopback() && address.is_private(), "{host}");
        }
        for host in ["localhost.example", "128.0.0.1", "[::2]", "0.0.0.0", "dash"] {
            assert!(!Address::new(&format!("http://{host}")).is_loopback(), "{host}");
        }
    }

    #[test]
    fn a_private_network_is_known_by_number_and_by_name() {
        for host in [
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.5:3000",
            "169.254.1.1",
            "0.0.0.0:3000",
            "dash",
            "tyk-dashboard:3000",
            "dash.local",
            "dash.prod.internal",
            "nas.lan",
            "[fd12::1]",
            "[fc00::1]",
            "[fe80::1]",
            "[::ffff:10.0.0.1]",
        ] {
            assert!(Address::new(&format!("http://{host}")).is_private(), "{host}");
        }
        for host in [
            "8.8.8.8",
            "172.15.0.1",
            "172.32.0.1",
            "192.169.1.1",
            "dash.example",
            "10.example.com",
            "134744072",
            "[2001:db8::1]",
            "[::ffff:8.8.8.8]",
            "mylocal.example",
            "xlan.com",
        ] {
            assert!(!Address::new(&format!("http://{host}")).is_private(), "{host}");
        }
    }
}
