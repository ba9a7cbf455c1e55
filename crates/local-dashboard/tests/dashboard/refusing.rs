use axum::body::Body;
use axum::http::Method;
use local_dashboard::SAMPLE_ORGANISATION;

use crate::caller::{Caller, POLICIES};

const NAME_IN_USE: &str = "This policy name has already been used. Enter a unique policy name.";
const ID_IN_USE: &str = "This policy ID has already been used. Enter a unique policy ID, or leave it out.";

#[tokio::test]
async fn a_body_that_is_no_policy_is_malformed() {
    let caller = Caller::of_an_empty_dashboard();
    let bodies = [
        "",
        "  ",
        "{",
        "[]",
        r#"[{"name": "a"}]"#,
        "7",
        r#""text""#,
        "{'name': 'a'}",
        r#"{"name": "a",}"#,
        r#"{"name": "a"} {}"#,
        "\u{feff}{}",
        "name=a&rate=1",
    ];
    for body in bodies {
        caller.post(body).await.is_error(403, "Request body malformed.");
    }
    caller.post(&b"{\"name\": \"\xff\"}"[..]).await.is_error(403, "Request body malformed.");
    caller.post("[".repeat(5_000_000)).await.is_error(403, "Request body malformed.");
}

#[tokio::test]
async fn a_wrong_type_anywhere_is_malformed() {
    let caller = Caller::of_an_empty_dashboard();
    let bodies = [
        r#"{"name": 5}"#,
        r#"{"rate": "12x"}"#,
        r#"{"quota_max": 10.0}"#,
        r#"{"quota_max": 1e3}"#,
        r#"{"quota_max": 9223372036854775808}"#,
        r#"{"rate": 1e400}"#,
        r#"{"tags": "gold"}"#,
        r#"{"access_rights": []}"#,
        r#"{"access_rights": {"a": {"allowed_urls": ["/x"]}}}"#,
        r#"{"name": 5, "name": "the last one counts, but Go decodes both"}"#,
    ];
    for body in bodies {
        caller.post(body).await.is_error(403, "Request body malformed.");
    }
    assert_eq!(caller.get(POLICIES).await.body, r#"{"Data":[],"Pages":0}"#);
}

#[tokio::test]
async fn a_name_is_taken_once_and_compared_exactly() {
    let caller = Caller::of_an_empty_dashboard();
    caller.create(r#"{"name": "Gold"}"#).await;
    caller.post(r#"{"name": "Gold", "rate": 5}"#).await.is_error(400, NAME_IN_USE);
    for name in ["gold", "Gold ", "G\\u00f6ld"] {
        caller.create(&format!(r#"{{"name": "{name}"}}"#)).await;
    }
}

#[tokio::test]
async fn an_id_is_taken_once() {
    let caller = Caller::of_an_empty_dashboard();
    let database_id = caller.create(r#"{"name": "a", "id": "own"}"#).await;
    caller.post(r#"{"name": "b", "id": "own"}"#).await.is_error(400, ID_IN_USE);
    caller.post(format!(r#"{{"name": "c", "id": "{database_id}"}}"#)).await.is_error(400, ID_IN_USE);
}

#[tokio::test]
async fn an_id_with_other_characters_is_refused() {
    let message = "Invalid Policy ID: Allowed characters: a-z, A-Z, 0-9, ., _, -, ~";
    let caller = Caller::of_an_empty_dashboard();
    for id in ["a b", "a/b", "é", "{id}"] {
        caller.post(format!(r#"{{"name": "a", "id": "{id}"}}"#)).await.is_error(400, message);
    }
}

#[tokio::test]
async fn a_policy_of_another_organisation_is_refused() {
    let caller = Caller::of_an_empty_dashboard();
    let message = "Object not owned by this organisation, write is forbidden";
    caller.post(r#"{"name": "a", "org_id": "5e9d9544a1dcd60001d0ed20"}"#).await.is_error(403, message);
    caller.create(&format!(r#"{{"name": "a", "org_id": "{SAMPLE_ORGANISATION}"}}"#)).await;
}

#[tokio::test]
async fn a_body_of_more_than_16_mib_is_too_large() {
    let caller = Caller::of_an_empty_dashboard();
    let policy = |length: usize| format!(r#"{{"name": "{}"}}"#, "x".repeat(length));
    caller.post(policy(16 * 1024 * 1024)).await.is_error(413, "Request body too large: 16 MiB are taken at most.");
    assert_eq!(caller.post(policy(15 * 1024 * 1024)).await.status, 200);
}

#[tokio::test]
async fn what_the_stand_in_does_not_have_is_404_in_the_same_envelope() {
    let message = "The local dashboard has nothing here. It is a stand-in and knows policies, APIs and keys only.";
    let caller = Caller::of_an_empty_dashboard();
    let calls = [
        (Method::PUT, POLICIES),
        (Method::DELETE, POLICIES),
        (Method::PATCH, "/api/portal/policies/577a8589428a6b0001000017"),
        (Method::POST, "/api/portal/policies/search"),
        (Method::POST, "/api/mcps"),
        (Method::POST, "/api/apis"),
        (Method::GET, "/api/keys"),
        (Method::GET, "/api"),
        (Method::GET, "/api/"),
        (Method::OPTIONS, POLICIES),
    ];
    for (method, path) in calls {
        caller.call(method, path, Body::empty()).await.is_error(404, message);
    }
}
