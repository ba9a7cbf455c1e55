use axum::body::Body;
use axum::http::{Method, Request};
use local_dashboard::SAMPLE_KEY;

use super::{caller_with, calls};
use crate::caller::{Answer, Caller, POLICIES};

const PAGE: &str = "http://page.example:8080";
const LET_IN: &str = r#"{"fault": {"kind": "cors", "origin": "http://page.example:8080"}}"#;

/// What a browser asks before a page of another origin may call.
async fn preflight(caller: &Caller, method: Method) -> Answer {
    let request = Request::options(POLICIES)
        .header("Origin", PAGE)
        .header("Access-Control-Request-Method", method.as_str())
        .header("Access-Control-Request-Headers", "authorization,content-type");
    caller.send(request.body(Body::empty()).unwrap()).await
}

/// The call itself.
async fn call(caller: &Caller, method: Method) -> Answer {
    let request = Request::builder().method(method).uri(POLICIES);
    let request = request.header("Origin", PAGE).header("Authorization", SAMPLE_KEY);
    caller.send(request.body(r#"{"name": "Gold"}"#.into()).unwrap()).await
}

fn has_no_cors_header(answer: &Answer) -> bool {
    answer.headers.keys().all(|name| !name.as_str().starts_with("access-control"))
}

#[tokio::test]
async fn a_preflight_is_not_answered_unless_it_is_asked_for() {
    for caller in [Caller::of_an_empty_dashboard(), caller_with(&[]).await] {
        let answer = preflight(&caller, Method::POST).await;
        answer.is_error(401, "Not authorised");
        assert!(has_no_cors_header(&answer) && has_no_cors_header(&call(&caller, Method::GET).await));
    }
}

#[tokio::test]
async fn an_origin_that_is_let_in_gets_its_preflights_and_all_its_answers_read() {
    let caller = caller_with(&[LET_IN]).await;
    let leave = preflight(&caller, Method::POST).await;
    assert_eq!((leave.status.as_u16(), leave.body.as_str()), (204, ""));
    assert_eq!(leave.header("access-control-allow-origin"), PAGE);
    assert_eq!(leave.header("access-control-allow-methods"), "GET, POST, PUT, DELETE, OPTIONS");
    assert_eq!(leave.header("access-control-allow-headers"), "authorization, content-type");
    assert_eq!(leave.header("vary"), "Origin");

    let nobody = caller.clone().with_authorization(None);
    let answers = [
        call(&caller, Method::POST).await,
        call(&caller, Method::POST).await,
        call(&caller, Method::PATCH).await,
        nobody.get(POLICIES).await,
    ];
    let statuses: Vec<_> = answers.iter().map(|answer| answer.status.as_u16()).collect();
    assert_eq!(statuses, [200, 400, 404, 401]);
    for answer in answers {
        assert_eq!(answer.header("access-control-allow-origin"), PAGE, "errors, too");
        assert_eq!(answer.header("vary"), "Origin");
        assert_eq!(answer.header("access-control-allow-credentials"), "");
    }
}

#[tokio::test]
async fn other_faults_go_with_it_and_only_the_401_stays_outside() {
    let faults = ["html", "server-error", "unauthorised", "error-in-200"];
    let rules = faults.map(|kind| format!(r#"{{"times": 1, "fault": {{"kind": "{kind}"}}}}"#));
    let mut rules: Vec<_> = rules.iter().map(String::as_str).collect();
    rules.push(LET_IN);
    let caller = caller_with(&rules).await;
    for (status, origin) in [(200, PAGE), (500, PAGE), (401, ""), (200, PAGE)] {
        assert_eq!(preflight(&caller, Method::GET).await.status, 204, "a preflight takes no fault of another kind");
        let answer = call(&caller, Method::GET).await;
        assert_eq!((answer.status.as_u16(), answer.header("access-control-allow-origin")), (status, origin));
    }
    let listed: Vec<_> = calls(&caller).await.into_iter().map(|call| call["fault"].clone()).collect();
    assert_eq!(listed[..4], ["cors", "html", "cors", "server-error"]);
}

#[tokio::test]
async fn a_star_can_stand_for_the_headers() {
    let rule = r#"{"fault": {"kind": "cors", "origin": "http://page.example:8080", "headers": "*"}}"#;
    let leave = preflight(&caller_with(&[rule]).await, Method::POST).await;
    assert_eq!(leave.header("access-control-allow-headers"), "*");
}

#[tokio::test]
async fn a_preflight_can_be_answered_wrongly_in_each_of_the_usual_ways() {
    for status in [401, 404, 405] {
        let rule = format!(r#"{{"times": 1, "fault": {{"kind": "preflight", "status": {status}}}}}"#);
        let caller = caller_with(&[LET_IN, &rule]).await;
        let answer = preflight(&caller, Method::POST).await;
        assert_eq!(answer.status.as_u16(), status);
        assert!(has_no_cors_header(&answer));
        assert_eq!(preflight(&caller, Method::POST).await.status, 204);
    }
    let rule = r#"{"fault": {"kind": "preflight", "status": 302, "to": "/api/portal/policies/"}}"#;
    let answer = preflight(&caller_with(&[rule]).await, Method::POST).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (302, "/api/portal/policies/"));
}

#[tokio::test]
async fn a_preflight_counts_as_a_call_of_the_method_that_it_asks_about() {
    let rule =
        r#"{"match": {"method": "PUT", "path": "/api/portal/*"}, "fault": {"kind": "preflight", "status": 405}}"#;
    let caller = caller_with(&[LET_IN, rule]).await;
    assert_eq!(preflight(&caller, Method::PUT).await.status, 405);
    assert_eq!(preflight(&caller, Method::POST).await.status, 204);
    assert_eq!(calls(&caller).await[0]["method"], "OPTIONS");
}
