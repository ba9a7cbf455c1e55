//! The way through a web server to the dashboard's `/api/`.

use super::strict::{KEY, ask, assert_strict, promised};
use super::{Setup, Site, filled, shipped, start, with_https, with_own_path};
use crate::harness::{Answer, Certificate, Matter, Message, Recorder, WebServer, lacks, nobody};
use crate::proxies::https::secured;

/// The policy of what is never shown as a page.
const AS_DATA: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// The status that the query asks for, and headers that a dashboard may have for its own pages.
fn with_headers_of_its_own(call: &Message) -> Answer {
    let status = call.word(1).rsplit_once('=').and_then(|(_, status)| status.parse().ok());
    let headers = [
        ("Content-Security-Policy", "default-src *"),
        ("Permissions-Policy", "camera=*"),
        ("Cross-Origin-Opener-Policy", "unsafe-none"),
        ("Referrer-Policy", "unsafe-url"),
        ("X-Content-Type-Options", "other"),
        ("X-Frame-Options", "SAMEORIGIN"),
        ("Cache-Control", "public"),
        ("Set-Cookie", "a=b"),
    ];
    let headers = headers.map(|(name, value)| (name, value.to_owned())).to_vec();
    Answer { headers, ..Answer::new(status.unwrap_or(200), "{}") }
}

#[test]
fn what_the_dashboard_answers_is_data_and_never_kept() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let (site, mut promised) = (Site::new("", "{}"), promised());
    promised.insert("content-security-policy", AS_DATA.to_owned());
    for server in WebServer::ALL {
        let dashboard = Recorder::deciding("*", with_headers_of_its_own);
        let front = start(server, Setup::SameOrigin, site.root.path(), &dashboard.origin);
        for status in ["200", "400", "401", "404", "500"] {
            let answer = ask(&front.host, &format!("/api/apis?answer={status}"), "");
            assert_eq!(answer.word(1), status, "{server:?}");
            assert_strict(&answer, &promised, "no-store", &format!("{server:?} {status}"));
            assert_eq!(answer.header("set-cookie"), None, "{server:?} {status}");
            assert_eq!(dashboard.take_one().header("authorization"), Some(KEY), "{server:?}");
        }
        let down = start(server, Setup::SameOrigin, site.root.path(), &nobody());
        let answer = ask(&down.host, "/api/apis", "");
        assert!(["502", "503"].contains(&answer.word(1)), "{server:?} {}", answer.start);
        assert_strict(&answer, &promised, "no-store", &format!("{server:?} down"));
        for log in [front.log(), down.log()] {
            assert!(log.contains("/api/apis") && !log.contains(KEY), "{server:?} {log}");
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
        let (place, with_path) = with_own_path(server);
        let text = shipped(server, Setup::SameOrigin).replace(place, with_path);
        let front = WebServer::start(server, &filled(&text, site.root.path(), &dashboard.origin));
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

#[test]
fn nothing_but_the_api_is_passed_on() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let site = Site::new("", "{}");
    for server in WebServer::ALL {
        let dashboard = Recorder::bare();
        let front = start(server, Setup::SameOrigin, site.root.path(), &dashboard.origin);
        for path in ["/admin/policies", "/apis", "/api/../admin/policies", "/api/%2e%2e/admin/policies", "/"] {
            let answer = ask(&front.host, path, "");
            assert!(answer.word(1).starts_with('4') || path == "/", "{server:?} {path} {}", answer.start);
            let calls = dashboard.take();
            assert!(calls.is_empty(), "{server:?} {path} {calls:?}");
        }
    }
}

#[test]
fn a_dashboard_with_https_is_called_only_if_its_certificate_is_trusted() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let (site, certificate, dashboard) = (Site::new("", "{}"), Certificate::new(), Recorder::bare());
    let tls = secured(&certificate, &dashboard);
    let host = tls.host.replace("127.0.0.1", "localhost");
    for server in WebServer::ALL {
        let text = filled(&with_https(server), site.root.path(), &host);
        let front = WebServer::start_trusting(Some(&certificate), server, &text);
        assert_eq!(ask(&front.host, "/api/apis", "").word(1), "200", "{server:?} {}", front.log());
        let call = dashboard.take_one();
        assert_eq!((call.header("authorization"), call.header("host")), (Some(KEY), Some(host.as_str())), "{server:?}");

        let distrustful = WebServer::start(server, &text);
        assert_eq!(ask(&distrustful.host, "/api/apis", "").word(1).as_bytes()[0], b'5', "{server:?}");
        assert!(dashboard.take().is_empty(), "{server:?}");
    }
}
