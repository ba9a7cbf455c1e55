//! A server in front of the dashboard, which lets one page of another origin call it.

use tyk_policy::doctor::proxy::{Server, Setup, configuration};
use tyk_policy::request::Address;

use super::{PAGE, send};
use crate::harness::{Matter, Message, Recorder, WebServer, lacks, nobody};

/// A page with a name as long as hosts of previews make them.
const LONG_PAGE: &str =
    "https://a-branch-with-quite-a-long-name--policy-builder-of-some-team.previews.tools.example:8443";

/// The headers that speak of origins, in the order of their names.
fn of_origins(answer: &Message) -> Vec<(String, &str)> {
    let headers = answer.headers().map(|(name, value)| (name.to_ascii_lowercase(), value));
    let mut headers: Vec<_> =
        headers.filter(|(name, _)| name.starts_with("access-control-") || name == "vary").collect();
    headers.sort();
    headers
}

/// The server in front of the dashboard at this address, for this page.
#[track_caller]
fn letting_in(page: &str, server: Server, dashboard: &str) -> WebServer {
    let text = configuration(server, Setup::AllowOrigin, page, &Address::new(dashboard), None);
    WebServer::start(server, &text)
}

#[track_caller]
fn ask(server: &WebServer, origin: &str) -> Message {
    let question = format!(
        "OPTIONS /api/portal/policies HTTP/1.1\nHost: {}\nOrigin: {origin}\nAccess-Control-Request-Method: POST\n\
         Access-Control-Request-Headers: authorization,content-type",
        server.host
    );
    server.call(&question, b"")
}

#[test]
fn the_browsers_question_is_answered_without_the_dashboard() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    for (server, page) in WebServer::ALL.iter().flat_map(|server| [PAGE, LONG_PAGE].map(|page| (*server, page))) {
        let dashboard = Recorder::bare();
        let front = letting_in(page, server, &dashboard.origin);
        let answer = ask(&front, page);
        assert_eq!((answer.word(1), answer.body.as_slice()), ("204", &b""[..]), "{server:?}");
        let expected = [
            ("access-control-allow-headers", "authorization, content-type"),
            ("access-control-allow-methods", "GET, POST, PUT, DELETE, OPTIONS"),
            ("access-control-allow-origin", page),
            ("access-control-max-age", "7200"),
            ("vary", "Origin"),
        ];
        assert_eq!(of_origins(&answer), expected.map(|(name, value)| (name.to_owned(), value)), "{server:?}");
        assert!(dashboard.take().is_empty(), "{server:?}");
    }
}

#[test]
fn no_other_page_is_let_in() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    for server in WebServer::ALL {
        let front = letting_in(PAGE, server, &Recorder::bare().origin);
        for origin in [
            "https://evil.example",
            "https://tools.example.evil.example",
            "https://eviltools.example",
            "https://toolsxexample",
            "http://tools.example",
            "https://tools.example:8443",
            "null",
            "*",
        ] {
            assert_eq!(of_origins(&ask(&front, origin)), [("vary".to_owned(), "Origin")], "{server:?} {origin}");
            let call = format!("GET /api/apis HTTP/1.1\nHost: {}\nOrigin: {origin}", front.host);
            let answer = front.call(&call, b"");
            assert_eq!(answer.word(1), "200", "{server:?}");
            assert_eq!(of_origins(&answer), [("vary".to_owned(), "Origin")], "{server:?} {origin}");
        }
    }
}

#[test]
fn the_page_can_read_every_answer_and_no_redirect_is_followed() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    for server in WebServer::ALL {
        let dashboard = Recorder::bare();
        let front = letting_in(PAGE, server, &dashboard.origin);
        for status in ["200", "307", "400", "401", "403", "404", "413", "500", "503"] {
            let answer = send(&front, "POST", &format!("/api/portal/policies?answer={status}"), b"{}");
            assert_eq!(answer.word(1), status, "{server:?}");
            assert_eq!(answer.body, format!("answer {status}").as_bytes(), "{server:?}");
            let expected = [("access-control-allow-origin", PAGE), ("vary", "Origin")];
            assert_eq!(
                of_origins(&answer),
                expected.map(|(name, value)| (name.to_owned(), value)),
                "{server:?} {status}"
            );
            assert_eq!(answer.values("location"), ["http://127.0.0.1:1/elsewhere"], "{server:?} {status}");
            assert_eq!(dashboard.take_one().method(), "POST");
        }
    }
}

#[test]
fn the_page_can_read_that_the_dashboard_is_down() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    for server in WebServer::ALL {
        let front = letting_in(PAGE, server, &nobody());
        let answer = send(&front, "GET", "/api/apis", b"");
        assert!(["502", "503"].contains(&answer.word(1)), "{server:?} {}", answer.start);
        assert_eq!(answer.values("access-control-allow-origin"), [PAGE], "{server:?}");
        assert_eq!(ask(&front, PAGE).word(1), "204", "{server:?}");
    }
}
