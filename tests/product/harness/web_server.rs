//! nginx, Caddy and Apache, each with a configuration that the product printed or ships, in a folder of its own.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;
use tyk_policy::doctor::proxy;

use super::certificate::Certificate;
use super::http::Message;
use super::wait_for;
use super::web_programs::{apache, caddy, nginx, program};

/// Where Debian has the certificates that it trusts. Caddy asks the system; an environment variable stands for it here.
const TRUSTED: &str = "/etc/ssl/certs/ca-certificates.crt";

/// The port that the printed texts name, plain and with TLS.
const PRINTED_PORTS: [&str; 2] = ["8080", "8443"];

/// A running web server; it is ended when this is dropped.
pub struct WebServer {
    /// `127.0.0.1:PORT`.
    pub host: String,
    process: Child,
    folder: TempDir,
}

impl WebServer {
    /// Those that Debian has a package of.
    pub const ALL: [proxy::Server; 3] = [proxy::Server::Nginx, proxy::Server::Caddy, proxy::Server::Apache];

    /// Runs the server with a text of the product: as it was printed, but on a port of this test.
    #[track_caller]
    pub fn start(server: proxy::Server, printed: &str) -> Self {
        Self::start_trusting(None, server, printed)
    }

    /// The same on a system that trusts this certificate.
    #[track_caller]
    pub fn start_trusting(trusted: Option<&Certificate>, server: proxy::Server, printed: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        // A server that was started by root reads its files as somebody else.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("the mode is set");
        let port = free_port();
        let mut text = on_port(server, printed, port);
        if let Some(certificate) = trusted {
            text = text.replace(TRUSTED, &certificate.file().display().to_string());
        }
        let mut command = match server {
            proxy::Server::Nginx => nginx(folder.path(), &text),
            proxy::Server::Caddy => caddy(folder.path(), &text),
            proxy::Server::Apache => apache(folder.path(), &text),
            proxy::Server::Traefik => panic!("Debian has no package of Traefik"),
        };
        if let Some(certificate) = trusted {
            command.env("SSL_CERT_FILE", certificate.file());
        }
        Self::run(command, server, folder, port, &text)
    }

    /// Runs Caddy with a file of the repository as the container does: with these variables and no others, and without a
    /// place that it could write to.
    #[track_caller]
    pub fn start_contained(file: &str, variables: &[(&str, &str)]) -> Self {
        let (folder, port) = (tempfile::tempdir().expect("a temporary folder"), free_port());
        let mut command = Command::new(program("caddy"));
        command.args(["run", "--adapter", "caddyfile", "--config"]);
        command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(file));
        command.env_clear().envs(variables.iter().copied());
        // Nobody can make a folder there, not even root.
        command.env("HOME", "/proc").env("POLICY_BUILDER_PORT", port.to_string());
        Self::run(command, proxy::Server::Caddy, folder, port, file)
    }

    #[track_caller]
    fn run(mut command: Command, server: proxy::Server, folder: TempDir, port: u16, text: &str) -> Self {
        let log = || File::options().create(true).append(true).open(folder.path().join("log")).expect("the log");
        let command = command.stdin(Stdio::null()).stdout(log()).stderr(log());
        let process = command.spawn().unwrap_or_else(|error| panic!("{server:?} does not run: {error}"));
        let mut started = Self { host: format!("127.0.0.1:{port}"), process, folder };
        started.wait_until_it_listens(text);
        started
    }

    #[track_caller]
    fn wait_until_it_listens(&mut self, text: &str) {
        wait_for("the web server", || {
            if let Ok(Some(status)) = self.process.try_wait() {
                panic!("it ended with {status}:\n{}\nof\n{text}", self.log());
            }
            TcpStream::connect(&self.host).map_err(|error| format!("{error}\n{}", self.log()))
        });
    }

    /// What the server wrote about itself.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// Sends these bytes on a connection of their own and gives the answer.
    #[track_caller]
    pub fn call(&self, head: &str, body: &[u8]) -> Message {
        let mut stream = TcpStream::connect(&self.host).expect("it listens");
        let call = Message::new(head, body);
        call.pass_on(&mut stream).expect("it takes the call");
        let answer = Message::read(&mut stream).expect("it answers");
        answer.unwrap_or_else(|| panic!("no whole answer to {head}\n{}", self.log()))
    }
}

impl Drop for WebServer {
    fn drop(&mut self) {
        // It may have ended already. nginx and Apache run as one process here, so that nothing is left behind.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("the port").port()
}

/// The text with another port, and on this machine only.
#[track_caller]
fn on_port(server: proxy::Server, printed: &str, port: u16) -> String {
    let of = |printed_port: &str| match server {
        proxy::Server::Nginx => vec![(format!("listen {printed_port}"), format!("listen 127.0.0.1:{port}"))],
        proxy::Server::Caddy => vec![
            (format!("\n:{printed_port} {{"), format!("\n:{port} {{")),
            (format!("_PORT:{printed_port}}}"), format!("_PORT:{port}}}")),
        ],
        _ => vec![
            (format!("Listen {printed_port}"), format!("Listen 127.0.0.1:{port}")),
            (format!("<VirtualHost *:{printed_port}>"), format!("<VirtualHost *:{port}>")),
        ],
    };
    let mut text = printed.to_owned();
    for (from, to) in PRINTED_PORTS.iter().flat_map(|printed_port| of(printed_port)) {
        text = text.replace(&from, &to);
    }
    assert_ne!(text, printed, "the printed port is another one");
    text
}
