//! `tyk-policy serve --dashboard` as its user and the page meet it.

use std::net::TcpListener;

use tempfile::{TempDir, tempdir};

use crate::dashboard::{self, Dashboard, LIST};
use crate::http::{Answer, call};
use crate::program::{argument, program, run};
use crate::server::{Server, built_page};

const KEY: &str = "5f1c3a9be2d04c7786a0";

/// A relay to the dashboard at an origin.
pub struct Relayed {
    pub server: Server,
    _dist: TempDir,
}

impl Relayed {
    pub fn to(origin: &str, more: &[&str]) -> Self {
        let dist = built_page();
        let mut command = program();
        command.args(["serve", "--port", "0", "--dashboard", origin, "--dist"]).arg(dist.path()).args(more);
        Self { server: Server::start_with(&mut command), _dist: dist }
    }

    /// Asks for the list of APIs as the page does.
    pub fn list(&self) -> Answer {
        let key = format!("Authorization: {KEY}");
        let origin = format!("Origin: http://{}", self.server.address);
        call(&self.server.address, "GET", "/api/apis?p=-1", &[&key, &origin, "Sec-Fetch-Site: same-origin"], "")
    }

    /// Asserts that an error in the Dashboard's form says these words and not the key.
    #[track_caller]
    pub fn list_fails(&self, status: u16, words: &str) {
        let answer = self.list();
        assert!(answer.status == status && answer.body.contains(words), "{answer:?}");
        assert!(answer.body.starts_with(r#"{"Status":"Error","Message":""#), "{answer:?}");
        assert!(!answer.body.contains(KEY));
        assert_eq!(self.server.get("/").status, 200);
    }
}

#[test]
fn it_says_where_calls_go_that_nothing_is_stored_and_how_to_stop() {
    let relayed = Relayed::to("http://127.0.0.1:3000/tyk/api/", &[]);
    assert_eq!(
        relayed.server.said,
        [
            "Calls go on to  http://127.0.0.1:3000/tyk",
            "Only what the page asks goes there. Nothing is stored here, the API key neither.",
            "Press Ctrl-C to stop.",
        ]
    );
}

#[test]
#[cfg(target_os = "linux")]
fn it_is_on_this_machine_alone_unless_told_otherwise() {
    let listens_at =
        |host: &str, server: &Server| std::net::TcpStream::connect((host, server.port().parse().unwrap())).is_ok();
    let warning = "everybody on the network can use this page and reach the dashboard through it";
    for (more, is_open) in [(&[][..], false), (&["--host", "0.0.0.0"], true)] {
        let (dist, said) = (built_page(), tempfile::NamedTempFile::new().unwrap());
        let mut command = program();
        command.args(["serve", "--port", "0", "--dashboard", "http://127.0.0.1:3000", "--dist"]).arg(dist.path());
        let server = Server::start_with(command.args(more).stderr(said.reopen().unwrap()));
        // All of 127.0.0.0/8 is this machine, but only one address of it is that of the server.
        assert!(listens_at("127.0.0.1", &server));
        assert_eq!(listens_at("127.0.0.2", &server), is_open, "{more:?}");
        assert_eq!(server.get("/").status, 200);
        server.end_with("TERM");
        let said = std::fs::read_to_string(said.path()).unwrap();
        assert_eq!(said.contains(warning), is_open, "{said}");
    }
}

#[test]
fn the_page_is_told_which_dashboard_stands_at_its_address() {
    let relayed = Relayed::to("https://dash.example/a&b", &[]);
    let page = relayed.server.get("/");
    assert!(page.body.contains(r#"<meta name="relay" content="https://dash.example/a&amp;b"></head>"#), "{page:?}");
    assert!(!page.body.contains("local-dashboard"));
}

#[test]
fn the_page_reaches_the_dashboard_and_no_local_one() {
    let dashboard = Dashboard::ready();
    let relayed = Relayed::to(&dashboard.origin, &[]);
    let answer = relayed.list();
    assert_eq!((answer.status, answer.body.as_str(), dashboard.calls()), (200, LIST, 1));
    assert!(answer.headers.iter().all(|(name, _)| !name.starts_with("access-control")));
}

#[test]
fn a_certificate_that_nobody_vouches_for_is_taken_once_it_is_named() {
    let folder = tempdir().unwrap();
    let ca = folder.path().join("ca.pem");
    let origin = dashboard::self_signed(&ca);
    Relayed::to(&origin, &[]).list_fails(502, "start again with --ca FILE");
    let answer = Relayed::to(&origin, &["--ca", argument(&ca)]).list();
    assert_eq!((answer.status, answer.body.as_str()), (200, LIST));
}

#[test]
fn a_dashboard_that_cannot_be_asked_is_said_with_the_way_out() {
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    Relayed::to(&format!("http://{nobody}"), &[]).list_fails(502, "check its port, and whether the dashboard runs");
    Relayed::to("http://no-such-host.invalid", &[]).list_fails(502, "is not known here");
    let redirecting = Relayed::to(&dashboard::redirecting(), &[]);
    redirecting.list_fails(502, "sends the call on to https://login.example, and the key goes to no other address");
}

#[test]
fn a_name_of_its_own_has_to_be_allowed() {
    let dashboard = Dashboard::ready();
    let ask = |relayed: &Relayed| {
        let text = "GET /api/apis HTTP/1.1\r\nHost: policies.example\r\nConnection: close\r\n\r\n";
        crate::http::send(&relayed.server.address, text)
    };
    assert_eq!(ask(&Relayed::to(&dashboard.origin, &[])).status, 421);
    assert_eq!(ask(&Relayed::to(&dashboard.origin, &["--allow-host", "policies.example"])).status, 200);
}

#[test]
fn what_cannot_be_a_dashboard_is_said_at_the_start() {
    let dist = built_page();
    let refused = |arguments: &[&str]| {
        let all = [&["serve", "--port", "0", "--dist", argument(dist.path())], arguments].concat();
        let run = run(&all);
        assert_eq!((run.exit, run.out.as_str()), (2, ""));
        run.err
    };
    let no_scheme = refused(&["--dashboard", "dash.example"]);
    assert!(no_scheme.contains("Start the dashboard's address with http:// or https://."), "{no_scheme}");
    let both = refused(&["--dashboard", "https://dash.example", "--data", ":memory:"]);
    assert!(both.contains("'--dashboard <URL>' cannot be used with '--data <FILE>'"), "{both}");
    let alone = refused(&["--ca", "ca.pem"]);
    assert!(alone.contains("--dashboard <URL>"), "{alone}");
    let host = refused(&["--allow-host", "*"]);
    assert!(host.contains("write a host as it stands in the browser's address bar"), "{host}");
}

#[test]
fn certificates_that_cannot_be_used_are_said_at_the_start() {
    let (dist, folder) = (built_page(), tempdir().unwrap());
    let file = folder.path().join("ca.pem");
    let start =
        ["serve", "--port", "0", "--dist", argument(dist.path()), "--dashboard", "https://dash.example", "--ca"];
    let refused = || run(&[&start[..], &[argument(&file)]].concat()).err;
    assert!(refused().contains("there is no file"), "{}", refused());
    std::fs::write(&file, "hello").unwrap();
    let sentence = "there is no certificate in PEM form (-----BEGIN CERTIFICATE-----): name another file with --ca\n";
    assert!(refused().ends_with(sentence), "{}", refused());
}

#[test]
fn a_relay_to_itself_is_refused() {
    let dist = built_page();
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
    let own = format!("http://localhost:{free}");
    let refused = run(&["serve", "--port", &free, "--dist", argument(dist.path()), "--dashboard", &own]);
    assert!(refused.err.contains(&format!("{own} is where this server itself listens")), "{refused:?}");
    assert_eq!(refused.exit, 2);
}
