use crate::caller::{Caller, POLICIES};

const GONE: &str = "Could not retrieve object for deletion";

#[tokio::test]
async fn a_deleted_policy_is_gone_by_either_id() {
    let caller = Caller::of_an_empty_dashboard();
    for by_its_own in [true, false] {
        let database_id = caller.create(r#"{"name": "Gold", "id": "gold"}"#).await;
        let id = if by_its_own { "gold" } else { &database_id };
        caller.delete(id).await.is_done("Data deleted");
        for id in ["gold", &database_id] {
            caller.get(&format!("{POLICIES}/{id}")).await.is_error(404, "Could not retrieve portal object.");
            caller.delete(id).await.is_error(404, GONE);
        }
    }
    assert_eq!(caller.get(POLICIES).await.body, r#"{"Data":[],"Pages":0}"#);
}

#[tokio::test]
async fn only_the_one_that_is_named_is_deleted() {
    let caller = Caller::of_an_empty_dashboard();
    let (a, b) = (caller.create(r#"{"name": "a"}"#).await, caller.create(r#"{"name": "b"}"#).await);
    caller.delete(&a).await.is_done("Data deleted");
    assert_eq!(caller.get(POLICIES).await.json()["Data"][0]["_id"], b.as_str());
}

#[tokio::test]
async fn what_cannot_be_an_id_is_400_and_what_is_nobodys_is_404() {
    let caller = Caller::of_an_empty_dashboard();
    for id in ["a%20b", "%ff"] {
        caller.delete(id).await.is_error(400, "Invalid policy ID.");
    }
    caller.delete("577a8589428a6b0001000017").await.is_error(404, GONE);
}
