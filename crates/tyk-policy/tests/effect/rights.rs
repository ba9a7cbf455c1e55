//! Rights to single APIs, and the rows that show them (policy-model.md sections 4, 10b and 10c).

use tyk_policy::answer::{ApiKind, KnownApi};
use tyk_policy::check::Code;
use tyk_policy::context::Context;
use tyk_policy::effect::{Limited, Scope};
use tyk_policy::policy::Depth;

use crate::given::{draft, effect, effect_of, known, policy};
use crate::grants::{TWO, names, rates, with};

const ENDPOINTS: &str = r#""access_rights": {"a": {
    "endpoints": [{"path": "/search", "methods": [
        {"name": "get", "limit": {"rate": 5, "per": 60}}, {"name": "POST", "limit": {"rate": 0, "per": 60}}]}],
    "json_rpc_methods": [{"name": "tools/call", "limit": {"rate": 2, "per": 1}}],
    "mcp_primitives": [{"type": "tool", "name": "forecast", "limit": {"rate": 3, "per": 1}}]}}"#;

#[test]
fn limits_of_endpoints_and_of_mcp_count_unless_the_rate_is_left_to_other_policies() {
    let small = |partitions: &str| {
        let effect = effect(&format!(r#"{ENDPOINTS}, "partitions": {partitions}"#));
        effect.apis[0].small_limits()
    };
    let all = small("{}");
    let named: Vec<_> = all.iter().map(|small| (small.name.as_str(), small.rate.from.to_string())).collect();
    assert_eq!(
        named,
        [
            ("GET /search", "/access_rights/a/endpoints/0/methods/0/limit".to_owned()),
            ("POST /search", "/access_rights/a/endpoints/0/methods/1/limit".to_owned()),
            ("tools/call", "/access_rights/a/json_rpc_methods/0/limit".to_owned()),
            ("tool forecast", "/access_rights/a/mcp_primitives/0/limit".to_owned()),
        ]
    );
    assert_eq!(all[1].rate.value, Limited::Off, "0 lifts the limit of the API");
    assert_eq!(small(r#"{"per_api": true}"#), all);
    assert_eq!(small(r#"{"acl": true, "rate_limit": true}"#), all);
    assert_eq!(small(r#"{"acl": true, "quota": true}"#), []);
    let dropped = effect(&format!(r#"{ENDPOINTS}, "partitions": {{"acl": true}}"#)).ignored;
    assert_eq!(dropped.iter().filter(|finding| finding.code == Code::SmallLimitsDropped).count(), 3);
}

#[test]
fn restricted_types_count_only_without_allowed_ones() {
    let restricted = r#""restricted_types": [{"name": "Query", "fields": ["users"]}]"#;
    let rights = |more: &str| effect(&format!(r#""access_rights": {{"a": {{{restricted}{more}}}}}"#));
    assert_eq!(rights("").apis[0].right.graphql.restricted_types.len(), 1);
    let both = rights(r#", "allowed_types": [{"name": "Query", "fields": ["*"]}]"#);
    assert!(both.apis[0].right.graphql.restricted_types.is_empty());
    assert_eq!(both.ignored[0].code, Code::RestrictedTypesIgnored);
}

#[test]
fn with_rights_of_single_fields_a_depth_of_0_refuses_every_other_root_field() {
    let rights = r#""access_rights": {"a": {"field_access_rights": [
        {"type_name": "Query", "field_name": "users", "limits": {"max_query_depth": 3}},
        {"type_name": "Query", "field_name": "keys", "limits": {"max_query_depth": 0}}]}}"#;
    let blocked = |depth: &str| effect(&format!(r#"{rights}, "max_query_depth": {depth}"#)).apis[0].blocks_other_fields;
    assert_eq!([blocked("0"), blocked("-1"), blocked("5")], [true, false, false]);
    let right = effect(rights).apis.remove(0).right;
    assert_eq!(right.graphql.field_access_rights[1].depth, Depth::NotSet, "0 blocks the field");
}

#[test]
fn signatures_are_not_asked_of_ordinary_keys_with_per_api() {
    let hmac =
        |partitions| effect(&format!(r#"{TWO}, "hmac_enabled": true, "partitions": {partitions}"#)).signatures.hmac;
    assert_eq!([hmac("{}"), hmac(r#"{"per_api": true}"#)], [true, false]);
}

#[test]
fn the_key_of_the_entry_counts_and_of_two_entries_of_one_key_the_last() {
    let effect =
        effect(r#""access_rights": {"a": {"api_id": "other", "api_name": "First"}, "a": {"api_name": "Second"}}"#);
    assert_eq!((names(&effect), effect.apis[0].right.api_id.as_str()), (vec!["Second"], "a"));
    assert_eq!(effect.counters[0].apis, 1);
}

#[test]
fn fields_in_other_letters_count_as_they_do_for_go() {
    let effect =
        effect(r#""Rate": 5, "per": 2, "access_rights": {"a": {"Endpoints": [{"path": "/", "methods": []}]}}"#);
    assert_eq!(rates(&effect), [(Scope::Key, Limited::By(5.0), "/rate".to_owned())]);
    assert_eq!(effect.apis[0].right.endpoints.len(), 1);
}

#[test]
fn entries_of_the_second_form_are_found_by_their_number() {
    let effect = effect(
        r#""rate": 1, "per": 1, "access_rights_array": [{"api_id": "a"}, {"api_id": "b", "limit": {"rate": 2, "per": 1}}],
        "partitions": {"per_api": true}"#,
    );
    assert_eq!(effect.apis[1].at.to_string(), "/access_rights_array/1");
    assert_eq!(rates(&effect)[1].2, "/access_rights_array/1/limit/rate");
}

#[test]
fn an_api_is_called_by_its_known_name_else_by_its_label_else_by_its_id() {
    let mut orders = known("orders", "Orders and returns", "/orders/");
    orders.kind = ApiKind::Keyless;
    let context = Context { apis: Some(vec![orders]), ..Context::default() };
    let effect = effect_of(&draft(&policy(TWO)), &context);
    assert_eq!(names(&effect), ["Orders and returns", "users"]);
    assert_eq!((effect.apis[0].kind, effect.apis[1].kind), (Some(ApiKind::Keyless), None));
    assert_eq!(effect.apis[0].listen_path, "/orders/");
    assert_eq!(effect.api("users").map(|api| api.counter), effect.api("Orders and returns").map(|api| api.counter));
}

#[test]
fn versions_count_only_for_a_versioned_classic_api() {
    let versioned = |kind, versions: &[&str]| {
        let api = known("orders", "Orders", "/");
        let versions = versions.iter().map(|version| (*version).to_owned()).collect();
        let context = Context { apis: Some(vec![KnownApi { kind, versions, ..api }]), ..Context::default() };
        effect_of(&draft(&policy(TWO)), &context).apis[0].is_versioned
    };
    assert_eq!(versioned(ApiKind::Classic, &["v1", "v2"]), Some(true));
    assert_eq!(versioned(ApiKind::Classic, &[]), Some(false));
    assert_eq!(versioned(ApiKind::Oas, &["v1"]), Some(false));
    assert_eq!(effect(TWO).apis[0].is_versioned, None);
}

#[test]
fn every_row_names_the_field_that_it_comes_from() {
    let effect = with(r#"{"per_api": true}"#);
    let rows = effect.counters[1].rows();
    assert_eq!(rows[0].label, "Rate limit");
    assert_eq!(
        (rows[0].value.as_str(), rows[0].from.to_string()),
        ("5 requests in any 10 seconds", "/access_rights/users/limit/rate".to_owned())
    );
    assert_eq!(
        rows.iter().map(|row| row.value.as_str()).collect::<Vec<_>>()[1..],
        ["off", "off", "none", "not limited"]
    );
    assert_eq!(effect.counters[0].title(&effect), "APIs without limits of their own, together");
    assert_eq!(effect.counters[1].title(&effect), "users");
    assert_eq!(effect.apis[0].rows()[0].value, "every path and method");
    assert_eq!(effect.rows()[0].value, "never expire");
}

#[test]
fn rows_of_an_api_say_its_paths_versions_types_and_lists() {
    let rights = r#""access_rights": {"a": {"versions": ["v1"], "allowed_urls": [{"url": "^/a", "methods": ["GET"]}],
        "restricted_types": [{"name": "User", "fields": ["*"]}], "disable_introspection": true,
        "field_access_rights": [{"type_name": "Query", "field_name": "a", "limits": {"max_query_depth": 0}}],
        "json_rpc_methods_access_rights": {"blocked": ["x"]}, "mcp_access_rights": {"prompts": {"allowed": ["p"]}},
        "endpoints": [{"path": "/b", "methods": [{"name": "get", "limit": {"rate": 0, "per": 1}}]}]}}"#;
    let effect = effect(rights);
    let rows: Vec<_> =
        effect.apis[0].rows().into_iter().map(|row| (row.label, row.value, row.from.to_string())).collect();
    let at = |place: &str| format!("/access_rights/a/{place}");
    let expected = [
        ("Path", "GET ^/a", "allowed_urls/0"),
        ("Versions", "v1, if the API has versions", "versions"),
        ("Not these types", "User (all fields)", "restricted_types"),
        ("Depth of fields", "Query.a blocked; all other root fields are refused", "field_access_rights"),
        ("Introspection", "refused", "disable_introspection"),
        ("JSON-RPC methods", "all but x", "json_rpc_methods_access_rights"),
        ("Prompts", "only p", "mcp_access_rights/prompts"),
        ("Own limit", "GET /b: no rate limit", "endpoints/0/methods/0/limit"),
    ];
    assert_eq!(rows, expected.map(|(label, value, place)| (label, value.to_owned(), at(place))));
}

#[test]
fn a_versioned_api_of_which_no_version_is_named_refuses_everything() {
    let mut orders = known("orders", "Orders", "/");
    orders.versions = vec!["v1".to_owned()];
    let context = Context { apis: Some(vec![orders]), ..Context::default() };
    let effect = effect_of(&draft(&policy(r#""access_rights": {"orders": {"versions": []}}"#)), &context);
    assert_eq!(effect.apis[0].rows()[1].value, "none is named, so every request is refused");
}
