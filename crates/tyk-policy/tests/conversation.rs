//! A conversation with a dashboard, from the public side: what is asked, what comes back, and what is said of it.

#![cfg(test)]

use tyk_policy::answer::{self, Answer, Call, Cause, Failure, NoAnswer};
use tyk_policy::check::{self, Code};
use tyk_policy::compare;
use tyk_policy::context::Context;
use tyk_policy::draft::Draft;
use tyk_policy::moving::{self, MatchedBy};
use tyk_policy::read;
use tyk_policy::request::{Address, Method, PolicyId, Request, Target, warning};
use tyk_policy::write::{self, Layout};

fn target() -> Target {
    Target { address: Address::new("http://localhost:3000/tyk/"), ..Target::default() }
}

fn policy(text: &str) -> Draft {
    read::text(text).policies.into_iter().next().expect("a policy").draft
}

fn answer(status: u16, body: &str) -> Answer {
    Answer { status, body: body.to_owned() }
}

/// The Dashboard's own form of an error.
fn error(message: &str) -> String {
    format!(r#"{{"Message":"{message}","Meta":null,"Status":"Error"}}"#)
}

/// What an answer means to whoever made this call.
fn failure(call: Call, answer: &Answer) -> Failure {
    let failure = match call {
        Call::CreatePolicy => answer::created(answer).err(),
        Call::UpdatePolicy => answer::updated(answer).err(),
        Call::DeletePolicy => answer::deleted(answer).err(),
        Call::ReadPolicy => answer::stored(answer).err(),
        Call::ListPolicies => answer::policies(answer).err(),
        Call::ListApis => answer::apis(answer).err(),
        Call::ListMcps => answer::mcps(answer).err(),
    };
    failure.expect("it failed")
}

const CALLS: [Call; 7] = [
    Call::CreatePolicy,
    Call::UpdatePolicy,
    Call::DeletePolicy,
    Call::ReadPolicy,
    Call::ListPolicies,
    Call::ListApis,
    Call::ListMcps,
];

#[test]
fn every_call_goes_to_its_path_below_the_address_with_its_method_and_body() {
    let (id, target) = (PolicyId::new("team/gold & co").unwrap(), target());
    let body = || "{}".to_owned();
    for (request, method, path, has_body) in [
        (Request::create_with_body(body(), &target), Method::Post, "/api/portal/policies", true),
        (Request::update(&id, body(), &target), Method::Put, "/api/portal/policies/team%2Fgold%20%26%20co", true),
        (Request::read(&id, &target), Method::Get, "/api/portal/policies/team%2Fgold%20%26%20co", false),
        (Request::delete(&id, &target), Method::Delete, "/api/portal/policies/team%2Fgold%20%26%20co", false),
        (Request::list_policies(2, &target), Method::Get, "/api/portal/policies?p=2", false),
        (
            Request::search_policies("a&p=9", 1, &target),
            Method::Get,
            "/api/portal/policies/search?q=a%26p%3D9&p=1",
            false,
        ),
        (Request::list_apis(3, &target), Method::Get, "/api/apis?p=3", false),
        (Request::list_mcps(1, &target), Method::Get, "/api/mcps?p=1", false),
        (Request::create_key(body(), &target), Method::Post, "/api/keys", true),
    ] {
        assert_eq!(request.url, format!("http://localhost:3000/tyk{path}"));
        assert_eq!((request.method, request.body.is_some()), (method, has_body), "{path}");
        assert_eq!(request.content_type().is_some(), has_body, "{path}");
    }
}

#[test]
fn a_policy_without_an_id_can_be_neither_changed_nor_deleted() {
    let new = answer::stored(&answer(200, r#"{"name": "New"}"#)).unwrap();
    assert_eq!(PolicyId::new(new.id()), None);
}

#[test]
fn each_refusal_is_said_in_the_words_of_its_call() {
    use Call::{CreatePolicy, DeletePolicy, ListApis, ListMcps, ListPolicies, ReadPolicy, UpdatePolicy};
    let taken = error("This policy name has already been used. Enter a unique policy name.");
    let foreign = error("Object not owned by this organisation, write is forbidden");
    let denied = error("access denied: You do not have permission to access  /policies");
    let down = error("Nothing listens at http://dash:3000.");
    for (status, body, call, sentence, way_out) in [
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
        (
            413,
            "<h1>Too large</h1>".to_owned(),
            CreatePolicy,
            "too large for something on the way (413).",
            "usually to 1 MB",
        ),
        (422, String::new(), ListMcps, "The address answered with status 422.", "Check the address"),
        (429, String::new(), ListPolicies, "too many calls", "Wait a minute"),
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
    ] {
        let failure = failure(call, &answer(status, &body));
        assert!(failure.to_string().contains(sentence), "{status} {call:?}: {failure}");
        assert!(failure.way_out().contains(way_out), "{status} {call:?}: {}", failure.way_out());
    }
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

#[test]
fn what_was_listed_is_what_a_check_has_to_know() {
    let apis = r#"{"apis":[{"api_definition":{"api_id":"orders","org_id":"ours"}}],"pages":1}"#;
    let policies = r#"{"Data":[{"_id":"577a8589428a6b0001000017","name":"Gold","org_id":"ours"}],"Pages":1}"#;
    let apis = answer::apis(&answer(200, apis)).unwrap().apis;
    let stored = answer::policies(&answer(200, policies)).unwrap().policies;
    let context = Context {
        organisation: stored.first().map(|policy| policy.organisation().to_owned()),
        policies: Some(stored.iter().map(answer::StoredPolicy::known).collect()),
        apis: Some(apis),
        ..Context::default()
    };
    let draft = policy(r#"{"name": "Gold", "org_id": "theirs", "access_rights": {"unheard-of": {}}}"#);
    let codes = check::draft(&draft, &context).codes();
    for code in [Code::NameTaken, Code::ForeignOrganisation, Code::ApiUnknown] {
        assert!(codes.contains(&code), "{code:?}");
    }
    let switched_off = r#"{"apis":[{"api_definition":{"api_id":"orders","active":false}}]}"#;
    let on_or_off = |apis: Vec<_>| {
        let context = Context { apis: Some(apis), ..Context::default() };
        check::draft(&policy(r#"{"name": "n", "access_rights": {"orders": {}}}"#), &context)
    };
    let off = answer::apis(&answer(200, switched_off)).unwrap().apis;
    assert_eq!(on_or_off(off), on_or_off(context.apis.unwrap()), "an API that is switched off is no fault of a policy");
}

/// As old dashboards wrote it, and today's (dashboard-api.md section 3).
#[test]
fn a_success_is_one_whatever_stands_in_meta_and_only_an_id_there_is_one() {
    let id = "577a8589428a6b0001000017";
    let created = |message: &str, meta: &str| {
        let body = format!(r#"{{"Status":"OK","Message":"{message}","Meta":{meta}}}"#);
        answer::created(&answer(200, &body)).unwrap().id
    };
    for meta in ["null", "\"\"", "\"null\"", "{}", "[]", "0", "true"] {
        assert_eq!(created(id, meta).as_deref(), Some(id), "{meta}");
        assert_eq!(created("Policy created", meta), None, "{meta}");
        let body = format!(r#"{{"Status":"OK","Message":"Data updated","Meta":{meta}}}"#);
        assert!(answer::updated(&answer(200, &body)).is_ok() && answer::deleted(&answer(200, &body)).is_ok(), "{meta}");
    }
    assert_eq!(created("Policy created", &format!("\"{id}\"")).as_deref(), Some(id));
}

#[test]
fn a_policy_is_stored_read_back_changed_and_deleted() {
    let sent = Draft::startup_users();
    let id =
        answer::created(&answer(200, r#"{"Status":"OK","Message":"577a8589428a6b0001000017","Meta":null}"#)).unwrap();
    let id = PolicyId::new(&id.id.unwrap()).unwrap();
    let mut body = write::draft(&sent, Layout::Indented);
    body.insert_str(1, r#""_id": "577a8589428a6b0001000017", "last_updated": "1714555800", "meta_data": {}, "#);
    let stored = answer::stored(&answer(200, &body)).unwrap();
    assert_eq!(stored.id(), id.as_str());
    assert_eq!(compare::read_back(&sent, &stored.draft), []);

    let changed = policy(&write::draft(&stored.draft, Layout::Indented).replace(": 10000", ": 20000"));
    let paths: Vec<_> = compare::drafts(&stored.draft, &changed).iter().map(|each| each.path.to_string()).collect();
    assert_eq!(paths, ["/quota_max"]);
    assert!(answer::updated(&answer(200, r#"{"Status":"OK","Message":"Data updated","Meta":null}"#)).is_ok());
    assert!(answer::deleted(&answer(200, r#"{"Status":"OK","Message":"Data deleted","Meta":null}"#)).is_ok());
}

#[test]
fn a_policy_moves_to_a_dashboard_that_has_the_same_api_under_another_id() {
    let list = |id: &str| {
        let body = format!(
            r#"{{"apis":[{{"api_definition":{{"api_id":"{id}","name":"Orders {id}","proxy":{{"listen_path":"/orders/"}}}}}}]}}"#
        );
        answer::apis(&answer(200, &body)).unwrap().apis
    };
    let draft = policy(
        r#"{"_id": "577a8589428a6b0001000017", "name": "Gold", "org_id": "o", "id": "gold",
            "access_rights": {"here": {"api_id": "here", "api_name": "Orders here", "note": 1}}}"#,
    );
    let (here, there) = (list("here"), list("there"));
    let matches = moving::matches(&draft, &there, Some(&here));
    assert_eq!(matches.first().map(|each| each.by), Some(MatchedBy::ListenPath));
    let ids: Vec<_> = matches.into_iter().filter_map(|each| Some((each.from, each.to?))).collect();
    let moved = moving::stripped(&moving::moved(&draft, &ids, &there).unwrap());
    let expected = r#"{"name": "Gold", "id": "gold", "access_rights": {"there": {"api_id": "there", "api_name": "Orders there", "note": 1}}}"#;
    assert_eq!(write::draft(&moved, Layout::Indented), write::draft(&policy(expected), Layout::Indented));
}

#[test]
fn what_is_to_be_known_of_an_address_is_said_before_anything_is_sent() {
    let says = |typed| warning(Some("https://pages.example"), &Address::new(typed)).map(|warning| warning.to_string());
    assert!(says("http://10.0.0.1:3000").unwrap().contains("the browser will not send"));
    assert!(says("https://dash.internal").unwrap().contains("the browser may ask"));
    assert_eq!(says("https://dash.example"), None);
}
