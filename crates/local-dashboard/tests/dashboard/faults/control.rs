use axum::body::Body;
use axum::http::{Method, Request};
use local_dashboard::SAMPLE_KEY;
use serde_json::json;

use super::{caller_with, calls, put};
use crate::caller::{Caller, POLICIES};

#[tokio::test]
async fn without_being_asked_for_there_are_no_faults() {
    let caller = Caller::of_an_empty_dashboard();
    for path in ["/faults", "/faults/calls"] {
        let answer = caller.get(path).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (404, ""));
    }
}

#[tokio::test]
async fn with_faults_on_and_none_asked_for_all_is_as_ever() {
    let (plain, ready) = (Caller::of_an_empty_dashboard(), caller_with(&[]).await);
    for path in ["/api/apis", POLICIES, "/api/nothing"] {
        assert_eq!(plain.get(path).await, ready.get(path).await, "{path}");
    }
    ready.with_authorization(None).get(POLICIES).await.is_error(401, "Not authorised");
}

#[tokio::test]
async fn a_fault_happens_as_many_times_as_was_said_to_the_calls_that_match() {
    let rule = r#"{"match": {"method": "GET", "path": "/api/apis"}, "times": 2, "fault": {"kind": "server-error"}}"#;
    let caller = caller_with(&[rule]).await;
    assert_eq!(caller.get(POLICIES).await.status, 200);
    assert_eq!(caller.call(Method::POST, "/api/apis", Body::empty()).await.status, 404);
    for status in [500, 500, 200] {
        assert_eq!(caller.get("/api/apis?p=1").await.status, status);
    }
}

#[tokio::test]
async fn faults_are_listed_with_the_times_that_are_left_until_they_are_cleared() {
    let endless = r#"{"match": {"path": "/api/portal/*"}, "fault": {"kind": "html"}}"#;
    let twice = r#"{"times": 2, "fault": {"kind": "slow", "ms": 0}}"#;
    let caller = caller_with(&[endless, twice]).await.with_authorization(None);
    caller.get("/api/apis").await;
    for _ in 0..3 {
        assert_eq!(caller.get(POLICIES).await.status, 200);
    }
    let listed = caller.get("/faults").await.json();
    assert_eq!(
        listed,
        json!({ "faults": [
            { "match": { "method": null, "path": "/api/portal/*" }, "times": null, "fault": { "kind": "html" } },
            { "match": { "method": null, "path": null }, "times": 1, "fault": { "kind": "slow", "ms": 0 } },
        ] })
    );
    let cleared = caller.call(Method::DELETE, "/faults", Body::empty()).await;
    assert_eq!(cleared.json(), json!({ "faults": [] }));
    assert!(calls(&caller).await.is_empty());
    caller.get(POLICIES).await.is_error(401, "Not authorised");
}

#[tokio::test]
async fn what_is_no_fault_is_refused_with_the_reason() {
    let caller = caller_with(&[]).await;
    let refused = [
        ("", "EOF"),
        ("{}", "missing field `fault`"),
        (r#"{"fault": {"kind": "sloth"}}"#, "unknown variant `sloth`"),
        (r#"{"fault": {"kind": "slow"}}"#, "missing field `ms`"),
        (r#"{"fault": {"kind": "slow", "ms": 1, "s": 1}}"#, "unknown field `s`"),
        (r#"{"time": 1, "fault": {"kind": "html"}}"#, "unknown field `time`"),
        (r#"{"match": {"url": "x"}, "fault": {"kind": "html"}}"#, "unknown field `url`"),
        (r#"{"times": 0, "fault": {"kind": "html"}}"#, "0 times"),
        (r#"{"fault": {"kind": "redirect", "to": "a\nb"}}"#, "cannot stand in a header"),
        (r#"{"fault": {"kind": "preflight", "status": 100}}"#, "a status is a number from 200 to 999"),
    ];
    for (rule, reason) in refused {
        let answer = put(&caller, rule).await;
        assert!(answer.status == 400 && answer.body.contains(reason), "{rule}: {}", answer.body);
    }
    assert_eq!(caller.get("/faults").await.body, r#"{"faults":[]}"#);
}

#[tokio::test]
async fn calls_are_listed_with_the_names_of_their_headers_and_without_a_secret() {
    let caller = caller_with(&[r#"{"times": 1, "fault": {"kind": "error-in-200"}}"#]).await;
    let request = Request::post("/api/portal/policies?secret=in-the-query")
        .header("Authorization", SAMPLE_KEY)
        .header("Content-Type", "application/json")
        .header("Cookie", "a=b")
        .header("Cookie", "c=d");
    caller.send(request.body("{}".into()).unwrap()).await;
    caller.clone().with_authorization(None).get("/api/apis").await;
    let answer = caller.get("/faults/calls").await;
    assert_eq!(
        answer.json(),
        json!({ "calls": [
            {
                "method": "POST",
                "path": "/api/portal/policies",
                "headers": ["authorization", "content-type", "cookie"],
                "fault": "error-in-200",
                "status": 200,
            },
            { "method": "GET", "path": "/api/apis", "headers": [], "fault": null, "status": 401 },
        ] })
    );
    for secret in [SAMPLE_KEY, "a=b", "in-the-query"] {
        assert!(!answer.body.contains(secret));
    }
}

#[tokio::test]
async fn the_newest_thousand_calls_are_kept() {
    let caller = caller_with(&[]).await;
    for number in 0..1_001 {
        caller.get(&format!("/api/{number}")).await;
    }
    let calls = calls(&caller).await;
    assert_eq!((calls.len(), &calls[0]["path"]), (1_000, &json!("/api/1")));
    assert_eq!((&calls[999]["path"], &calls[999]["status"]), (&json!("/api/1000"), &json!(404)));
}
