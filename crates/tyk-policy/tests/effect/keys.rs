//! What a key holds (policy-model.md sections 5 and 5.1).

use serde_json::{Value, json};
use tyk_policy::context::Context;
use tyk_policy::effect::{self, Checked, key};
use tyk_policy::write::{self, Layout};

use crate::given::{draft, policy, report};

fn preview(members: &str) -> Option<Value> {
    let draft = draft(&policy(members));
    let report = report(&draft);
    let checked = Checked { draft: &draft, report: &report };
    let effect = effect::effect(&[checked], &Context::default());
    let json = key::preview(&checked, &effect, 1_700_000_000)?;
    Some(serde_json::from_str(&write::json(&json, Layout::Indented)).expect("it is JSON"))
}

#[test]
fn a_key_of_a_monolithic_policy_holds_the_limits_at_the_root_and_at_each_api() {
    let held = preview(
        r#""id": "gold", "rate": 100, "per": 1, "quota_max": 5, "tags": ["a"], "access_rights": {"orders":
        {"api_id": "orders", "api_name": "Orders", "versions": ["Default"], "allowed_urls": [], "limit": null}}"#,
    );
    let limits = json!({
        "rate": 100, "per": 1, "throttle_interval": 0, "throttle_retry_limit": 0, "max_query_depth": 0, "quota_max": 5,
        "quota_renewal_rate": 0, "smoothing": null,
    });
    let held = held.expect("it can be used");
    for (name, value) in limits.as_object().expect("an object") {
        assert_eq!(held[name], *value, "{name}");
    }
    assert_eq!(
        held["access_rights"],
        json!({ "orders": {
            "api_id": "orders", "api_name": "Orders", "versions": ["Default"], "allowed_urls": [], "limit": limits,
            "allowance_scope": "",
        } })
    );
    assert_eq!(
        (&held["apply_policies"], &held["tags"], &held["expires"]),
        (&json!(["gold"]), &json!(["a"]), &json!(0))
    );
}

#[test]
fn a_key_of_a_per_api_policy_holds_limits_at_the_apis_and_the_names_of_their_counters() {
    let rights = r#""rate": 9, "per": 1, "access_rights": {"a": {"limit": {"rate": 5, "per": 10}}, "b": {}}, "partitions": {"per_api": true}"#;
    let held = preview(rights).expect("it can be used");
    assert_eq!((&held["rate"], &held["per"]), (&json!(0), &json!(0)));
    assert_eq!(
        (&held["access_rights"]["a"]["limit"]["rate"], &held["access_rights"]["a"]["allowance_scope"]),
        (&json!(5), &json!("a"))
    );
    let shared = &held["access_rights"]["b"];
    assert_eq!((&shared["limit"]["rate"], &shared["allowance_scope"]), (&json!(9), &json!("{POLICY_ID}")));
    let alone = r#""access_rights": {"a": {"limit": {"rate": 5, "per": 10}}}, "partitions": {"per_api": true}"#;
    assert_eq!(preview(alone).expect("it can be used")["rate"], json!(5), "the key takes the limits of a single API");
}

#[test]
fn what_a_partition_leaves_out_is_not_held() {
    let held = preview(
        r#""rate": 9, "per": 1, "quota_max": 7, "access_rights": {"a": {"endpoints": [{"path": "/", "methods": []}]}},
        "partitions": {"acl": true, "quota": true}"#,
    )
    .expect("it can be used");
    assert_eq!((&held["rate"], &held["quota_max"]), (&json!(0), &json!(7)));
    assert_eq!(held["access_rights"]["a"]["endpoints"], Value::Null);
}

#[test]
fn a_key_expires_so_many_seconds_after_it_was_made() {
    let held = preview(r#""key_expires_in": 60, "access_rights": {"a": {}}"#).expect("it can be used");
    assert_eq!(held["expires"], json!(1_700_000_060));
}

#[test]
fn a_policy_that_no_key_can_use_alone_gives_no_key() {
    assert_eq!(preview(r#""rate": 9"#), None);
    assert_eq!(preview(r#""access_rights": {"a": {}}, "is_inactive": true"#), None);
    assert_eq!(preview(r#""access_rights": {"a": {}}, "partitions": {"per_api": true, "acl": true}"#), None);
}
