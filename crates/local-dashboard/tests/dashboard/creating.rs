use serde_json::json;

use crate::caller::{Caller, POLICIES};

#[tokio::test]
async fn a_new_policy_has_an_id_of_24_hex_digits_in_message() {
    let answer = Caller::of_an_empty_dashboard().post(r#"{"name": "Gold"}"#).await;
    let id = answer.json()["Message"].as_str().unwrap().to_owned();
    assert!(id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{id}");
    assert_eq!(answer.body, format!(r#"{{"Message":"{id}","Meta":null,"Status":"OK"}}"#));
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn the_address_may_end_in_a_slash() {
    let caller = Caller::of_an_empty_dashboard();
    let path = format!("{POLICIES}/");
    assert_eq!(caller.call("POST".parse().unwrap(), &path, r#"{"name": "Gold"}"#.into()).await.status, 200);
    assert_eq!(caller.get(&path).await.json()["Data"][0]["name"], "Gold");
}

#[tokio::test]
async fn the_dashboard_fills_in_its_own_fields() {
    let caller = Caller::of_an_empty_dashboard();
    let id = caller.create(r#"{"name": "Gold", "_id": "mine", "org_id": "", "last_updated": "0"}"#).await;
    let policy: serde_json::Value = serde_json::from_str(&caller.policy(&id).await).unwrap();
    assert_eq!(policy["_id"], json!(id));
    assert_eq!(policy["id"], json!(id));
    assert_eq!(policy["org_id"], json!(local_dashboard::SAMPLE_ORGANISATION));
    assert!(humantime::parse_rfc3339(policy["date_created"].as_str().unwrap()).is_ok());
    assert!(policy["last_updated"].as_str().unwrap().parse::<u64>().unwrap() > 1_700_000_000);
}

#[tokio::test]
async fn an_id_of_ones_own_is_kept_and_finds_the_policy_too() {
    let caller = Caller::of_an_empty_dashboard();
    let database_id = caller.create(r#"{"name": "Gold", "id": "gold_1.~-"}"#).await;
    let policy = caller.policy("gold_1.~-").await;
    assert!(policy.contains(r#""id": "gold_1.~-""#), "{policy}");
    assert_eq!(policy, caller.policy(&database_id).await);
}

#[tokio::test]
async fn order_numbers_doubles_and_unknown_members_stay_as_they_came() {
    let caller = Caller::of_an_empty_dashboard();
    let sent = r#"{
  "zeta": {
    "b": 1,
    "a": []
  },
  "rate": 1e3,
  "name": "Bob's \"plan\" \\d+ $HOME é 計画 😀",
  "per": 1.50,
  "meta_data": {
    "big": 12345678901234567890,
    "twice": 1,
    "twice": 2
  },
  "tags": null,
  "_id": "",
  "date_created": "",
  "id": "own",
  "last_updated": "",
  "org_id": ""
}"#;
    let id = caller.create(sent).await;
    let policy = caller.policy(&id).await;
    let (kept, _) = policy.split_once("\"_id\"").unwrap();
    assert!(sent.starts_with(kept), "{policy}");
}

#[tokio::test]
async fn a_body_decodes_as_go_would_decode_it() {
    let caller = Caller::of_an_empty_dashboard();
    let bodies = [
        "{}",
        "null",
        " \n{\"name\": null, \"id\": null, \"access_rights\": null}\t",
        r#"{"gold": {"rate": "any"}}"#,
        r#"{"apply_policies": ["x"], "name": "a key's body"}"#,
        r#"{"name": "per_api and the others: refused later, by the Gateway", "partitions": {"per_api": true, "acl": true}}"#,
    ];
    for body in bodies {
        assert_eq!(caller.post(body).await.status, 200, "{body}");
    }
}

#[tokio::test]
async fn policies_without_a_name_do_not_stand_in_each_others_way() {
    let caller = Caller::of_an_empty_dashboard();
    assert_ne!(caller.create("{}").await, caller.create(r#"{"name": ""}"#).await);
}
