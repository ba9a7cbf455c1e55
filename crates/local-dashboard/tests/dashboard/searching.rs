use serde_json::{Value, json};

use crate::caller::{Caller, POLICIES};

/// A dashboard with four policies; gives back their `_id`s, too.
async fn searched() -> (Caller, Vec<String>) {
    let caller = Caller::of_an_empty_dashboard();
    let policies = [
        json!({ "name": "Silver", "id": "silver", "active": true, "state": "active", "access_rights": { "orders": {} } }),
        json!({ "name": "Gold Überall", "active": true, "state": "draft", "access_rights": { "orders": {}, "users": {} } }),
        json!({ "name": "Gold", "active": false, "state": "deny", "access_rights": null }),
        json!({ "name": "Bronze" }),
    ];
    let mut ids = Vec::new();
    for policy in policies {
        ids.push(caller.create(&policy.to_string()).await);
    }
    (caller, ids)
}

async fn names(caller: &Caller, path: &str) -> Vec<String> {
    let answer = caller.get(&format!("{POLICIES}{path}")).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    let list = answer.json()["Data"].take();
    list.as_array().unwrap().iter().map(|policy| policy["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn policies_are_found_by_a_part_of_the_name_in_any_case_or_by_a_whole_id() {
    let (caller, ids) = searched().await;
    assert_eq!(names(&caller, "/search?q=gold").await, ["Gold Überall", "Gold"]);
    assert_eq!(names(&caller, "/search?q=%C3%BCBER").await, ["Gold Überall"]);
    assert_eq!(names(&caller, "/search?q=silver").await, ["Silver"]);
    assert_eq!(names(&caller, &format!("/search?q={}", ids[3])).await, ["Bronze"]);
    assert_eq!(names(&caller, &format!("/search?q={}", &ids[3][..20])).await, Vec::<String>::new());
    assert_eq!(names(&caller, "/search?q=%25").await, Vec::<String>::new(), "no wild card");
    assert_eq!(names(&caller, "/search").await.len(), 4);
    assert_eq!(names(&caller, "/search/?q=bronze").await, ["Bronze"]);
}

#[tokio::test]
async fn policies_are_found_by_their_database_ids() {
    let (caller, ids) = searched().await;
    let both = format!("/search?policy_ids={},{},577a8589428a6b0001000017", ids[2], ids[0]);
    assert_eq!(names(&caller, &both).await, ["Silver", "Gold"]);
    let message = "Policy ID is not in hex format.";
    for list in ["silver", &format!("{},silver", ids[0])] {
        caller.get(&format!("{POLICIES}/search?policy_ids={list}")).await.is_error(400, message);
    }
}

#[tokio::test]
async fn policies_are_found_by_what_they_give_access_to() {
    let (caller, _) = searched().await;
    assert_eq!(names(&caller, "/search?api_id=orders").await, ["Silver", "Gold Überall"]);
    assert_eq!(names(&caller, "/search?api_id=users,unknown").await, ["Gold Überall"]);
    assert_eq!(names(&caller, "/search?api_id=order").await, Vec::<String>::new());
}

#[tokio::test]
async fn lists_and_searches_take_active_state_and_sort() {
    let (caller, _) = searched().await;
    for path in ["", "/", "/search"] {
        assert_eq!(names(&caller, &format!("{path}?active=1")).await, ["Silver", "Gold Überall"]);
        assert_eq!(names(&caller, &format!("{path}?active=")).await.len(), 4);
        assert_eq!(names(&caller, &format!("{path}?state=deny")).await, ["Gold"]);
        assert_eq!(names(&caller, &format!("{path}?state=Deny")).await, Vec::<String>::new());
        let by_name = ["Bronze", "Gold", "Gold Überall", "Silver"];
        assert_eq!(names(&caller, &format!("{path}?sort=name")).await, by_name);
        assert!(names(&caller, &format!("{path}?sort=-name")).await.iter().eq(by_name.iter().rev()));
        let by_state = ["Bronze", "Silver", "Gold", "Gold Überall"];
        assert_eq!(names(&caller, &format!("{path}?sort=state")).await, by_state);
        let newest_first = ["Bronze", "Gold", "Gold Überall", "Silver"];
        assert_eq!(names(&caller, &format!("{path}?sort=-date_created")).await, newest_first);
        assert_eq!(names(&caller, &format!("{path}?active=1&sort=name&state=draft")).await, ["Gold Überall"]);
    }
}

#[tokio::test]
async fn the_list_does_not_take_what_is_for_the_search() {
    let (caller, _) = searched().await;
    for query in ["?q=gold", "?policy_ids=no-hex", "?api_id=orders"] {
        assert_eq!(names(&caller, query).await.len(), 4, "{query}");
    }
}

#[tokio::test]
async fn what_a_replacement_changes_is_what_is_found_afterwards() {
    let (caller, ids) = searched().await;
    let body = r#"{"name": "Iron", "active": true, "state": "draft", "access_rights": {"users": {}}}"#;
    caller.put(&ids[3], body).await.is_done("Data updated");
    assert_eq!(names(&caller, "/search?q=bronze").await, Vec::<String>::new());
    assert_eq!(names(&caller, "/search?q=iron&active=1&state=draft&api_id=users").await, ["Iron"]);
}

#[tokio::test]
async fn what_is_found_has_its_own_pages() {
    let caller = Caller::of_an_empty_dashboard();
    for number in 10..33 {
        caller.create(&format!(r#"{{"name": "Plan {number}", "active": {}}}"#, number % 2 == 0)).await;
    }
    let page = async |query: &str| {
        let list = caller.get(&format!("{POLICIES}/search?{query}")).await.json();
        (list["Data"].as_array().unwrap().len(), list["Pages"].clone())
    };
    assert_eq!(page("q=plan").await, (10, Value::from(3)));
    assert_eq!(page("q=plan&p=3").await, (3, Value::from(3)));
    assert_eq!(page("q=plan&active=1&p=2").await, (2, Value::from(2)));
    assert_eq!(page("q=plan+2&p=-1").await, (10, Value::from(0)));
}
