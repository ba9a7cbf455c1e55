use std::fs;

use tempfile::tempdir;

use crate::program::{argument, run};
use crate::server::{HASHED, built_page};

/// The page of the repository, whose Content-Security-Policy is the built page's.
const PAGE: &str = include_str!("../../../../index.html");

/// A built page with that policy, and with a worker.
fn page() -> tempfile::TempDir {
    let dist = built_page();
    fs::write(dist.path().join("index.html"), PAGE).unwrap();
    fs::write(dist.path().join("config.json"), "{}\n").unwrap();
    fs::write(dist.path().join("worker.js"), "const v=\"0123456789abcdef\"").unwrap();
    dist
}

/// The files of the page that is written with these options: page, settings, worker.
fn written(options: &[&str]) -> [String; 3] {
    let (dist, out) = (page(), tempdir().unwrap());
    let folder = out.path().join("deeper").join("page");
    let done = run(&[&["page", argument(&folder), "--dist", argument(dist.path())], options].concat());
    assert_eq!((done.exit, done.out.as_str()), (0, ""), "{}", done.err);
    assert_eq!(done.err, format!("5 files are in {}\n", folder.display()));
    assert_eq!(fs::read_to_string(folder.join(HASHED)).unwrap(), "wasm");
    ["index.html", "config.json", "worker.js"].map(|name| fs::read_to_string(folder.join(name)).unwrap())
}

#[test]
fn the_page_is_written_as_it_is_unless_something_else_is_asked_for() {
    assert_eq!(written(&[]), [PAGE.to_owned(), "{}\n".to_owned(), "const v=\"0123456789abcdef\"".to_owned()]);
}

#[test]
fn a_page_for_one_dashboard_may_call_its_origin_alone() {
    let [page, settings, worker] = written(&["--dashboard", "https://dash.example:3000/tyk"]);
    assert!(page.contains("; connect-src 'self' https://dash.example:3000; manifest-src"), "{page}");
    assert_eq!(settings, "{\"address\":\"https://dash.example:3000/tyk\"}\n");
    assert_eq!(worker, "const v=\"0123456789abcdef-https://dash.example:3000\"");
}

#[test]
fn a_page_for_previews_may_call_nothing() {
    let [page, settings, worker] = written(&["--preview"]);
    assert!(page.contains("; connect-src 'self'; manifest-src"), "{page}");
    assert_eq!((settings.as_str(), worker.as_str()), ("{\"send\":false}\n", "const v=\"0123456789abcdef-preview\""));
}

#[test]
fn nothing_compressed_lies_beside_what_differs_from_page_to_page() {
    let (dist, out) = (page(), tempdir().unwrap());
    for folder in [dist.path(), out.path()] {
        for name in ["index.html.gz", "config.json.br", "worker.js.br", "worker.js.gz"] {
            fs::write(folder.join(name), "of the page before").unwrap();
        }
    }
    fs::write(dist.path().join(format!("{HASHED}.br")), "small").unwrap();
    let done = run(&["page", argument(out.path()), "--dist", argument(dist.path()), "--preview"]);
    assert_eq!(done.exit, 0, "{}", done.err);
    let names = fs::read_dir(out.path()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let compressed: Vec<_> = names.filter(|name| name.ends_with(".br") || name.ends_with(".gz")).collect();
    assert_eq!(compressed, [format!("{HASHED}.br")]);
}

#[test]
fn a_page_that_was_changed_is_not_narrowed_and_no_dashboard_goes_with_a_preview() {
    let (dist, out) = (built_page(), tempdir().unwrap());
    let refused = run(&["page", argument(out.path()), "--dist", argument(dist.path()), "--preview"]);
    assert_eq!(refused.exit, 2);
    assert!(refused.err.contains("the page is not as it was built"), "{}", refused.err);
    assert_eq!(run(&["page", "x", "--preview", "--dashboard", "https://dash.example"]).exit, 2);
}

#[test]
fn without_a_page_there_is_nothing_to_write() {
    let (empty, out) = (tempdir().unwrap(), tempdir().unwrap());
    let refused = run(&["page", argument(&out.path().join("x")), "--dist", argument(empty.path())]);
    assert_eq!(refused.exit, 2);
    assert!(refused.err.contains("there is no built page"), "{}", refused.err);
}
