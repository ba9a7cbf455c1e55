//! Who is answered at all.
//!
//! A web page that somebody visits can make their browser call a server on their machine. Three things give it away.
//! The `Host` header names the host that the page was loaded from, even if its owner turned that name into 127.0.0.1
//! meanwhile (DNS rebinding). `Origin` names the page's origin. `Sec-Fetch-Site` says whether that is the server's own.

use std::net::{IpAddr, SocketAddr};

use axum::extract::Request;
use axum::http::Method;
use axum::http::header::{HOST, HeaderMap, HeaderName, ORIGIN};
use axum::http::uri::Authority;

use crate::host::HostName;
use crate::unwelcome::Unwelcome;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Answers only callers who name this server as it is called, and no pages of others.
#[derive(Clone, Debug)]
pub struct Guard {
    names: Vec<HostName>,
    /// Set if the server listens on every address of the machine: its port.
    any_address_at: Option<u16>,
    /// Whether it is left to the router what pages of other origins get.
    lets_others_ask: bool,
}

impl Guard {
    /// A guard for a server that listens on `address`. `more` are the names that it has elsewhere, in a proxy or in the
    /// network's name service; without a port any port is meant.
    #[must_use]
    pub fn new(address: SocketAddr, more: &[HostName]) -> Self {
        let own = ["127.0.0.1".to_owned(), "localhost".to_owned(), "[::1]".to_owned(), written(address.ip())];
        let names = own.map(|host| HostName { host, port: Some(address.port()) });
        Self {
            names: names.into_iter().chain(more.iter().cloned()).collect(),
            any_address_at: address.ip().is_unspecified().then_some(address.port()),
            lets_others_ask: false,
        }
    }

    /// The same, but preflights and pages of other origins come through: it is left to the router what they get. Only for
    /// tests of what a page meets at a dashboard of another origin.
    #[must_use]
    pub fn letting_others_ask(self) -> Self {
        Self { lets_others_ask: true, ..self }
    }

    /// Whether this server is called so.
    fn is_own(&self, authority: &Authority) -> bool {
        let called = HostName::of(authority);
        let port = called.port.unwrap_or(80);
        let is_named =
            self.names.iter().any(|name| name.host == called.host && name.port.is_none_or(|only| only == port));
        // Nobody can turn a number into another one, as it can be done with names.
        is_named || (self.any_address_at == Some(port) && is_number(&called.host))
    }

    /// Whether a request is answered.
    ///
    /// # Errors
    /// Why it is not.
    pub(crate) fn check(&self, request: &Request) -> Result<(), Unwelcome> {
        let is_refused = |method: &Method| match *method {
            Method::CONNECT | Method::TRACE => true,
            Method::OPTIONS => !self.lets_others_ask,
            _ => false,
        };
        if is_refused(request.method()) {
            return Err(Unwelcome::Method);
        }
        let host = self.host(request.headers())?;
        if request.uri().authority().is_some_and(|target| {
            request.uri().scheme_str() != Some("http") || target.as_str().contains('@') || !self.is_own(target)
        }) {
            return Err(Unwelcome::Target);
        }
        if self.lets_others_ask {
            return Ok(());
        }
        if !is_own_origin(request.headers(), host) {
            return Err(Unwelcome::Origin);
        }
        let sites = request.headers().get_all(SEC_FETCH_SITE);
        if is_api(request) && !sites.iter().all(|site| matches!(site.as_bytes(), b"same-origin" | b"none")) {
            return Err(Unwelcome::Site);
        }
        Ok(())
    }

    /// The one host that is called.
    fn host<'a>(&self, headers: &'a HeaderMap) -> Result<&'a str, Unwelcome> {
        let mut hosts = headers.get_all(HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else { return Err(Unwelcome::HostMissing) };
        let host = host.to_str().map_err(|_| Unwelcome::HostMissing)?;
        let authority: Authority = host.parse().map_err(|_| Unwelcome::HostMissing)?;
        if !host.contains('@') && self.is_own(&authority) { Ok(host) } else { Err(Unwelcome::Host) }
    }
}

/// An address as it stands in front of a port.
fn written(ip: IpAddr) -> String {
    match ip {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("[{ip}]"),
    }
}

fn is_number(host: &str) -> bool {
    match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(within) => within.parse::<std::net::Ipv6Addr>().is_ok(),
        None => host.parse::<std::net::Ipv4Addr>().is_ok(),
    }
}

/// Whether all that is said of the origin is that it is the host's own. In front of a proxy with TLS it is `https`.
fn is_own_origin(headers: &HeaderMap, host: &str) -> bool {
    headers.get_all(ORIGIN).iter().all(|origin| {
        let origin = origin.to_str().unwrap_or_default();
        let of = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
        of.is_some_and(|of| of.eq_ignore_ascii_case(host))
    })
}

