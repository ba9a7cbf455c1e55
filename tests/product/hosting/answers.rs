//! What the web servers say of each file of the page, and of what is not there.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use super::strict::{FOR_EVER, ask, assert_strict, promised};
use super::{Program, Site, all, is_hashed, start};
use crate::harness::{Matter, lacks, nobody};

#[test]
fn every_answer_is_as_strict_as_that_of_the_products_own_server() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let (site, promised) = (Site::new("", "{}"), promised());
    let missing = ["missing", "deeper/index.html", "policy-builder-0123456789abcdef.wasm"];
    let there = site.files().into_iter().chain([String::new()]).map(|name| (name, "200"));
    let files: Vec<_> = there.chain(missing.map(|name| (name.to_owned(), "404"))).collect();
    for (server, setup) in all() {
        let front = start(server, setup, site.root.path(), &nobody());
        for (name, status) in &files {
            let caching = if is_hashed(name) && *status == "200" { FOR_EVER } else { "no-cache" };
            for accepted in ["identity", "br, gzip"] {
                let answer = ask(&front.host, &format!("/{name}"), &format!("Accept-Encoding: {accepted}"));
                let context = format!("{server:?} {setup:?} {name} {accepted}");
                assert_eq!(answer.word(1), *status, "{context}");
                assert_strict(&answer, &promised, caching, &context);
            }
        }
    }
}

/// The types that a file may be given out as.
fn kinds(name: &str) -> &'static [&'static str] {
    match name.rsplit('.').next() {
        Some("css") => &["text/css"],
        Some("html") => &["text/html"],
        Some("js") => &["text/javascript", "application/javascript"],
        Some("json") => &["application/json"],
        Some("png") => &["image/png"],
        Some("svg") => &["image/svg+xml"],
        Some("wasm") => &["application/wasm"],
        Some("webmanifest") => &["application/manifest+json"],
        _ => panic!("what is {name}?"),
    }
}

#[test]
fn files_come_compressed_as_they_lie_there_with_their_own_type() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let site = Site::new("", "{}");
    let names = site.files();
    assert!(names.iter().filter(|name| site.has(&format!("{name}.br"))).count() > 10, "{names:?}");
    for (server, setup) in all() {
        let front = start(server, setup, site.root.path(), &nobody());
        for name in &names {
            let there = |ending: &str| site.has(&format!("{name}.{ending}"));
            let gzip = there("gz").then_some("gzip");
            // Without a module of its own nginx has gzip alone.
            let best = if there("br") && server != Program::Nginx { Some("br") } else { gzip };
            for (accepted, encoding) in [("identity", None), ("gzip", gzip), ("gzip, br", best)] {
                let answer = ask(&front.host, &format!("/{name}"), &format!("Accept-Encoding: {accepted}"));
                let context = format!("{server:?} {setup:?} {name} {accepted}");
                assert_eq!((answer.word(1), answer.header("content-encoding")), ("200", encoding), "{context}");
                let kind = answer.header("content-type").and_then(|kind| kind.split(';').next());
                assert!(kinds(name).contains(&kind.unwrap_or_default()), "{context} {kind:?}");
                if best.is_some() {
                    assert_eq!(answer.values("vary"), ["Accept-Encoding"], "{context}");
                }
            }
        }
    }
}

/// Writes a file as an archive brings it: all are of one time.
fn unpack(path: &Path, content: &str) {
    fs::write(path, content).expect("the file is written");
    let file = File::options().write(true).open(path).expect("the file");
    file.set_modified(UNIX_EPOCH + Duration::from_secs(1)).expect("its time");
}

#[test]
fn a_new_page_of_the_same_size_and_time_is_there_at_the_next_visit() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let site = Site::new("", "{}");
    for (server, setup) in all() {
        let front = start(server, setup, site.root.path(), &nobody());
        for name in ["index.html", "config.json"] {
            let path = site.root.path().join(name);
            unpack(&path, "{\"old\":1}");
            let old = ask(&front.host, &format!("/{name}"), "");
            let validators = [("etag", "If-None-Match"), ("last-modified", "If-Modified-Since")];
            let known = validators.map(|(given, asked)| old.header(given).map(|value| format!("{asked}: {value}")));
            let known = known.into_iter().flatten().collect::<Vec<_>>().join("\n");
            unpack(&path, "{\"new\":2}");
            let answer = ask(&front.host, &format!("/{name}"), &known);
            let context = format!("{server:?} {setup:?} {name} {known}");
            assert_eq!((answer.word(1), answer.body.as_slice()), ("200", &b"{\"new\":2}"[..]), "{context}");
        }
    }
}

#[test]
fn the_rules_for_static_hosts_keep_the_hashed_files_and_no_others() {
    let rules = include_str!("../../../hosting/static-hosts/_headers");
    let kept: Vec<_> = rules.lines().filter_map(|line| line.strip_prefix('/')?.strip_suffix("-*")).collect();
    for name in Site::new("", "{}").files() {
        let is_kept = kept.iter().any(|beginning| name.starts_with(&format!("{beginning}-")));
        assert_eq!(is_kept, is_hashed(&name), "{name}");
    }
}
