//! What the browser keeps of the work: between visits, in two tabs, and where it keeps nothing.

use serde_json::json;

use crate::harness::{Page, Server, wait_for};
use crate::steps::{add_api, command, json_pane, open_policy};

/// The names in the storage of unfinished work and of what was saved by name.
const UNFINISHED: &str = "policy-builder-unfinished-";
const NAMED: &str = "policy-builder-saved-";

/// The entries whose names begin like this: name and text.
fn entries(page: &Page, prefix: &str) -> Vec<(String, String)> {
    let script = "return Object.entries(localStorage).filter(([name]) => name.startsWith(arguments[0]))";
    serde_json::from_value(page.run(script, &[prefix])).expect("a list of texts")
}

/// Waits until so many entries are there, and gives them.
#[track_caller]
fn wait_for_entries(page: &Page, prefix: &str, count: usize) -> Vec<(String, String)> {
    wait_for(&format!("{count} entries"), || {
        let found = entries(page, prefix);
        if found.len() == count { Ok(found) } else { Err(format!("{found:?}")) }
    })
}

/// Waits until an unfinished work with this text in it is kept.
#[track_caller]
fn wait_until_kept(page: &Page, part: &str) {
    wait_for(&format!("{part} in the storage"), || {
        let found = entries(page, UNFINISHED);
        if found.iter().any(|(_, text)| text.contains(part)) { Ok(()) } else { Err(format!("{found:?}")) }
    });
}

/// Whether the browser would ask before the page is left.
fn guards(page: &Page) -> bool {
    let script = "const event = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(event);
        return event.defaultPrevented";
    page.run(script, &[]) == json!(true)
}

/// A name that a work is saved under.
#[track_caller]
fn save_as(page: &Page, name: &str) {
    show_saved(page);
    page.type_into("#saved-name", name);
    page.click("#saved-save");
}

/// Shows the dialog, unless it is open.
#[track_caller]
fn show_saved(page: &Page) {
    if !page.is_there("#saved-dialog[open]") {
        command(page, "#open-menu", "Saved work");
        page.wait_until_there("#saved-dialog[open]");
    }
}

fn open() -> (Server, Page) {
    let server = Server::start();
    let page = Page::open(&server.page());
    (server, page)
}

#[test]
fn work_is_offered_at_the_next_visit_and_comes_back_in_one_step_that_can_be_taken_back() {
    let (_server, page) = open();
    page.type_into("#field-name", "Gold");
    add_api(&page, "orders");
    let body = json_pane(&page);
    wait_until_kept(&page, "orders");
    page.reload();
    page.wait_for_text("#work-offer", "is kept: “Gold”, 1 API.");
    assert_eq!(page.value_of("#field-name"), "Startup Users");
    page.click("#work-bring");
    page.wait_for_text("h1", "Gold");
    assert_eq!(json_pane(&page), body);
    page.click("#undo");
    page.wait_for_text("h1", "Startup Users");
    page.click("#redo");
    page.wait_for_text("h1", "Gold");
    page.type_into("#field-name", "Gold again");
    page.reload();
    page.wait_for_text("#work-offer", "“Gold again”, 1 API.");
    wait_for_entries(&page, UNFINISHED, 1);
}

#[test]
fn work_that_is_not_wanted_now_stays_in_the_list_of_saved_work() {
    let (_server, page) = open();
    page.type_into("#field-name", "Later");
    wait_until_kept(&page, "Later");
    page.reload();
    page.click("#work-not-now");
    page.wait_until_gone("#work-offer");
    show_saved(&page);
    page.wait_for_text("#saved-unfinished", "“Later”, no API");
    page.click_button("Open “Later”, no API");
    page.wait_for_text("h1", "Later");
}

#[test]
fn what_is_as_the_page_begins_is_not_kept() {
    let (_server, page) = open();
    page.type_into("#field-name", "Gold");
    wait_until_kept(&page, "Gold");
    page.run("document.activeElement.blur()", &[]);
    page.click("#undo");
    wait_for_entries(&page, UNFINISHED, 0);
    page.reload();
    assert!(!guards(&page) && !page.is_there("#work-offer"));
}

