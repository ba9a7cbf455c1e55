//! Dashboards of every temper, for `tyk-policy serve --dashboard`: the well-behaved one, and those that are not.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// What the well-behaved one answers.
pub const LIST: &str = r#"{"apis":[],"pages":0}"#;

/// A dashboard that counts what it gets.
pub struct Dashboard {
    pub origin: String,
    calls: Arc<AtomicU64>,
    bytes: Arc<AtomicU64>,
}

impl Dashboard {
    /// Answers every call with [`LIST`] once it has the whole body.
    pub fn ready() -> Self {
        let (calls, bytes) = (Arc::<AtomicU64>::default(), Arc::<AtomicU64>::default());
        let (counted, weighed) = (Arc::clone(&calls), Arc::clone(&bytes));
        let origin = talk(move |mut stream| {
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let Some(head) = head(&mut reader) else { return };
            counted.fetch_add(1, Ordering::SeqCst);
            let is_chunked = head.iter().any(|line| line == "transfer-encoding: chunked");
            let length = head.iter().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
            let mut rest = reader.take(if is_chunked { u64::MAX } else { length.unwrap_or(0) });
            let mut part = vec![0; 65_536];
            while let Ok(more @ 1..) = rest.read(&mut part) {
                weighed.fetch_add(u64::try_from(more).unwrap(), Ordering::SeqCst);
            }
            give(&mut stream, LIST);
        });
        Self { origin, calls, bytes }
    }

    /// How many calls it got.
    pub fn calls(&self) -> u64 {
        self.calls.load(Ordering::SeqCst)
    }

    /// How many bytes of bodies it got.
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::SeqCst)
    }
}

/// Takes a call and never answers.
pub fn silent() -> String {
    talk(|mut stream| drop(stream.read_to_end(&mut Vec::new())))
}

/// Takes a call and answers without end.
pub fn endless() -> String {
    talk(|mut stream| {
        if head(&mut BufReader::new(stream.try_clone().unwrap())).is_some() {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            let part = format!("10000\r\n{}\r\n", "x".repeat(65_536));
            while stream.write_all(part.as_bytes()).is_ok() {}
        }
    })
}

/// Sends every caller to another host.
pub fn redirecting() -> String {
    talk(|mut stream| {
        if head(&mut BufReader::new(stream.try_clone().unwrap())).is_some() {
            let away = b"HTTP/1.1 302 Found\r\nLocation: https://login.example/?next=x\r\nContent-Length: 0\r\n\r\n";
            stream.write_all(away).unwrap();
        }
    })
}

/// Speaks TLS with a certificate for `localhost` that only it vouches for, and that is written into the file `ca`.
pub fn self_signed(ca: &Path) -> String {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    std::fs::write(ca, made.cert.pem()).unwrap();
    let crypto = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(crypto).with_safe_default_protocol_versions().unwrap();
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let config = Arc::new(config.with_no_client_auth().with_single_cert(vec![made.cert.der().clone()], key).unwrap());
    let origin = talk(move |stream| {
        let mut stream = StreamOwned::new(ServerConnection::new(Arc::clone(&config)).unwrap(), stream);
        // A caller who does not trust us hangs up.
        if head(&mut BufReader::new(&mut stream)).is_some() {
            give(&mut stream, LIST);
            stream.conn.send_close_notify();
            stream.flush().unwrap();
        }
    });
    origin.replace("http://127.0.0.1", "https://localhost")
}

fn give(stream: &mut impl Write, body: &str) {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n", body.len());
    // A caller that has heard enough may hang up.
    let _ = stream.write_all(format!("{head}{body}").as_bytes());
}

/// The first line and the headers; nothing if the caller hangs up.
fn head(reader: &mut impl BufRead) -> Option<Vec<String>> {
    let lines: Vec<_> = reader.lines().map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
    (!lines.is_empty()).then_some(lines)
}

fn talk(talk: impl Fn(TcpStream) + Clone + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let talk = talk.clone();
            stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
            thread::spawn(move || talk(stream));
        }
    });
    origin
}
