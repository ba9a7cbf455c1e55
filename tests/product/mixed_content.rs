//! A page over https: what it can call and what not, and that it says so.

use std::fs;

use tyk_policy::doctor::proxy;

use crate::harness::{
    Answer, Browser, Certificate, Matter, Page, Recorder, SAMPLE_KEY, Server, WebServer, lacks, path_named,
};
use crate::steps::{choose_api, connect, send_and_read_id, send_and_take};

/// A name that is not this machine's by its looks, for a dashboard that is here all the same.
const NAME: &str = "dash.example";

/// A web server with TLS at `localhost`, which does this.
fn secured(certificate: &Certificate, does: &str) -> WebServer {
    let text = format!(
        "server {{\n    listen 8443 ssl;\n    ssl_certificate {};\n    ssl_certificate_key {};\n    {does}\n}}\n",
        certificate.file().display(),
        certificate.key().display(),
    );
    WebServer::start(proxy::Server::Nginx, &text)
}

/// A page over https whose certificate, and no other, the browser takes.
struct Visit {
    origin: String,
    page: Page,
    _front: WebServer,
}

impl Visit {
    fn begin() -> Self {
        let certificate = Certificate::new();
        let folder = fs::canonicalize(path_named("POLICY_BUILDER_DIST")).expect("the page is built");
        let front = secured(&certificate, &format!("root {};", folder.display()));
        let origin = front.host.replace("127.0.0.1", "https://localhost");
        let page = Page::open_in(Browser::start_trusting(&certificate, NAME), &format!("{origin}/"));
        Self { origin, page, _front: front }
    }

    /// Holds that the page's own rules were in nobody's way.
    #[track_caller]
    fn end(self) {
        let console = self.page.browser.console();
        let is_breach = |(_, line): &&(String, String)| line.contains("Content Security Policy");
        assert_eq!(console.iter().filter(is_breach).collect::<Vec<_>>(), Vec::<&(String, String)>::new());
    }
}

#[test]
fn a_plain_dashboard_of_another_host_is_not_called_and_the_page_says_so_before() {
    if lacks(Matter::OtherNames) {
        return;
    }
    let visit = Visit::begin();
    let recorder = Recorder::answering(&visit.origin, Answer::stored());
    let address = recorder.origin.replace("127.0.0.1", NAME);
    connect(&visit.page, &address, "some-key");
    let says = "This page is https and the dashboard http, so the browser will not send.";
    visit.page.wait_for_text("#connection-address-warning", says);
    for button in ["#send", "#connection-test"] {
        visit.page.click(button);
        visit.page.wait_until_there("#connection-address:focus");
        visit.page.run("document.activeElement.blur()", &[]);
    }
    visit.page.click("#dashboard");
    visit.page.wait_for_text("#policies-says", says);
    visit.page.click("#talk-close");
    assert!(recorder.take().is_empty());
    visit.end();
}

#[test]
fn the_browser_itself_lets_no_call_to_it_pass() {
    if lacks(Matter::OtherNames) {
        return;
    }
    let visit = Visit::begin();
    let recorder = Recorder::answering(&visit.origin, Answer::stored());
    let address = recorder.origin.replace("127.0.0.1", NAME);
    let script = "return fetch(arguments[0], { mode: 'no-cors' }).then(() => 'sent', () => 'not sent')";
    assert_eq!(visit.page.run(script, &[&address]), "not sent");
    assert!(recorder.take().is_empty());
}

#[test]
fn a_plain_dashboard_of_this_machine_that_lets_the_page_in_can_be_called() {
    if lacks(Matter::PlainLoopback) {
        return;
    }
    let visit = Visit::begin();
    let recorder = Recorder::answering(&visit.origin, Answer::stored());
    connect(&visit.page, &recorder.origin, "some-key");
    let sent = send_and_take(&visit.page, &recorder);
    assert_eq!(sent.header("origin"), Some(visit.origin.as_str()));
    visit.page.wait_for_text("#outcome", "The policy is stored.");
    visit.end();
}

#[test]
fn the_whole_way_from_https_to_the_local_dashboard_works() {
    if lacks(Matter::PlainLoopback) {
        return;
    }
    let visit = Visit::begin();
    let dashboard = Server::start();
    let recorder = Recorder::letting_in(&visit.origin, &dashboard.origin);
    connect(&visit.page, &recorder.origin, SAMPLE_KEY);
    visit.page.click("#connection-test");
    visit.page.wait_for_text("#outcome", "The connection works.");
    choose_api(&visit.page, "Orders");
    let id = send_and_read_id(&visit.page);
    assert_eq!(dashboard.policy(&id)["name"], "Startup Users");
    visit.end();
}

#[test]
fn a_certificate_that_the_browser_does_not_trust_is_among_the_causes() {
    if lacks(Matter::OneCertificate) {
        return;
    }
    let visit = Visit::begin();
    let dashboard = Recorder::bare();
    let tls = secured(&Certificate::new(), &format!("location / {{ proxy_pass {}; }}", dashboard.origin));
    for host in ["localhost", NAME] {
        connect(&visit.page, &tls.host.replace("127.0.0.1", &format!("https://{host}")), "some-key");
        for button in ["#connection-test", "#send"] {
            visit.page.click(button);
            visit.page.wait_for_text("#doctor", "This browser does not trust the dashboard's certificate.");
            visit.page.wait_for_text("#doctor", "in a new tab: there the browser names the fault.");
        }
    }
    assert!(dashboard.take().is_empty());
    visit.end();
}
