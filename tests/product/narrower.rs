//! Pages that may call less (`tyk-policy page`): the browser itself holds them to it.

use std::process::Command;

use serde_json::json;
use tempfile::{TempDir, tempdir};

use crate::harness::{Answer, Page, Recorder, StaticSite, path_named};
use crate::steps::{connect, send_and_take};

/// A folder with the built page as `tyk-policy page` writes it with these options.
fn page_with(options: &[&str]) -> TempDir {
    let folder = tempdir().expect("a folder");
    let mut command = Command::new(path_named("POLICY_BUILDER_CLI"));
    command.arg("page").arg(folder.path()).arg("--dist").arg(path_named("POLICY_BUILDER_DIST")).args(options);
    assert!(command.status().expect("the command runs").success());
    folder
}

/// What becomes of a call by a script in the page.
fn call(page: &Page, address: &str) -> String {
    let script = "return fetch(arguments[0], { method: 'POST', body: 'a key' }).then(() => 'sent', () => 'refused')";
    page.run(script, &[address]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_page_for_previews_can_call_nobody_whatever_runs_in_it() {
    let folder = page_with(&["--preview"]);
    let site = StaticSite::of(folder.path());
    let page = Page::open(&site.page);
    let elsewhere = Recorder::answering("*", Answer::stored());
    assert_eq!(call(&page, &elsewhere.origin), "refused");
    assert_eq!(elsewhere.take().len(), 0);
    page.wait_for_text("#send-note", "This page is set up for previews only: it sends nothing.");
    assert!(!page.is_there("#send") && !page.is_there("#connection-key"));
    assert!(page.code("curl").contains("/api/portal/policies"));
}

#[test]
fn a_page_for_one_dashboard_sends_there_and_nowhere_else() {
    let own = Recorder::answering("*", Answer::stored());
    let folder = page_with(&["--dashboard", &own.origin]);
    let site = StaticSite::of(folder.path());
    let page = Page::open(&site.page);
    assert_eq!(page.value_of("#connection-address"), own.origin);
    page.type_into("#connection-key", "some-key");
    assert_eq!(send_and_take(&page, &own).header("authorization"), Some("some-key"));

    let elsewhere = Recorder::answering("*", Answer::stored());
    assert_eq!(call(&page, &elsewhere.origin), "refused");
    connect(&page, &elsewhere.origin, "some-key");
    page.click("#send");
    page.wait_for_text("#outcome", "This page's own Content-Security-Policy does not allow calls to this address.");
    assert_eq!(elsewhere.take().len(), 0);
}

#[test]
fn a_page_of_another_kind_at_the_same_address_takes_the_place_of_the_kept_one() {
    let (open, preview) = (page_with(&[]), page_with(&["--preview"]));
    let site = StaticSite::of(open.path());
    let page = Page::open(&site.page);
    page.run("return navigator.serviceWorker.ready.then(() => true)", &[]);
    for name in ["index.html", "config.json", "worker.js"] {
        site.put(name, &std::fs::read_to_string(preview.path().join(name)).expect("a file of the page"));
    }
    page.open_again(&site.page);
    page.wait_until_there("#update:not([hidden])");
    page.wait_for_text("#update", "A newer version of this page is there.");
    page.click("#take-update");
    page.wait_for_text("#send-note", "This page is set up for previews only: it sends nothing.");
    assert_eq!(page.run("return navigator.serviceWorker.controller !== null", &[]), json!(true));
}
