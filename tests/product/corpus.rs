//! Real policies, commands and operator files by others: each is opened, recognised, and given back unchanged.
//!
//! They lie beside the repository; in a clone without them this test says that it is skipped.

use std::fs;
use std::path::{Path, PathBuf};

use tyk_policy::check::Path as CheckedPath;
use tyk_policy::draft::{Edit, Json};
use tyk_policy::read::{self, Reading, TextKind};
use tyk_policy::write::{self, Layout};

use crate::harness::{Page, Server, wait_for};

/// Every file of one folder of the corpus.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(folder);
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("skipped: no corpus at {}", folder.display());
        return Vec::new();
    };
    let files = entries.map(|entry| entry.expect("an entry").path());
    files.filter(|path| path.extension().is_some_and(|ending| ending != "md")).collect()
}

/// Puts a text into the dialog and presses Open.
fn paste(page: &Page, text: &str) {
    page.click("#open");
    page.wait_until_there("#open-text");
    page.paste_into("#open-text", text);
    page.click("#open-confirm");
}

/// The policy that the page now holds, as the JSON pane shows it.
fn shown(page: &Page) -> Json {
    page.click("#tab-json");
    read::json(&page.code("json")).expect("the pane holds JSON")
}

/// What a text says of its first policy, found without the readers that the page uses: by its place in the JSON.
fn first_policy(text: &str, reading: &Reading) -> Option<Json> {
    let place = reading.policies.first()?.path.to_string();
    let mut value = read::json(text).ok()?;
    for step in place.split('/').skip(1) {
        let name = step.replace("~1", "/").replace("~0", "~");
        value = match value {
            Json::List(items) => items.into_iter().nth(name.parse().ok()?)?,
            Json::Object(object) => object.get(&name)?.clone(),
            _ => return None,
        };
    }
    Some(value)
}

/// Opens a text; where it holds several policies, the first of them.
fn open(page: &Page, name: &str, text: &str, reading: &Reading) {
    paste(page, text);
    if reading.policies.len() > 1 {
        let question = format!("{} policies. Which one?", reading.policies.len());
        page.wait_for_text("#open-choice", &question);
        page.click("#open-choice button");
    }
    let notice = page.wait_for_text("main [role='status']", "Opened");
    let what = reading.kind.description();
    assert!(notice.contains(what), "{name}: {notice}");
    assert!(!page.is_there("#open-dialog[open]"), "{name}");
    // The text is still there, as it was.
    assert_eq!(page.value_of("#open-text"), text, "{name}");
    page.click_button("Close this notice");
}

#[test]
fn every_public_policy_is_opened_recognised_and_given_back_unchanged() {
    let server = Server::start();
    let page = Page::open(&server.page());
    for path in files("policies") {
        let name = path.display().to_string();
        let text = fs::read_to_string(&path).expect("a text");
        let reading = read::text(&text);
        if reading.policies.is_empty() {
            refused(&page, &name, &text);
        } else {
            open(&page, &name, &text, &reading);
            assert_eq!(Some(shown(&page)), first_policy(&text, &reading), "{name}");
        }
    }
}

#[test]
fn of_every_public_policy_a_name_that_is_typed_in_the_form_changes_the_name_alone() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.click("#tab-json");
    page.wait_until_there("#json-text");
    for path in files("policies") {
        let name = path.display().to_string();
        let text = fs::read_to_string(&path).expect("a text");
        let reading = read::text(&text);
        let Some(found) = reading.policies.first() else { continue };
        open(&page, &name, &text, &reading);
        page.type_into("#field-name", "Typed in the form");
        let edit = Edit::Set(CheckedPath::root().name("name"), Json::from("Typed in the form"));
        let expected = write::draft(&found.draft.edited(&[edit]), Layout::Indented);
        wait_for(&name, || {
            let shown = page.code("json");
            if shown == expected { Ok(()) } else { Err(shown) }
        });
    }
}

/// A text without a policy stays in the box, with the reason.
fn refused(page: &Page, name: &str, text: &str) {
    paste(page, text);
    page.wait_for_text("#open-problem", ".");
    assert_eq!(page.value_of("#open-text"), text, "{name}");
    page.click_button("Cancel");
}

#[test]
fn every_public_command_and_operator_file_is_opened_for_what_it_is() {
    let server = Server::start();
    let page = Page::open(&server.page());
    for (folder, kind) in [("curl", TextKind::Curl), ("operator", TextKind::Operator), ("sync", TextKind::SyncIndex)] {
        for path in files(folder) {
            let name = path.display().to_string();
            let text = fs::read_to_string(&path).expect("a text");
            let reading = read::text(&text);
            assert_eq!(reading.kind, kind, "{name}");
            match reading.policies.first() {
                None => refused(&page, &name, &text),
                Some(found) => {
                    open(&page, &name, &text, &reading);
                    let written = write::draft(&found.draft, Layout::Indented);
                    assert_eq!(Some(shown(&page)), read::json(&written).ok(), "{name}");
                }
            }
        }
    }
}
