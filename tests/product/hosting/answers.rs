//! What the web servers say of each file of the page, and of what is not there.

use super::strict::{FOR_EVER, ask, assert_strict, promised};
use super::{Program, Site, all, start};
use crate::harness::{Matter, lacks, nobody};

#[test]
fn every_answer_is_as_strict_as_that_of_the_products_own_server() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let (site, promised) = (Site::new("", "{}"), promised());
    let (program, module) = (site.file("policy-builder-", ".wasm"), site.file("policy-builder-", ".js"));
    for (server, setup) in all() {
        let front = start(server, setup, site.root.path(), &nobody());
        for (path, status, caching) in [
            ("/", "200", "no-cache"),
            ("/index.html", "200", "no-cache"),
            ("/config.json", "200", "no-cache"),
            ("/manifest.webmanifest", "200", "no-cache"),
            (&format!("/{program}"), "200", FOR_EVER),
            (&format!("/{module}"), "200", FOR_EVER),
            ("/missing", "404", "no-cache"),
            ("/deeper/index.html", "404", "no-cache"),
            ("/policy-builder-0123456789abcdef.wasm", "404", "no-cache"),
        ] {
            for accepted in ["identity", "br, gzip"] {
                let answer = ask(&front.host, path, &format!("Accept-Encoding: {accepted}"));
                let context = format!("{server:?} {setup:?} {path} {accepted}");
                assert_eq!(answer.word(1), status, "{context}");
                assert_strict(&answer, &promised, caching, &context);
            }
        }
    }
}

#[test]
fn files_come_compressed_as_they_lie_there_with_their_own_type() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let site = Site::new("", "{}");
    for (server, setup) in all() {
        let front = start(server, setup, site.root.path(), &nobody());
        for (name, kinds) in [
            ("index.html".to_owned(), &["text/html"][..]),
            (site.file("policy-builder-", ".wasm"), &["application/wasm"]),
            (site.file("page-", ".css"), &["text/css"]),
            (site.file("policy-builder-", ".js"), &["text/javascript", "application/javascript"]),
        ] {
            // Without a module of its own nginx has gzip alone.
            let best = if server == Program::Nginx { "gzip" } else { "br" };
            for (accepted, encoding) in [("identity", None), ("gzip", Some("gzip")), ("gzip, br", Some(best))] {
                let answer = ask(&front.host, &format!("/{name}"), &format!("Accept-Encoding: {accepted}"));
                let context = format!("{server:?} {setup:?} {name} {accepted}");
                assert_eq!((answer.word(1), answer.header("content-encoding")), ("200", encoding), "{context}");
                let kind = answer.header("content-type").and_then(|kind| kind.split(';').next());
                assert!(kinds.contains(&kind.unwrap_or_default()), "{context} {kind:?}");
                assert_eq!(answer.values("vary"), ["Accept-Encoding"], "{context}");
            }
        }
        for (name, kind) in [
            ("config.json".to_owned(), "application/json"),
            ("manifest.webmanifest".to_owned(), "application/manifest+json"),
            (site.file("icon-", ".svg"), "image/svg+xml"),
        ] {
            let answer = ask(&front.host, &format!("/{name}"), "");
            assert_eq!(answer.header("content-type"), Some(kind), "{server:?} {setup:?} {name}");
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
