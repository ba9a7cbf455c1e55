//! Bytes are the contract, whatever a policy holds.

use std::collections::BTreeSet;

use crate::agreement::Agreement;
use crate::harness::{Page, Recorder, SAMPLE_KEY, Server};
use crate::steps::{READINESS, choose_api, open_policy, send_and_take};

/// Names that mean something to shells, to curl, to JSON or to the eye.
const NAMES: [&str; 6] = [
    r#"Bob's "plan" \d+ $HOME $(id) `x` ! % é 計画 😀"#,
    r"\`x\` $TYK_API_KEY ${HOME} $'\x41' $((1+1)) <(id) {a,b} [1-3] ~ = * ?",
    r#"@start -d --data %PATH% %0a ^&|<> ; # !! !$ !x "!y" '!z'"#,
    r#"''' '\'' " \" \\ \\\\ \n \u0041 the last one is a backslash \"#,
    "Bob’s “plan” ‘x’ ‚y„ – — e\u{301} 👩\u{200d}👩\u{200d}👧 \u{a0}no-break",
    "  blanks   before, between and behind  ",
];

/// What cannot be typed into a field: line ends, tabs, control characters, and those that turn or hide text.
const UNTYPED: &str = r#"{
    "name": "line\nreturn\r\ntab\t nul\u0000 esc\u001b[31m del\u007f bom\ufeff ls\u2028 ps\u2029 rlo\u202E \/ \ud83d\ude00",
    "access_rights": {
        "it's $(id)": {
            "api_id": "it's $(id)",
            "api_name": "`id`\n'; id; '",
            "versions": ["v'1\""],
            "allowed_urls": [{"url": "^/a/(\\d+|'[^']*')$", "methods": ["GET"]}]
        }
    },
    "rate": 1.50, "per": 1e0, "quota_max": 9223372036854775807, "quota_renewal_rate": 3600,
    "tags": ["", "'", "\\", "@file", "!!"],
    "meta_data": {"k'\n\u0001": "v"},
    "$(id)": {"unknown": [1E400, -0, {}]}
}"#;

/// How that name is written: every escape that is needed, and no other.
const UNTYPED_NAME: &str = r#"  "name": "line\nreturn\r\ntab\t nul\u0000 esc\u001b[31m del\u007f bom\ufeff ls\u2028 ps\u2029 rlo\u202e / 😀","#;

/// The page behind a recorder, with a policy that is ready to send.
fn recorded() -> (Server, Recorder, Page) {
    let server = Server::start();
    // A policy that is stored would be updated by the next Send, and these tests send the same one many times.
    let recorder = Recorder::storing_nothing(&server.origin);
    let page = Page::open(&format!("{}/", recorder.origin));
    choose_api(&page, "Orders");
    (server, recorder, page)
}

#[test]
fn whatever_a_name_holds_every_shell_sends_the_bytes_that_the_browser_sends() {
    let (_server, recorder, page) = recorded();
    for name in NAMES {
        page.type_into("#field-name", name);
        assert_eq!(page.value_of("#field-name"), name);
        Agreement { page: &page, recorder: &recorder, key: SAMPLE_KEY }.assert();
    }
    assert_eq!(page.browser.origins_called(), BTreeSet::from([recorder.origin]));
}

#[test]
fn what_only_a_file_can_hold_is_sent_the_same_by_the_browser_and_every_shell() {
    let (_server, recorder, page) = recorded();
    open_policy(&page, UNTYPED);
    page.wait_for_text(READINESS, "Ready to send");
    Agreement { page: &page, recorder: &recorder, key: SAMPLE_KEY }.assert();
}

#[test]
fn a_policy_too_long_to_be_drawn_line_by_line_is_still_the_same_everywhere() {
    let (_server, recorder, page) = recorded();
    let members: Vec<_> = (0..3_500).map(|number| format!("\"key {number}\": \"it's\"")).collect();
    let orders = r#""access_rights": {"orders": {"api_id": "orders", "versions": ["Default"]}}"#;
    open_policy(&page, &format!(r#"{{"name": "long", {orders}, "meta_data": {{{}}}}}"#, members.join(",")));
    Agreement { page: &page, recorder: &recorder, key: SAMPLE_KEY }.assert();
}

#[test]
fn no_character_that_deceives_the_eye_is_shown_or_sent_as_it_stands() {
    let (_server, recorder, page) = recorded();
    open_policy(&page, UNTYPED);
    let sent = send_and_take(&page, &recorder);
    assert_eq!(sent.text().lines().nth(1), Some(UNTYPED_NAME));
    let deceives = |c: char| (c.is_control() && c != '\n') || "\u{2028}\u{2029}\u{202e}\u{feff}".contains(c);
    let shown = page.code("curl");
    assert!(!shown.contains(deceives), "{}", shown.escape_debug());
}

#[test]
fn numbers_and_unknown_members_are_sent_as_they_were_written() {
    let (_server, recorder, page) = recorded();
    open_policy(&page, UNTYPED);
    let sent = send_and_take(&page, &recorder);
    for line in [
        r#"  "rate": 1.50,"#,
        r#"  "per": 1e0,"#,
        r#"  "quota_max": 9223372036854775807,"#,
        "      1E400,",
        "      -0,",
    ] {
        assert!(sent.text().lines().any(|each| each == line), "{line} in\n{}", sent.text());
    }
}
