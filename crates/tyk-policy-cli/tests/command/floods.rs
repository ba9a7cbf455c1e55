//! Too much, too slow and for ever: what must not use up `tyk-policy serve --dashboard`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::attacks::Target;
use crate::dashboard::{self, Dashboard};
use crate::http::{connect, read};
use crate::relay::Relayed;

const GIB: usize = 1 << 30;

/// Sends up to a gigabyte in parts, until nobody takes more.
fn pour(stream: &mut TcpStream, part: &[u8]) {
    for _ in 0..GIB / part.len() {
        if stream.write_all(part).is_err() {
            return;
        }
    }
}

#[test]
fn a_gigabyte_that_is_announced_is_refused_at_once_and_kept_nowhere() {
    let target = Target::new();
    let memory = Memory::of(&target);
    let mut stream = connect(target.address());
    write!(stream, "POST /api/portal/policies HTTP/1.1\r\nHost: {}\r\nContent-Length: {GIB}\r\n\r\n", target.address())
        .unwrap();
    stream.write_all(&[b'x'; 65_536]).unwrap();
    let mut line = String::new();
    BufReader::new(stream.try_clone().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line, "HTTP/1.1 413 Payload Too Large\r\n");
    pour(&mut stream, &[b'x'; 65_536]);
    assert_eq!(target.dashboard.bytes(), 0);
    memory.has_hardly_grown(&target);
    target.has_held();
}

#[test]
fn a_gigabyte_that_just_comes_is_refused_after_16_megabytes_and_kept_nowhere() {
    let target = Target::new();
    let memory = Memory::of(&target);
    let mut stream = connect(target.address());
    let head = "POST /api/portal/policies HTTP/1.1\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n";
    write!(stream, "{head}Host: {}\r\n\r\n", target.address()).unwrap();
    let mut reader = stream.try_clone().unwrap();
    let pouring =
        std::thread::spawn(move || pour(&mut stream, format!("10000\r\n{}\r\n", "x".repeat(65_536)).as_bytes()));
    let answer = read(&mut reader);
    assert!(answer.status == 413 && answer.body.contains("16 MiB are taken at most"), "{answer:?}");
    pouring.join().unwrap();
    assert!(target.dashboard.bytes() < 17 << 20);
    memory.has_hardly_grown(&target);
    target.still_works();
}

#[test]
fn an_answer_without_end_is_cut_off_and_kept_nowhere() {
    let relayed = Relayed::to(&dashboard::endless(), &[]);
    let target = Target { dashboard: Dashboard::ready(), relayed };
    let memory = Memory::of(&target);
    let mut stream = connect(target.address());
    write!(stream, "GET /api/apis HTTP/1.1\r\nHost: {}\r\n\r\n", target.address()).unwrap();
    let mut whole = Vec::new();
    let _ = stream.read_to_end(&mut whole);
    assert!(whole.starts_with(b"HTTP/1.1 200 OK\r\n") && !whole.ends_with(b"0\r\n\r\n"));
    assert!((60 << 20..70 << 20).contains(&whole.len()), "{}", whole.len());
    memory.has_hardly_grown(&target);
    assert_eq!(target.relayed.server.get("/").status, 200);
}

#[test]
fn whoever_sends_a_head_without_end_is_hung_up_on() {
    let target = Target::with(&["--hurry", "20"]);
    let mut stream = connect(target.address());
    write!(stream, "GET /api/apis HTTP/1.1\r\nHost: {}\r\n", target.address()).unwrap();
    let asked = Instant::now();
    while stream.write_all(b"X: y\r\n").is_ok() && asked.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(asked.elapsed() < Duration::from_secs(5));
    target.has_held();
}

#[test]
fn whoever_sends_half_a_body_is_told() {
    let target = Target::with(&["--hurry", "20"]);
    let answer = target.ask("POST /api/portal/policies", &["Content-Length: 10"]);
    assert_eq!(answer.status, 408);
    target.still_works();
}

#[test]
fn five_hundred_idle_connections_keep_nobody_out() {
    let target = Target::new();
    let idle: Vec<_> = (0..500).map(|_| connect(target.address())).collect();
    let asked = Instant::now();
    target.has_held();
    // Sooner than idle connections end by themselves.
    assert!(asked.elapsed() < Duration::from_secs(5), "{:?}", asked.elapsed());
    drop(idle);
}

#[test]
fn a_dashboard_that_never_answers_is_given_up() {
    let relayed = Relayed::to(&dashboard::silent(), &["--hurry", "20"]);
    let asked = Instant::now();
    relayed.list_fails(504, "did not answer within 3 seconds");
    assert!(asked.elapsed() < Duration::from_secs(10));
}

#[cfg(target_os = "linux")]
/// The memory of the process before an attack.
struct Memory(u64);

#[cfg(target_os = "linux")]
impl Memory {
    fn of(target: &Target) -> Self {
        Self(target.relayed.server.most_memory())
    }

    #[track_caller]
    fn has_hardly_grown(&self, target: &Target) {
        let grown = target.relayed.server.most_memory() - self.0;
        assert!(grown < 16 << 20, "by {grown} bytes");
    }
}

#[cfg(not(target_os = "linux"))]
/// Only Linux tells how much memory a process had.
struct Memory;

#[cfg(not(target_os = "linux"))]
impl Memory {
    fn of(_: &Target) -> Self {
        Self
    }

    fn has_hardly_grown(&self, _: &Target) {}
}
