use std::collections::BTreeMap;

use axum::http::Method;
use local_dashboard::{SAMPLE_ORGANISATION, SECOND_ORGANISATION, SECOND_ORGANISATION_KEY};
use serde_json::Value;
use tyk_policy::answer::{Answer, apis, mcps};

use crate::caller::{Caller, POLICIES};

/// The admins of the two organisations of one dashboard.
fn neighbours() -> (Caller, Caller) {
    let sample = Caller::of_an_empty_dashboard();
    let second = sample.with_key(SECOND_ORGANISATION_KEY);
    (sample, second)
}

/// The ids of the APIs of a list, by name.
async fn ids(caller: &Caller, path: &str) -> BTreeMap<String, String> {
    let answer = Answer { status: 200, body: caller.get(&format!("{path}?p=-1")).await.body };
    let page = apis(&answer).or_else(|_| mcps(&answer)).unwrap();
    page.apis.into_iter().map(|api| (api.name, api.id)).collect()
}

#[tokio::test]
async fn each_organisation_has_its_own_policies_and_may_use_the_same_names_and_ids() {
    let (sample, second) = neighbours();
    let policy = r#"{"name": "Gold", "id": "gold"}"#;
    let (here, there) = (sample.create(policy).await, second.create(policy).await);
    for (caller, own, organisation) in [(&sample, &here, SAMPLE_ORGANISATION), (&second, &there, SECOND_ORGANISATION)] {
        for path in [POLICIES, "/api/portal/policies/search?q=gold"] {
            let list = caller.get(path).await.json();
            assert_eq!(list["Data"].as_array().unwrap().len(), 1);
            assert_eq!([&list["Data"][0]["_id"], &list["Data"][0]["org_id"]], [own.as_str(), organisation]);
        }
        assert_eq!(caller.policy("gold").await, caller.policy(own).await);
    }
}

#[tokio::test]
async fn a_policy_of_another_organisation_is_not_there() {
    let (sample, second) = neighbours();
    let id = sample.create(r#"{"name": "Gold"}"#).await;
    let before = sample.policy(&id).await;
    let missing = "Could not retrieve portal object.";
    second.get(&format!("{POLICIES}/{id}")).await.is_error(404, missing);
    second.put(&id, r#"{"name": "Mine"}"#).await.is_error(404, missing);
    second.delete(&id).await.is_error(404, "Could not retrieve object for deletion");
    let search = format!("{POLICIES}/search?policy_ids={id}");
    assert_eq!(second.get(&search).await.body, r#"{"Data":[],"Pages":0}"#);
    assert_eq!(sample.policy(&id).await, before);
}

#[tokio::test]
async fn a_policy_moves_to_the_other_organisation_only_without_the_name_of_its_own() {
    let (sample, second) = neighbours();
    let id = sample.create(r#"{"name": "Gold", "id": "gold"}"#).await;
    let exported = sample.policy(&id).await;
    let message = "Object not owned by this organisation, write is forbidden";
    second.post(exported.clone()).await.is_error(403, message);
    second.create(&exported.replace(SAMPLE_ORGANISATION, "")).await;
    assert_eq!(second.get(&format!("{POLICIES}/gold")).await.status, 200);
}

#[tokio::test]
async fn both_organisations_have_apis_of_the_same_names_with_other_ids() {
    let (sample, second) = neighbours();
    for (path, count) in [("/api/apis", 6), ("/api/mcps", 2)] {
        let (here, there) = (ids(&sample, path).await, ids(&second, path).await);
        assert_eq!(here.len(), count);
        assert!(here.keys().eq(there.keys()));
        assert!(here.values().all(|id| !there.values().any(|other| other == id)));
    }
    let list = second.get("/api/apis").await.json();
    assert_eq!(list["apis"][0]["api_definition"]["org_id"], SECOND_ORGANISATION);
}

#[tokio::test]
async fn database_ids_of_apis_are_of_24_hex_digits_and_differ() {
    let (sample, second) = neighbours();
    let mut ids = Vec::new();
    for caller in [sample, second] {
        for (path, pointer) in [("/api/apis", "/apis"), ("/api/mcps", "/mcps")] {
            let list = caller.call(Method::GET, path, "".into()).await.json();
            let id = |item: &Value| {
                let places = ["/api_definition/id", "/x-tyk-api-gateway/info/dbId"];
                places.iter().find_map(|place| item.pointer(place)?.as_str().map(str::to_owned)).unwrap()
            };
            ids.extend(list.pointer(pointer).unwrap().as_array().unwrap().iter().map(id));
        }
    }
    assert!(ids.iter().all(|id| id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit())), "{ids:?}");
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 16);
}
