//! What the web servers say of each file, of each error, and of what the dashboard answers.

use std::collections::BTreeMap;
use std::net::TcpStream;

use super::{Program, Setup, Site, all, shipped, start, start_with, with_own_path};
use crate::harness::{Matter, Message, Recorder, Server, WebServer, lacks, nobody};

const KEY: &str = "5f1c3a9be2d04c7786a0";

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const AS_DATA: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// The headers that each answer has once.
const STRICT: [&str; 6] = [
    "content-security-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
    "referrer-policy",
    "x-content-type-options",
    "x-frame-options",
];

#[track_caller]
fn ask(host: &str, path: &str, accepted: &str) -> Message {
    let head = format!("GET {path} HTTP/1.1\nHost: {host}\nAccept-Encoding: {accepted}\nAuthorization: {KEY}");
    let mut stream = TcpStream::connect(host).expect("it listens");
    Message::new(&head, b"").pass_on(&mut stream).expect("it takes the call");
    Message::read(&mut stream).expect("it answers").expect("a whole answer")
}

/// What `tyk-policy serve` says of its page, which every other server has to say, too.
fn promised() -> BTreeMap<&'static str, String> {
    let own = Server::start();
    let answer = ask(own.origin.trim_start_matches("http://"), "/", "identity");
    STRICT.into_iter().map(|name| (name, answer.header(name).expect(name).to_owned())).collect()
}

/// Holds that the answer is as strict as promised, and is kept so long.
#[track_caller]
fn assert_strict(answer: &Message, promised: &BTreeMap<&str, String>, caching: &str, context: &str) {
    for (name, value) in promised {
        assert_eq!(answer.values(name), [value], "{context} {name}");
    }
    assert_eq!(answer.values("cache-control"), [caching], "{context}");
}

#[test]
fn every_answer_is_as_strict_as_that_of_the_products_own_server() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let (site, promised) = (Site::new("", "{}"), promised());
    let (program, module) = (site.file("policy-builder-", ".wasm"), site.file("policy-builder-", ".js"));
    for (server, setup) in all() {
        let front = start(server, setup, site.root.path(), &nobody());
        for (path, status, caching) in [
            ("/", "200", "no-cache"),
            ("/index.html", "200", "no-cache"),
            ("/config.json", "200", "no-cache"),
            ("/manifest.webmanifest", "200", "no-cache"),
            (&format!("/{program}"), "200", FOR_EVER),
            (&format!("/{module}"), "200", FOR_EVER),
            ("/missing", "404", "no-cache"),
            ("/deeper/index.html", "404", "no-cache"),
            ("/policy-builder-0123456789abcdef.wasm", "404", "no-cache"),
        ] {
            for accepted in ["identity", "br, gzip"] {
                let answer = ask(&front.host, path, accepted);
                let context = format!("{server:?} {setup:?} {path} {accepted}");
                assert_eq!(answer.word(1), status, "{context}");
                assert_strict(&answer, &promised, caching, &context);
            }
        }
    }
}

#[test]
fn what_the_dashboard_answers_is_data_and_never_kept() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let (site, mut promised) = (Site::new("", "{}"), promised());
    promised.insert("content-security-policy", AS_DATA.to_owned());
    for server in WebServer::ALL {
        let dashboard = Recorder::bare();
        let front = start(server, Setup::SameOrigin, site.root.path(), &dashboard.origin);
        for status in ["200", "400", "401", "404", "500"] {
            let answer = ask(&front.host, &format!("/api/apis?answer={status}"), "identity");
            assert_eq!(answer.word(1), status, "{server:?}");
            assert_strict(&answer, &promised, "no-store", &format!("{server:?} {status}"));
            assert_eq!(dashboard.take_one().header("authorization"), Some(KEY), "{server:?}");
        }
        let down = start(server, Setup::SameOrigin, site.root.path(), &nobody());
        let answer = ask(&down.host, "/api/apis", "identity");
        assert!(["502", "503"].contains(&answer.word(1)), "{server:?} {}", answer.start);
        assert_strict(&answer, &promised, "no-store", &format!("{server:?} down"));
        for log in [front.log(), down.log()] {
            assert!(log.contains("/api/apis") && !log.contains(KEY), "{server:?} {log}");
        }
    }
}

#[test]
fn files_come_compressed_as_they_lie_there_with_their_own_type() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let site = Site::new("", "{}");
    for (server, setup) in all() {
        let front = start(server, setup, site.root.path(), &nobody());
        for (name, kinds) in [
            ("index.html".to_owned(), &["text/html"][..]),
            (site.file("policy-builder-", ".wasm"), &["application/wasm"]),
            (site.file("page-", ".css"), &["text/css"]),
            (site.file("policy-builder-", ".js"), &["text/javascript", "application/javascript"]),
        ] {
            // Without a module of its own nginx has gzip alone.
            let best = if server == Program::Nginx { "gzip" } else { "br" };
            for (accepted, encoding) in [("identity", None), ("gzip", Some("gzip")), ("gzip, br", Some(best))] {
                let answer = ask(&front.host, &format!("/{name}"), accepted);
                let context = format!("{server:?} {setup:?} {name} {accepted}");
                assert_eq!((answer.word(1), answer.header("content-encoding")), ("200", encoding), "{context}");
                let kind = answer.header("content-type").and_then(|kind| kind.split(';').next());
                assert!(kinds.contains(&kind.unwrap_or_default()), "{context} {kind:?}");
                assert_eq!(answer.values("vary"), ["Accept-Encoding"], "{context}");
            }
        }
        for (name, kind) in [
            ("config.json".to_owned(), "application/json"),
            ("manifest.webmanifest".to_owned(), "application/manifest+json"),
            (site.file("icon-", ".svg"), "image/svg+xml"),
        ] {
            let answer = ask(&front.host, &format!("/{name}"), "identity");
            assert_eq!(answer.header("content-type"), Some(kind), "{server:?} {setup:?} {name}");
        }
    }
}

#[test]
fn calls_reach_a_dashboard_below_a_path_as_they_were_sent_whatever_their_size() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let (site, body) = (Site::new("", "{}"), vec![b'x'; 15 * 1024 * 1024]);
    for server in WebServer::ALL {
        let dashboard = Recorder::bare();
        let (place, filled) = with_own_path(server);
        let text = shipped(server, Setup::SameOrigin).replace(place, filled);
        let front = start_with(server, &text, site.root.path(), &dashboard.origin);
        let path = "/api/portal/policies/a%2Fb%20c?q=x%20y+z&answer=200";
        let head = format!("POST {path} HTTP/1.1\nHost: {}\nAuthorization: {KEY}\nCookie: a=b", front.host);
        assert_eq!(front.call(&head, &body).word(1), "200", "{server:?} {}", front.log());
        let call = dashboard.take_one();
        assert_eq!(call.path(), format!("/tyk{path}"), "{server:?}");
        assert_eq!((call.header("authorization"), call.header("cookie")), (Some(KEY), None), "{server:?}");
        assert_eq!(call.header("host"), dashboard.origin.strip_prefix("http://"), "{server:?}");
        assert!(call.body() == body, "{server:?}");
    }
}
