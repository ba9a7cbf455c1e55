use std::io::{BufReader, Read, Write};
use std::time::{Duration, Instant};

use relay::{Limits, Options};

use crate::caller::{Answer, Running};
use crate::upstream::{Upstream, read_head, talk};

/// Small and quick, so that a test sees each limit.
fn tight() -> Options {
    let limits = Limits { request_body: 1 << 20, answer_body: 1 << 20, ..Limits::default().hurried(20) };
    Options { limits, ..Options::default() }
}

/// A dashboard that reads the head of a call and answers with what this writes.
fn answering(write: impl Fn(&mut dyn Write) + Clone + Send + 'static) -> String {
    talk(move |mut stream| {
        if read_head(&mut BufReader::new(stream.try_clone().unwrap())).is_some() {
            write(&mut stream);
        }
    })
}

#[test]
fn a_body_that_says_it_is_too_large_is_refused_before_it_comes() {
    let upstream = Upstream::ok("{}");
    let relay = Running::relay_with(&upstream.origin, tight());
    let refused = relay.call("POST /api/portal/policies", &["Content-Length: 1048577"], "");
    refused.is_error(413, "1 MiB are taken at most");
    upstream.was_not_called();
}

#[test]
fn whoever_sends_all_of_it_anyway_still_reads_why_it_is_refused() {
    let upstream = Upstream::ok("{}");
    let relay = Running::relay_with(&upstream.origin, tight());
    let mut stream = relay.connect();
    let head = relay.head("POST /api/portal/policies");
    write!(stream, "{head}Connection: close\r\nContent-Length: 33554432\r\n\r\n").unwrap();
    stream.write_all(&vec![b'x'; 32 << 20]).unwrap();
    Answer::read(&mut stream).is_error(413, "1 MiB are taken at most");
    upstream.was_not_called();
}

#[test]
fn whoever_does_not_take_the_answer_is_hung_up_on() {
    let origin = answering(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        while stream.write_all(format!("10000\r\n{}\r\n", "x".repeat(65_536)).as_bytes()).is_ok() {}
    });
    let limits = Limits { connections: 1, ..Limits::default().hurried(20) };
    let relay = Running::relay_with(&origin, Options { limits, ..Options::default() });
    let mut deaf = relay.connect();
    write!(deaf, "{}\r\n", relay.head("GET /api/apis")).unwrap();
    // It has begun to answer; from here on nothing is read.
    deaf.read_exact(&mut [0]).unwrap();
    let asked = Instant::now();
    assert_eq!(relay.call("GET /", &[], "").status, 404);
    // The only place was taken for as long as an answer may take.
    assert!(asked.elapsed() > limits.exchange / 2 && asked.elapsed() < Duration::from_secs(15));
}

#[test]
fn a_body_that_becomes_too_large_is_refused_and_the_dashboard_never_gets_all_of_it() {
    let origin = talk(|mut stream| {
        let mut all = Vec::new();
        let _ = stream.read_to_end(&mut all);
        assert!(all.len() < 2 << 20 && !all.ends_with(b"0\r\n\r\n"));
    });
    let relay = Running::relay_with(&origin, tight());
    let mut stream = relay.connect();
    let head = relay.head("POST /api/portal/policies");
    write!(stream, "{head}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n").unwrap();
    for _ in 0..40 {
        write!(stream, "10000\r\n{}\r\n", "x".repeat(65_536)).unwrap();
    }
    stream.write_all(b"0\r\n\r\n").unwrap();
    Answer::read(&mut stream).is_error(413, "1 MiB are taken at most");
}

#[test]
fn a_caller_who_pauses_in_a_body_is_told() {
    let upstream = Upstream::ok("{}");
    let relay = Running::relay_with(&upstream.origin, tight());
    let refused = relay.call("POST /api/portal/policies", &["Content-Length: 10"], "{");
    refused.is_error(408, "nothing came for 500 milliseconds");
}

#[test]
fn a_dashboard_that_never_answers_is_given_up() {
    let relay = Running::relay_with(&talk(|mut stream| drop(stream.read_to_end(&mut Vec::new()))), tight());
    let asked = Instant::now();
    relay.call("GET /api/apis", &[], "").is_error(504, "did not answer within 3 seconds");
    assert!(asked.elapsed() < Duration::from_secs(10));
}

#[test]
fn a_dashboard_that_takes_a_connection_and_never_speaks_tls_is_given_up_earlier() {
    let origin = talk(|mut stream| drop(stream.read_to_end(&mut Vec::new())));
    let relay = Running::relay_with(&origin.replace("http://", "https://"), tight());
    relay.call("GET /api/apis", &[], "").is_error(504, "took no connection within 500 milliseconds");
}

#[test]
fn an_answer_that_says_it_is_too_large_is_not_passed_on() {
    let relay = Running::relay_with(
        &answering(|stream| drop(stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n"))),
        tight(),
    );
    relay.call("GET /api/apis", &[], "").is_error(502, "larger than 1 MiB");
}

#[test]
fn an_answer_without_end_is_cut_off_at_the_limit_and_is_not_taken_for_whole() {
    let origin = answering(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        while stream.write_all(format!("10000\r\n{}\r\n", "x".repeat(65_536)).as_bytes()).is_ok() {}
    });
    let relay = Running::relay_with(&origin, tight());
    let cut = relay.call("GET /api/apis", &[], "");
    assert_eq!(cut.status, 200);
    assert!(cut.body.len() < 2 << 20 && !cut.body.ends_with("0\r\n\r\n"));
}

#[test]
fn an_answer_that_drips_is_cut_off_in_time() {
    let origin = answering(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        while stream.write_all(b"1\r\nx\r\n").is_ok() {
            std::thread::sleep(Duration::from_millis(50));
        }
    });
    let mut options = tight();
    // Not by what ends every answer at last.
    options.limits.exchange = Duration::from_secs(60);
    let relay = Running::relay_with(&origin, options);
    let asked = Instant::now();
    let cut = relay.call("GET /api/apis", &[], "");
    assert!(!cut.body.ends_with("0\r\n\r\n") && asked.elapsed() < Duration::from_secs(10));
}

#[test]
fn an_answer_with_a_head_without_end_is_given_up() {
    let origin = answering(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n");
        while stream.write_all(format!("X: {}\r\n", "x".repeat(1_000)).as_bytes()).is_ok() {}
    });
    let relay = Running::relay_with(&origin, tight());
    relay.call("GET /api/apis", &[], "").is_error(502, "is not HTTP");
}
