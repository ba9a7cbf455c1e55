//! What each refusal means, in the words of the call that it answers.

use tyk_policy::answer::{Call, Cause, Failure, NoAnswer};

use super::{CALLS, answer, error, failure};

/// A status, a body, the call that it answers, part of the sentence about it, and part of the way out.
type Case = (u16, String, Call, &'static str, &'static str);

/// Fails unless each case is said as it should be.
fn are_said(cases: impl IntoIterator<Item = Case>) {
    for (status, body, call, sentence, way_out) in cases {
        let failure = failure(call, &answer(status, &body));
        assert!(failure.to_string().contains(sentence), "{status} {call:?}: {failure}");
        assert!(failure.way_out().contains(way_out), "{status} {call:?}: {}", failure.way_out());
    }
}

#[test]
fn what_the_dashboard_does_not_take_is_named_with_what_it_would() {
    use Call::{CreatePolicy, DeletePolicy, ListApis, ListPolicies, ReadPolicy, UpdatePolicy};
    let taken = error("This policy name has already been used. Enter a unique policy name.");
    are_said([
        (400, taken.clone(), CreatePolicy, "Another policy already has this name (400).", "Type another name"),
        (
            400,
            taken,
            UpdatePolicy,
            "Another policy already has this name (400).",
            "change the policy that has this one",
        ),
        (
            400,
            error("This policy ID has already been used."),
            CreatePolicy,
            "already has this id (400).",
            "leave it out",
        ),
        (
            400,
            error("Invalid Policy ID: Allowed characters: a-z"),
            CreatePolicy,
            "characters that",
            "letters, digits and . _ - ~",
        ),
        (400, error("Invalid policy ID."), DeletePolicy, "does not take this for the id", "24 hex digits"),
        (400, error("Invalid policy ID."), UpdatePolicy, "does not take this for the id", "24 hex digits"),
        (400, error("Invalid policy ID."), ReadPolicy, "does not take this for the id", "24 hex digits"),
        (400, error("Not today"), ReadPolicy, "The dashboard did not show the policy (400).", "Ask again."),
        (400, error("Policy ID is not in hex format."), ListPolicies, "does not take this for the id", "24 hex digits"),
        (
            400,
            error("Could not retrieve APIs."),
            ListApis,
            "The dashboard did not list its APIs (400).",
            "add the API by its id",
        ),
        (
            413,
            "<h1>Too large</h1>".to_owned(),
            CreatePolicy,
            "too large for something on the way (413).",
            "usually to 1 MB",
        ),
    ]);
}

#[test]
fn what_a_key_may_not_do_is_named_with_who_can_change_that() {
    use Call::{CreatePolicy, DeletePolicy, ListApis, ListMcps, ListPolicies, ReadPolicy, UpdatePolicy};
    let foreign = error("Object not owned by this organisation, write is forbidden");
    let denied = error("access denied: You do not have permission to access  /policies");
    are_said([
        (401, error("Not authorised"), ListApis, "The dashboard does not know this API key (401).", "Bearer"),
        (
            403,
            error("Request body malformed."),
            CreatePolicy,
            "The dashboard could not read the policy (403",
            "rule R1",
        ),
        (403, foreign.clone(), CreatePolicy, "names another organisation", "Take org_id out"),
        (403, foreign.clone(), UpdatePolicy, "names another organisation", "Take org_id out"),
        (403, foreign, DeletePolicy, "The policy is another organisation's (403).", "Use a key of that organisation."),
        (
            403,
            denied.clone(),
            CreatePolicy,
            "The key's user may not create policies (403).",
            "write access to policies",
        ),
        (
            403,
            denied.clone(),
            UpdatePolicy,
            "The key's user may not change policies (403).",
            "write access to policies",
        ),
        (
            403,
            denied.clone(),
            DeletePolicy,
            "The key's user may not delete policies (403).",
            "write access to policies",
        ),
        (403, denied.clone(), ReadPolicy, "The key's user may not read policies (403).", "read access to policies"),
        (403, denied.clone(), ListPolicies, "The key's user may not list policies (403).", "read access to policies"),
        (403, denied.clone(), ListApis, "The key's user may not list APIs (403).", "read access to APIs"),
        (403, denied, ListMcps, "The key's user may not list MCP proxies (403).", "read access to MCP proxies"),
    ]);
}

#[test]
fn what_is_not_there_is_told_from_a_wrong_address() {
    use Call::{DeletePolicy, ListApis, ListMcps, ListPolicies, ReadPolicy, UpdatePolicy};
    are_said([
        (
            404,
            error("Could not retrieve portal object."),
            ReadPolicy,
            "has no policy with this id (404).",
            "Ask for the list",
        ),
        (
            404,
            error("Could not retrieve portal object."),
            UpdatePolicy,
            "has no policy with this id",
            "as a new policy",
        ),
        (
            404,
            error("Could not retrieve object for deletion"),
            DeletePolicy,
            "has no policy with this id",
            "It was deleted",
        ),
        (404, error("Could not retrieve policies."), ListPolicies, "did not list its policies (404).", "Ask again."),
        (404, error("Could not retrieve object list."), ListPolicies, "did not list its policies (404).", "Ask again."),
        (
            404,
            "404 page not found".to_owned(),
            ReadPolicy,
            "There is no policy endpoint at this address",
            "often with port 3000",
        ),
        (
            404,
            "404 page not found".to_owned(),
            ListApis,
            "There is no list of APIs at this address",
            "not the Gateway's",
        ),
        (404, String::new(), ListMcps, "There is no list of MCP proxies", "Dashboards before 5.13 have none"),
        (405, String::new(), UpdatePolicy, "There is no policy endpoint at this address", "Check the address"),
        (422, String::new(), ListMcps, "The address answered with status 422.", "Check the address"),
        (429, String::new(), ListPolicies, "too many calls", "Wait a minute"),
    ]);
}

