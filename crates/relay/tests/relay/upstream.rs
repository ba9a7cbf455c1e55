//! A dashboard that does what a test wants, and keeps what it was sent to the byte.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use crate::caller::PATIENCE;

/// What a dashboard says when a policy was stored.
pub const STORED: &str = r#"{"Status":"OK","Message":"577a8589428a6b0001000017","Meta":null}"#;

/// A dashboard.
pub struct Upstream {
    pub origin: String,
    calls: Receiver<Call>,
}

/// A call as it came.
#[derive(Debug)]
pub struct Call {
    /// The first line and the headers, sorted as they may come in any order.
    pub line: String,
    pub headers: Vec<String>,
    pub body: String,
}

impl Upstream {
    /// One that answers every call with this text, and closes.
    pub fn answering(answer: impl Into<String>) -> Self {
        let answer = answer.into();
        let (sender, calls) = channel();
        let origin = talk(move |mut stream| {
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let Some(call) = Call::read(&mut reader) else { return };
            sender.send(call).unwrap();
            // A caller that has heard enough may hang up.
            let _ = stream.write_all(answer.as_bytes());
        });
        Self { origin, calls }
    }

    /// One that answers 200 with this JSON.
    pub fn ok(body: &str) -> Self {
        let length = body.len();
        Self::answering(format!(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        ))
    }

    /// The one call that came.
    #[track_caller]
    pub fn call(&self) -> Call {
        let call = self.calls.recv_timeout(PATIENCE).unwrap();
        self.was_not_called();
        call
    }

    /// Asserts that nothing came.
    #[track_caller]
    pub fn was_not_called(&self) {
        assert!(self.calls.try_recv().is_err());
    }
}

/// Listens on a free port and talks on each connection in a thread of its own; gives the origin.
pub fn talk(talk: impl Fn(TcpStream) + Clone + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let talk = talk.clone();
            stream.set_read_timeout(Some(PATIENCE)).unwrap();
            thread::spawn(move || talk(stream));
        }
    });
    origin
}

/// The first line and the headers; nothing if the caller hangs up.
pub fn read_head(reader: &mut impl BufRead) -> Option<Vec<String>> {
    let lines: Vec<_> = reader.lines().map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
    (!lines.is_empty()).then_some(lines)
}

impl Call {
    fn read(reader: &mut impl BufRead) -> Option<Self> {
        let mut headers = read_head(reader)?;
        let line = headers.remove(0);
        headers.sort();
        let length = headers.iter().find_map(|header| header.strip_prefix("content-length: ")?.parse().ok());
        let mut body = vec![0; length.unwrap_or_default()];
        reader.read_exact(&mut body).ok()?;
        Some(Self { line, headers, body: String::from_utf8(body).unwrap() })
    }
}
