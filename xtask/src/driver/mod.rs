//! A browser that does as it is told (W3C WebDriver), and the page in it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::process::could_not_start;
use crate::tools::Tools;

/// How long a script may take, in milliseconds.
const PATIENCE: u32 = 600_000;

/// What scripts have at hand.
const STEPS: &str = include_str!("steps.js");

/// How the browser is started wherever tests or measures drive it: nothing that talks to the network by itself, and no
/// sandbox, which does not work as root in containers.
const SETTINGS: &str = include_str!("../../../webdriver.json");

/// The arguments of a browser that is driven.
pub fn arguments() -> Result<Vec<String>> {
    let settings: Value = serde_json::from_str(SETTINGS).context("webdriver.json is no JSON")?;
    let arguments = settings.pointer("/goog:chromeOptions/args").context("webdriver.json names no arguments")?;
    Ok(serde_json::from_value(arguments.clone())?)
}

/// A program with its output, which says in a line where it is to be found; it is ended when this is dropped.
pub struct Running {
    process: Child,
    // Kept open: a program whose output nobody takes may end.
    _output: BufReader<ChildStdout>,
}

impl Running {
    /// Starts a program and waits for the line of which `found` makes something.
    pub fn start<T>(command: &mut Command, found: impl Fn(&str) -> Option<T>) -> Result<(Self, T)> {
        let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().with_context(|| could_not_start(command))?;
        let output = process.stdout.take().context("a program without output")?;
        let mut output = BufReader::new(output);
        let said = (&mut output).lines().map_while(Result::ok).find_map(|line| found(&line));
        let running = Self { process, _output: output };
        Ok((running, said.context("a program did not say where it is to be found")?))
    }

    /// Serves a built page with the local dashboard, whose policies are forgotten. Gives its address.
    pub fn serve(tools: &Tools, tyk_policy: &Path, dist: &Path) -> Result<(Self, String)> {
        let mut serve = tools.command(tyk_policy);
        serve.args(["serve", "--port", "0", "--data", ":memory:", "--dist"]).arg(dist);
        Self::start(&mut serve, address_in)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The address of a page with nothing on it.
pub const EMPTY: &str = "about:blank";

/// A browser with one window.
pub struct Browser {
    _driver: Running,
    port: u16,
    session: String,
}

impl Browser {
    /// Starts driver and browser; what they leave behind goes to the folder.
    pub fn start(tools: &Tools, folder: &Path) -> Result<Self> {
        let (program, driver) = tools.browser_and_driver()?;
        let mut command = tools.command(driver);
        command.arg("--port=0").env("TMPDIR", folder);
        let (running, port) = Running::start(&mut command, port_in)?;
        let profile = format!("--user-data-dir={}", folder.join("profile-of-driver").display());
        let mut arguments = arguments()?;
        arguments.extend(["--window-size=1440,1000".to_owned(), profile]);
        let capabilities = json!({
            "goog:chromeOptions": { "binary": program, "args": arguments },
            "timeouts": { "script": PATIENCE },
        });
        let mut browser = Self { _driver: running, port, session: String::new() };
        let opened = browser.call("POST", "/session", &json!({ "capabilities": { "alwaysMatch": capabilities } }))?;
        let session = opened.get("sessionId").and_then(Value::as_str).context("the driver opened no session")?;
        browser.session = format!("/session/{session}");
        Ok(browser)
    }

    /// Opens a page anew.
    pub fn open(&self, address: &str) -> Result<()> {
        self.go(EMPTY)?;
        self.go(address)
    }

    /// Goes on to a page from the one that is there.
    pub fn go(&self, address: &str) -> Result<()> {
        self.post("/url", &json!({ "url": address })).map(drop)
    }

    /// Runs a script, which has what `steps.js` defines and answers by `done`.
    pub fn run(&self, script: &str, argument: &Value) -> Result<Value> {
        let script = format!("{STEPS}\n{script}");
        let answer = self.post("/execute/async", &json!({ "script": script, "args": [argument] }))?;
        match answer.get("error").and_then(Value::as_str) {
            Some(error) => bail!("a script in the page failed: {error}"),
            None => Ok(answer),
        }
    }

    /// The bytes that the page's scripts hold after all was collected that they do not use.
    pub fn heap(&self) -> Result<f64> {
        self.command("HeapProfiler.collectGarbage", &json!({}))?;
        let heap = self.command("Runtime.getHeapUsage", &json!({}))?;
        heap.get("usedSize").and_then(Value::as_f64).context("the browser does not know its heap")
    }

    /// Gives the browser itself a command (Chrome DevTools Protocol).
    pub fn command(&self, name: &str, parameters: &Value) -> Result<Value> {
        self.post("/goog/cdp/execute", &json!({ "cmd": name, "params": parameters }))
    }

    fn post(&self, path: &str, parameters: &Value) -> Result<Value> {
        self.call("POST", &format!("{}{path}", self.session), parameters)
    }

    fn call(&self, method: &str, path: &str, parameters: &Value) -> Result<Value> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        let body = parameters.to_string();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.port,
            body.len()
        )?;
        let (head, body) = answer_of(&mut BufReader::new(stream))?;
        ensure!(head.starts_with("HTTP/1.1 200"), "the driver refused {path}: {body}");
        let mut body: Value = serde_json::from_str(&body)?;
        Ok(body.get_mut("value").map(Value::take).unwrap_or_default())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It ends the browser, which may have ended already.
        let _ = self.call("DELETE", &self.session, &json!({}));
    }
}

/// Head and body of an answer. Its end is where the head says: the driver's browser may hold the connection open.
fn answer_of(stream: &mut impl BufRead) -> Result<(String, String)> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        ensure!(stream.read_line(&mut head)? > 0, "the driver gave half an answer");
    }
    let lengths = head.lines().filter_map(|line| line.split_once(':'));
    let length = lengths.into_iter().find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let length = length.context("the driver's answer has no length")?.1.trim().parse()?;
    let mut body = String::new();
    stream.take(length).read_to_string(&mut body)?;
    Ok((head, body))
}

/// "ChromeDriver was started successfully on port 40123."
fn port_in(line: &str) -> Option<u16> {
    line.rsplit_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
}

/// "Policy Builder  http://127.0.0.1:40123/"
fn address_in(line: &str) -> Option<String> {
    Some(line.strip_prefix("Policy Builder  ")?.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_says_its_address() {
        assert_eq!(address_in("Policy Builder  http://[::1]:1/").as_deref(), Some("http://[::1]:1/"));
        assert_eq!(address_in("Press Ctrl-C to stop."), None);
    }

    #[test]
    fn an_answer_ends_where_its_head_says() {
        let mut answer = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{} more".as_bytes();
        let (head, body) = answer_of(&mut answer).expect("an answer");
        assert!(head.starts_with("HTTP/1.1 200") && body == "{}", "{head}{body}");
        assert!(answer_of(&mut "HTTP/1.1 200 OK\r\n".as_bytes()).is_err());
    }

    #[test]
    fn the_driver_says_its_port() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 40123."), Some(40_123));
        assert_eq!(port_in("Starting ChromeDriver"), None);
    }
}