#[test]
fn a_fault_of_the_dashboard_says_what_became_of_the_policy() {
    use Call::{CreatePolicy, DeletePolicy, ListApis, ListPolicies, ReadPolicy, UpdatePolicy};
    let down = error("Nothing listens at http://dash:3000.");
    are_said([
        (
            500,
            error("Failure creating data"),
            CreatePolicy,
            "failed while it stored the policy (500).",
            "the dashboard's log",
        ),
        (
            500,
            error("Failure saving data"),
            UpdatePolicy,
            "failed while it changed the policy (500).",
            "probably unchanged",
        ),
        (
            500,
            error("Failure deleting data"),
            DeletePolicy,
            "failed while it deleted the policy (500).",
            "probably still there",
        ),
        (
            500,
            error("Failed to marshal data."),
            ReadPolicy,
            "failed while it looked the policy up (500).",
            "then ask again",
        ),
        (
            500,
            error("Failed to marshal data."),
            ListPolicies,
            "failed while it listed its policies (500).",
            "then ask again",
        ),
        (
            502,
            down,
            CreatePolicy,
            "No answer came from the dashboard (502): “Nothing listens at http://dash:3000.”",
            "Do what it says",
        ),
        (
            502,
            "<h1>Bad Gateway</h1>".to_owned(),
            ListApis,
            "A proxy on the way got no answer from the dashboard (502).",
            "Look whether the dashboard runs",
        ),
        (504, String::new(), CreatePolicy, "A proxy on the way got no answer", "it may have arrived"),
    ]);
}

#[test]
fn an_answer_of_something_else_is_told_from_the_dashboards() {
    use Call::{CreatePolicy, ListApis, ListPolicies, ReadPolicy, UpdatePolicy};
    are_said([
        (
            200,
            "<!doctype html><h1>Log in</h1>".to_owned(),
            ListPolicies,
            "not the Dashboard's API (200).",
            "a login page",
        ),
        (200, error("Something broke"), UpdatePolicy, "not with Status OK.", "Nothing was changed."),
        (200, error("Something broke"), ListApis, "not with Status OK.", "Ask again"),
        (200, String::new(), CreatePolicy, "The answer is empty", "Check the address"),
        (200, "{\"hello\": 1}".to_owned(), ReadPolicy, "it is not the Dashboard's API.", "another web site"),
        (307, String::new(), CreatePolicy, "The address leads on to another place", "The key was not sent on."),
    ]);
}

#[test]
fn a_gateway_is_named_whatever_it_was_asked() {
    let refusal = r#"{"status":"error","message":"Attempted administrative access with invalid or missing key!"}"#;
    for call in CALLS {
        let failure = failure(call, &answer(403, refusal));
        assert_eq!(failure.cause, Cause::Gateway, "{call:?}");
        assert!(failure.to_string().contains("Tyk Gateway") && failure.way_out().contains("port 3000"));
    }
}

#[test]
fn only_a_key_that_is_not_known_offers_the_other_form_of_the_header() {
    for call in CALLS {
        assert!(failure(call, &answer(401, &error("Not authorised"))).offers_other_form());
        assert!(!failure(call, &answer(403, &error("access denied"))).offers_other_form());
        assert!(!failure(call, &answer(401, "<html>")).offers_other_form(), "a proxy asks for a login of its own");
    }
}

#[test]
fn no_sentence_is_empty_and_each_ends_whatever_the_status_and_the_call() {
    for call in CALLS {
        for status in 300..600 {
            for body in ["", "<html>", "{}", r#"{"Status":"Error","Message":"x"}"#] {
                let failure = failure(call, &answer(status, body));
                let says = failure.to_string();
                assert!(says.ends_with(['.', '”']) && failure.way_out().ends_with('.'), "{says}");
            }
        }
    }
}

#[test]
fn an_answer_that_never_came_is_said_in_the_words_of_its_call_too() {
    let says = |call, why| Failure { call, cause: Cause::NoAnswer(why) };
    assert_eq!(says(Call::ListApis, NoAnswer::TimedOut(30)).way_out(), "Ask again, or add the API by its id.");
    assert!(says(Call::DeletePolicy, NoAnswer::TimedOut(30)).way_out().contains("still there"));
    assert_eq!(says(Call::ReadPolicy, NoAnswer::Broken).to_string(), "The answer stopped before its end.");
    assert_eq!(
        says(Call::ListPolicies, NoAnswer::TooLarge).to_string(),
        "The answer is larger than what is read of one."
    );
}
