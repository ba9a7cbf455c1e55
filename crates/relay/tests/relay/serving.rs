use std::io::{BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::get;
use relay::Limits;

use crate::caller::{Answer, Running};
use crate::upstream::read_head;

fn hurried() -> Limits {
    Limits::default().hurried(20)
}

fn serve(limits: Limits) -> Running {
    Running::serve(Router::new().route("/", get(async || "here")), limits)
}

/// How long it takes until the server hangs up without a word.
fn hangs_up(stream: &mut TcpStream) -> Duration {
    let asked = Instant::now();
    assert_eq!(stream.read(&mut [0]).unwrap_or(0), 0);
    asked.elapsed()
}

#[test]
fn whoever_says_nothing_or_only_half_of_a_head_is_hung_up_on() {
    let server = serve(hurried());
    for said in ["", "GET / HTTP/1.1\r\nHost: "] {
        let mut stream = server.connect();
        stream.write_all(said.as_bytes()).unwrap();
        assert!(hangs_up(&mut stream) < Duration::from_secs(5), "{said:?}");
    }
    assert_eq!(server.call("GET /", &[], "").body, "here");
}

#[test]
fn a_head_that_drips_has_no_more_time_than_one_that_stops() {
    let server = serve(hurried());
    let mut stream = server.connect();
    let asked = Instant::now();
    stream.write_all(server.head("GET /").as_bytes()).unwrap();
    while stream.write_all(b"X: y\r\n").is_ok() && asked.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(asked.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_connection_is_kept_for_the_next_call_but_not_for_ever() {
    let server = serve(hurried());
    let mut stream = server.connect();
    for _ in 0..2 {
        write!(stream, "{}\r\n", server.head("GET /")).unwrap();
        let mut reader = BufReader::new(&stream);
        read_head(&mut reader).unwrap();
        let mut body = [0; 4];
        reader.read_exact(&mut body).unwrap();
        assert_eq!(&body, b"here");
    }
    assert!(hangs_up(&mut stream) < Duration::from_secs(5));
}

#[test]
fn idle_connections_make_room_for_new_callers() {
    let server = serve(Limits { connections: 8, ..Limits::default() });
    let mut idle: Vec<_> = (0..40).map(|_| server.connect()).collect();
    let asked = Instant::now();
    assert_eq!(server.call("GET /", &[], "").body, "here");
    assert!(asked.elapsed() < Limits::default().head_wait / 2);
    // Those who waited longest had to leave, not those who came last.
    assert!(hangs_up(idle.first_mut().unwrap()) < Duration::from_secs(1));
    let mut last = idle.pop().unwrap();
    write!(last, "{}Connection: close\r\n\r\n", server.head("GET /")).unwrap();
    assert_eq!(Answer::read(&mut last).body, "here");
}

#[test]
fn a_head_that_is_too_large_is_refused() {
    let server = serve(Limits::default());
    let long = format!("X: {}", "x".repeat(40_000));
    assert_eq!(server.call("GET /", &[&long], "").status, 431);
    let many = vec!["X: y"; 200];
    assert_eq!(server.call("GET /", &many, "").status, 431);
}

#[test]
fn strangers_are_refused_in_words_and_their_connection_ends() {
    let server = serve(Limits::default());
    let page = server.send("GET / HTTP/1.1\r\nHost: rebound.example\r\n\r\nGET / HTTP/1.1\r\n");
    assert_eq!((page.status, page.header("connection")), (421, Some("close")));
    assert!(page.body.ends_with("start it with --allow-host NAME if the name is yours.\n"), "{page:?}");
    let api = server.call("GET /api/apis", &["Origin: http://rebound.example"], "");
    api.is_error(403, "a page of another origin did");
}

#[test]
fn it_ends_when_it_is_told_to_although_a_caller_stays_connected() {
    let server = serve(Limits::default());
    let mut idle = server.connect();
    write!(idle, "{}\r\n", server.head("GET /")).unwrap();
    read_head(&mut BufReader::new(&idle)).unwrap();
    let asked = Instant::now();
    server.stop();
    assert!(asked.elapsed() < Duration::from_secs(5));
}
