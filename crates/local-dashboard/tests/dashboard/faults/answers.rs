use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};

use super::{caller_with, put};
use crate::caller::{Caller, POLICIES};

async fn count(caller: &Caller) -> usize {
    caller.get(POLICIES).await.json()["Data"].as_array().unwrap().len()
}

/// The answer to a POST that gets this fault, and how many policies there are afterwards.
async fn post_with(fault: &str) -> (crate::caller::Answer, usize) {
    let caller = caller_with(&[&format!(r#"{{"times": 1, "fault": {fault}}}"#)]).await;
    let answer = caller.post(r#"{"name": "Gold", "rate": 5}"#).await;
    (answer, count(&caller).await)
}

#[tokio::test]
async fn a_slow_call_waits_and_is_done() {
    let asked = Instant::now();
    let (answer, count) = post_with(r#"{"kind": "slow", "ms": 300}"#).await;
    assert!(asked.elapsed() >= Duration::from_millis(300));
    assert_eq!((answer.status.as_u16(), count), (200, 1));
}

#[tokio::test]
async fn a_web_page_comes_with_200_and_nothing_is_done() {
    let (answer, count) = post_with(r#"{"kind": "html"}"#).await;
    assert!(answer.status == 200 && answer.body.starts_with("<!doctype html>"), "{}", answer.body);
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(count, 0);
}

#[tokio::test]
async fn a_server_that_fails_says_so_in_the_words_of_the_method() {
    let caller = caller_with(&[r#"{"fault": {"kind": "server-error"}}"#]).await;
    let words = [
        (Method::POST, "Failure creating data, please contact your administrator."),
        (Method::PUT, "Failure saving data, please contact your administrator."),
        (Method::DELETE, "Failure deleting data, please contact your administrator."),
        (Method::GET, "Failed to marshal data."),
    ];
    for (method, message) in words {
        caller.call(method, POLICIES, Body::empty()).await.is_error(500, message);
    }
}

#[tokio::test]
async fn a_key_that_is_right_can_be_refused_all_the_same() {
    let (answer, count) = post_with(r#"{"kind": "unauthorised"}"#).await;
    answer.is_error(401, "Not authorised");
    assert_eq!(count, 0);
}

#[tokio::test]
async fn an_error_can_come_with_200() {
    let (answer, count) = post_with(r#"{"kind": "error-in-200"}"#).await;
    answer.is_error(200, "Failure creating data, please contact your administrator.");
    assert_eq!(count, 0);
}

#[tokio::test]
async fn the_new_id_can_be_in_meta() {
    let caller = caller_with(&[r#"{"fault": {"kind": "id-in-meta"}}"#]).await;
    let answer = caller.post(r#"{"name": "Gold"}"#).await.json();
    assert_eq!([&answer["Message"], &answer["Status"]], ["Policy created", "OK"]);
    let policy: Value = serde_json::from_str(&caller.policy(answer["Meta"].as_str().unwrap()).await).unwrap();
    assert_eq!(policy["name"], "Gold");
    let refused = "This policy name has already been used. Enter a unique policy name.";
    caller.post(r#"{"name": "Gold"}"#).await.is_error(400, refused);
}

#[tokio::test]
async fn a_body_is_as_long_as_was_asked_for_and_still_an_envelope() {
    for bytes in [100, 65_536, 3_000_000] {
        let (answer, count) = post_with(&format!(r#"{{"kind": "huge", "bytes": {bytes}}}"#)).await;
        assert_eq!((answer.body.len(), count), (bytes, 0));
        assert_eq!(answer.header("content-length"), bytes.to_string());
        assert_eq!(answer.json()["Status"], "OK");
    }
}

#[tokio::test]
async fn a_redirect_names_the_place() {
    let (answer, count) = post_with(r#"{"kind": "redirect", "to": "https://elsewhere.example/login"}"#).await;
    assert_eq!((answer.status.as_u16(), count), (302, 0));
    assert_eq!(answer.header("location"), "https://elsewhere.example/login");
}

#[tokio::test]
async fn what_is_read_back_can_differ_from_what_was_sent() {
    let drops = r#"{"times": 1, "fault": {"kind": "stores-differently", "field": "tags"}}"#;
    let changes = r#"{"times": 1, "fault": {"kind": "stores-differently", "field": "rate", "value": 1.5}}"#;
    let caller = caller_with(&[drops, changes]).await;
    let sent = r#"{"name": "Gold", "tags": ["a"], "rate": 1e3, "meta_data": {"big": 12345678901234567890}}"#;

    let id = caller.create(sent).await;
    let stored = caller.policy(&id).await;
    assert!(!stored.contains("tags") && stored.contains("1e3") && stored.contains("12345678901234567890"), "{stored}");
    // The GET did not take what is for the next write.
    caller.put(&id, sent).await.is_done("Data updated");
    let stored: Value = serde_json::from_str(&caller.policy(&id).await).unwrap();
    assert_eq!([&stored["rate"], &stored["tags"]], [&json!(1.5), &json!(["a"])]);
    caller.put(&id, sent).await.is_done("Data updated");
    assert!(caller.policy(&id).await.contains("1e3"));
}

#[tokio::test]
async fn a_body_that_is_no_object_is_refused_as_ever_when_it_is_stored_differently() {
    let caller = caller_with(&[r#"{"fault": {"kind": "stores-differently", "field": "rate"}}"#]).await;
    for body in ["", "[1]", "{"] {
        caller.post(body).await.is_error(403, "Request body malformed.");
    }
}

#[tokio::test]
async fn of_several_faults_that_match_the_first_is_taken_first() {
    let caller = caller_with(&[r#"{"times": 1, "fault": {"kind": "html"}}"#]).await;
    assert_eq!(put(&caller, r#"{"times": 1, "fault": {"kind": "unauthorised"}}"#).await.status, 200);
    for status in [200, 401, 200] {
        assert_eq!(caller.get("/api/apis").await.status, status);
    }
}
