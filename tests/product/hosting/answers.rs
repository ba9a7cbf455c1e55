//! What the web servers say of each file of the page, and of what is not there.

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

#[test]
fn a_file_that_has_not_changed_is_not_sent_again_and_is_as_strict() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let (site, promised) = (Site::new("", "{}"), promised());
    let program = site.file("policy-builder-", ".wasm");
    for (server, setup) in all() {
        let front = start(server, setup, site.root.path(), &nobody());
        for (path, caching) in [("/index.html", "no-cache"), (&format!("/{program}"), FOR_EVER)] {
            for accepted in ["Accept-Encoding: identity", "Accept-Encoding: gzip"] {
                let first = ask(&front.host, path, accepted);
                let tag = first.header("etag").expect("it has a tag");
                let again = ask(&front.host, path, &format!("{accepted}\nIf-None-Match: {tag}"));
                let context = format!("{server:?} {setup:?} {path} {accepted}");
                assert_eq!((again.word(1), again.body.len()), ("304", 0), "{context}");
                assert_strict(&again, &promised, caching, &context);
            }
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
