//! Every place that says what the page may do says the same: `index.html`, this server, and what `hosting/` has for others.

use std::fs;
use std::path::Path;

use relay::DATA_POLICY;

use super::{ASK_AGAIN, FOR_EVER, HEADERS, PAGE_POLICY};

/// The files for servers and hosts: where each is, and what stands before the name of a header there.
const HOSTING: [(&str, &str); 7] = [
    ("nginx/static.conf", "add_header "),
    ("nginx/same-origin.conf", "add_header "),
    ("caddy/static.Caddyfile", ""),
    ("caddy/same-origin.Caddyfile", ""),
    ("apache/static.conf", "header always set "),
    ("apache/same-origin.conf", "header always set "),
    ("static-hosts/_headers", ""),
];

fn text(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::read_to_string(root.join(path)).expect(path)
}

/// Whether the file has a line for this header, and the whole value, in quotes or to the end of a line.
fn says(file: &str, before: &str, name: &str, value: &str) -> bool {
    let start = format!("{before}{name}");
    let is_named = |line: &str| line.trim().to_ascii_lowercase().starts_with(&start);
    let is_valued = |line: &str| line.contains(&format!("\"{value}\"")) || line.ends_with(&format!(": {value}"));
    file.lines().any(is_named) && file.lines().any(is_valued)
}

#[test]
fn the_page_itself_says_the_policy_of_its_headers_but_for_what_a_meta_tag_cannot_say() {
    // Content Security Policy Level 3, section 3.3: `frame-ancestors` counts in a header alone.
    let policy = PAGE_POLICY.replace("frame-ancestors 'none'; ", "");
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let page = text("index.html");
    assert!(page.contains(&meta), "{meta}");
    assert!(page.contains("<meta name=\"referrer\" content=\"no-referrer\">"));
}

#[test]
fn every_file_for_a_web_server_says_the_headers_that_this_server_sends() {
    for (path, before) in HOSTING {
        let file = text(&format!("hosting/{path}"));
        for (name, value) in &HEADERS {
            assert!(says(&file, before, name.as_str(), value), "{path} does not say {name}: {value}");
        }
        assert!(says(&file, before, "cache-control", FOR_EVER), "{path}");
        let is_asked_again = file.contains(&format!("\"{ASK_AGAIN}\"")) || path.ends_with("_headers");
        assert!(is_asked_again && !file.contains("'unsafe-"), "{path}");
        assert_eq!(file.contains(DATA_POLICY), path.contains("same-origin"), "{path}");
    }
}

#[test]
fn every_file_begins_by_saying_what_it_is_and_how_to_try_it() {
    let others = ["static-hosts/_redirects", "github-pages/pages.yml", "container/Containerfile"];
    for path in HOSTING.iter().map(|(path, _)| *path).chain(others) {
        let file = text(&format!("hosting/{path}"));
        let beginning: Vec<_> = file.lines().take_while(|line| line.starts_with('#')).collect();
        let says = |word: &str| beginning.iter().any(|line| line.to_lowercase().contains(word));
        assert!(says("copy") || says("docker build"), "{path}");
        assert!(says("try it") || path.ends_with("_redirects"), "{path}");
    }
}
