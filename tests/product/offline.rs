//! The page is kept by its worker: it opens without a network, and a newer one is taken when its user says so.

use std::fs;

use serde_json::{Value, json};

use crate::harness::{Answer, Page, Recorder, StaticSite, path_named, wait_for};

/// A file of the built page.
fn built(name: &str) -> String {
    fs::read_to_string(path_named("POLICY_BUILDER_DIST").join(name)).expect("a file of the page")
}

/// The files of the built page that are kept.
fn files() -> Vec<String> {
    fs::read_dir(path_named("POLICY_BUILDER_DIST"))
        .expect("the page")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .filter(|name| !name.ends_with(".br") && !name.ends_with(".gz") && name != "worker.js")
        .collect()
}

/// What is kept of the page: the paths in each cache, by the cache's name.
fn kept(page: &Page) -> Value {
    let script = "return (async () => {
        const all = {};
        for (const name of await caches.keys()) {
            const kept = await (await caches.open(name)).keys();
            all[name] = kept.map((request) => new URL(request.url).pathname).sort();
        }
        return all;
    })()";
    page.run(script, &[])
}

/// Waits until a worker keeps the page, and visits it again: a first visit is not the worker's.
#[track_caller]
fn wait_until_kept(page: &Page, site: &StaticSite) {
    page.run("return navigator.serviceWorker.ready.then(() => true)", &[]);
    page.open_again(&site.page);
    assert_eq!(page.run("return navigator.serviceWorker.controller !== null", &[]), json!(true));
}

/// Puts a newer version of the page on the site: with another title, and so with another worker.
fn put_newer_version(site: &StaticSite) {
    put_version(site, "fedcba9876543210");
}

fn put_version(site: &StaticSite, new: &str) {
    site.put("index.html", &built("index.html").replace("<title>", "<title>Newer "));
    let worker = built("worker.js");
    let version = worker.split('"').find(|text| text.len() == 16 && !text.contains(' ')).expect("its version");
    site.put("worker.js", &worker.replace(&format!("\"{version}\""), &format!("\"{new}\"")));
}

#[test]
fn a_page_that_was_visited_opens_and_works_without_a_network() {
    let site = StaticSite::below("/tools/policies/");
    let page = Page::open(&site.page);
    wait_until_kept(&page, &site);
    site.go_away();
    page.open_again(&site.page);
    page.type_into("#field-name", "Written offline");
    // A part of the program that was never loaded before.
    page.click("#open");
    page.wait_until_there("#open-text");
    page.click_button("Cancel");
    assert!(page.code("curl").contains("Written offline"));
}

#[test]
fn nothing_is_kept_but_the_pages_own_files_and_the_worker_answers_for_nothing_else() {
    let site = StaticSite::below("/tools/");
    let page = Page::open(&site.page);
    wait_until_kept(&page, &site);
    let elsewhere = Recorder::answering("*", Answer::stored());
    let calls = "return (async () => {
        await fetch('/api/apis', { headers: { Authorization: 'a-key' } });
        await fetch('api/apis?p=0');
        await fetch(arguments[0] + '/api/portal/policies', { method: 'POST', body: '{}' });
        await fetch(arguments[0] + '/api/apis');
    })()";
    page.run(calls, &[&elsewhere.origin]);
    assert!(
        site.missed().ends_with(&["/api/apis".to_owned(), "/tools/api/apis?p=0".to_owned()]),
        "{:?}",
        site.missed()
    );
    assert_eq!(elsewhere.take().len(), 2);

    let kept = kept(&page);
    let caches = kept.as_object().expect("caches");
    assert_eq!(caches.len(), 1, "{kept}");
    let mut files: Vec<String> = files()
        .into_iter()
        .map(|name| if name == "index.html" { "/tools/".to_owned() } else { format!("/tools/{name}") })
        .collect();
    files.sort();
    assert_eq!(caches.values().next(), Some(&json!(files)));
}

