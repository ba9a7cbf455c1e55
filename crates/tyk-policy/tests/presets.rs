//! The two document presets give the text of their pages.
//!
//! `tutorial-curl.txt` and `reference-curl.txt` are the commands as the two pages print them. The stored text of the tutorial
//! lost the marks that continue its lines and the brackets that close its body; `tutorial.json` is that body made whole.

#![cfg(test)]

use tyk_policy::draft::Draft;
use tyk_policy::read;
use tyk_policy::request::{Address, AuthorizationForm, KeyShown, Request, Style, Target};

fn only_policy(text: &str) -> Draft {
    read::text(text).policies.into_iter().next().expect("a policy").draft
}

fn preset(draft: &Draft, style: Style, address: &str) -> String {
    let authorization = style.own_authorization().expect("a preset brings its own");
    let target = Target { address: Address::new(address), authorization, layout: style.layout() };
    Request::create(draft, &target).curl(style, KeyShown::Variable)
}

/// What stands between the first `'` that opens a body and the last one that closes it.
fn body(command: &str) -> &str {
    let start = command.find("'{").or_else(|| command.find("'\n{")).expect("a body") + 1;
    let end = command.rfind('\'').expect("the end of the body");
    &command[start..end]
}

#[test]
fn as_in_the_reference_is_the_reference_pages_text_to_the_letter() {
    let page = include_str!("fixtures/reference-curl.txt");
    let command = preset(&only_policy(body(page)), Style::Reference, "");
    let with_the_pages_token =
        command.replace("\"Authorization: Bearer $TYK_API_KEY\"", "'Authorization: Bearer <token>'");
    assert_eq!(with_the_pages_token, page);
}

#[test]
fn as_in_the_tutorial_is_the_tutorials_text_around_the_body_to_the_letter() {
    let page = include_str!("fixtures/tutorial-curl.txt");
    let draft = only_policy(include_str!("fixtures/tutorial.json"));
    let command = preset(&draft, Style::Tutorial, "https://admin.cloud.tyk.io");
    let command = command.replace("$TYK_API_KEY", "{API-TOKEN}").replace(" \\\n", "\n");
    let (head, rest) = command.split_once("-d '").expect("the body's option");
    let (_, tail) = rest.split_once("}'").expect("the body's end");
    let (page_head, page_rest) = page.split_once("-d '").expect("the body's option");
    let (_, page_tail) = page_rest.rsplit_once("\n https").expect("the URL");
    assert_eq!(head, page_head);
    assert_eq!(tail, format!("\n https{page_tail}"));
}

#[test]
fn the_tutorials_body_differs_from_its_page_in_white_space_only() {
    let page = include_str!("fixtures/tutorial.json");
    let command = preset(&only_policy(page), Style::Tutorial, "");
    let without_blanks = |text: &str| text.split_whitespace().collect::<String>();
    // The blank in "POLICY NAME" and "Startup Users" is no white space between tokens, and falls away on both sides.
    assert_eq!(without_blanks(body(&command)), without_blanks(page));
}

#[test]
fn each_preset_brings_the_authorization_form_of_its_document() {
    assert_eq!(Style::Tutorial.own_authorization(), Some(AuthorizationForm::Key));
    assert_eq!(Style::Reference.own_authorization(), Some(AuthorizationForm::Bearer));
    assert_eq!(Style::Classic.own_authorization(), None);
}
