//! HTTP by hand: one call on one connection (RFC 9112), so that no client has to be built for the tests.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// What was answered.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    /// The value of a header, empty if it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(each, _)| each == name).map_or("", |(_, value)| value)
    }
}

/// Calls `address`, a host and a port. `headers` are whole lines.
pub fn call(address: &str, method: &str, path: &str, headers: &[&str], body: &str) -> Answer {
    parse(&received(address, method, path, headers, body).unwrap())
}

/// The same, of a server that may break off: none if it did so before the whole answer came.
pub fn try_call(address: &str, method: &str, path: &str, headers: &[&str], body: &str) -> Option<Answer> {
    let answer = received(address, method, path, headers, body).ok().filter(|text| text.contains("\r\n\r\n"));
    let answer = answer.map(|text| parse(&text))?;
    (answer.header("content-length").parse() == Ok(answer.body.len())).then_some(answer)
}

fn received(address: &str, method: &str, path: &str, headers: &[&str], body: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    let headers: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
    let length = body.len();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

/// Sends this text on one connection and gives what is answered until that ends.
pub fn send(address: &str, text: &str) -> Answer {
    let mut stream = connect(address);
    stream.write_all(text.as_bytes()).unwrap();
    read(&mut stream)
}

/// A connection on which nothing has been said; what does not come within 20 seconds never comes.
pub fn connect(address: &str) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream
}

/// What is answered until the connection ends, cut off or not.
pub fn read(stream: &mut TcpStream) -> Answer {
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    parse(&String::from_utf8(answer).unwrap())
}

fn parse(answer: &str) -> Answer {
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let headers = lines.filter_map(|line| line.split_once(':'));
    Answer {
        status,
        headers: headers.map(|(name, value)| (name.to_lowercase(), value.trim().to_owned())).collect(),
        body: body.to_owned(),
    }
}
