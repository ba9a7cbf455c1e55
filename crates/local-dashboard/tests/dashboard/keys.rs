use axum::http::Method;
use local_dashboard::{SAMPLE_ORGANISATION, SECOND_ORGANISATION_KEY};
use serde_json::{Value, json};
use tyk_policy::answer::keys_for;

use crate::caller::{Answer, Caller};

async fn post_key(caller: &Caller, path: &str, body: impl Into<String>) -> Answer {
    caller.call(Method::POST, path, body.into().into()).await
}

/// The smallest body that is taken, with other members.
fn body(other: &Value) -> String {
    let mut body = json!({ "org_id": "", "allowance": 0, "rate": 0, "per": 0, "quota_max": -1 });
    body.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
    body.to_string()
}

#[tokio::test]
async fn the_keys_that_a_builder_shows_are_taken_and_answered_with_id_hash_and_session() {
    let caller = Caller::of_an_empty_dashboard();
    let policy = caller.create(r#"{"name": "Gold"}"#).await;
    let mut ids = Vec::new();
    for body in keys_for(&policy) {
        let answer = post_key(&caller, "/api/keys", body.clone()).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        let answer = answer.json();
        assert_eq!(answer["api_model"], json!({}));
        assert_eq!(answer["data"]["org_id"], SAMPLE_ORGANISATION);
        assert_eq!(answer["data"]["quota_renewal_rate"], 3600);
        let id = answer["key_id"].as_str().unwrap();
        assert!(id.starts_with(SAMPLE_ORGANISATION) && id.len() == 56, "{id}");
        assert_eq!(answer["key_hash"].as_str().unwrap().len(), 8);
        ids.push(id.to_owned());
        assert!(body.contains(&policy));
    }
    assert_ne!(ids[0], ids[1]);
}

#[tokio::test]
async fn a_key_may_have_a_text_of_its_own_and_be_made_again() {
    let caller = Caller::of_an_empty_dashboard();
    let policy = caller.create(r#"{"name": "Gold", "id": "gold"}"#).await;
    let body = body(&json!({ "apply_policies": ["gold", policy], "alias": "Ann", "unknown": [1] }));
    for _ in 0..2 {
        let answer = post_key(&caller, "/api/keys/anns%20key", body.clone()).await.json();
        assert_eq!(answer["key_id"], "anns key");
        assert_eq!(answer["data"]["apply_policies"], json!(["gold", policy]));
        assert_eq!([&answer["data"]["alias"], &answer["data"]["unknown"]], [&json!("Ann"), &json!([1])]);
    }
}

#[tokio::test]
async fn the_hash_of_a_key_is_murmur3_as_in_tyk() {
    let caller = Caller::of_an_empty_dashboard();
    let body = body(&json!({ "access_rights": { "orders": {} } }));
    // The published value of MurmurHash3_x86_32 for this text and seed 0.
    assert_eq!(post_key(&caller, "/api/keys/hello", body).await.json()["key_hash"], "248bfa47");
}

#[tokio::test]
async fn a_policy_that_is_not_there_makes_no_key_and_the_list_wins_over_the_single_one() {
    let caller = Caller::of_an_empty_dashboard();
    let policy = caller.create(r#"{"name": "Gold"}"#).await;
    let message = "User/Key object validation failed.";
    let refused = [
        json!({ "apply_policies": [policy, "nobody"] }),
        json!({ "apply_policy_id": "nobody" }),
        json!({ "apply_policies": [], "apply_policy_id": "nobody" }),
        json!({ "apply_policies": ["nobody"], "apply_policy_id": policy }),
    ];
    for other in refused {
        post_key(&caller, "/api/keys", body(&other)).await.is_error(400, message);
    }
    let taken = body(&json!({ "apply_policies": [policy], "apply_policy_id": "nobody" }));
    assert_eq!(post_key(&caller, "/api/keys", taken.clone()).await.status, 200);
    post_key(&caller.with_key(SECOND_ORGANISATION_KEY), "/api/keys", taken).await.is_error(400, message);
    caller.delete(&policy).await.is_done("Data deleted");
    let gone = body(&json!({ "apply_policies": [policy] }));
    post_key(&caller, "/api/keys", gone).await.is_error(400, message);
}

#[tokio::test]
async fn a_body_that_is_no_session_is_malformed() {
    let caller = Caller::of_an_empty_dashboard();
    let policy = caller.create(r#"{"name": "Gold"}"#).await;
    let bodies = [
        String::new(),
        "[]".to_owned(),
        "null".to_owned(),
        json!({ "apply_policies": [policy] }).to_string(),
        body(&json!({})),
        body(&json!({ "apply_policies": policy })),
        body(&json!({ "apply_policies": [policy], "expires": "never" })),
        body(&json!({ "apply_policies": [policy], "rate": "5" })),
        body(&json!({ "apply_policies": [policy], "quota_max": 1.5 })),
        body(&json!({ "apply_policies": [policy], "access_rights": [] })),
    ];
    for body in bodies {
        post_key(&caller, "/api/keys", body).await.is_error(403, "Request body malformed.");
    }
    let foreign = body(&json!({ "apply_policies": [policy], "org_id": "5e9d9544a1dcd60001d0ed20" }));
    let message = "Object not owned by this organisation, write is forbidden";
    post_key(&caller, "/api/keys", foreign).await.is_error(403, message);
}
