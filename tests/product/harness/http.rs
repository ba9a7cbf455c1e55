//! HTTP by hand (RFC 9112): one message on a connection, its bytes kept as they came.

use std::io::{self, Read, Write};
use std::net::TcpStream;

/// A request or an answer.
#[derive(Clone, Debug, Default)]
pub struct Message {
    /// The first line: the request line, or the status line.
    pub start: String,
    /// The header lines as they came.
    lines: Vec<String>,
    /// The bytes behind the empty line.
    pub body: Vec<u8>,
}

impl Message {
    /// A message of a first line and header lines, each on a line of its own, and a body, whose length is added.
    pub fn new(head: &str, body: &[u8]) -> Self {
        let mut lines = head.lines().map(|line| line.trim().to_owned());
        let start = lines.next().unwrap_or_default();
        let length = format!("Content-Length: {}", body.len());
        Self { start, lines: lines.chain([length]).collect(), body: body.to_owned() }
    }

    /// Reads one message; nothing if the other end hangs up before it is complete.
    pub fn read(stream: &mut impl Read) -> io::Result<Option<Self>> {
        let mut bytes = Vec::new();
        let end = loop {
            if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
                break end;
            }
            if !read_more(stream, &mut bytes)? {
                return Ok(None);
            }
        };
        let body = bytes.split_off(end + 4);
        // Every header that is compared here is ASCII; other bytes would show up as U+FFFD.
        let head = String::from_utf8_lossy(&bytes).into_owned();
        let mut lines = head.trim_end().split("\r\n").map(str::to_owned);
        let mut message = Self { start: lines.next().unwrap_or_default(), lines: lines.collect(), body };
        let length = message.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        while message.body.len() < length {
            if !read_more(stream, &mut message.body)? {
                return Ok(None);
            }
        }
        Ok(Some(message))
    }

    /// The value of a header; its name is compared without case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let (_, value) = self.headers().find(|(each, _)| each.eq_ignore_ascii_case(name))?;
        Some(value)
    }

    /// All values of a header.
    pub fn values(&self, name: &str) -> Vec<&str> {
        self.headers().filter(|(each, _)| each.eq_ignore_ascii_case(name)).map(|(_, value)| value).collect()
    }

    /// All headers, doubles too: a request that sends one twice is not the same request.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lines.iter().filter_map(|line| line.split_once(':')).map(|(name, value)| (name, value.trim()))
    }

    /// The word at `index` of the first line.
    pub fn word(&self, index: usize) -> &str {
        self.start.split(' ').nth(index).unwrap_or_default()
    }

    /// The same without these headers, whose names are in small letters.
    pub fn without(&self, names: &[&str]) -> Self {
        let is_named = |line: &String| {
            let name = line.split(':').next().unwrap_or_default().to_ascii_lowercase();
            names.contains(&name.as_str())
        };
        let lines = self.lines.iter().filter(|line| !is_named(line)).cloned().collect();
        Self { lines, ..self.clone() }
    }

    /// Passes the message on as it came, but asks for the connection to be closed behind the answer.
    pub fn pass_on(&self, stream: &mut impl Write) -> io::Result<()> {
        let is_kept = |line: &&String| !line.to_ascii_lowercase().starts_with("connection:");
        let lines: String = self.lines.iter().filter(is_kept).map(|line| format!("{line}\r\n")).collect();
        write!(stream, "{}\r\n{lines}Connection: close\r\n\r\n", self.start)?;
        stream.write_all(&self.body)
    }
}

fn read_more(stream: &mut impl Read, bytes: &mut Vec<u8>) -> io::Result<bool> {
    let mut piece = [0; 16 * 1024];
    let length = stream.read(&mut piece)?;
    bytes.extend_from_slice(&piece[..length]);
    Ok(length > 0)
}

/// Writes an answer and ends the connection with it.
pub fn answer(stream: &mut TcpStream, status: u16, headers: &[(&str, &str)], body: &[u8]) -> io::Result<()> {
    let lines: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    // A 204 has no body and so no length (RFC 9110 section 8.6).
    let length = if status == 204 { String::new() } else { format!("Content-Length: {}\r\n", body.len()) };
    write!(stream, "HTTP/1.1 {status} Recorded\r\n{lines}{length}Connection: close\r\n\r\n")?;
    stream.write_all(body)?;
    stream.flush()
}