#[test]
fn a_page_that_was_visited_opens_behind_a_network_that_says_nothing() {
    let site = StaticSite::below("/");
    let page = Page::open(&site.page);
    site.put("config.json", r#"{"address": "https://dash.example"}"#);
    wait_until_kept(&page, &site);
    site.fall_silent();
    page.open_again(&site.page);
    page.type_into("#field-name", "Behind a silent network");
    // What was set is known from the visit before.
    assert!(page.code("curl").contains("https://dash.example"));
}

#[test]
fn a_newer_page_is_announced_and_taken_on_a_press_and_the_policy_stays() {
    let site = StaticSite::below("/");
    let page = Page::open(&site.page);
    wait_until_kept(&page, &site);
    put_newer_version(&site);
    page.open_again(&site.page);
    wait_until_announced(&page);
    assert_eq!(page.run("return document.title", &[]), json!("Policy Builder for Tyk"));
    page.type_into("#field-name", "Half done");
    wait_for("the work in the storage", || {
        let stored = page.run("return JSON.stringify(Object.values(localStorage))", &[]).to_string();
        if stored.contains("Half done") { Ok(()) } else { Err(stored) }
    });
    page.click("#take-update");
    wait_for("the newer page", || match page.run("return document.title", &[]) {
        title if title == json!("Newer Policy Builder for Tyk") => Ok(()),
        title => Err(title.to_string()),
    });
    page.wait_for_text("#app", "Half done");
    // The version before stays for tabs that still show it.
    assert_eq!(kept(&page).as_object().map(serde_json::Map::len), Some(2));
    assert_eq!(page.run("return document.getElementById('update').hidden", &[]), json!(true));
}

#[test]
fn what_is_later_left_alone_goes_on_as_it_is() {
    let site = StaticSite::below("/");
    let page = Page::open(&site.page);
    wait_until_kept(&page, &site);
    put_newer_version(&site);
    page.open_again(&site.page);
    wait_until_announced(&page);
    page.click("#leave-update");
    assert_eq!(page.run("return document.getElementById('update').hidden", &[]), json!(true));
    assert_eq!(page.run("return document.title", &[]), json!("Policy Builder for Tyk"));
}

#[test]
fn half_of_a_newer_version_is_not_kept() {
    // The worker is there, and the page is still the old one: with the program, or with the looks of the version before.
    for other in ["policy-builder-", "page-"] {
        let site = StaticSite::below("/");
        let page = Page::open(&site.page);
        wait_until_kept(&page, &site);
        let before = kept(&page);
        let worker = built("worker.js").replace("\"policy-builder ", "\"still ").replace("`policy-builder ", "`still ");
        let worker = worker.replace(other, &format!("{other}f"));
        // All of the newer version is there but its page.
        let newer = |name: &str| name.replace(other, &format!("{other}f"));
        for name in files().into_iter().filter(|name| name.starts_with(other) && !name.ends_with(".wasm")) {
            site.put(&newer(&name), &built(&name));
        }
        site.put("worker.js", &worker.replace("still ", "policy-builder "));
        page.open_again(&site.page);
        page.run("return navigator.serviceWorker.getRegistration().then((it) => it.update()).catch(() => {})", &[]);
        let state =
            "return navigator.serviceWorker.getRegistration().then((it) => Boolean(it.installing || it.waiting))";
        wait_for("the end of the new worker", || match page.run(state, &[]) {
            Value::Bool(false) => Ok(()),
            busy => Err(busy.to_string()),
        });
        assert_eq!(page.run("return document.getElementById('update').hidden", &[]), json!(true));
        assert_eq!(kept(&page), before, "{other}");
    }
}

#[test]
fn a_first_visit_has_its_parts_when_they_are_gone_from_the_server() {
    let site = StaticSite::below("/");
    let page = Page::open(&site.page);
    wait_for("the worker of this visit", || {
        match page.run("return navigator.serviceWorker.controller !== null", &[]) {
            Value::Bool(true) => Ok(()),
            other => Err(other.to_string()),
        }
    });
    assert_eq!(page.run("return document.getElementById('update').hidden", &[]), json!(true));
    site.go_away();
    page.click("#open");
    page.wait_until_there("#open-text");
}

#[test]
fn what_another_tab_still_shows_stays_though_two_versions_have_come() {
    let site = StaticSite::below("/");
    let page = Page::open(&site.page);
    wait_until_kept(&page, &site);
    page.open_tab(&site.page);
    put_newer_version(&site);
    page.run(UPDATE, &[]);
    wait_until_announced(&page);
    put_version(&site, "0123456789abcdef");
    page.run(UPDATE, &[]);
    wait_for("the third version", || match kept(&page) {
        Value::Object(caches) if caches.len() == 3 && caches.keys().any(|name| name.ends_with("0123456789abcdef")) => {
            Ok(())
        }
        other => Err(other.to_string()),
    });
    page.click("#take-update");
    wait_for("the newer page", || match page.run("return document.title", &[]) {
        title if title == json!("Newer Policy Builder for Tyk") => Ok(()),
        title => Err(title.to_string()),
    });
    assert_eq!(kept(&page).as_object().map(serde_json::Map::len), Some(3));
}

/// Asks the browser to look for a newer worker.
const UPDATE: &str = "return navigator.serviceWorker.getRegistration().then((it) => it.update()).then(() => true)";

#[test]
fn a_server_that_is_out_of_order_and_a_page_for_signing_in_set_nothing() {
    for (status, location) in [(503, ""), (302, "/sign-in.html")] {
        let site = StaticSite::below("/");
        site.put("config.json", r#"{"address": "https://dash.example", "send": false}"#);
        site.put("sign-in.html", "<h1>Sign in</h1>");
        let page = Page::open(&site.page);
        wait_until_kept(&page, &site);
        site.refuse("config.json", status, location);
        for _ in 0..2 {
            page.open_again(&site.page);
            page.wait_for_text("#send-note", "This page is set up for previews only: it sends nothing.");
            assert!(page.code("curl").contains("https://dash.example"), "{status}");
            assert!(!page.is_there("#settings-fault"), "{status}");
        }
    }
}

#[test]
fn settings_that_were_taken_away_are_not_kept_either() {
    let site = StaticSite::below("/");
    site.put("config.json", r#"{"address": "https://dash.example"}"#);
    let page = Page::open(&site.page);
    wait_until_kept(&page, &site);
    site.refuse("config.json", 404, "");
    page.open_again(&site.page);
    site.go_away();
    page.open_again(&site.page);
    page.type_into("#field-name", "Nothing is set");
    assert!(!page.code("curl").contains("https://dash.example"));
}

#[test]
fn a_site_can_switch_it_off_in_its_settings() {
    let site = StaticSite::below("/");
    let page = Page::open(&site.page);
    wait_until_kept(&page, &site);
    site.put("config.json", r#"{"offline": false}"#);
    page.open_again(&site.page);
    assert!(!page.is_there("#settings-fault"));
    wait_until_forgotten(&page);
    // Until it is left, the page goes on behind the worker it was opened with.
    page.run("return fetch('config.json').then((it) => it.text())", &[]);
    wait_until_forgotten(&page);
}

#[test]
fn what_another_copy_below_another_path_keeps_is_left_to_it() {
    let site = StaticSite::below("/tools/");
    let page = Page::open(&site.page);
    wait_until_kept(&page, &site);
    page.run("return caches.open('policy-builder / 0123456789abcdef').then(() => true)", &[]);
    site.put("config.json", r#"{"offline": false}"#);
    page.open_again(&site.page);
    wait_for("that its own copy is gone", || match page.run("return caches.keys()", &[]) {
        left if left == json!(["policy-builder / 0123456789abcdef"]) => Ok(()),
        left => Err(left.to_string()),
    });
}

#[test]
fn a_copy_below_another_leaves_the_workers_of_that_alone_and_is_not_newer_than_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let below = folder.path().join("tools");
    fs::create_dir(&below).expect("a folder in it");
    for entry in fs::read_dir(path_named("POLICY_BUILDER_DIST")).expect("the page") {
        let file = entry.expect("a file");
        for folder in [folder.path(), &below] {
            fs::copy(file.path(), folder.join(file.file_name())).expect("a copy");
        }
    }
    let site = StaticSite::of(folder.path());
    let page = Page::open(&site.page);
    wait_until_kept(&page, &site);
    let tools = format!("{}tools/", site.page);
    let scopes = "return navigator.serviceWorker.getRegistrations().then((all) => all.map((it) => it.scope).sort())";

    site.put("tools/config.json", r#"{"offline": false}"#);
    site.asked();
    page.open_again(&tools);
    // The settings are compared when what was kept is away.
    wait_for("the settings a second time", || {
        let asked = site.asked_so_far("/tools/config.json");
        if asked >= 2 { Ok(()) } else { Err(asked.to_string()) }
    });
    assert_eq!(page.run(scopes, &[]), json!([site.page]));

    site.put("tools/config.json", "{}");
    page.open_again(&tools);
    wait_until_kept(&page, &site);
    page.open_again(&tools);
    wait_for("the worker of the copy below", || match page.run(scopes, &[]) {
        both if both == json!([site.page, tools]) => Ok(()),
        other => Err(other.to_string()),
    });
    assert_eq!(page.run("return document.getElementById('update').hidden", &[]), json!(true));
}

#[test]
fn the_worker_that_ends_it_takes_away_what_is_kept() {
    let site = StaticSite::below("/");
    let page = Page::open(&site.page);
    wait_until_kept(&page, &site);
    let ends = path_named("CARGO_MANIFEST_DIR").join("hosting").join("offline-off").join("worker.js");
    site.put("worker.js", &fs::read_to_string(ends).expect("the worker that ends it"));
    page.open_again(&site.page);
    wait_until_forgotten(&page);
}

/// Waits until nothing is kept of the page and no worker stands between it and its server.
#[track_caller]
fn wait_until_forgotten(page: &Page) {
    let script = "return (async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length])()";
    wait_for("that nothing is kept", || match page.run(script, &[]) {
        nothing if nothing == json!([0, 0]) => Ok(()),
        left => Err(left.to_string()),
    });
}

#[test]
fn a_folder_without_the_worker_is_a_whole_page() {
    let site = StaticSite::below("/");
    site.put("worker.js", "this is no script {");
    let page = Page::open(&site.page);
    page.type_into("#field-name", "Without a worker");
    assert!(page.code("curl").contains("Without a worker"));
    assert_eq!(page.run("return document.getElementById('crash').hidden", &[]), json!(true));
}

#[test]
fn settings_that_changed_since_the_browser_kept_them_are_announced_and_taken() {
    let site = StaticSite::below("/");
    site.let_browsers_keep();
    let page = Page::open(&site.page);
    site.put("config.json", r#"{"send": false}"#);
    page.open_again(&site.page);
    // Some browsers ask for the file anew all the same: then there is nothing to announce.
    let previews = "This page is set up for previews only: it sends nothing.";
    if !page.text_of("#send-note").is_some_and(|note| note.contains(previews)) {
        wait_until_announced(&page);
        page.click("#take-update");
    }
    page.wait_for_text("#send-note", previews);
}

/// Waits until the page says that there is a newer one.
#[track_caller]
fn wait_until_announced(page: &Page) {
    page.wait_until_there("#update:not([hidden])");
    page.wait_for_text("#update", "A newer version of this page is there.");
}
