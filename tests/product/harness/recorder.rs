//! A dashboard that keeps what it was sent: one that passes every call on, and one with an answer of its own.

use std::io::{self, Read};
use std::net::TcpStream;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::call::Call;
use super::http::{self, Message};
use super::listener::listen;

/// When an answer is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// At once.
    Not,
    /// After a while.
    For(Duration),
    /// Never: until the caller hangs up.
    ForEver,
}

/// What a recorder says to a call.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: String,
    pub wait: Wait,
}

impl Answer {
    /// An answer with this status and body.
    pub fn new(status: u16, body: &str) -> Self {
        Self { status, headers: Vec::new(), body: body.to_owned(), wait: Wait::Not }
    }

    /// The reply that the tutorial prints.
    pub fn stored() -> Self {
        Self::new(200, r#"{"Message":"577a8589428a6b0001000017","Meta":null,"Status":"OK"}"#)
    }
}

/// A recorder at an origin of its own.
pub struct Recorder {
    pub origin: String,
    calls: Arc<Mutex<Vec<Call>>>,
}

impl Recorder {
    /// Stands in front of the server at `target`.
    pub fn in_front_of(target: &str) -> Self {
        let target = target.trim_start_matches("http://").to_owned();
        Self::start(move |message, stream| pass_on(message, &target, stream))
    }

    /// Stands in front of the server at `target`, too, and lets the page at the origin `page`, and no other, call it. The
    /// server hears nothing of origins, of which `tyk-policy serve` takes its own alone.
    pub fn letting_in(page: &str, target: &str) -> Self {
        let (page, target) = (page.to_owned(), target.trim_start_matches("http://").to_owned());
        Self::start(move |message, stream| {
            if message.word(0) == "OPTIONS" {
                return http::answer(stream, 204, &let_in(&page), b"");
            }
            let mut server = TcpStream::connect(&target)?;
            message.without(&["origin", "sec-fetch-site"]).pass_on(&mut server)?;
            let Some(answer) = Message::read(&mut server)? else { return Ok(()) };
            let status = answer.word(1).parse().unwrap_or_default();
            http::answer(stream, status, &let_in(&page), &answer.body)
        })
    }

    /// Stands in front of the server at `target`, too, but takes every POST itself and says that it is stored.
    pub fn storing_nothing(target: &str) -> Self {
        let target = target.trim_start_matches("http://").to_owned();
        Self::start(move |message, stream| match message.word(0) {
            "POST" => give(&Answer::stored(), "*", stream),
            _ => pass_on(message, &target, stream),
        })
    }

    /// Lets the page at the origin `page`, and no other, call it, and gives every POST the same answer. There is nothing
    /// to be read from it: every other call is answered at once with 404.
    pub fn answering(page: &str, answer: Answer) -> Self {
        Self::deciding(page, move |call| match call.word(0) {
            "POST" => answer.clone(),
            _ => Answer::new(404, "{}"),
        })
    }

    /// Lets the page at the origin `page`, and no other, call it, and gives each call an answer of its own.
    pub fn deciding(page: &str, decide: impl Fn(&Message) -> Answer + Send + Sync + 'static) -> Self {
        let page = page.to_owned();
        Self::start(move |message, stream| match message.word(0) {
            "OPTIONS" => http::answer(stream, 204, &let_in(&page), b""),
            _ => give(&decide(message), &page, stream),
        })
    }

    /// Answers every call with the status that its query asks for, `answer=401`, or with 200, as a dashboard that has
    /// never heard of other origins; its old versions sent one header that speaks of them.
    pub fn bare() -> Self {
        Self::start(|message, stream| {
            let asked = message.word(1).rsplit_once("answer=").and_then(|(_, status)| status.parse().ok());
            let status = asked.unwrap_or(200);
            let headers = [("Access-Control-Allow-Credentials", "true"), ("Location", "http://127.0.0.1:1/elsewhere")];
            http::answer(stream, status, &headers, format!("answer {status}").as_bytes())
        })
    }

    fn start(answer: impl Fn(&Message, &mut TcpStream) -> io::Result<()> + Send + Sync + 'static) -> Self {
        let calls = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&calls);
        let origin = listen(move |message, stream| {
            kept.lock().unwrap_or_else(PoisonError::into_inner).push(Call::new(message.clone()));
            answer(&message, stream)
        });
        Self { origin, calls }
    }

    /// What came since the last time, in order.
    pub fn take(&self) -> Vec<Call> {
        std::mem::take(&mut *self.calls.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The one call that came since the last time.
    #[track_caller]
    pub fn take_one(&self) -> Call {
        let mut calls = self.take();
        assert_eq!(calls.len(), 1, "exactly one call: {calls:?}");
        calls.remove(0)
    }

    /// The one POST that came since the last time.
    #[track_caller]
    pub fn take_post(&self) -> Call {
        let mut posts: Vec<_> = self.take().into_iter().filter(|call| call.method() == "POST").collect();
        assert_eq!(posts.len(), 1, "exactly one POST: {posts:?}");
        posts.remove(0)
    }
}

fn pass_on(message: &Message, target: &str, stream: &mut TcpStream) -> io::Result<()> {
    let mut server = TcpStream::connect(target)?;
    message.pass_on(&mut server)?;
    io::copy(&mut server, stream).map(drop)
}

/// What lets a page of another origin in (browser-post.md section 3).
fn let_in(page: &str) -> [(&'static str, &str); 4] {
    [
        ("Access-Control-Allow-Origin", page),
        ("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE"),
        ("Access-Control-Allow-Headers", "authorization, content-type"),
        ("Vary", "Origin"),
    ]
}

fn give(answer: &Answer, page: &str, stream: &mut TcpStream) -> io::Result<()> {
    match answer.wait {
        Wait::Not => {}
        Wait::For(time) => thread::sleep(time),
        // The caller sends nothing more: reading ends when it hangs up.
        Wait::ForEver => return stream.read(&mut [0]).map(drop),
    }
    let own = answer.headers.iter().map(|(name, value)| (*name, value.as_str()));
    let headers: Vec<_> = let_in(page).into_iter().chain(own).collect();
    http::answer(stream, answer.status, &headers, answer.body.as_bytes())
}
