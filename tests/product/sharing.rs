//! The policy as a link and as a file.

use serde_json::{Value, json};

use crate::copying::{allow_clipboard, clipboard};
use crate::harness::{Page, SAMPLE_KEY, Server, wait_for};
use crate::steps::{add_api, json_pane, open_policy};

/// Makes the fragment of a link of any text, compressed as the page does.
const PACK: &str = "const [text, done] = arguments;
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
    new Response(stream).arrayBuffer().then(buffer => {
        const letters = [...new Uint8Array(buffer)].map(byte => String.fromCharCode(byte)).join('');
        done('#policy=1.' + btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''));
    })";

fn packed(page: &Page, text: &str) -> String {
    let made = page.command("/execute/async", &json!({ "script": PACK, "args": [text] })).expect("it is packed");
    made.as_str().expect("a text").to_owned()
}

/// The link to the policy on the page.
#[track_caller]
fn link(page: &Page) -> String {
    page.click("#share");
    page.click("#share-link");
    page.wait_until_there("#share-url");
    let link = page.value_of("#share-url");
    page.click("#share-close");
    link
}

fn follow(page: &Page, fragment: &str) {
    page.run("location.hash = arguments[0]", &[fragment]);
}

fn address(page: &Page) -> String {
    page.run("return location.href", &[]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_link_says_what_it_holds_before_it_is_copied_and_opens_the_same_policy_elsewhere() {
    let server = Server::start();
    let page = Page::open(&server.page());
    allow_clipboard(&page, "granted");
    page.type_into("#field-name", "Gold 計画");
    add_api(&page, "orders");
    page.click("#share");
    page.click("#share-link");
    let says = page.wait_for_text("#share-contents", "Gold 計画");
    assert!(says.contains("1 API") && says.contains(&server.origin), "{says}");
    page.click("#copy-link");
    page.wait_for_text("#copy-link", "Copied");
    let link = page.value_of("#share-url");
    assert_eq!(clipboard(&page), link);
    assert!(link.starts_with(&format!("{}#policy=1.", server.page())) && !link.contains(SAMPLE_KEY), "{link}");
    page.click("#share-close");
    let body = json_pane(&page);

    let other = Page::open(&link);
    other.wait_for_text("main [role='status']", "Opened the policy of a link: “Gold 計画”, 1 API. Nothing was sent.");
    assert_eq!(json_pane(&other), body);
    assert_eq!(address(&other), server.page(), "the link is out of the address bar");
    other.click("#undo");
    other.wait_for_text("h1", "Startup Users");
    assert!(server.policies().is_empty());
}

#[test]
fn a_link_to_two_thousand_apis_opens_the_same_policy_and_says_that_it_is_long() {
    let server = Server::start();
    let page = Page::open(&server.page());
    let entry = |number: u32| {
        (format!("{:032x}", u128::from(number) * 0x9e37_79b9_7f4a_7c15), json!({ "versions": ["Default"] }))
    };
    let apis: serde_json::Map<String, Value> = (0..2_000).map(entry).collect();
    open_policy(&page, &json!({ "name": "Many", "rate": 1, "per": 1, "access_rights": apis }).to_string());
    let body = json_pane(&page);
    let link = link(&page);
    page.click("#share");
    page.click("#share-link");
    page.wait_for_text("#share-dialog", "Some programs cut links");
    let other = Page::open(&link);
    other.wait_for_text("main [role='status']", "“Many”, 2000 APIs.");
    assert_eq!(json_pane(&other), body);
}

#[test]
fn a_link_never_takes_the_place_of_work_but_is_offered() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.type_into("#field-name", "Work");
    let fragment = packed(&page, r#"{"policy-builder":1,"policy":{"name":"Linked"}}"#);
    follow(&page, &fragment);
    page.wait_for_text("#link-offer", "This link holds a policy: “Linked”, no API.");
    page.wait_for_text("h1", "Work");
    page.click("#link-not-now");
    page.wait_until_gone("#link-offer");
    assert_eq!(address(&page), server.page());
    follow(&page, &fragment);
    page.click("#link-open");
    page.wait_for_text("h1", "Linked");
    page.click("#undo");
    page.wait_for_text("h1", "Work");
}

#[test]
fn a_link_that_was_cut_or_altered_or_is_newer_or_a_bomb_says_so_and_the_page_goes_on() {
    let server = Server::start();
    let page = Page::open(&server.page());
    let whole = packed(&page, r#"{"policy-builder":1,"policy":{"name":"Linked","rate":100}}"#);
    let cut = whole[..whole.len() - 8].to_owned();
    let mut altered = whole.clone();
    let middle = whole.len() / 2 + 5;
    let other = if &whole[middle..=middle] == "A" { "B" } else { "A" };
    altered.replace_range(middle..=middle, other);
    let newer = packed(&page, r#"{"policy-builder":2,"policy":{"name":"Linked"}}"#);
    let bomb = page.command(
        "/execute/async",
        &json!({ "script": PACK.replace("[text, done] = arguments", "text = ' '.repeat(30_000_000), done = arguments[0]"), "args": [] }),
    );
    let bomb = bomb.expect("it is packed").as_str().expect("a text").to_owned();
    for (fragment, says) in [
        (cut.as_str(), "This link was cut short or altered."),
        (altered.as_str(), "This link was cut short or altered."),
        ("#policy=1.%%%", "This link was cut short or altered."),
        (newer.as_str(), "made by a newer Policy Builder"),
        ("#policy=2.abc", "made by a newer Policy Builder"),
        (bomb.as_str(), "larger than a link may hold"),
    ] {
        page.open_again(&format!("{}{fragment}", server.page()));
        page.wait_for_text("main", says);
        assert_eq!(page.value_of("#field-name"), "Startup Users");
    }
}

#[test]
fn the_file_holds_the_very_bytes_of_the_pane_under_the_name_of_the_policy() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.type_into("#field-name", "Gold/plan 計画");
    let body = json_pane(&page);
    page.click("#share");
    page.click("#download");
    page.wait_for_text("main [role='status']", "Gold-plan 計画.json is downloaded");
    wait_for("the file", || {
        let files = page.browser.downloads();
        let file = files.iter().find(|(path, _)| path.ends_with("Gold-plan 計画.json"));
        file.filter(|(_, content)| *content == body.as_bytes()).map(|_| ()).ok_or_else(|| format!("{files:?}"))
    });
}
