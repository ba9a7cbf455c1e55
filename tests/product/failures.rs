//! Dashboards that are down, refuse or are none: a sentence says what happened, and the policy stays.

use crate::harness::{Answer, Page, Recorder, Server, nobody};
use crate::steps::{add_api, connect, send_and_take};

const NAME: &str = "Not to be lost";

/// A page with a policy that is ready to send, and its origin.
fn ready() -> (Server, Page) {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.type_into("#field-name", NAME);
    add_api(&page, "orders");
    (server, page)
}

/// Sends to `address` and holds that the outcome has these sentences and nothing was lost.
#[track_caller]
fn assert_outcome(page: &Page, address: &str, sentences: &[&str]) {
    connect(page, address, "some-key");
    page.click("#send");
    for sentence in sentences {
        page.wait_for_text("#outcome", sentence);
    }
    assert!(!page.is_there("#policy-id"));
    assert_eq!(page.value_of("#field-name"), NAME);
    assert!(page.code("curl").contains(NAME));
}

#[test]
fn every_refusal_is_said_in_a_sentence_with_the_way_out_and_keeps_the_policy() {
    let envelope = |message: &str| format!(r#"{{"Message":"{message}","Meta":null,"Status":"Error"}}"#);
    let taken = "This policy name has already been used. Enter a unique policy name.";
    let foreign = "Object not owned by this organisation, write is forbidden";
    let stopped = "A proxy on the way got no answer from the dashboard";
    let cases = [
        (401, envelope("Not authorised"), "does not know this API key (401)", "Check the API key"),
        (403, envelope("Request body malformed."), "could not read the policy", "findings with rule R1"),
        (403, envelope("You do not have permission to access /policies"), "may not create policies", "write access"),
        (403, envelope(foreign), "names another organisation than that of the key's user (403)", "Take org_id out"),
        (400, envelope(taken), "Another policy already has this name", "Type another name"),
        (400, envelope("This policy ID has already been used."), "already has this id (400)", "leave it out"),
        (400, envelope("Invalid policy ID."), "does not take this for the id of a policy", "24 hex digits"),
        (400, envelope("Not on a Sunday"), "refused the policy", "It said: “Not on a Sunday”"),
        (404, "404 page not found".to_owned(), "no policy endpoint at this address", "often with port 3000"),
        (405, String::new(), "no policy endpoint at this address (404 or 405)", "Check the address"),
        (413, "<h1>Too large</h1>".to_owned(), "The policy of 1 KB is too large", "limits the size of a body"),
        (429, String::new(), "asks for a pause (429)", "Wait a minute"),
        (500, String::new(), "failed while it stored the policy (500)", "log"),
        (503, "<h1>Down</h1>".to_owned(), stopped, "Look whether the dashboard runs"),
        (504, "<h1>Too slow</h1>".to_owned(), stopped, "it may have arrived"),
        (200, "<!doctype html><h1>Log in</h1>".to_owned(), "not the Dashboard's API", "a login page"),
        (200, envelope("Something broke"), "not with Status OK", "It said: “Something broke”"),
        (200, String::new(), "not the Dashboard's API", "Check the address"),
    ];
    let (server, page) = ready();
    for (status, body, what, way_out) in cases {
        let recorder = Recorder::answering(&server.origin, Answer::new(status, &body));
        assert_outcome(&page, &recorder.origin, &[what, way_out]);
        assert_eq!(recorder.take_post().header("authorization"), Some("some-key"));
    }
}

#[test]
fn what_a_dashboard_answers_is_shown_as_text_and_never_read_as_html() {
    let (server, page) = ready();
    let hostile = r#"{"Message":"<img src=x onerror=alert(1)><b id=\"injected\">","Status":"Error"}"#;
    let recorder = Recorder::answering(&server.origin, Answer::new(400, hostile));
    assert_outcome(&page, &recorder.origin, &["It said: “<img src=x onerror=alert(1)>"]);
    assert!(!page.is_there("#injected") && !page.is_there("img"));
}

#[test]
fn a_dashboard_that_is_down_is_said_with_what_it_can_be() {
    let (_server, page) = ready();
    assert_outcome(
        &page,
        &nobody(),
        &[
            "No answer came from the dashboard",
            "Nothing answers at this host and port: the dashboard is down, or the port is another one.",
        ],
    );
}

#[test]
fn a_dashboard_that_lets_no_other_origin_in_is_said_the_same_way() {
    let (_server, page) = ready();
    let recorder = Recorder::answering("http://somebody-else.example", Answer::stored());
    assert_outcome(
        &page,
        &recorder.origin,
        &["No answer came", "Tyk's Dashboard lets no page of another origin call it."],
    );
    let calls: Vec<_> = recorder.take().iter().map(|call| (call.method().to_owned(), call.path().to_owned())).collect();
    // The second looks, without the key, whether anybody is there at all.
    assert_eq!((calls[0].0.as_str(), calls.len()), ("OPTIONS", 2), "the policy did not leave the page: {calls:?}");
    assert_eq!(calls[1], ("GET".to_owned(), "/".to_owned()));
}

#[test]
fn a_redirect_is_not_followed_so_that_the_key_goes_nowhere_else() {
    let (server, page) = ready();
    let elsewhere = Recorder::answering(&server.origin, Answer::stored());
    let mut answer = Answer::new(307, "");
    answer.headers.push(("Location", format!("{}/api/portal/policies", elsewhere.origin)));
    let recorder = Recorder::answering(&server.origin, answer);
    assert_outcome(&page, &recorder.origin, &["The address leads on to another place", "The key was not sent on."]);
    assert_eq!(elsewhere.take().len(), 0);
}

#[test]
fn after_a_failure_the_same_policy_is_sent_as_soon_as_the_address_is_mended() {
    let (server, page) = ready();
    assert_outcome(&page, &nobody(), &["No answer came"]);
    let recorder = Recorder::answering(&server.origin, Answer::stored());
    connect(&page, &recorder.origin, "some-key");
    assert!(send_and_take(&page, &recorder).text().contains(NAME));
    assert!(page.is_there("#policy-id"));
}

#[test]
fn the_field_that_a_refusal_is_likely_about_is_one_press_away() {
    let (server, page) = ready();
    let taken = r#"{"Message":"This policy name has already been used.","Meta":null,"Status":"Error"}"#;
    let recorder = Recorder::answering(&server.origin, Answer::new(400, taken));
    assert_outcome(&page, &recorder.origin, &["Likely about:", "/name"]);
    page.click_button("/name");
    page.wait_until_there("#field-name:focus");
}

#[test]
fn of_a_long_answer_the_page_shows_the_beginning_and_says_so() {
    let (server, page) = ready();
    let long = format!(r#"{{"Message":"{}","Meta":"{}end","Status":"Error"}}"#, "x".repeat(1_000), "y".repeat(100_000));
    let recorder = Recorder::answering(&server.origin, Answer::new(400, &long));
    assert_outcome(&page, &recorder.origin, &["It said: “xxx", "The answer itself (status 400)"]);
    let shown = page.run("return document.getElementById('outcome').textContent", &[]);
    let shown = shown.as_str().expect("a text");
    assert!(shown.contains("… (the rest is not shown)") && !shown.contains("yend"), "{} letters", shown.len());
    assert!((4_000..6_000).contains(&shown.len()), "{} letters", shown.len());
}
