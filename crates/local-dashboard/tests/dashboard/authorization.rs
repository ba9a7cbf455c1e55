use axum::body::Body;
use axum::http::Method;
use local_dashboard::{READ_ONLY_KEY, SAMPLE_KEY, SECOND_ORGANISATION_KEY};

use crate::caller::{Caller, POLICIES};

const EVERYWHERE: [(Method, &str); 11] = [
    (Method::GET, POLICIES),
    (Method::POST, POLICIES),
    (Method::GET, "/api/portal/policies/577a8589428a6b0001000017"),
    (Method::PUT, "/api/portal/policies/577a8589428a6b0001000017"),
    (Method::DELETE, "/api/portal/policies/577a8589428a6b0001000017"),
    (Method::GET, "/api/portal/policies/search"),
    (Method::GET, "/api/apis"),
    (Method::GET, "/api/mcps"),
    (Method::POST, "/api/keys"),
    (Method::POST, "/api/keys/own"),
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

#[tokio::test]
async fn who_may_only_read_sees_policies_and_apis_and_changes_nothing() {
    let admin = Caller::of_an_empty_dashboard();
    let id = admin.create(r#"{"name": "Gold"}"#).await;
    let reader = admin.with_key(READ_ONLY_KEY);
    assert_eq!(reader.policy(&id).await, admin.policy(&id).await);
    for path in [POLICIES, "/api/portal/policies/search?q=gold", "/api/apis"] {
        assert_eq!(reader.get(path).await, admin.get(path).await, "{path}");
    }

    let one = format!("{POLICIES}/{id}");
    let refused = [
        (Method::POST, POLICIES),
        (Method::POST, "/api/portal/policies/"),
        (Method::PUT, one.as_str()),
        (Method::DELETE, one.as_str()),
        (Method::POST, "/api/keys"),
        (Method::POST, "/api/keys/own"),
        (Method::GET, "/api/mcps"),
    ];
    for (method, path) in refused {
        // Two blanks, as Tyk has them.
        let message = format!("access denied: You do not have permission to access  {path}");
        reader.call(method, path, r#"{"name": "Silver"}"#.into()).await.is_error(403, &message);
    }
    assert_eq!(admin.get(POLICIES).await.json()["Data"].as_array().unwrap().len(), 1);
}

#[test]
fn the_sample_keys_differ_and_can_stand_in_a_header_and_in_an_attribute_as_they_are() {
    let mut keys = vec![SAMPLE_KEY, READ_ONLY_KEY, SECOND_ORGANISATION_KEY];
    assert!(keys.iter().all(|key| key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')));
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), 3);
}
