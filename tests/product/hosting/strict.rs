//! How strict every answer has to be, and what asks for one.

use std::collections::BTreeMap;
use std::net::TcpStream;

use crate::harness::{Message, Server};

/// The key of every call here.
pub const KEY: &str = "5f1c3a9be2d04c7786a0";

pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The headers that each answer has once.
const STRICT: [&str; 6] = [
    "content-security-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
    "referrer-policy",
    "x-content-type-options",
    "x-frame-options",
];

/// Asks for a path with the key and these headers, each on a line of its own.
#[track_caller]
pub fn ask(host: &str, path: &str, headers: &str) -> Message {
    let head = format!("GET {path} HTTP/1.1\nHost: {host}\nAuthorization: {KEY}\n{headers}");
    let mut stream = TcpStream::connect(host).expect("it listens");
    Message::new(&head, b"").pass_on(&mut stream).expect("it takes the call");
    Message::read(&mut stream).expect("it answers").expect("a whole answer")
}

/// Names and values of headers.
pub type Promised = BTreeMap<&'static str, String>;

/// What `tyk-policy serve` says of its page, which every other server has to say, too.
pub fn promised() -> Promised {
    let own = Server::start();
    let answer = ask(own.origin.trim_start_matches("http://"), "/", "");
    STRICT.into_iter().map(|name| (name, answer.header(name).expect(name).to_owned())).collect()
}

/// Holds that the answer is as strict as promised, and is kept so long.
#[track_caller]
pub fn assert_strict(answer: &Message, promised: &Promised, caching: &str, context: &str) {
    for (name, value) in promised {
        assert_eq!(answer.values(name), [value], "{context} {name}");
    }
    assert_eq!(answer.values("cache-control"), [caching], "{context}");
}
