//! Everything that a dashboard at another origin, or what stands before it, can do wrong (browser-post.md section 12): a
//! sentence says what happened, and nothing is sent twice.

use std::time::Duration;

use serde_json::json;

use crate::apart::Apart;
use crate::harness::{Answer, Page, Recorder, StaticSite};
use crate::steps::{add_api, connect};

/// More often than any browser tries a call by itself: Chromium twice, Firefox up to ten times.
const EVERY_ATTEMPT: u32 = 20;

#[test]
fn a_preflight_that_is_not_answered_well_is_said_with_the_mend_and_the_policy_does_not_leave_the_page() {
    let apart = Apart::start();
    let (page, dashboard) = (&apart.site.origin, &apart.dashboard.origin);
    // The first call is the search for the name; where that is let in, the policy itself may still not be.
    // A refused question before the call is not to be told from an error that the page may not read.
    let both = "Most likely: Tyk's Dashboard lets no page of another origin call it.";
    for (method, likely) in [("GET", both), ("POST", "answered another call of this page a moment before.")] {
        for (status, to) in [(401, None), (404, None), (405, None), (302, Some("http://127.0.0.1:9/"))] {
            let name = format!("Preflight {status} of {method}");
            let mut fault = json!({ "kind": "preflight", "status": status });
            if let Some(to) = to {
                fault["to"] = json!(to);
            }
            apart.send(&name, method, &fault);
            apart.assert_says(
                &name,
                &[
                    "No answer came from the dashboard, and the browser does not say why.",
                    &format!("This page is from {page}, the dashboard is {dashboard}: two origins."),
                    "answers this browser, so host, port and certificate are right.",
                    "Tyk's Dashboard lets no page of another origin call it.",
                    &format!("tyk-policy serve --dashboard {dashboard}"),
                    "Put a web server in front of the dashboard that lets this page, and no other, call it.",
                    likely,
                ],
            );
            assert_eq!(apart.posts(), [], "{name}");
        }
    }
    assert_eq!(apart.dashboard.policies().len(), 0);
}

#[test]
fn an_error_without_the_headers_for_other_origins_is_said_as_no_answer() {
    let apart = Apart::start();
    apart.send("Bare 401", "GET", &json!({ "kind": "unauthorised" }));
    apart.assert_says(
        "Bare 401",
        &[
            "No answer came from the dashboard",
            "two origins",
            "answers this browser, so host, port and certificate are right.",
            "What it can be, the likeliest first",
            "Tyk's Dashboard lets no page of another origin call it.",
            "its errors, such as 401 for a wrong key, come without the headers that let this page read them.",
            "check the API key and its authorization form",
        ],
    );
    let says = apart.page.text_of("#doctor").unwrap_or_default();
    assert!(!says.contains("The cause\n"), "the one is as possible as the other: {says}");
    assert_eq!(apart.posts(), []);
}

#[test]
fn whatever_is_answered_instead_of_a_success_is_said_in_a_sentence_and_sent_once() {
    let apart = Apart::start();
    let elsewhere = Recorder::answering(&apart.site.origin, Answer::stored());
    let look = "Look in the dashboard whether the policy is there before you send it again: it may have arrived.";
    for (fault, what, way_out, stored) in [
        (json!({ "kind": "html" }), "A web page answered, but it is not the Dashboard's API (200).", "a login page", 0),
        (json!({ "kind": "server-error" }), "The dashboard failed while it stored the policy (500).", "log", 0),
        (
            json!({ "kind": "error-in-200" }),
            "The dashboard answered, but not with Status OK.",
            "Nothing was stored.",
            0,
        ),
        (json!({ "kind": "truncated" }), "The answer stopped before its end.", look, 1),
        (json!({ "kind": "huge", "bytes": 70_000_000 }), "The answer is larger than what is read of one.", look, 0),
        (
            json!({ "kind": "redirect", "to": elsewhere.origin }),
            "The address leads on to another place; nothing was sent there.",
            "The key was not sent on.",
            0,
        ),
    ] {
        let before = apart.dashboard.policies().len();
        let name = fault["kind"].as_str().expect("a word");
        apart.send(name, "POST", &fault);
        apart.assert_says(name, &[what, way_out]);
        assert_eq!(apart.posts().len(), 1, "{name}: {:?}", apart.posts());
        assert_eq!(apart.dashboard.policies().len() - before, stored, "{name}");
    }
    assert_eq!(elsewhere.take().len(), 0);
}

