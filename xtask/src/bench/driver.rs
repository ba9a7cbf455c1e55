//! A browser that does as it is told (W3C WebDriver), and the page in it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use super::page::ARGUMENTS;
use crate::process::could_not_start;
use crate::tools::Tools;

/// How long a script of a measure may take, in milliseconds.
const PATIENCE: u32 = 600_000;

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
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

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
        let profile = format!("--user-data-dir={}", folder.join("typing").display());
        let arguments: Vec<_> = ARGUMENTS.iter().copied().chain(["--window-size=1440,1000", &profile]).collect();
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
        for address in ["about:blank", address] {
            self.post("/url", &json!({ "url": address }))?;
        }
        Ok(())
    }

    /// Runs a script whose last argument takes its answer.
    pub fn run(&self, script: &str, argument: &Value) -> Result<Value> {
        let answer = self.post("/execute/async", &json!({ "script": script, "args": [argument] }))?;
        match answer.get("error").and_then(Value::as_str) {
            Some(error) => bail!("a measure in the page failed: {error}"),
            None => Ok(answer),
        }
    }

    /// The bytes that the page's scripts hold after all was collected that they do not use.
    pub fn heap(&self) -> Result<f64> {
        let command = |name: &str| json!({ "cmd": name, "params": {} });
        self.post("/goog/cdp/execute", &command("HeapProfiler.collectGarbage"))?;
        let heap = self.post("/goog/cdp/execute", &command("Runtime.getHeapUsage"))?;
        heap.get("usedSize").and_then(Value::as_f64).context("the browser does not know its heap")
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
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let (head, body) = answer.split_once("\r\n\r\n").context("the driver gave half an answer")?;
        ensure!(head.starts_with("HTTP/1.1 200"), "the driver refused {path}: {body}");
        let mut body: Value = serde_json::from_str(body)?;
        Ok(body.get_mut("value").map(Value::take).unwrap_or_default())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It ends the browser, which may have ended already.
        let _ = self.call("DELETE", &self.session, &json!({}));
    }
}

/// "ChromeDriver was started successfully on port 40123."
fn port_in(line: &str) -> Option<u16> {
    line.rsplit_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_driver_says_its_port() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 40123."), Some(40_123));
        assert_eq!(port_in("Starting ChromeDriver"), None);
    }
}
