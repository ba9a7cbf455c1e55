use axum::body::Body;
use axum::http::Method;
use local_dashboard::SAMPLE_KEY;

use crate::caller::{Caller, POLICIES};

const EVERYWHERE: [(Method, &str); 5] = [
    (Method::GET, POLICIES),
    (Method::POST, POLICIES),
    (Method::GET, "/api/portal/policies/577a8589428a6b0001000017"),
    (Method::GET, "/api/apis"),
    (Method::GET, "/api/unheard-of"),
];

#[tokio::test]
async fn the_bare_key_and_bearer_are_both_taken() {
    for authorization in [SAMPLE_KEY.to_owned(), format!("Bearer {SAMPLE_KEY}")] {
        let caller = Caller::of_an_empty_dashboard().with_authorization(Some(&authorization));
        assert_eq!(caller.get("/api/apis").await.status, 200, "{authorization}");
    }
}

#[tokio::test]
async fn without_the_right_key_every_call_is_401() {
    let longer = format!("{SAMPLE_KEY}x");
    let basic = format!("Basic {SAMPLE_KEY}");
    for authorization in [None, Some(""), Some("Bearer "), Some("wrong"), Some(longer.as_str()), Some(basic.as_str())] {
        let caller = Caller::of_an_empty_dashboard().with_authorization(authorization);
        for (method, path) in EVERYWHERE {
            caller.call(method, path, Body::empty()).await.is_error(401, "Not authorised");
        }
    }
}

#[tokio::test]
async fn a_preflight_gets_no_leave_as_tyks_own_dashboard_gives_none() {
    let caller = Caller::of_an_empty_dashboard().with_authorization(None);
    caller.call(Method::OPTIONS, POLICIES, Body::empty()).await.is_error(401, "Not authorised");
}

#[test]
fn the_sample_key_can_stand_in_a_header_and_in_an_attribute_as_it_is() {
    assert!(SAMPLE_KEY.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
}
