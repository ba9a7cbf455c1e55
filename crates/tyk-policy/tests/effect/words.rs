//! An effect in one paragraph.

use tyk_policy::answer::ApiKind;
use tyk_policy::context::Context;

use crate::given::{draft, effect, effect_of, known, policy};

const ORDERS: &str = r#""access_rights": {"o": {"api_name": "Orders"}}"#;

#[track_caller]
fn says(members: &str, words: &str) {
    assert_eq!(effect(members).words(), words);
}

#[test]
fn rate_and_quota_are_said_with_what_comes_beyond() {
    let apis = r#""access_rights": {"o": {"api_name": "Orders"}, "u": {"api_name": "Users"}}"#;
    says(
        &format!(r#""rate": 100, "per": 1, "quota_max": 10000, "quota_renewal_rate": 3600, {apis}"#),
        "Keys on this policy may call Orders and Users. Together at most 100 requests in any second and 10,000 an hour, \
         counted from the first request; beyond that 429 and 403. Keys never expire.",
    );
    says(
        &format!(r#""rate": 100, "per": 60, {ORDERS}"#),
        "Keys on this policy may call Orders. At most 100 requests in any minute; beyond that 429; no quota. Keys never \
         expire.",
    );
    says(
        &format!(r#""quota_max": 1, "key_expires_in": 3600, {ORDERS}"#),
        "Keys on this policy may call Orders. At most 1 request in all, never renewed; beyond that 403; no rate limit. Keys \
         expire 1 hour after they are made.",
    );
    says(
        &format!(r#""rate": -1, "per": -1, "quota_max": -1, {ORDERS}"#),
        "Keys on this policy may call Orders. No rate limit and no quota. Keys never expire.",
    );
}

#[test]
fn throttling_smoothing_and_depth_follow_where_they_are_in_force() {
    says(
        &format!(
            r#""rate": 20, "per": 10, "throttle_interval": 2, "throttle_retry_limit": 3, "max_query_depth": 4,
            "smoothing": {{"enabled": true, "threshold": 5, "trigger": 0.5, "step": 5, "delay": 60}}, {ORDERS}"#
        ),
        "Keys on this policy may call Orders. At most 20 requests in any 10 seconds; beyond that 429; no quota. A request over \
         the rate gets up to 3 more tries, 2 seconds apart, before it is refused. Where the Gateway smooths rates, the \
         allowance follows the traffic from 5 requests on, by steps of 5, at most every minute. GraphQL queries may be 4 \
         levels deep. Keys never expire.",
    );
}

#[test]
fn what_tyk_cuts_is_said() {
    says(
        &format!(r#""rate": 0.5, "per": 1, {ORDERS}"#),
        "Keys on this policy may call Orders. No request at all where Redis counts, because 0.5 is cut to 0; beyond that 429; \
         no quota. Keys never expire.",
    );
}

#[test]
fn apis_with_equal_limits_are_said_together() {
    says(
        r#""rate": 5, "per": 1, "access_rights": {"o": {"api_name": "Orders"}, "a": {"limit": {"rate": 1, "per": 10}},
            "b": {"limit": {"rate": 1, "per": 10}}, "u": {"api_name": "Users"}}, "partitions": {"per_api": true}"#,
        "Keys on this policy may call Orders, a, b and Users. Orders and Users together: at most 5 requests in any second; \
         beyond that 429; no quota. a and b each: at most 1 request in any 10 seconds; beyond that 429; no quota. Keys never \
         expire.",
    );
}

#[test]
fn allowed_paths_and_rights_of_graphql_and_mcp_are_said() {
    says(
        r#""access_rights": {"o": {"api_name": "Orders", "allowed_urls": [{"url": "^/orders", "methods": ["GET", "POST"]},
            {"url": "/users/{id}", "methods": ["GET"]}]}}"#,
        "Keys on this policy may call Orders. Orders allows only GET/POST ^/orders and GET /users/{id}. No rate limit and no \
         quota. Keys never expire.",
    );
    says(
        r#""access_rights": {"o": {"allowed_types": [{"name": "Query", "fields": ["a", "b"]}], "disable_introspection": true,
            "field_access_rights": [{"type_name": "Query", "field_name": "users", "limits": {"max_query_depth": 3}}]}}"#,
        "Keys on this policy may call o. o allows only the types Query (a and b); Query.users 3 levels; no other root field; no \
         introspection. No rate limit and no quota. Keys never expire.",
    );
    says(
        r#""access_rights": {"o": {"json_rpc_methods": [{"name": "tools/call", "limit": {"rate": 2, "per": 1}}],
            "mcp_access_rights": {"tools": {"allowed": ["a.*"], "blocked": ["b"]}}}}"#,
        "Keys on this policy may call o. o allows tools: only a.*, and never b. No rate limit and no quota. o has limits of its \
         own for tools/call at most 2 requests in any second. Keys never expire.",
    );
}

