//! The strict policy says what the text says, and tells absent, null, empty and value apart.

#![cfg(test)]

use tyk_policy::context::Context;
use tyk_policy::draft::{Json, State};
use tyk_policy::policy::{self, Afterwards, Depth, Limit, Policy, PrimitiveKind};
use tyk_policy::read;

/// The policy of a text in which no error is found. A name is added if it has none.
#[track_caller]
fn built(members: &str) -> Policy {
    let text = format!(r#"{{"name": "n", {members}}}"#);
    let reading = read::text(&text);
    let built = policy::build(&reading.policies[0].draft, &Context::default());
    built.unwrap_or_else(|report| panic!("{text}: {report:?}"))
}

#[test]
fn limits_tell_left_out_from_unlimited_from_a_value() {
    let rate = |members: &str| built(members).limits.rate;
    assert_eq!(rate(r#""rate": null"#), Limit::NotSet);
    assert_eq!(rate(r#""rate": 0, "per": 0"#), Limit::NotSet);
    assert_eq!(rate(r#""rate": -1, "per": -1"#), Limit::Unlimited);
    assert_eq!(rate(r#""rate": 100, "per": 60"#), Limit::Requests { requests: 100.0, seconds: 60.0 });
    let quota = built(r#""quota_max": 5, "quota_renewal_rate": -1"#).limits.quota;
    assert_eq!(quota, Limit::Requests { requests: 5, seconds: 0 });
    assert_eq!(built(r#""max_query_depth": -1"#).limits.depth, Depth::Unlimited);
    assert_eq!(built(r#""max_query_depth": 3"#).limits.depth, Depth::Levels(3));
}

#[test]
fn throttling_and_smoothing_are_there_only_where_they_are_in_force() {
    assert_eq!(built(r#""throttle_interval": -1, "throttle_retry_limit": -1"#).limits.throttle, None);
    let throttle = built(r#""rate": 1, "per": 1, "throttle_interval": 0.5, "throttle_retry_limit": 3"#).limits.throttle;
    assert_eq!(throttle.map(|throttle| (throttle.interval, throttle.retry_limit)), Some((0.5, 3)));
    let smoothing = |enabled| {
        let members = format!(
            r#""rate": 20, "per": 10, "smoothing": {{"enabled": {enabled}, "threshold": 5, "trigger": 0.5, "step": 5, "delay": 5}}"#
        );
        built(&members).limits.smoothing.map(|smoothing| (smoothing.threshold, smoothing.trigger))
    };
    assert_eq!((smoothing(true), smoothing(false)), (Some((5, 0.5)), None));
    assert_eq!(built(r#""smoothing": null"#).limits.smoothing, None);
}

#[test]
fn an_entry_has_its_versions_paths_limits_and_lists() {
    let policy = built(
        r#""partitions": {"per_api": true}, "access_rights": {"a": {"api_id": "a", "api_name": "A", "versions": [],
            "allowed_urls": [{"url": "^/x$", "methods": ["GET"]}], "limit": {"rate": 2, "per": 1, "max_query_depth": 4},
            "endpoints": [{"path": "/y", "methods": [{"name": "POST", "limit": {"rate": -1, "per": 0}}]}],
            "allowed_types": [{"name": "Query", "fields": ["*"]}], "disable_introspection": true,
            "field_access_rights": [{"type_name": "Query", "field_name": "f", "limits": {"max_query_depth": -1}}]},
          "b": {"limit": {"rate": 0}}, "c": {"versions": null, "limit": null}}"#,
    );
    let [a, b, c] = policy.access_rights.as_slice() else { panic!("three entries") };
    assert_eq!((a.api_name.as_str(), a.versions.as_deref()), ("A", Some([].as_slice())));
    assert_eq!(a.allowed_urls[0].methods, ["GET"]);
    let limits = a.limits.expect("limits of its own");
    assert_eq!((limits.rate, limits.depth), (Limit::Requests { requests: 2.0, seconds: 1.0 }, Depth::Levels(4)));
    assert_eq!(a.endpoints[0].methods[0].rate, Limit::Unlimited);
    assert_eq!(
        (a.graphql.allowed_types[0].fields.as_slice(), a.graphql.disable_introspection),
        (["*".to_owned()].as_slice(), true)
    );
    assert_eq!(a.graphql.field_access_rights[0].depth, Depth::Unlimited);
    assert_eq!((b.limits, c.limits, c.versions.as_ref()), (None, None, None));
}

#[test]
fn an_mcp_proxy_has_its_limits_and_lists() {
    let policy = built(
        r#""access_rights": {"m": {"json_rpc_methods": [{"name": "tools/call", "limit": {"rate": 5, "per": 60}}],
            "json_rpc_methods_access_rights": {"blocked": ["x"]},
            "mcp_primitives": [{"type": "tool", "name": "t", "limit": {"rate": 1, "per": 2}}],
            "mcp_access_rights": {"tools": {"allowed": ["a"]}, "prompts": null}}}"#,
    );
    let mcp = &policy.access_rights[0].mcp;
    assert_eq!(mcp.methods[0].rate, Limit::Requests { requests: 5.0, seconds: 60.0 });
    assert_eq!(mcp.method_lists.blocked, ["x"]);
    assert_eq!((mcp.primitives[0].kind, mcp.primitives[0].name.as_str()), (PrimitiveKind::Tool, "t"));
    assert_eq!(
        (mcp.rights.tools.allowed.as_slice(), mcp.rights.prompts.allowed.len()),
        (["a".to_owned()].as_slice(), 0)
    );
}

#[test]
fn what_is_said_of_keys_and_by_the_dashboard_is_there() {
    let policy = built(
        r#""_id": "5d9edadbf7942b0001ca0bc4", "key_expires_in": 60, "post_expiry_action": "retain", "post_expiry_grace_period": -1,
            "hmac_enabled": true, "state": "deny", "active": true, "is_inactive": true, "auth_types": [], "meta_data": {"b": 1, "a": null}"#,
    );
    assert_eq!(policy.dashboard.database_id.as_deref(), Some("5d9edadbf7942b0001ca0bc4"));
    assert_eq!((policy.dashboard.auth_types.as_deref(), policy.dashboard.graphql_enabled), (Some([].as_slice()), None));
    assert_eq!((policy.expiry.seconds, policy.expiry.afterwards), (Some(60), Afterwards::RetainForEver));
    assert!(policy.signatures.hmac && !policy.signatures.http);
    assert_eq!((policy.access_state.state, policy.access_state.is_inactive), (Some(State::Deny), true));
    assert_eq!(policy.meta_data, [("b".to_owned(), Json::from(1)), ("a".to_owned(), Json::Null)]);
}
