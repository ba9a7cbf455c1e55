//! What must not get through `tyk-policy serve --dashboard`, and must not bring it down. After each attack a caller who
//! means well is still answered.

use crate::dashboard::{Dashboard, LIST};
use crate::http::{Answer, send};
use crate::relay::Relayed;

/// A relay to a well-behaved dashboard.
pub struct Target {
    pub dashboard: Dashboard,
    pub relayed: Relayed,
}

impl Target {
    pub fn new() -> Self {
        Self::with(&[])
    }

    pub fn with(more: &[&str]) -> Self {
        let dashboard = Dashboard::ready();
        let relayed = Relayed::to(&dashboard.origin, more);
        Self { dashboard, relayed }
    }

    pub fn address(&self) -> &str {
        &self.relayed.server.address
    }

    /// Sends a request line with the right `Host` and these header lines.
    pub fn ask(&self, line: &str, headers: &[&str]) -> Answer {
        let headers: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
        send(
            self.address(),
            &format!("{line} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{headers}\r\n", self.address()),
        )
    }

    /// Asserts that nothing has reached the dashboard so far, and that what should reach it does.
    #[track_caller]
    pub fn has_held(&self) {
        assert_eq!(self.dashboard.calls(), 0);
        self.still_works();
    }

    #[track_caller]
    pub fn still_works(&self) {
        let answer = self.relayed.list();
        assert_eq!((answer.status, answer.body.as_str()), (200, LIST));
    }
}

#[test]
fn a_name_that_was_turned_to_this_machine_gets_neither_the_page_nor_the_dashboard() {
    let target = Target::new();
    for path in ["/", "/favicon.svg", "/api/apis"] {
        for (host, status) in [
            ("Host: rebound.example\r\n", 421),
            ("Host: localhost\r\n", 421),
            ("Host: 127.0.0.1.rebound.example\r\n", 421),
            ("Host: \r\n", 400),
            ("", 400),
        ] {
            let answer = send(target.address(), &format!("GET {path} HTTP/1.1\r\n{host}\r\n"));
            assert_eq!(answer.status, status, "{path} {host:?}");
        }
        let twice = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nHost: rebound.example\r\n\r\n", target.address());
        assert_eq!(send(target.address(), &twice).status, 400);
    }
    assert_eq!(send(target.address(), "GET /api/apis HTTP/1.0\r\n\r\n").status, 400);
    target.has_held();
}

#[test]
fn pages_of_other_origins_get_nothing() {
    let target = Target::new();
    for header in ["Origin: https://evil.example", "Origin: null", "Origin: http://localhost:3000"] {
        for path in ["GET /", "GET /api/apis", "POST /api/portal/policies"] {
            let answer = target.ask(path, &[header, "Content-Length: 0"]);
            assert_eq!(answer.status, 403, "{path} {header}");
            assert!(answer.headers.iter().all(|(name, _)| !name.starts_with("access-control")), "{answer:?}");
        }
    }
    for site in ["cross-site", "same-site"] {
        assert_eq!(target.ask("GET /api/apis", &[&format!("Sec-Fetch-Site: {site}")]).status, 403);
    }
    target.has_held();
}

#[test]
fn preflights_get_no_permission() {
    let target = Target::new();
    let asked = ["Origin: https://evil.example", "Access-Control-Request-Method: POST"];
    for answer in [target.ask("OPTIONS /api/portal/policies", &asked), target.ask("OPTIONS *", &[])] {
        assert_eq!(answer.status, 405);
        assert!(answer.headers.iter().all(|(name, _)| !name.starts_with("access-control")), "{answer:?}");
    }
    target.has_held();
}

#[test]
fn no_other_path_reaches_the_dashboard_however_it_is_spelt() {
    let target = Target::new();
    for path in [
        "/api/users",
        "/api/keys/own",
        "/api/portal/policies/..",
        "/api/portal/policies/../../users",
        "/api/portal/policies/%2e%2e",
        "/api/portal/policies/%2e%2e%2fusers",
        "/api/portal/policies/..%2f..%2fusers",
        "/api/portal/policies/a%5c..%5cusers",
        "/api/portal/policies/a%00",
        "/api/portal/policies//",
        "/api/../admin/organisations",
        "//api/apis",
        "/api//apis",
        "/%61pi/apis",
        "/API/apis",
        "/admin/organisations",
        "/tyk/policies",
    ] {
        for method in ["GET", "PUT", "DELETE"] {
            let status = target.ask(&format!("{method} {path}"), &["Content-Length: 0"]).status;
            // The folder of the page says 405 to what no folder can do.
            assert!(status == 404 || (status == 405 && method != "GET"), "{method} {path}: {status}");
        }
    }
    target.has_held();
}

#[test]
fn it_is_no_proxy_for_other_hosts() {
    let target = Target::new();
    for (line, status) in [
        ("GET http://evil.example/api/apis", 400),
        ("GET https://evil.example/api/apis", 400),
        ("GET http://127.0.0.1:1/api/apis", 400),
        ("CONNECT evil.example:443", 405),
        ("TRACE /api/apis", 405),
    ] {
        assert_eq!(target.ask(line, &[]).status, status, "{line}");
    }
    target.has_held();
}

#[test]
fn no_second_call_can_be_smuggled_in() {
    let target = Target::new();
    let hidden = format!("GET /api/mcps HTTP/1.1\r\nHost: {}\r\n\r\n", target.address());
    let post = format!("POST /api/keys HTTP/1.1\r\nHost: {}\r\n", target.address());
    for framing in [
        "Content-Length: 0\r\nContent-Length: 90",
        "Content-Length: 0, 90",
        "Content-Length: +0",
        "Transfer-Encoding: chunked, identity\r\nContent-Length: 0",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding: xchunked",
    ] {
        assert_eq!(send(target.address(), &format!("{post}{framing}\r\n\r\n{hidden}")).status, 400, "{framing}");
    }
    assert_eq!(target.dashboard.calls(), 0);
    // Chunks count, the dashboard gets a framing that is made anew, and the connection ends with this call.
    for framing in
        ["Content-Length: 90\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: 90"]
    {
        let before = target.dashboard.calls();
        let get = post.replace("POST /api/keys", "GET /api/apis");
        let answer = send(target.address(), &format!("{get}{framing}\r\n\r\n0\r\n\r\n{hidden}"));
        assert_eq!((answer.status, answer.body.as_str()), (200, LIST), "{framing}");
        assert_eq!(target.dashboard.calls(), before + 1);
    }
    target.still_works();
}
