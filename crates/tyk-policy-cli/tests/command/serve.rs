use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::tempdir;

use crate::program::{argument, program, run};
use crate::server::{HASHED, Server, built_page};

const POLICIES: &str = "/api/portal/policies";

#[test]
fn it_says_the_address_the_keys_the_place_of_the_data_what_it_is_and_how_to_stop() {
    let (dist, folder) = (built_page(), tempdir().unwrap());
    let data = folder.path().join("policies.sqlite");
    let server = Server::start(dist.path(), argument(&data));
    assert_eq!(
        server.said,
        [
            "Sample API key  local-sample-key-for-trying-out".to_owned(),
            "Read-only key   local-read-only-key-for-trying-out".to_owned(),
            "Second org key  local-second-key-for-trying-out".to_owned(),
            format!("Policies are in {}", data.display()),
            "The dashboard at this address is a local stand-in for trying out. It is not Tyk, and enforces nothing."
                .to_owned(),
            "Press Ctrl-C to stop.".to_owned(),
        ]
    );
}

#[test]
fn the_page_is_told_that_the_dashboard_at_its_address_is_the_stand_in() {
    let dist = built_page();
    let server = Server::start(dist.path(), ":memory:");
    for path in ["/", "/index.html"] {
        let page = server.get(path);
        let meta = "<meta name=\"local-dashboard\" content=\"local-sample-key-for-trying-out\"></head>";
        assert!(page.status == 200 && page.body.contains(meta), "{page:?}");
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(page.header("cache-control"), "no-cache");
    }
}

#[test]
fn every_answer_of_the_page_is_strict() {
    let dist = built_page();
    let server = Server::start(dist.path(), ":memory:");
    for path in ["/", "/favicon.svg", "/missing.js", &format!("/{HASHED}")] {
        let answer = server.get(path);
        assert_eq!(
            answer.header("content-security-policy"),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
             font-src 'self'; connect-src 'self' https: http:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
             form-action 'none'; frame-ancestors 'none'; object-src 'none'",
            "{path}"
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("x-frame-options"), "DENY");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
        assert!(answer.header("permissions-policy").starts_with("accelerometer=(), "), "{path}");
    }
}

