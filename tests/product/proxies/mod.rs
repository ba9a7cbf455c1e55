//! The configurations that the doctor prints, in the web servers that they are for, between a page and a dashboard.

pub mod https;
mod letting_in;

use std::fs;
use std::os::unix::fs::PermissionsExt;

use tempfile::TempDir;
use tyk_policy::doctor::proxy::{Server, Setup, configuration};
use tyk_policy::request::Address;

use crate::harness::{Matter, Message, Recorder, WebServer, lacks};

/// The page that is let in.
const PAGE: &str = "https://tools.example";

/// A sub-path with every sign that an address may hold and a configuration could read something into.
const ODD_PATH: &str = "/it's/(a)&b;c=d,e!~*+:/x%20y";

/// A path and a query that a careless server would write anew.
const EXACT: &str = "/api/portal/policies/a%2Fb%20c?q=x%20y+z&p=-1&answer=200";

/// Each server with each of its texts.
fn all() -> impl Iterator<Item = (Server, Setup)> {
    WebServer::ALL.into_iter().flat_map(|server| Setup::ALL.map(|setup| (server, setup)))
}

#[track_caller]
fn send(server: &WebServer, method: &str, path: &str, body: &[u8]) -> Message {
    let call = format!(
        "{method} {path} HTTP/1.1\nHost: {}\nOrigin: {PAGE}\nAuthorization: it's-a-\"key\"-$HOME\nContent-Type: application/json",
        server.host
    );
    server.call(&call, body)
}

/// A page with a program, in a folder with a blank in its name.
fn site() -> TempDir {
    let folder = tempfile::Builder::new().prefix("my page").tempdir().expect("a temporary folder");
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("the mode is set");
    fs::write(folder.path().join("index.html"), "<!doctype html>").expect("the page is written");
    fs::write(folder.path().join("app.wasm"), b"\0asm").expect("the program is written");
    folder
}

#[test]
fn calls_reach_the_dashboard_byte_for_byte() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let body = "{\"name\": \"Bob's \\\"plan\\\" é 計画 😀 $HOME\"}\r\n\t".as_bytes();
    for (server, setup) in all() {
        for sub_path in ["", "/tyk", ODD_PATH] {
            let dashboard = Recorder::bare();
            let address = Address::new(&format!("{}{sub_path}", dashboard.origin));
            let front = WebServer::start(server, &configuration(server, setup, PAGE, &address, None));
            for method in ["GET", "POST", "PUT", "DELETE"] {
                let context = format!("{server:?} {setup:?} {method}");
                let body = if method == "POST" || method == "PUT" { body } else { b"" };
                let answer = send(&front, method, EXACT, body);
                assert_eq!((answer.word(1), answer.body.as_slice()), ("200", &b"answer 200"[..]), "{context}");
                let call = dashboard.take_one();
                assert_eq!((call.method(), call.path()), (method, format!("{sub_path}{EXACT}").as_str()), "{context}");
                assert_eq!(call.body(), body, "{context}");
                assert_eq!(call.header("authorization"), Some("it's-a-\"key\"-$HOME"), "{context}");
                assert_eq!(call.header("content-type"), Some("application/json"), "{context}");
                assert_eq!(call.header("host"), dashboard.origin.strip_prefix("http://"), "{context}");
                assert_eq!(call.header("cookie"), None, "{context}");
            }
        }
    }
}

#[test]
fn a_policy_of_fifteen_megabytes_comes_through() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let body = vec![b'x'; 15 * 1024 * 1024];
    for (server, setup) in all() {
        let dashboard = Recorder::bare();
        let address = Address::new(&dashboard.origin);
        let front = WebServer::start(server, &configuration(server, setup, PAGE, &address, None));
        assert_eq!(send(&front, "POST", "/api/portal/policies", &body).word(1), "200", "{server:?}");
        assert!(dashboard.take_one().body() == body, "{server:?}");
    }
}

#[test]
fn nothing_but_the_api_is_passed_on() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    for (server, setup) in all() {
        let dashboard = Recorder::bare();
        let site = site();
        let folder = site.path().to_str();
        let address = Address::new(&dashboard.origin);
        let front = WebServer::start(server, &configuration(server, setup, PAGE, &address, folder));
        for path in ["/admin/policies", "/apis", "/", "/portal", "/api/../admin/policies", "/api/%2e%2e/admin/policies"]
        {
            let answer = send(&front, "GET", path, b"");
            let calls = dashboard.take();
            assert!(calls.is_empty(), "{server:?} {setup:?} {path} {calls:?}");
            let is_refused = answer.word(1).starts_with('4');
            // One server for both has the page at its root.
            assert!(is_refused || (setup == Setup::SameOrigin && path == "/"), "{server:?} {path} {}", answer.start);
        }
    }
}

#[test]
fn one_server_gives_out_the_page_and_passes_its_calls_on() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let site = site();
    for server in WebServer::ALL {
        let dashboard = Recorder::bare();
        let address = Address::new(&format!("{}/tyk", dashboard.origin));
        let text = configuration(server, Setup::SameOrigin, PAGE, &address, site.path().to_str());
        let front = WebServer::start(server, &text);
        for (path, status, kind, content) in [
            ("/", "200", "text/html", "<!doctype html>"),
            ("/index.html", "200", "text/html", "<!doctype html>"),
            ("/app.wasm", "200", "application/wasm", "\0asm"),
            ("/missing", "404", "", ""),
        ] {
            // Caddy has one address for the page only.
            if server == Server::Caddy && path == "/index.html" {
                continue;
            }
            let answer = send(&front, "GET", path, b"");
            assert_eq!(answer.word(1), status, "{server:?} {path}");
            if status == "200" {
                let seen = answer.header("content-type").and_then(|kind| kind.split(';').next());
                assert_eq!((seen, answer.body.as_slice()), (Some(kind), content.as_bytes()), "{server:?} {path}");
            }
        }
        assert!(dashboard.take().is_empty(), "{server:?}");
        for path in ["/api/portal/policies?answer=401", "/api/app.wasm?answer=401"] {
            let answer = send(&front, "POST", path, b"{}");
            let call = dashboard.take_one();
            assert_eq!((answer.word(1), call.path()), ("401", format!("/tyk{path}").as_str()), "{server:?}");
            assert_eq!(answer.header("access-control-allow-origin"), None, "{server:?}");
        }
    }
}