#[test]
fn what_is_left_to_other_policies_is_said() {
    says(
        &format!(r#"{ORDERS}, "partitions": {{"acl": true}}"#),
        "Keys on this policy may call Orders. Rate limit and quota are left to other policies of the key. Keys never expire.",
    );
    says(
        &format!(r#"{ORDERS}, "partitions": {{"acl": true, "quota": true}}"#),
        "Keys on this policy may call Orders. The rate limit is left to other policies of the key and no quota. Keys never \
         expire.",
    );
    says(
        r#""rate": 5, "per": 1, "partitions": {"rate_limit": true}"#,
        "The policy names no API, so a key that uses it alone is refused. To a key that gets its APIs from another policy, this \
         one brings limits. At most 5 requests in any second; beyond that 429; the quota is left to other policies of the key. \
         Keys never expire.",
    );
    says(
        &format!(r#""quota_max": 5, {ORDERS}, "partitions": {{"quota": true}}"#),
        "The `acl` partition is off, so this policy gives a key none of its APIs, and a key that uses it alone is refused. To a \
         key that gets its APIs from another policy, this one brings limits. At most 5 requests in all, never renewed; beyond \
         that 403; the rate limit is left to other policies of the key. Keys never expire.",
    );
}

#[test]
fn a_policy_that_no_key_can_use_says_why_and_nothing_else() {
    says(
        &format!(r#"{ORDERS}, "is_inactive": true"#),
        "Every key on this policy is refused: while `is_inactive` is true, every request with a key of this policy gets a 403.",
    );
    says(
        &format!(r#"{ORDERS}, "partitions": {{"per_api": true, "acl": true}}"#),
        "Every key on this policy is refused: expected `per_api` alone, found it together with acl.",
    );
    says(
        &format!(r#"{ORDERS}, "tags": 5, "rate": "x""#),
        "Tyk does not take this policy: expected a number, found a string: `x` at /rate (and for 1 more reason).",
    );
    let faulty = effect(&format!(r#"{ORDERS}, "tags": 5, "rate": 7, "per": 1"#));
    assert_eq!(
        faulty.words_once_mended(),
        "Keys on this policy may call Orders. At most 7 requests in any second; beyond that 429; no quota. Keys never expire."
    );
}

#[test]
fn state_life_and_what_requests_need_come_last() {
    says(
        &format!(
            r#"{ORDERS}, "state": "draft", "key_expires_in": 2592000, "hmac_enabled": true, "post_expiry_action": "retain",
            "post_expiry_grace_period": 86400, "meta_data": {{"rate_limit_pattern": "$tyk_meta.Dev"}}"#
        ),
        "Keys on this policy may call Orders. No rate limit and no quota. The policy's state is draft: keys that exist keep \
         working, and no new ones can be made. Keys expire 30 days after they are made, and are then kept for 1 day. Every \
         request needs an HMAC signature. Requests are counted by $tyk_meta.Dev and not by key.",
    );
    let inactive = format!(r#"{{"name": "Gold", {ORDERS}}}"#);
    let words = effect_of(&draft(&inactive), &Context::default()).words();
    assert!(words.contains("The policy is not active"), "{words}");
}

#[test]
fn what_is_known_of_the_apis_is_said() {
    let mut orders = known("o", "Order service", "/orders/");
    orders.versions = vec!["v1".to_owned()];
    let keyless = tyk_policy::answer::KnownApi { kind: ApiKind::Keyless, ..known("f", "Feed", "/feed/") };
    let context = Context { apis: Some(vec![orders, keyless]), ..Context::default() };
    let rights = r#""access_rights": {"o": {"api_name": "Orders", "versions": ["v1"]}, "f": {}}"#;
    assert_eq!(
        effect_of(&draft(&policy(rights)), &context).words(),
        "Keys on this policy may call Order service and Feed. Order service allows version v1. Feed asks for no key, so nothing \
         of this counts there. No rate limit and no quota. Keys never expire."
    );
}

#[test]
fn two_thousand_apis_are_still_one_readable_paragraph() {
    let entry = |index: usize| {
        format!(
            r#""id{index}": {{"api_name": "Service {index}", "allowed_urls": [{{"url": "/a", "methods": ["GET"]}}],
            "limit": {{"rate": {}, "per": 1}}, "endpoints": [{{"path": "/b", "methods": [{{"name": "GET", "limit": {{"rate": 1,
            "per": 1}}}}]}}]}}"#,
            index + 1
        )
    };
    let entries: Vec<_> = (0..2_000).map(entry).collect();
    let members = format!(r#""access_rights": {{{}}}, "partitions": {{"per_api": true}}"#, entries.join(","));
    let words = effect(&members).words();
    assert!(
        words.starts_with("Keys on this policy may call 2,000 APIs: Service 0, Service 1, Service 2 and 1,997 more.")
    );
    for part in [
        "1,999 more of them allow only some requests",
        "1,996 more APIs have limits of their own",
        "1,997 more endpoints",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(words.len() < 1_200, "{}: {words}", words.len());
}
