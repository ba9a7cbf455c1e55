//! What the operator's resources become.

use super::*;
use crate::read::{json, yaml};
use crate::write::{self, Layout};

fn values(text: &str) -> Vec<Json> {
    yaml::documents(text).map_err(|fault| fault.message).unwrap().into_iter().map(|document| document.value).collect()
}

fn converted(text: &str) -> Vec<(usize, Converted)> {
    convert(&values(text).iter().collect::<Vec<_>>())
}

/// The policies in the YAML, in one line each.
#[track_caller]
fn assert_policies(text: &str, expected: &[&str]) {
    let written = |object| write::json(&Json::Object(object), Layout::Indented);
    let policies: Vec<_> = converted(text).into_iter().map(|(_, policy)| written(policy.object)).collect();
    let expected: Vec<_> = expected.iter().map(|text| write::json(&json(text).unwrap(), Layout::Indented)).collect();
    assert_eq!(policies, expected);
}

/// Where in the document stands what is at this path of the policy.
fn in_document(policy: &Converted, path: &Path) -> Path {
    policy.moved.iter().find_map(|(from, to)| path.moved(from, to)).unwrap_or_default()
}

fn policy(spec: &str) -> String {
    let indented: String = spec.lines().map(|line| format!("  {line}\n")).collect();
    format!("apiVersion: tyk.tyk.io/v1alpha1\nkind: SecurityPolicy\nmetadata: {{name: p}}\nspec:\n{indented}")
}

