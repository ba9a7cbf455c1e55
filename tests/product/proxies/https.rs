//! Servers between a page and a dashboard of which one or the other has https.

use std::process::Command;

use tyk_policy::doctor::proxy::{Server, Setup, configuration};
use tyk_policy::request::Address;

use super::{PAGE, all, send};
use crate::harness::{Certificate, Matter, Recorder, WebServer, lacks};

/// A dashboard with https at `localhost`: it answers only who calls it by that name.
pub fn secured(certificate: &Certificate, dashboard: &Recorder) -> WebServer {
    let text = format!(
        "server {{\n    listen 8443 ssl;\n    ssl_certificate {};\n    ssl_certificate_key {};\n    \
         if ($ssl_server_name != localhost) {{ return 421; }}\n    \
         location / {{ proxy_pass {}; proxy_set_header Host $http_host; }}\n}}\n",
        certificate.file().display(),
        certificate.key().display(),
        dashboard.origin
    );
    WebServer::start(Server::Nginx, &text)
}

#[test]
fn a_dashboard_with_https_is_called_by_its_name_and_only_if_its_certificate_is_trusted() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let certificate = Certificate::new();
    let dashboard = Recorder::bare();
    let tls = secured(&certificate, &dashboard);
    let host = tls.host.replace("127.0.0.1", "localhost");
    let address = Address::new(&format!("https://{host}/tyk"));
    for (server, setup) in all() {
        let text = configuration(server, setup, PAGE, &address, None);
        let front = WebServer::start_trusting(Some(&certificate), server, &text);
        let answer = send(&front, "POST", "/api/portal/policies", b"{}");
        assert_eq!(answer.word(1), "200", "{server:?} {}", front.log());
        let call = dashboard.take_one();
        assert_eq!((call.path(), call.header("host")), ("/tyk/api/portal/policies", Some(host.as_str())), "{server:?}");

        let distrustful = WebServer::start(server, &text);
        assert_eq!(send(&distrustful, "POST", "/api/portal/policies", b"{}").word(1).as_bytes()[0], b'5', "{server:?}");
        assert!(dashboard.take().is_empty(), "{server:?}");
    }
}

#[test]
fn an_https_page_finds_https_in_front_of_a_plain_dashboard() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let certificate = Certificate::new();
    for server in WebServer::ALL {
        let dashboard = Recorder::bare();
        let address = Address::new("http://dashboard.test:3000");
        let text = configuration(server, Setup::AllowOrigin, PAGE, &address, None)
            .replace("http://dashboard.test:3000", &dashboard.origin)
            .replace("dashboard.test:3000", dashboard.origin.trim_start_matches("http://"))
            .replace("/etc/ssl/private/tyk-dashboard.crt", &certificate.file().display().to_string())
            .replace("/etc/ssl/private/tyk-dashboard.key", &certificate.key().display().to_string());
        let front = WebServer::start(server, &text);
        let port = front.host.trim_start_matches("127.0.0.1");
        let curl = Command::new("curl")
            .args(["--disable", "--noproxy", "*", "--silent", "--show-error", "--include", "--http1.1", "--cacert"])
            .arg(certificate.file())
            .args(["--header", &format!("Origin: {PAGE}"), &format!("https://localhost{port}/api/apis?answer=401")])
            .output()
            .expect("curl runs");
        let seen = String::from_utf8_lossy(&curl.stdout).to_ascii_lowercase();
        assert!(curl.status.success() && seen.starts_with("http/1.1 401"), "{server:?} {curl:?} {}", front.log());
        assert!(seen.contains(&format!("access-control-allow-origin: {PAGE}\r\n")), "{server:?} {seen}");
        assert_eq!(dashboard.take_one().path(), "/api/apis?answer=401");
    }
}
