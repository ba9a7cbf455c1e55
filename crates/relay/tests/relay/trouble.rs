use std::net::TcpListener;

use crate::caller::{Answer, Running};
use crate::upstream::{Upstream, talk};

const KEY: &str = "Authorization: 5f1c3a9be2d04c7786a0";

#[track_caller]
fn asked(origin: &str) -> Answer {
    let answer = Running::relay(origin).call("GET /api/apis", &[KEY], "");
    assert!(!answer.body.contains("5f1c3a9be2d04c7786a0"));
    answer
}

fn redirect_to(location: &str) -> Answer {
    let upstream =
        Upstream::answering(format!("HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"));
    let answer = asked(&upstream.origin);
    upstream.call();
    assert_eq!(answer.header("location"), None);
    answer
}

#[test]
fn nobody_there_is_said() {
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    asked(&format!("http://{nobody}")).is_error(502, &format!("Nothing listens at http://{nobody}: check its port"));
}

#[test]
fn a_host_that_is_not_known_is_said() {
    asked("http://no-such-host.invalid:3000")
        .is_error(502, "The host of http://no-such-host.invalid:3000 is not known here");
}

#[test]
fn a_redirect_is_said_and_not_followed() {
    redirect_to("https://elsewhere.example/login?token=x")
        .is_error(502, "on to https://elsewhere.example, and the key");
    redirect_to("https://me:pw@elsewhere.example/").is_error(502, "on to https://elsewhere.example, and the key");
    redirect_to("//elsewhere.example/login").is_error(502, "on to http://elsewhere.example, and the key");
    redirect_to("/login").is_error(502, "on to another path of http://127.0.0.1:");
    let silent = Upstream::answering("HTTP/1.1 307 Temporary Redirect\r\nContent-Length: 0\r\n\r\n");
    asked(&silent.origin).is_error(502, "without saying where to");
}

#[test]
fn a_connection_that_ends_without_an_answer_is_said() {
    asked(&talk(drop)).is_error(502, "closed the connection without an answer");
}

#[test]
fn what_is_not_http_is_said() {
    asked(&Upstream::answering("SSH-2.0-OpenSSH_9.2\r\n\r\n").origin).is_error(502, "is not HTTP");
    let switched = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n";
    asked(&Upstream::answering(switched).origin).is_error(502, "is not HTTP");
}

#[test]
fn https_where_plain_http_is_spoken_is_said() {
    let upstream = Upstream::ok("{}");
    asked(&upstream.origin.replace("http://", "https://")).is_error(502, "does not speak TLS as it should");
}

#[test]
fn an_answer_that_the_browser_could_not_read_is_said() {
    let packed = Upstream::answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n");
    asked(&packed.origin).is_error(502, "compressed data that nobody asked for");
}