#[test]
fn a_resource_has_a_version_and_a_kind() {
    let is = |text: &str| is_resource(&json(text).unwrap());
    assert!(is(r#"{"apiVersion": "v1", "kind": "List", "items": []}"#));
    assert!(!is(r#"{"kind": "List"}"#) && !is(r#"{"apiVersion": 1, "kind": "List"}"#) && !is("[]"));
}

#[test]
fn only_policies_of_the_operator_are_taken() {
    let others =
        "apiVersion: v1\nkind: SecurityPolicy\nspec: {}\n---\napiVersion: tyk.tyk.io/v1\nkind: Other\n---\n- 1\n---\n";
    let text = others.to_owned() + &policy("rate: 1");
    let found = converted(&text);
    assert_eq!(found.iter().map(|(index, _)| *index).collect::<Vec<_>>(), [3]);
    assert_policies(&text, &[r#"{"rate": 1}"#]);
}

#[test]
fn a_resource_without_a_spec_is_an_empty_policy() {
    assert_policies("apiVersion: tyk.tyk.io/v1alpha1\nkind: SecurityPolicy\nspec: 5\n", &["{}"]);
    assert_policies("apiVersion: tyk.tyk.io/v1alpha1\nkind: SecurityPolicy\nstatus: {pol_id: a}\n", &["{}"]);
}

#[test]
fn the_list_of_apis_becomes_the_map_in_its_place() {
    let spec = "
name: A
access_rights_array:
- {name: x, namespace: far, kind: ApiDefinition, versions: [Default], new: 1}
- {api_name: Why, limit: {rate: '1'}, api_id: id}
- {name: z}
rate: '5'";
    assert_policies(
        &policy(spec),
        &[r#"{"name": "A", "access_rights": {
            "{far/x}": {"api_id": "{far/x}", "api_name": "x", "versions": ["Default"], "new": 1},
            "id": {"api_name": "Why", "limit": {"rate": "1"}, "api_id": "id"},
            "{z}": {"api_id": "{z}", "api_name": "z"}}, "rate": "5"}"#],
    );
    assert_policies(&policy("access_rights_array: []"), &[r#"{"access_rights": {}}"#]);
}

#[test]
fn two_items_of_one_api_are_both_kept_and_an_api_without_a_name_has_no_id() {
    assert_policies(
        &policy("access_rights_array: [{api_id: a, api_name: b}, {api_id: a, api_name: c}, {namespace: n}]"),
        &[r#"{"access_rights": {"a": {"api_id": "a", "api_name": "b"}, "a": {"api_id": "a", "api_name": "c"},
            "": {"api_id": "", "api_name": ""}}}"#],
    );
}

#[test]
fn beside_a_map_the_list_stays_a_list_of_converted_items() {
    assert_policies(
        &policy("access_rights: {a: {}}\naccess_rights_array: [{name: x}, 5]"),
        &[r#"{"access_rights": {"a": {}}, "access_rights_array": [{"api_id": "{x}", "api_name": "x"}, 5]}"#],
    );
}

#[test]
fn what_is_of_a_wrong_type_stays_where_it_is() {
    assert_policies(&policy("access_rights_array: {a: 1}"), &[r#"{"access_rights_array": {"a": 1}}"#]);
    assert_policies(&policy("access_rights_array: [a]"), &[r#"{"access_rights_array": ["a"]}"#]);
    let spec = "access_rights_array: [a, {api_id: b, api_name: c}, 5]";
    assert_policies(
        &policy(spec),
        &[r#"{"access_rights": {"b": {"api_id": "b", "api_name": "c"}}, "access_rights_array": ["a", 5]}"#],
    );
    let (_, policy) = converted(&policy(spec)).remove(0);
    let path = Path::root().name(ACCESS_RIGHTS_ARRAY);
    let second = Path::from(vec![Segment::Index(1)]).inside(&path);
    assert_eq!(in_document(&policy, &second).to_string(), "/spec/access_rights_array/2");
}

#[test]
fn an_api_of_the_same_text_lends_its_id_and_its_name() {
    let api = |kind: &str, metadata: &str, spec: &str| {
        format!("apiVersion: tyk.tyk.io/v1alpha1\nkind: {kind}\nmetadata: {metadata}\nspec: {spec}\n---\n")
    };
    let text = api("ApiDefinition", "{name: a}", "{api_id: id-a, name: Orders}")
        + &api("TykOasApiDefinition", "{name: a}", "{api_id: oas-a}")
        + &api("ApiDefinition", "{name: a, namespace: far}", "{api_id: far-a}")
        + &api("ApiDefinition", "{name: b}", "{name: No id}")
        + &policy(
            "access_rights_array: [{name: a}, {name: a, kind: TykOasApiDefinition},
                                   {name: a, namespace: far}, {name: b}]",
        );
    assert_policies(
        &text,
        &[r#"{"access_rights": {"id-a": {"api_id": "id-a", "api_name": "Orders"},
            "oas-a": {"api_id": "oas-a", "api_name": "a"}, "far-a": {"api_id": "far-a", "api_name": "a"},
            "{b}": {"api_id": "{b}", "api_name": "No id"}}}"#],
    );
}

#[test]
fn numbers_in_strings_are_numbers_where_the_operator_has_strings() {
    let spec = "
rate: '1'
access_rights_array:
- api_id: a
  api_name: a
  limit: {rate: '1', smoothing: {trigger: '0.5', step: '2'}}
  endpoints: [{path: '1', methods: [{name: GET, limit: {rate: '3', per: '60', smoothing: {trigger: '1'}}}]}]
  json_rpc_methods: [{name: '5', limit: {rate: '4', per: x}}]
  mcp_primitives: [{limit: {rate: '6', per: 7}}]";
    assert_policies(
        &policy(spec),
        &[r#"{"rate": "1", "access_rights": {"a": {"api_id": "a", "api_name": "a",
            "limit": {"rate": "1", "smoothing": {"trigger": 0.5, "step": "2"}},
            "endpoints": [{"path": "1", "methods": [{"name": "GET",
                "limit": {"rate": 3, "per": 60, "smoothing": {"trigger": 1}}}]}],
            "json_rpc_methods": [{"name": "5", "limit": {"rate": 4, "per": "x"}}],
            "mcp_primitives": [{"limit": {"rate": 6, "per": 7}}]}}}"#],
    );
}

#[test]
fn every_path_of_the_policy_has_its_place_in_the_document() {
    let text = policy("rate: 1\naccess_rights_array: [{name: x}, {api_id: k, api_name: l}, {api_id: k, api_name: m}]");
    let (_, policy) = converted(&text).remove(0);
    let place = |path: Path| in_document(&policy, &path).to_string();
    let entry = |key: &str| Path::root().name("access_rights").key(key);
    assert_eq!(place(Path::root()), "/spec");
    assert_eq!(place(Path::root().name("rate")), "/spec/rate");
    assert_eq!(place(Path::root().name("access_rights")), "/spec/access_rights_array");
    assert_eq!(place(Path::root().key("access_rights").key("k").name("limit")), "/spec/access_rights_array/2/limit");
    assert_eq!(place(entry("{x}")), "/spec/access_rights_array/0");
    assert_eq!(place(entry("{x}").name("api_id")), "/spec/access_rights_array/0/name");
    assert_eq!(place(entry("k").name("api_id")), "/spec/access_rights_array/2/api_id");
}

#[test]
fn a_list_of_resources_is_unfolded() {
    let text = r#"{"apiVersion": "v1", "kind": "List", "items": [
        {"apiVersion": "tyk.tyk.io/v1alpha1", "kind": "ApiDefinition",
         "metadata": {"name": "x"}, "spec": {"api_id": "id"}},
        {"apiVersion": "tyk.tyk.io/v1alpha1", "kind": "SecurityPolicy",
         "spec": {"access_rights_array": [{"name": "x"}], "rate": 1}}]}"#;
    assert_policies(text, &[r#"{"access_rights": {"id": {"api_id": "id", "api_name": "x"}}, "rate": 1}"#]);
    let (index, policy) = converted(text).remove(0);
    assert_eq!(index, 0);
    assert_eq!(in_document(&policy, &Path::root().name("rate")).to_string(), "/items/1/spec/rate");
    let id = Path::root().name("access_rights").key("id").name("versions");
    assert_eq!(in_document(&policy, &id).to_string(), "/items/1/spec/access_rights_array/0/versions");
}

/// The one policy of a file of the corpus, or nothing, with a word about it, where the corpus is not there.
fn of_corpus(file: &str) -> Option<Object> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus/operator");
    let Ok(text) = std::fs::read_to_string(std::path::Path::new(folder).join(file)) else {
        println!("skipped: no {file} at {folder}");
        return None;
    };
    let mut found = converted(&text);
    assert_eq!(found.len(), 1, "{file}");
    found.pop().map(|(_, policy)| policy.object)
}

#[test]
fn the_samples_of_the_operator_are_read() {
    for (file, keys, members) in [
        (
            "mcp-acl.yaml",
            &["{default/mock-mcp}"][..],
            r#"{"name": "MCP ACL Policy", "state": "active", "active": true}"#,
        ),
        (
            "metadata-tags.yaml",
            &["{default/httpbin}"],
            r#"{"tags": ["Hello", "World"], "meta_data": {"key": "value", "hello": "world"}}"#,
        ),
        (
            "partitions-acl.yaml",
            &["{tyk/httpbin}"],
            r#"{"partitions": {"quota": false, "rate_limit": false, "acl": true}}"#,
        ),
        (
            "per-api-limits-without-per-api.yaml",
            &["{default/httpbin}", "{default/petstore}"],
            r#"{"rate": -1, "quota_renewal_rate": 60}"#,
        ),
        (
            "trial-policy-three-kinds.yaml",
            &["{default/httpbin}", "{default/petstore}", "{default/http-to-kafka}"],
            r#"{"name": "Default policy for trial users", "quota_max": 1000, "throttle_interval": -1}"#,
        ),
    ] {
        let Some(policy) = of_corpus(file) else { continue };
        let entries = policy.get("access_rights").and_then(Json::as_object).unwrap();
        assert_eq!(entries.iter().map(|(key, _)| key).collect::<Vec<_>>(), keys, "{file}");
        for (name, value) in json(members).unwrap().as_object().unwrap().iter() {
            assert_eq!(policy.get(name), Some(value), "{file}");
        }
    }
}

#[test]
fn an_api_beside_its_policy_lends_its_name_though_only_one_of_the_two_writes_the_namespace() {
    let Some(policy) = of_corpus("metadata-tags.yaml") else { return };
    let entry =
        policy.get("access_rights").and_then(Json::as_object).and_then(|entries| entries.get("{default/httpbin}"));
    let name = entry.and_then(Json::as_object).and_then(|entry| entry.get("api_name"));
    assert_eq!(name, Some(&Json::from("httpbin protected")));
}
