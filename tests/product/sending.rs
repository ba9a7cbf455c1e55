//! Pressing Send: it asks when there are errors, waits, can be stopped, and never sends twice.

use std::time::Duration;

use crate::harness::{Answer, Page, Recorder, Server, StaticSite, Wait, wait_for};
use crate::steps::{add_api, connect};

/// A page that sends to a dashboard with this answer.
fn page_with(answer: Answer) -> (Server, Recorder, Page) {
    let server = Server::start();
    let recorder = Recorder::answering(&server.origin, answer);
    let page = Page::open(&server.page());
    connect(&page, &recorder.origin, "some-key");
    (server, recorder, page)
}

#[test]
fn with_errors_send_asks_first_and_sends_only_when_told_to() {
    let (_server, recorder, page) = page_with(Answer::stored());
    page.type_into("#field-name", "");
    page.click("#send");
    page.wait_for_text("[aria-label='Request']", "Send with 1 error?");
    page.wait_until_there("#send-anyway:focus");
    assert_eq!(recorder.take().len(), 0);

    page.click_button("Back to the policy");
    page.wait_until_there("#findings-first:focus");
    assert!(!page.is_there("#send-anyway"));

    page.click("#send");
    page.click("#send-anyway");
    page.wait_for_text("#outcome", "The policy is stored.");
    assert!(recorder.take_post().text().contains(r#""name": """#));
}

#[test]
fn a_half_typed_number_is_sent_as_it_was_typed_after_the_question() {
    let (_server, recorder, page) = page_with(Answer::stored());
    add_api(&page, "orders");
    page.type_into("#field-rate", "12x");
    page.click("#send");
    page.click("#send-anyway");
    page.wait_for_text("#outcome", "The policy is stored.");
    assert!(recorder.take_post().text().contains(r#""rate": "12x""#));
}

#[test]
fn a_slow_dashboard_is_waited_for_and_the_page_says_how_long_already() {
    let slow = Answer { wait: Wait::For(Duration::from_secs(3)), ..Answer::stored() };
    let (_server, _recorder, page) = page_with(slow);
    add_api(&page, "orders");
    page.click("#send");
    page.wait_for_text("#send", "Sending…");
    wait_for("the seconds to count up", || {
        let says = page.text_of("#send-note").unwrap_or_default();
        let seconds = says.strip_prefix("Waiting for the answer, ").and_then(|rest| rest.strip_suffix(" s"));
        if seconds.is_some_and(|seconds| seconds != "0") { Ok(()) } else { Err(says) }
    });
    page.wait_for_text("#outcome", "The policy is stored.");
    page.wait_for_text("#send", "Send policy");
}

#[test]
fn a_call_that_takes_too_long_can_be_stopped_and_the_policy_stays() {
    let (_server, _recorder, page) = page_with(Answer { wait: Wait::ForEver, ..Answer::stored() });
    add_api(&page, "orders");
    page.type_into("#field-name", "Not to be lost");
    page.click("#send");
    page.click_button("Stop");
    page.wait_for_text("#outcome", "You stopped the call before an answer came.");
    assert_eq!(page.value_of("#field-name"), "Not to be lost");
}

#[test]
fn pressing_send_again_while_a_call_is_under_way_sends_nothing_more() {
    let (_server, recorder, page) = page_with(Answer { wait: Wait::ForEver, ..Answer::stored() });
    add_api(&page, "orders");
    page.run("for (let press = 0; press < 3; press += 1) document.getElementById('send').click()", &[]);
    page.wait_for_text("#send", "Sending…");
    page.click("#send");
    page.click_button("Stop");
    page.wait_for_text("#outcome", "You stopped the call");
    recorder.take_post();
}

/// A list in brackets once made the commands of the two documents send twice, and curl and browser differ about `%2e%2e`.
#[test]
fn an_address_that_curl_and_browser_read_differently_is_not_sent_to_and_the_page_says_why() {
    let (_server, recorder, page) = page_with(Answer::stored());
    add_api(&page, "orders");
    for (path, says) in [("/[1-2]", "has a `[` in it"), ("/a/%2e%2e", "Take the parts . and .. out")] {
        page.type_into("#connection-address", &format!("{}{path}", recorder.origin));
        page.click("#send");
        page.wait_for_text("#connection-address-fault", says);
        page.wait_until_there("#connection-address:focus");
    }
    assert_eq!(recorder.take().len(), 0);
}

/// Lets the half minute that the page waits for an answer pass in a second.
const HURRY: &str = "const later = window.setTimeout;
    window.setTimeout = (act, time, ...rest) => later(act, time === 30_000 ? 1_000 : time, ...rest);";

#[test]
fn a_dashboard_that_never_answers_is_given_up_and_the_page_says_where_to_look_and_sends_no_second_time() {
    let site = StaticSite::below("/");
    site.begin_with(HURRY);
    let recorder = Recorder::answering(&site.origin, Answer { wait: Wait::ForEver, ..Answer::stored() });
    let page = Page::open(&site.page);
    connect(&page, &recorder.origin, "some-key");
    add_api(&page, "orders");
    page.click("#send");
    page.wait_for_text("#outcome", "The dashboard did not answer within 30 seconds.");
    let says = page.wait_for_text("#doctor", "Most likely: The dashboard takes longer to answer than this page waits.");
    assert!(says.contains("for 30 seconds."), "{says}");
    assert!(says.contains("Look in the dashboard whether the policy is there before you send again"), "{says}");
    page.wait_for_text("#send", "Send policy");
    recorder.take_post();
}