#[test]
fn the_policy_that_another_one_takes_the_place_of_is_kept_beside_it() {
    let (_server, page) = open();
    page.type_into("#field-name", "First");
    open_policy(&page, r#"{"name": "Second"}"#);
    wait_until_kept(&page, "Second");
    wait_until_kept(&page, "First");
    page.click("#undo");
    page.type_into("#field-name", "First again");
    wait_until_kept(&page, "First again");
    wait_for_entries(&page, UNFINISHED, 2);
}

#[test]
fn a_text_of_the_json_editor_that_cannot_be_read_comes_back_too() {
    let (_server, page) = open();
    let entry = json!({ "policy-builder-work": 1, "text": "{\"name\": ", "is_readable": false, "changed": 1_700_000_000_000_u64 });
    page.run("localStorage.setItem('policy-builder-unfinished-1', arguments[0])", &[&entry.to_string()]);
    page.reload();
    page.wait_for_text("#work-offer", "a JSON text that is no policy yet");
    page.click("#work-bring");
    page.wait_for_text("main [role='status']", "Brought back your work");
    page.click("#share");
    page.click("#download");
    page.wait_for_text("main [role='status']", "The text in the JSON editor cannot be read as a policy.");
    page.reload();
    page.wait_for_text("#work-offer", "a JSON text that is no policy yet");
}

#[test]
fn the_policy_before_a_text_that_cannot_be_read_comes_back_with_it() {
    let (_server, page) = open();
    page.type_into("#field-name", "Read last");
    page.click("#tab-json");
    page.wait_until_there("#json-text");
    page.paste_into("#json-text", "{\"name\": \"half");
    page.wait_for_text("#json-fault", "Not read");
    wait_until_kept(&page, "half");
    page.reload();
    page.wait_for_text("#work-offer", "a JSON text that is no policy yet");
    page.click("#work-bring");
    page.wait_for_text("h1", "Read last");
    page.click("#tab-json");
    page.wait_until_there("#json-text");
    assert_eq!(page.value_of("#json-text"), "{\"name\": \"half");
    page.click("#unreadable-drop");
    page.wait_until_gone("#unreadable-drop");
    assert_eq!(page.value_of("#field-name"), "Read last");
}

#[test]
fn two_tabs_keep_their_own_work_and_neither_is_offered_that_of_the_other() {
    let (server, page) = open();
    let first = page.open_tab(&server.page());
    page.type_into("#field-name", "Of the first");
    wait_until_kept(&page, "Of the first");
    page.open_tab(&server.page());
    page.type_into("#field-name", "Of the second");
    wait_until_kept(&page, "Of the second");
    assert!(!page.is_there("#work-offer"));
    page.go_to_tab(&first);
    page.type_into("#field-name", "Of the first, later");
    wait_until_kept(&page, "Of the first, later");
    wait_until_kept(&page, "Of the second");
    wait_for_entries(&page, UNFINISHED, 2);
}

#[test]
fn work_is_saved_under_a_name_opened_renamed_and_deleted_with_a_way_back() {
    let (_server, page) = open();
    page.type_into("#field-name", "Gold");
    save_as(&page, "My plan");
    page.wait_for_text("#saved-dialog", "Saved as “My plan” in this browser.");
    wait_for_entries(&page, UNFINISHED, 0);
    page.reload();
    assert!(!page.is_there("#work-offer"));
    show_saved(&page);
    page.click_button("Open “My plan”");
    page.wait_for_text("h1", "Gold");
    page.wait_for_text("main [role='status']", "Opened “My plan”");

    show_saved(&page);
    page.click_button("Rename “My plan”");
    page.type_into("#rename", "Our plan");
    page.click("#rename-confirm");
    page.wait_for_text("#saved-named", "Our plan");
    page.click_button("Delete “Our plan”");
    page.wait_for_text("#saved-dialog", "Deleted.");
    wait_for_entries(&page, NAMED, 0);
    page.click("#saved-put-back");
    page.wait_for_text("#saved-named", "Our plan");
}

#[test]
fn the_second_tab_to_save_the_same_name_is_told_and_can_replace_it_or_take_another_name() {
    let (server, page) = open();
    let first = page.open_tab(&server.page());
    page.type_into("#field-name", "Of the first");
    save_as(&page, "Plan");
    page.wait_for_text("#saved-dialog", "Saved as “Plan”");
    page.click("#saved-close");

    page.open_tab(&server.page());
    page.type_into("#field-name", "Of the second");
    save_as(&page, "Plan");
    page.wait_for_text("#saved-problem", "There is a saved work “Plan” already.");
    page.click("#saved-replace");
    page.wait_for_text("#saved-dialog", "Saved as “Plan”");

    page.go_to_tab(&first);
    page.wait_for_text("main", "“Plan” was saved in another tab at");
    save_as(&page, "Plan");
    page.wait_for_text("#saved-problem", "“Plan” was saved in another tab at");
    page.type_into("#saved-name", "Plan of the first");
    page.click("#saved-save");
    page.wait_for_text("#saved-dialog", "Saved as “Plan of the first”");
    let entries = wait_for_entries(&page, NAMED, 2);
    assert!(
        entries.iter().any(|(name, text)| name.ends_with("-Plan") && text.contains("Of the second")),
        "{entries:?}"
    );
}

#[test]
fn a_storage_that_keeps_nothing_is_said_once_and_the_page_asks_before_it_is_left() {
    let (_server, page) = open();
    page.run("Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError') }", &[]);
    page.type_into("#field-name", "Gold");
    page.wait_for_text("main", "This browser does not let the page keep anything");
    assert!(guards(&page));
    page.click_button("Close this notice");
    page.type_into("#field-name", "Gold, again");
    std::thread::sleep(std::time::Duration::from_millis(900));
    assert!(!page.text_of("main").unwrap_or_default().contains("keep anything"));
    save_as(&page, "Plan");
    page.wait_for_text("#saved-problem", "This browser does not let the page keep anything");
}

#[test]
fn a_full_storage_is_said_nothing_kept_is_lost_and_it_goes_on_when_there_is_room() {
    let (_server, page) = open();
    page.type_into("#field-name", "Before");
    wait_until_kept(&page, "Before");
    let fill = "let size = 4_000_000, count = 0;
        while (size > 0) { try { localStorage.setItem(`other-${count++}`, 'x'.repeat(size)) } catch { size = size >> 1 } }";
    page.run(fill, &[]);
    page.type_into("#field-name", &"A longer name than before".repeat(4));
    page.wait_for_text("main", "The browser's storage is full");
    assert!(guards(&page));
    page.run("Object.keys(localStorage).filter(name => name.startsWith('other-')).forEach(name => localStorage.removeItem(name))", &[]);
    page.type_into("#field-name", "After");
    wait_until_kept(&page, "After");
    assert!(!guards(&page) && !page.text_of("main").unwrap_or_default().contains("storage is full"));
}

#[test]
fn an_entry_that_cannot_be_read_or_is_of_a_newer_page_is_listed_and_never_dropped() {
    let (_server, page) = open();
    page.run("localStorage.setItem('policy-builder-unfinished-1', 'garbage')", &[]);
    page.run("localStorage.setItem('policy-builder-saved-New', arguments[0])", &[r#"{"policy-builder-work": 9}"#]);
    page.reload();
    page.type_into("#field-name", "Gold");
    wait_until_kept(&page, "Gold");
    show_saved(&page);
    let says = page.wait_for_text("#saved-dialog", "This work cannot be read any more.");
    assert!(says.contains("saved by a newer Policy Builder") && says.contains("Copy its text"), "{says}");
    assert!(!page.is_there("#work-offer"));
    let kept = [entries(&page, UNFINISHED), entries(&page, NAMED)].concat();
    assert!(
        kept.iter().any(|(_, text)| text == "garbage") && kept.iter().any(|(name, _)| name.ends_with("-New")),
        "{kept:?}"
    );
}

#[test]
fn of_more_than_twenty_unfinished_works_the_oldest_go_and_those_with_a_name_stay() {
    let (_server, page) = open();
    let seed = "for (let number = 1; number <= 25; number++) {
            const work = { 'policy-builder-work': 1, name: '', text: '{\"name\": \"Plan ' + number + '\"}', is_readable: true, changed: number };
            localStorage.setItem('policy-builder-unfinished-seed' + number, JSON.stringify(work));
            localStorage.setItem('policy-builder-saved-seed' + number, JSON.stringify({ ...work, name: 'seed' + number }));
        }";
    page.run(seed, &[]);
    page.type_into("#field-name", "Gold");
    wait_until_kept(&page, "Gold");
    let left = wait_for_entries(&page, UNFINISHED, 20);
    assert!(
        left.iter().any(|(name, _)| name.ends_with("seed25")) && !left.iter().any(|(name, _)| name.ends_with("seed5"))
    );
    assert_eq!(entries(&page, NAMED).len(), 25);
}

#[test]
fn everything_is_forgotten_after_it_was_said_what_goes() {
    let (_server, page) = open();
    page.type_into("#field-name", "Gold");
    save_as(&page, "Plan");
    page.wait_for_text("#saved-dialog", "Saved as “Plan”");
    page.run(
        "localStorage.setItem('of-somebody-else', 'x'); localStorage.setItem('policy-builder-theme', 'dark')",
        &[],
    );
    page.click("#forget");
    let says = page.wait_for_text("#saved-dialog", "This takes out of this browser, for good:");
    assert!(says.contains("1 saved work, 0 unfinished ones"), "{says}");
    page.click("#forget-confirm");
    page.wait_for_text("#saved-dialog", "is gone.");
    assert_eq!(page.run("return Object.keys(localStorage)", &[]), json!(["of-somebody-else"]));
    assert_eq!(page.value_of("#field-name"), "Gold");
}