/// Chromium and Firefox themselves make a call a second time when a connection breaks that they have used before.
#[test]
fn an_answer_that_is_lost_after_the_policy_was_stored_is_followed_by_no_second_policy_and_the_page_says_where_to_look()
{
    let apart = Apart::start();
    apart.send("Lost", "POST", &json!({ "kind": "answer-lost" }));
    let nothing_is_known =
        ["No answer came", "The connection broke before the answer was there.", "Look in the dashboard"];
    let again = match apart.posts().as_slice() {
        [None, Some(400)] => {
            let sentences = ["Another policy already has this name (400).", "Look for it in the list of policies."];
            apart.assert_says("Lost", &sentences);
            2
        }
        [None] => {
            apart.assert_says("Lost", &nothing_is_known);
            1
        }
        posts => panic!("the browser or the page asked more than once again: {posts:?}"),
    };
    assert_eq!(apart.dashboard.policies().len(), 1);

    // With each answer lost nothing is known, and the page asks no further time.
    apart.send_with_fault("Lost twice", "POST", again, &json!({ "kind": "answer-lost" }));
    apart.assert_says("Lost twice", &nothing_is_known);
    assert_eq!(apart.posts(), vec![None; again as usize]);
    assert_eq!(apart.dashboard.policies().len(), 2);
    apart.send("Lost twice", "PUT", &json!({ "kind": "html" }));
    apart.assert_says("Lost twice", &["Another policy has this name already. Nothing was sent."]);
}

#[test]
fn a_connection_that_breaks_before_the_policy_arrived_stores_nothing() {
    let apart = Apart::start();
    apart.send_with_fault("Dropped", "POST", EVERY_ATTEMPT, &json!({ "kind": "dropped" }));
    apart.assert_says("Dropped", &["No answer came", "The connection broke before the answer was there."]);
    assert_eq!(apart.dashboard.policies().len(), 0);
    apart.send_with_fault("Never there", "GET", EVERY_ATTEMPT, &json!({ "kind": "dropped" }));
    apart.assert_says("Never there", &["No answer came"]);
    assert_eq!(apart.posts(), []);
}

#[test]
fn a_dashboard_that_lets_the_page_in_stores_its_policy_wherever_it_puts_the_id_and_however_often_send_is_pressed() {
    let apart = Apart::start();
    let fault = json!({ "kind": "id-in-meta" });
    apart.send("In Meta", "POST", &fault);
    apart.assert_says("In Meta", &["The policy is stored.", "Read back: every field is stored as it was sent."]);
    let id = apart.page.text_of("#policy-id").expect("an id");
    assert_eq!(apart.dashboard.policy(&id)["name"], json!("In Meta"));

    apart.dashboard.only_let_in(&apart.site.origin);
    apart.dashboard.go_wrong("POST", 1, &json!({ "kind": "slow", "ms": Duration::from_secs(1).as_millis() as u64 }));
    apart.page.type_into("#field-name", "Pressed often");
    apart.page.run("for (let press = 0; press < 3; press += 1) document.getElementById('send-new')?.click()", &[]);
    apart.page.wait_for_text("#send", "Sending…");
    apart.page.click("#send");
    apart.page.wait_for_text("#send", "Update policy…");
    apart.assert_says("Pressed often", &["The policy is stored."]);
    assert_eq!(apart.posts(), [Some(200)]);
}

/// By the letter a star does not cover `Authorization` (the Fetch standard). Not every browser holds to that yet.
#[test]
fn whatever_the_browser_makes_of_a_star_for_the_headers_the_page_says_what_came_of_it() {
    let apart = Apart::start();
    apart.dashboard.call("DELETE", "/faults", None);
    let cors = json!({ "kind": "cors", "origin": apart.site.origin, "headers": "*" });
    apart.dashboard.call("PUT", "/faults", Some(&json!({ "fault": cors })));
    apart.page.click("#send");
    apart.page.wait_until_there(".outcome__headline");
    let says = match apart.posts().len() {
        0 => "Tyk's Dashboard lets no page of another origin call it.",
        _ => "The policy is stored.",
    };
    apart.assert_says("Startup Users", &[says]);
    assert_eq!(apart.posts().len(), apart.dashboard.policies().len());
}

#[test]
fn a_key_that_is_refused_is_tried_in_the_other_form_with_one_press() {
    let site = StaticSite::below("/");
    let recorder = Recorder::deciding(&site.origin, |call| {
        let is_bearer = call.header("authorization").is_some_and(|value| value.starts_with("Bearer "));
        match (is_bearer, call.word(0)) {
            (false, _) => Answer::new(401, r#"{"Message":"Not authorised","Meta":null,"Status":"Error"}"#),
            (true, "POST") => Answer::stored(),
            (true, _) => Answer::new(200, r#"{"Data":[],"Pages":0}"#),
        }
    });
    let page = Page::open(&site.page);
    add_api(&page, "orders");
    connect(&page, &recorder.origin, "some-key");
    page.click("#send");
    page.wait_for_text("#outcome", "The dashboard does not know this API key (401).");
    page.wait_for_text("#other-form", "Bearer");
    page.click("#other-form");
    page.wait_for_text("#outcome", "The connection works.");
    page.wait_until_there("#connection-authorization-1:checked");
    recorder.take();
    page.click("#send");
    page.wait_for_text("#outcome", "The policy is stored.");
    assert_eq!(recorder.take_post().header("authorization"), Some("Bearer some-key"));
}
