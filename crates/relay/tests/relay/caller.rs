//! A relay that runs while it is needed, and who calls it.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use axum::Router;
use relay::{Dashboard, Guard, Limits, Options, Relay, Server};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// How long a test waits for what has to come.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A running server; it ends when this is dropped.
pub struct Running {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// A relay to the dashboard at `origin`.
    pub fn relay(origin: &str) -> Self {
        Self::relay_with(origin, Options::default())
    }

    pub fn relay_with(origin: &str, options: Options) -> Self {
        let limits = options.limits;
        let relay = Relay::new(Dashboard::at(origin).unwrap(), options).unwrap();
        Self::serve(relay.router(), limits)
    }

    /// A server of this router.
    pub fn serve(router: Router, limits: Limits) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        let server = Server::new(Guard::new(address, &[]), limits);
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || {
            runtime.block_on(server.run(listener, router, async {
                let _ = stopped.await;
            }));
            runtime.shutdown_background();
        });
        Self { address, stop: Some(stop), thread: Some(thread) }
    }

    /// A connection on which nothing has been said.
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// The start of a call up to its `Host`.
    pub fn head(&self, line: &str) -> String {
        format!("{line} HTTP/1.1\r\nHost: {}\r\n", self.address)
    }

    /// One call on one connection. `headers` are whole lines.
    pub fn call(&self, line: &str, headers: &[&str], body: &str) -> Answer {
        let headers: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
        self.send(&format!("{}Connection: close\r\n{headers}\r\n{body}", self.head(line)))
    }

    /// This text on one connection, and what is answered until that ends.
    pub fn send(&self, text: &str) -> Answer {
        let mut stream = self.connect();
        stream.write_all(text.as_bytes()).unwrap();
        Answer::read(&mut stream)
    }

    /// Asks it to end, and waits until it has.
    pub fn stop(mut self) {
        drop(self.stop.take());
        self.thread.take().unwrap().join().unwrap();
    }
}

/// What was answered.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    /// What comes until the connection ends.
    pub fn read(stream: &mut TcpStream) -> Self {
        let mut bytes = Vec::new();
        // A connection that is cut has said what it said.
        let _ = stream.read_to_end(&mut bytes);
        Self::parse(&String::from_utf8(bytes).unwrap())
    }

    fn parse(text: &str) -> Self {
        let Some((head, body)) = text.split_once("\r\n\r\n") else { panic!("no answer: {text:?}") };
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines.filter_map(|line| line.split_once(':'));
        let headers = headers.map(|(name, value)| (name.to_lowercase(), value.trim().to_owned())).collect();
        Self { status, headers, body: body.to_owned() }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(each, _)| each == name).map(|(_, value)| value.as_str())
    }

    /// Asserts that this is an error in the Dashboard's form, with these words in its message.
    #[track_caller]
    pub fn is_error(&self, status: u16, words: &str) {
        let envelope: serde_json::Value = serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("{self:?}"));
        let message = envelope.get("Message").and_then(|message| message.as_str()).unwrap();
        assert!(message.contains(words), "{message:?} says {words:?}");
        assert_eq!(self.body, format!(r#"{{"Status":"Error","Message":{},"Meta":null}}"#, serde_json::json!(message)));
        assert_eq!(self.status, status);
    }
}