/// Whether the dashboard is asked, and not the page.
pub fn is_api(request: &Request) -> bool {
    request.uri().path().strip_prefix("/api").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::Request;

    use super::*;

    fn guard(address: &str, more: &[&str]) -> Guard {
        let more: Vec<_> = more.iter().map(|name| name.parse().unwrap()).collect();
        Guard::new(address.parse().unwrap(), &more)
    }

    fn checked(guard: &Guard, method: &str, target: &str, headers: &[(&str, &str)]) -> Result<(), Unwelcome> {
        let request = Request::builder().method(method).uri(target);
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        guard.check(&request.body(Body::empty()).unwrap())
    }

    fn called(guard: &Guard, host: &str) -> Result<(), Unwelcome> {
        checked(guard, "GET", "/", &[("host", host)])
    }

    #[test]
    fn this_machine_may_be_called_by_each_of_its_own_names_at_the_servers_port() {
        let guard = guard("127.0.0.1:8080", &[]);
        for host in ["127.0.0.1:8080", "localhost:8080", "LocalHost:8080", "[::1]:8080"] {
            assert_eq!(called(&guard, host), Ok(()), "{host}");
        }
        for host in
            ["127.0.0.1", "localhost:80", "127.0.0.2:8080", "rebound.example:8080", "localhost.rebound.example:8080"]
        {
            assert_eq!(called(&guard, host), Err(Unwelcome::Host), "{host}");
        }
        assert_eq!(called(&guard, "me@localhost:8080"), Err(Unwelcome::Host));
        assert_eq!(called(&guard, ""), Err(Unwelcome::HostMissing));
    }

    #[test]
    fn port_80_need_not_be_written() {
        assert_eq!(called(&guard("127.0.0.1:80", &[]), "localhost"), Ok(()));
    }

    #[test]
    fn one_host_has_to_be_named_and_no_second_one() {
        let guard = guard("127.0.0.1:8080", &[]);
        let twice = [("host", "localhost:8080"), ("host", "rebound.example")];
        assert_eq!(checked(&guard, "GET", "/", &twice), Err(Unwelcome::HostMissing));
        assert_eq!(checked(&guard, "GET", "/", &[]), Err(Unwelcome::HostMissing));
    }

    #[test]
    fn on_every_address_a_number_is_a_name_and_a_name_has_to_be_allowed() {
        let open = guard("0.0.0.0:8080", &["policies.example"]);
        for host in ["192.168.7.4:8080", "[fd00::1]:8080", "policies.example:8080", "policies.example"] {
            assert_eq!(called(&open, host), Ok(()), "{host}");
        }
        for host in ["192.168.7.4:80", "other.example:8080", "192.168.7.4.example:8080"] {
            assert_eq!(called(&open, host), Err(Unwelcome::Host), "{host}");
        }
        assert_eq!(called(&guard("192.168.7.4:8080", &[]), "192.168.7.4:8080"), Ok(()));
    }

    #[test]
    fn a_name_with_a_port_is_allowed_at_that_port_only() {
        let guard = guard("127.0.0.1:8080", &["localhost:9000"]);
        assert_eq!(called(&guard, "localhost:9000"), Ok(()));
        assert_eq!(called(&guard, "localhost:9001"), Err(Unwelcome::Host));
    }

    #[test]
    fn a_page_of_another_origin_is_refused() {
        let guard = guard("127.0.0.1:8080", &["policies.example"]);
        let asked = |host: &str, origin: &str| checked(&guard, "POST", "/", &[("host", host), ("origin", origin)]);
        assert_eq!(asked("localhost:8080", "http://localhost:8080"), Ok(()));
        assert_eq!(asked("policies.example", "https://policies.example"), Ok(()));
        for origin in
            ["null", "", "http://localhost:3000", "http://127.0.0.1:8080", "http://localhost:8080.example", "é"]
        {
            assert_eq!(asked("localhost:8080", origin), Err(Unwelcome::Origin), "{origin}");
        }
    }

    #[test]
    fn a_page_of_another_site_may_lead_here_but_not_call_the_api() {
        let guard = guard("127.0.0.1:8080", &[]);
        let asked = |path: &str, site: &str| {
            checked(&guard, "GET", path, &[("host", "localhost:8080"), ("sec-fetch-site", site)])
        };
        for site in ["cross-site", "same-site", "?"] {
            for path in ["/api", "/api/apis", "/api/"] {
                assert_eq!(asked(path, site), Err(Unwelcome::Site), "{path} {site}");
            }
            assert_eq!(asked("/", site), Ok(()));
            assert_eq!(asked("/apiary.js", site), Ok(()));
        }
        assert_eq!(asked("/api/apis", "same-origin"), Ok(()));
        assert_eq!(asked("/api/apis", "none"), Ok(()));
    }

    #[test]
    fn where_others_may_ask_the_host_is_still_checked_and_a_proxys_work_refused() {
        let guard = guard("127.0.0.1:8080", &[]).letting_others_ask();
        let other = [("host", "127.0.0.1:8080"), ("origin", "http://page.example"), ("sec-fetch-site", "cross-site")];
        for method in ["OPTIONS", "GET", "POST", "PUT", "DELETE"] {
            assert_eq!(checked(&guard, method, "/api/apis", &other), Ok(()), "{method}");
        }
        assert_eq!(called(&guard, "rebound.example:8080"), Err(Unwelcome::Host));
        assert_eq!(checked(&guard, "TRACE", "/api/apis", &other), Err(Unwelcome::Method));
    }

    #[test]
    fn a_proxys_work_is_refused() {
        let guard = guard("127.0.0.1:8080", &[]);
        let own = [("host", "127.0.0.1:8080")];
        assert_eq!(checked(&guard, "CONNECT", "dash.example:443", &own), Err(Unwelcome::Method));
        assert_eq!(checked(&guard, "GET", "http://dash.example/api/apis", &own), Err(Unwelcome::Target));
        assert_eq!(checked(&guard, "GET", "https://127.0.0.1:8080/", &own), Err(Unwelcome::Target));
        assert_eq!(checked(&guard, "GET", "http://127.0.0.1:8080/", &own), Ok(()));
        assert_eq!(checked(&guard, "OPTIONS", "/api/apis", &own), Err(Unwelcome::Method));
        assert_eq!(checked(&guard, "TRACE", "/", &own), Err(Unwelcome::Method));
    }
}
