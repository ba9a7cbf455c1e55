use serde_json::{Value, json};

use crate::caller::{Caller, POLICIES};

const NAME_IN_USE: &str = "This policy name has already been used. Enter a unique policy name.";
const ID_IN_USE: &str = "This policy ID has already been used. Enter a unique policy ID, or leave it out.";

async fn stored(caller: &Caller, id: &str) -> Value {
    serde_json::from_str(&caller.policy(id).await).unwrap()
}

#[tokio::test]
async fn the_whole_policy_is_replaced_and_nothing_is_patched() {
    let caller = Caller::of_an_empty_dashboard();
    let id = caller.create(r#"{"name": "Gold", "rate": 5, "tags": ["a"], "unknown": 1}"#).await;
    caller.put(&id, r#"{"per": 1.50, "name": "Silver"}"#).await.is_done("Data updated");
    let policy = caller.policy(&id).await;
    assert!(policy.contains("\"per\": 1.50"), "{policy}");
    let names: Vec<_> = stored(&caller, &id).await.as_object().unwrap().keys().cloned().collect();
    assert_eq!(names, ["_id", "date_created", "id", "last_updated", "name", "org_id", "per"]);
}

#[tokio::test]
async fn the_dashboards_own_fields_stay_whatever_the_body_says() {
    let caller = Caller::of_an_empty_dashboard();
    let id = caller.create(r#"{"name": "Gold"}"#).await;
    let before = stored(&caller, &id).await;
    let body =
        json!({ "name": "Gold", "_id": "577a8589428a6b0001000017", "date_created": "1999", "last_updated": "7" });
    caller.put(&id, body.to_string()).await.is_done("Data updated");
    let after = stored(&caller, &id).await;
    for name in ["_id", "id", "org_id", "date_created"] {
        assert_eq!(after[name], before[name], "{name}");
    }
    let seconds = |policy: &Value| policy["last_updated"].as_str().unwrap().parse::<u64>().unwrap();
    assert!(seconds(&after) >= seconds(&before));
}

#[tokio::test]
async fn a_body_without_an_id_keeps_the_stored_one_and_another_free_one_is_taken() {
    let caller = Caller::of_an_empty_dashboard();
    let database_id = caller.create(r#"{"name": "Gold", "id": "first"}"#).await;
    for body in [r#"{"name": "Gold"}"#, r#"{"name": "Gold", "id": ""}"#, r#"{"name": "Gold", "id": "first"}"#] {
        caller.put("first", body).await.is_done("Data updated");
        assert_eq!(stored(&caller, &database_id).await["id"], "first", "{body}");
    }
    caller.put("first", r#"{"name": "Gold", "id": "second"}"#).await.is_done("Data updated");
    assert_eq!(caller.policy("second").await, caller.policy(&database_id).await);
    assert_eq!(caller.get(&format!("{POLICIES}/first")).await.status, 404);
    let its_own = format!(r#"{{"name": "Gold", "id": "{database_id}"}}"#);
    caller.put("second", its_own).await.is_done("Data updated");
}

#[tokio::test]
async fn a_name_or_id_of_another_policy_is_refused_and_ones_own_is_not() {
    let caller = Caller::of_an_empty_dashboard();
    let gold = caller.create(r#"{"name": "Gold", "id": "gold"}"#).await;
    let silver = caller.create(r#"{"name": "Silver"}"#).await;
    let before = caller.policy(&silver).await;
    caller.put(&silver, r#"{"name": "Gold"}"#).await.is_error(400, NAME_IN_USE);
    for id in ["gold", &gold] {
        let body = format!(r#"{{"name": "Silver", "id": "{id}"}}"#);
        caller.put(&silver, body).await.is_error(400, ID_IN_USE);
    }
    assert_eq!(caller.policy(&silver).await, before, "nothing is half done");
    caller.put(&silver, r#"{"name": "Silver", "rate": 1}"#).await.is_done("Data updated");
    caller.put(&gold, "{}").await.is_done("Data updated");
    caller.put(&silver, "null").await.is_done("Data updated");
}

#[tokio::test]
async fn a_replaced_policy_keeps_its_place_in_the_list() {
    let caller = Caller::of_an_empty_dashboard();
    let first = caller.create(r#"{"name": "a"}"#).await;
    caller.create(r#"{"name": "b"}"#).await;
    caller.put(&first, r#"{"name": "z"}"#).await.is_done("Data updated");
    let list = caller.get(POLICIES).await.json();
    assert_eq!([&list["Data"][0]["name"], &list["Data"][1]["name"]], ["z", "b"]);
}

#[tokio::test]
async fn what_cannot_take_the_place_of_a_policy_is_refused_as_by_post() {
    let caller = Caller::of_an_empty_dashboard();
    let id = caller.create(r#"{"name": "Gold"}"#).await;
    for body in ["", "[]", r#"{"rate": "x"}"#] {
        caller.put(&id, body).await.is_error(403, "Request body malformed.");
    }
    let foreign = "Object not owned by this organisation, write is forbidden";
    caller.put(&id, r#"{"org_id": "5e9d9544a1dcd60001d0ed20"}"#).await.is_error(403, foreign);
    let characters = "Invalid Policy ID: Allowed characters: a-z, A-Z, 0-9, ., _, -, ~";
    caller.put(&id, r#"{"id": "a b"}"#).await.is_error(400, characters);
    caller
        .put(&id, "x".repeat(17 * 1024 * 1024))
        .await
        .is_error(413, "Request body too large: 16 MiB are taken at most.");
    assert_eq!(stored(&caller, &id).await["name"], "Gold");
}

#[tokio::test]
async fn there_must_be_a_policy_to_be_replaced() {
    let caller = Caller::of_an_empty_dashboard();
    caller.put("577a8589428a6b0001000017", "{}").await.is_error(404, "Could not retrieve portal object.");
    caller.put("a%20b", "{}").await.is_error(400, "Invalid policy ID.");
    caller.put("%ff", "{}").await.is_error(400, "Invalid policy ID.");
    assert_eq!(caller.get(POLICIES).await.body, r#"{"Data":[],"Pages":0}"#);
}

#[tokio::test]
async fn the_address_of_one_policy_may_end_in_a_slash() {
    let caller = Caller::of_an_empty_dashboard();
    let id = caller.create(r#"{"name": "a"}"#).await;
    caller.put(&format!("{id}/"), r#"{"name": "b"}"#).await.is_done("Data updated");
    assert_eq!(caller.policy(&format!("{id}/")).await, caller.policy(&id).await);
    caller.delete(&format!("{id}/")).await.is_done("Data deleted");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_replacements_at_once_by_one_name_one_is_done() {
    let caller = Caller::of_an_empty_dashboard();
    let mut calls = Vec::new();
    for number in 0..20 {
        let id = caller.create(&format!(r#"{{"name": "{number}"}}"#)).await;
        let caller = caller.clone();
        calls.push(tokio::spawn(async move { caller.put(&id, r#"{"name": "Gold"}"#).await.status.as_u16() }));
    }
    let mut statuses = Vec::new();
    for call in calls {
        statuses.push(call.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses.split_first(), Some((&200, &[400; 19][..])));
}
