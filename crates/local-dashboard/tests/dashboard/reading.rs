use serde_json::Value;

use crate::caller::{Caller, POLICIES};

async fn caller_with_policies(count: usize) -> Caller {
    let caller = Caller::of_an_empty_dashboard();
    for number in 1..=count {
        caller.create(&format!(r#"{{"name": "{number}"}}"#)).await;
    }
    caller
}

/// The names of a list and its number of pages.
async fn names_and_pages(caller: &Caller, query: &str) -> (Vec<String>, Value) {
    let answer = caller.get(&format!("{POLICIES}{query}")).await;
    assert_eq!(answer.status, 200);
    let json = answer.json();
    let names = json["Data"].as_array().unwrap().iter().map(|policy| policy["name"].as_str().unwrap().to_owned());
    (names.collect(), json["Pages"].clone())
}

#[tokio::test]
async fn a_list_has_ten_policies_on_a_page_the_oldest_first() {
    let caller = caller_with_policies(12).await;
    let ten: Vec<_> = (1..=10).map(|number| number.to_string()).collect();
    for query in ["", "?p=1", "?q=x"] {
        assert_eq!(names_and_pages(&caller, query).await, (ten.clone(), Value::from(2)), "{query}");
    }
    assert_eq!(names_and_pages(&caller, "?p=2").await, (vec!["11".to_owned(), "12".to_owned()], Value::from(2)));
    assert_eq!(names_and_pages(&caller, "?p=3").await, (vec![], Value::from(2)));
}

#[tokio::test]
async fn a_negative_page_is_the_whole_list_with_0_pages() {
    let caller = caller_with_policies(12).await;
    for query in ["?p=-1", "?p=-2", "?p=0"] {
        let (names, pages) = names_and_pages(&caller, query).await;
        assert_eq!((names.len(), pages), (12, Value::from(0)), "{query}");
    }
}

#[tokio::test]
async fn an_id_that_nobody_has_is_404() {
    let message = "Could not retrieve portal object.";
    let caller = Caller::of_an_empty_dashboard();
    caller.get("/api/portal/policies/577a8589428a6b0001000017").await.is_error(404, message);
    caller.get("/api/portal/policies/nobody").await.is_error(404, message);
}

#[tokio::test]
async fn what_cannot_be_an_id_is_400() {
    let caller = Caller::of_an_empty_dashboard();
    for path in ["a%20b", "a%2Fb", "%ff", "%27%3B--"] {
        caller.get(&format!("{POLICIES}/{path}")).await.is_error(400, "Invalid policy ID.");
    }
}
