use std::io::{BufRead, BufReader, Read, Write};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};

use crate::caller::{PATIENCE, Running};
use crate::upstream::{read_head, talk};

#[test]
fn the_dashboard_gets_the_first_bytes_of_a_policy_before_the_caller_has_sent_the_last() {
    let (arrived, arrives) = channel();
    let origin = talk(move |mut stream| {
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        read_head(&mut reader).unwrap();
        for _ in 0..2 {
            let mut part = [0; 5];
            reader.read_exact(&mut part).unwrap();
            arrived.send(String::from_utf8(part.to_vec()).unwrap()).unwrap();
        }
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").unwrap();
    });
    let relay = Running::relay(&origin);
    let mut stream = relay.connect();
    write!(stream, "{}Content-Length: 10\r\n\r\nfirst", relay.head("POST /api/portal/policies")).unwrap();
    assert_eq!(arrives.recv_timeout(PATIENCE).unwrap(), "first");
    stream.write_all(b"later").unwrap();
    assert_eq!(arrives.recv_timeout(PATIENCE).unwrap(), "later");
    let mut answer = String::new();
    BufReader::new(stream).read_line(&mut answer).unwrap();
    assert_eq!(answer, "HTTP/1.1 200 OK\r\n");
}

#[test]
fn the_caller_gets_the_first_bytes_of_an_answer_before_the_dashboard_has_sent_the_last() {
    let (go_on, gone_on) = channel();
    let gone_on = Arc::new(Mutex::new(gone_on));
    let origin = talk(move |mut stream| {
        read_head(&mut BufReader::new(stream.try_clone().unwrap())).unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst").unwrap();
        gone_on.lock().unwrap().recv_timeout(PATIENCE).unwrap();
        stream.write_all(b"later").unwrap();
    });
    let relay = Running::relay(&origin);
    let mut stream = relay.connect();
    write!(stream, "{}\r\n", relay.head("GET /api/apis")).unwrap();
    let mut reader = BufReader::new(stream);
    read_head(&mut reader).unwrap();
    let mut part = [0; 5];
    reader.read_exact(&mut part).unwrap();
    assert_eq!(&part, b"first");
    go_on.send(()).unwrap();
    reader.read_exact(&mut part).unwrap();
    assert_eq!(&part, b"later");
}
