//! A conversation with a dashboard, from the public side: what is asked, what comes back, and what is said of it.

#![cfg(test)]

mod refusals;
mod requests;

use tyk_policy::answer::{self, Answer, Call, Failure};
use tyk_policy::check::{self, Code};
use tyk_policy::compare;
use tyk_policy::context::Context;
use tyk_policy::draft::Draft;
use tyk_policy::moving::{self, MatchedBy};
use tyk_policy::read;
use tyk_policy::request::PolicyId;
use tyk_policy::write::{self, Layout};

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
