//! WebDriver (W3C, level 2): a driver's process, one session in it, and its commands as JSON over HTTP.

use std::fmt;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use super::http::Message;
use super::wait_for;

/// How long the driver may be silent.
const SILENCE: Duration = Duration::from_secs(60);

/// How often a driver is started. Asked to choose a port, it takes one that is free for IPv4 and ends at once where the
/// same number is taken for IPv6.
const ATTEMPTS: usize = 5;

/// What the driver says where it does not do as it is told.
#[derive(Debug)]
pub struct Refusal {
    /// The error code of the standard, such as `no such element`.
    code: String,
    message: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message.lines().next().unwrap_or_default())
    }
}

/// A driver's process with its output and port, or nothing if it ended before it said one.
fn launch(program: &mut Command, port_in: fn(&str) -> Option<u16>) -> Option<(Child, BufReader<ChildStdout>, u16)> {
    let mut process = program.spawn().unwrap_or_else(|error| panic!("{program:?} does not run: {error}"));
    let mut output = BufReader::new(process.stdout.take().expect("its output"));
    match (&mut output).lines().map_while(Result::ok).find_map(|line| port_in(&line)) {
        Some(port) => Some((process, output, port)),
        None => {
            let _: io::Result<_> = process.wait();
            None
        }
    }
}

/// A driver with one open session; both end when this is dropped.
pub struct Driver {
    process: Child,
    /// The number of the browser's process, where it is quicker to kill it than to let it say goodbye.
    browser: Option<u64>,
    // Kept open: the driver may go on talking.
    _output: BufReader<ChildStdout>,
    port: u16,
    session: String,
}

impl Driver {
    /// Starts a driver, which says its port in a line that `port_in` reads, and opens a session.
    pub fn start(program: &mut Command, port_in: fn(&str) -> Option<u16>, capabilities: &Value) -> Self {
        let program = program.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let (process, output, port) =
            (0..ATTEMPTS).find_map(|_| launch(program, port_in)).expect("a driver that says its port");
        Self::with_session(process, output, port, capabilities)
    }

    fn with_session(process: Child, output: BufReader<ChildStdout>, port: u16, capabilities: &Value) -> Self {
        let mut driver = Self { process, browser: None, _output: output, port, session: String::new() };
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let opened = driver.call("POST", "/session", &wanted).unwrap_or_else(|refusal| panic!("no session: {refusal}"));
        opened["sessionId"].as_str().expect("the session has an id").clone_into(&mut driver.session);
        driver.browser = opened["capabilities"]["moz:processID"].as_u64();
        driver
    }

    /// Starts a driver that was told its port and says nothing, and opens a session as soon as it answers.
    pub fn start_at(program: &mut Command, port: u16, capabilities: &Value) -> Self {
        let program = program.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = program.spawn().unwrap_or_else(|error| panic!("{program:?} does not run: {error}"));
        let output = BufReader::new(process.stdout.take().expect("its output"));
        wait_for("the driver", || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).map_err(|error| error.to_string()));
        Self::with_session(process, output, port, capabilities)
    }

    /// Ends it as its user would, so that it writes what it has to.
    pub fn end(mut self) {
        self.browser = None;
    }

    /// Does a command of the session; `path` starts with a slash.
    pub fn post(&self, path: &str, parameters: &Value) -> Result<Value, Refusal> {
        self.call("POST", &format!("/session/{}{path}", self.session), parameters)
    }

    fn call(&self, method: &str, path: &str, parameters: &Value) -> Result<Value, Refusal> {
        let answer = self.exchange(method, path, parameters).expect("the driver answers").expect("a whole answer");
        let mut body: Value = serde_json::from_slice(&answer.body).expect("the answer is JSON");
        let value = body["value"].take();
        let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        if answer.word(1) == "200" { Ok(value) } else { Err(Refusal { code: text("error"), message: text("message") }) }
    }

    fn exchange(&self, method: &str, path: &str, parameters: &Value) -> io::Result<Option<Message>> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(SILENCE))?;
        let body = parameters.to_string();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            self.port,
            body.len()
        )?;
        stream.write_all(body.as_bytes())?;
        Message::read(&mut stream)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // First the browser, which ends with its session. All of it may be gone already.
        let _ = match self.browser {
            Some(number) => Command::new("kill").args(["-s", "KILL", &number.to_string()]).status().is_ok(),
            None => self.exchange("DELETE", &format!("/session/{}", self.session), &json!({})).is_ok(),
        };
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