#[test]
fn only_files_with_a_hash_in_their_name_may_be_kept_for_ever() {
    let dist = built_page();
    let server = Server::start(dist.path(), ":memory:");
    let wasm = server.get(&format!("/{HASHED}"));
    assert_eq!((wasm.status, wasm.body.as_str()), (200, "wasm"));
    assert_eq!(wasm.header("content-type"), "application/wasm");
    assert_eq!(wasm.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(server.get("/favicon.svg").header("cache-control"), "no-cache");
    assert_eq!(server.get("/gone-0123456789abcdef.js").header("cache-control"), "no-cache");
}

#[test]
fn what_is_not_there_is_404_and_nothing_outside_the_folder_is_there() {
    let dist = built_page();
    let server = Server::start(dist.path(), ":memory:");
    for path in ["/missing", "/deeper", "/deeper/", "/../Cargo.toml", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd"] {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
}

#[test]
fn a_policy_is_still_there_after_the_server_was_killed_and_started_again() {
    let (dist, folder) = (built_page(), tempdir().unwrap());
    let data = folder.path().join("deeper/policies.sqlite");
    let server = Server::start(dist.path(), argument(&data));
    let created = server.api("POST", POLICIES, r#"{"name": "Gold", "rate": 1.50}"#);
    assert_eq!(created.status, 200, "{created:?}");
    let answer: Value = serde_json::from_str(&created.body).unwrap();
    let path = format!("{POLICIES}/{}", answer["Message"].as_str().unwrap());
    let before = server.api("GET", &path, "");
    assert!(before.status == 200 && before.body.contains("\"rate\": 1.50"), "{before:?}");
    drop(server);

    let again = Server::start(dist.path(), argument(&data));
    assert_eq!(again.api("GET", &path, "").body, before.body);
}

#[test]
fn the_dashboard_refuses_whoever_brings_no_key_and_lets_no_other_origin_in() {
    let dist = built_page();
    let server = Server::start(dist.path(), ":memory:");
    let refused = server.get(POLICIES);
    assert_eq!(refused.status, 401);
    assert_eq!(refused.body, r#"{"Message":"Not authorised","Meta":null,"Status":"Error"}"#);
    assert!(refused.headers.iter().all(|(name, _)| !name.starts_with("access-control")));
}

#[test]
fn a_policy_of_fifteen_megabytes_is_taken() {
    let dist = built_page();
    let server = Server::start(dist.path(), ":memory:");
    let answer = server.api("POST", POLICIES, &format!("{{\"name\": \"{}\"}}", "x".repeat(15_000_000)));
    assert_eq!(answer.status, 200, "{answer:?}");
}

#[test]
#[cfg(unix)]
fn ctrl_c_and_sigterm_end_it_well_and_soon_even_with_a_connection_open() {
    let dist = built_page();
    for signal in ["INT", "TERM"] {
        let server = Server::start(dist.path(), ":memory:");
        let _open = TcpStream::connect(("127.0.0.1", server.port().parse().unwrap())).unwrap();
        let asked = Instant::now();
        assert!(server.end_with(signal).success(), "{signal}");
        assert!(asked.elapsed() < Duration::from_secs(5), "{signal}");
    }
}

#[test]
#[cfg(unix)]
fn without_data_named_the_policies_are_in_the_users_data_folder() {
    let (dist, home) = (built_page(), tempdir().unwrap());
    let mut command = program();
    command.args(["serve", "--port", "0", "--dist"]).arg(dist.path());
    let server = Server::start_with(command.env("HOME", home.path()).env("XDG_DATA_HOME", home.path().join("data")));
    let place = server.said.iter().find_map(|line| line.strip_prefix("Policies are in ")).unwrap();
    assert!(place.ends_with("policy-builder/local-dashboard.sqlite"), "{place}");
    assert!(place.starts_with(argument(home.path())), "{place}");
    assert!(std::path::Path::new(place).is_file());
}

#[test]
fn a_port_in_use_is_said_with_the_way_out() {
    let dist = built_page();
    let server = Server::start(dist.path(), ":memory:");
    let refused = run(&["serve", "--port", server.port(), "--data", ":memory:", "--dist", argument(dist.path())]);
    assert_eq!(
        refused.err,
        format!(
            "error: port {} of 127.0.0.1 is in use by another program: stop that one, or choose another port with --port \
             (0 takes a free one)\n",
            server.port()
        )
    );
    assert_eq!((refused.exit, refused.out.as_str()), (2, ""));
}

#[test]
fn a_page_that_is_not_built_is_said_with_the_way_out() {
    let folder = tempdir().unwrap();
    let refused = run(&["serve", "--port", "0", "--data", ":memory:", "--dist", argument(folder.path())]);
    assert_eq!(
        refused.err,
        format!(
            "error: there is no built page at {}: build the page first with `cargo xtask build`\n",
            folder.path().display()
        )
    );
    assert_eq!(refused.exit, 2);
}

#[test]
fn data_that_is_something_else_is_left_alone() {
    let (dist, folder) = (built_page(), tempdir().unwrap());
    let notes = folder.path().join("notes.txt");
    std::fs::write(&notes, "Not a database. ".repeat(100)).unwrap();
    let refused = run(&["serve", "--port", "0", "--dist", argument(dist.path()), "--data", argument(&notes)]);
    assert_eq!(
        refused.err,
        format!(
            "error: {} cannot keep the policies: it is not a local dashboard's file, and is left as it is: choose another \
             file with --data\n",
            notes.display()
        )
    );
    assert_eq!(refused.exit, 2);
}
