use super::*;
use crate::read;

fn draft(text: &str) -> Draft {
    let Ok(Json::Object(object)) = read::json(text) else { panic!("{text} is no object") };
    Draft::from_object(object)
}

fn shown(differences: Vec<Difference>) -> Vec<String> {
    let value = |value: Option<Json>| match value {
        None => "absent".to_owned(),
        Some(value) => crate::write::json(&value, crate::write::Layout::Indented).split_whitespace().collect(),
    };
    differences.into_iter().map(|each| format!("{} {} {}", each.path, value(each.before), value(each.after))).collect()
}

fn as_written(before: &str, after: &str) -> Vec<String> {
    shown(drafts(&draft(before), &draft(after)))
}

fn as_read_back(sent: &str, stored: &str) -> Vec<String> {
    shown(read_back(&draft(sent), &draft(stored)))
}

const NONE: [&str; 0] = [];

#[test]
fn a_draft_does_not_differ_from_itself_in_another_order_and_other_digits() {
    let one = r#"{"name": "a", "rate": 1000, "tags": ["x", "y"], "access_rights": {"p": {"versions": ["v1", "v2"], "limit":
        {"rate": 1.0, "per": 60}}, "q": {}}, "meta_data": {"a": 1, "b": {"c": 2, "d": 3}}, "own": {"x": 1, "y": 2}}"#;
    let other = r#"{"own": {"y": 2, "x": 1.0}, "meta_data": {"b": {"d": 3, "c": 2.0}, "a": 1}, "access_rights": {"q": {}, "p":
        {"limit": {"per": 60, "rate": 1}, "versions": ["v2", "v1"]}}, "tags": ["y", "x"], "rate": 1e3, "name": "a"}"#;
    assert_eq!(as_written(one, other), NONE);
}

#[test]
fn a_root_field_differs_as_a_whole_and_partitions_and_smoothing_by_member() {
    let before =
        r#"{"name": "a", "tags": ["x"], "partitions": {"acl": true, "quota": true}, "smoothing": {"step": 1}}"#;
    let after = r#"{"name": "b", "tags": ["x", "y"], "partitions": {"acl": false, "quota": true}, "smoothing": {"step": 2, "delay": 3}}"#;
    assert_eq!(
        as_written(before, after),
        [
            r#"/name "a" "b""#,
            "/partitions/acl true false",
            "/smoothing/step 1 2",
            "/smoothing/delay absent 3",
            r#"/tags ["x"] ["x","y"]"#,
        ]
    );
}

#[test]
fn an_api_is_added_or_removed_as_a_whole_and_differs_by_field() {
    let before = r#"{"access_rights": {"gone": {"api_name": "G"}, "kept": {"api_name": "K", "allowed_urls": [{"url": "/a",
        "methods": ["GET"]}], "limit": {"rate": 1, "per": 1}}, "limited": {"limit": null}}}"#;
    let after = r#"{"access_rights": {"new": {}, "kept": {"api_name": "K", "allowed_urls": [{"url": "/a", "methods": ["PUT"]}],
        "limit": {"rate": 2, "per": 1}}, "limited": {"limit": {"rate": 1}}}}"#;
    assert_eq!(
        as_written(before, after),
        [
            r#"/access_rights/gone {"api_name":"G"} absent"#,
            r#"/access_rights/kept/allowed_urls [{"url":"/a","methods":["GET"]}] [{"url":"/a","methods":["PUT"]}]"#,
            "/access_rights/kept/limit/rate 1 2",
            r#"/access_rights/limited/limit null {"rate":1}"#,
            "/access_rights/new absent {}",
        ]
    );
}

#[test]
fn as_it_is_written_absent_null_and_nothing_are_three_things() {
    assert_eq!(
        as_written("{}", r#"{"tags": null, "access_rights": {}}"#),
        ["/access_rights absent {}", "/tags absent null"]
    );
    assert_eq!(as_written(r#"{"tags": []}"#, r#"{"tags": null}"#), ["/tags [] null"]);
    assert_eq!(as_written(r#"{"partitions": {}}"#, "{}"), ["/partitions {} absent"]);
    assert_eq!(as_written(r#"{"rate": "1"}"#, r#"{"rate": 1}"#), [r#"/rate "1" 1"#]);
}

#[test]
fn the_order_of_paths_counts_and_so_does_that_of_the_meta_datas_lists() {
    let paths = |one, other| {
        format!(r#"{{"access_rights": {{"a": {{"allowed_urls": [{{"url": "{one}"}}, {{"url": "{other}"}}]}}}}}}"#)
    };
    assert_eq!(as_written(&paths("x", "y"), &paths("y", "x")).len(), 1);
    assert_eq!(
        as_written(r#"{"meta_data": {"k": ["a", "b"]}}"#, r#"{"meta_data": {"k": ["b", "a"]}}"#),
        [r#"/meta_data/k ["a","b"] ["b","a"]"#]
    );
}

#[test]
fn the_form_of_the_access_rights_counts_as_written_and_not_when_they_are_read_back() {
    let (map, array) =
        (r#"{"access_rights": {"a": {"api_id": "a"}}}"#, r#"{"access_rights_array": [{"api_id": "a"}]}"#);
    assert_eq!(as_written(map, array).len(), 1);
    assert_eq!(as_read_back(map, array), NONE);
    assert_eq!(as_read_back(array, map), NONE);
    let both = r#"{"access_rights": {"a": {"api_id": "a"}}, "access_rights_array": [{"api_id": "a"}]}"#;
    assert_eq!(as_read_back(map, both), NONE, "the second form is the dashboard's own");
    assert_eq!(as_read_back(array, both), NONE);
}

#[test]
fn what_the_dashboard_sets_itself_is_not_stored_otherwise() {
    let stored = r#"{"_id": "577a8589428a6b0001000017", "id": "577a8589428a6b0001000017", "org_id": "o", "name": "n",
        "date_created": "2024-05-01T09:30:00Z", "last_updated": "1714555800", "auth_types": ["jwt"], "graphql_enabled": true}"#;
    assert_eq!(as_read_back(r#"{"name": "n"}"#, stored), NONE);
    assert_eq!(as_read_back(r#"{"name": "n", "_id": "old", "last_updated": "1", "quota_renews": 5}"#, stored), NONE);
    let sent = r#"{"name": "n", "id": "own", "org_id": "p", "auth_types": ["oauth"]}"#;
    assert_eq!(
        as_read_back(sent, stored),
        [r#"/auth_types ["oauth"] ["jwt"]"#, r#"/id "own" "577a8589428a6b0001000017""#, r#"/org_id "p" "o""#]
    );
}

#[test]
fn what_go_cannot_tell_apart_is_stored_as_it_was_sent() {
    let sent = r#"{"name": "n", "tags": null, "access_rights": {"a": {"limit": null, "versions": ["Default"]}}, "smoothing": null,
        "key_expires_in": 0, "partitions": {"acl": true}, "hmac_enabled": false}"#;
    let stored = r#"{"name": "n", "tags": [], "rate": 0, "meta_data": {}, "is_inactive": false, "post_expiry_action": "",
        "access_rights": {"a": {"api_name": "", "limit": {"rate": 0, "per": 0, "smoothing": null, "quota_remaining": 7},
        "allowed_urls": null, "versions": ["Default"], "disable_introspection": false}},
        "partitions": {"acl": true, "quota": false, "per_api": false}, "new_in_tyk_6": []}"#;
    assert_eq!(as_read_back(sent, stored), NONE);
    assert_eq!(as_read_back(stored, sent), ["/new_in_tyk_6 [] absent"], "an unknown field was dropped");
}

#[test]
fn what_was_dropped_or_changed_on_the_way_is_found_where_it_is() {
    let sent = r#"{"name": "n", "oauth": 1, "rate": 10, "quota_max": 9007199254740993, "partitions": {"acl": true}, "meta_data": {"k": ""},
        "access_rights": {"a": {"note": null, "endpoints": [{"path": "/x"}], "limit": {"rate": 5}}, "b": {}}}"#;
    let stored =
        r#"{"name": "n", "rate": 10.0, "quota_max": 9007199254740992, "extra": "x", "access_rights": {"a": {}}}"#;
    assert_eq!(
        as_read_back(sent, stored),
        [
            "/access_rights/a/note null absent",
            r#"/access_rights/a/endpoints [{"path":"/x"}] absent"#,
            "/access_rights/a/limit/rate 5 absent",
            "/access_rights/b {} absent",
            r#"/meta_data/k "" absent"#,
            "/partitions/acl true absent",
            "/quota_max 9007199254740993 9007199254740992",
            "/oauth 1 absent",
            r#"/extra absent "x""#,
        ]
    );
}

#[test]
fn since_it_was_opened_only_the_time_of_a_change_is_no_change() {
    let opened = draft(r#"{"_id": "1", "name": "a", "last_updated": "1", "tags": []}"#);
    let touched = draft(r#"{"_id": "1", "name": "a", "last_updated": "2", "tags": null}"#);
    assert_eq!(since(&opened, &touched), []);
    let changed = draft(r#"{"_id": "2", "name": "b", "last_updated": "2"}"#);
    assert_eq!(shown(since(&opened, &changed)), [r#"/_id "1" "2""#, r#"/name "a" "b""#]);
}

#[test]
fn of_two_members_of_one_name_the_last_counts() {
    let doubled =
        r#"{"name": "x", "name": "a", "own": 1, "own": 2, "access_rights": {"a": {"api_name": "x"}, "a": {}}}"#;
    assert_eq!(as_written(doubled, r#"{"name": "a", "own": 2, "access_rights": {"a": {}}}"#), NONE);
    assert_eq!(as_written(doubled, r#"{"name": "a", "own": 1, "access_rights": {"a": {}}}"#), ["/own 2 1"]);
}

/// A policy with 2,000 APIs of 5 paths, and the same sorted the other way round.
#[test]
fn each_of_two_thousand_apis_is_looked_at_once_in_whatever_order() {
    let policy = |order: &mut dyn Iterator<Item = usize>, rate: usize| {
        let paths: Vec<_> = (0..5).map(|n| format!(r#"{{"url": "^/p{n}$", "methods": ["GET", "PUT"]}}"#)).collect();
        let entry = |id: usize| {
            let rate = if id.is_multiple_of(100) { rate } else { 1 };
            format!(r#""api-{id}": {{"allowed_urls": [{}], "limit": {{"rate": {rate}}}}}"#, paths.join(","))
        };
        draft(&format!(r#"{{"access_rights": {{{}}}}}"#, order.map(entry).collect::<Vec<_>>().join(",")))
    };
    let (one, other) = (policy(&mut (0..2_000), 1), policy(&mut (0..2_000).rev(), 2));
    for differences in [drafts(&one, &other), read_back(&one, &other), since(&one, &other)] {
        assert_eq!(differences.len(), 20);
        assert!(differences.iter().all(|each| each.path.to_string().ends_with("/limit/rate")));
    }
    assert_eq!(drafts(&one, &policy(&mut (0..2_000).rev(), 1)), []);
}

#[test]
fn an_update_keeps_what_the_dashboard_keeps_and_names_an_own_id_that_it_would_drop() {
    let changes = |stored: &str, sent: &str| shown(update(&draft(stored), &draft(sent)));
    let stored = r#"{"_id": "5f", "id": "5f", "org_id": "o", "name": "n", "rate": 1, "last_updated": "1"}"#;
    assert_eq!(changes(stored, r#"{"name": "n", "rate": 2}"#), ["/rate 1 2"]);
    assert_eq!(changes(stored, r#"{"name": "n", "rate": 1, "last_updated": "0"}"#), NONE, "each write sets it anew");
    assert_eq!(
        changes(&stored.replace(r#""id": "5f""#, r#""id": "own""#), r#"{"name": "n", "rate": 1}"#),
        [r#"/id "own" absent"#]
    );
    // What the update names is a change, whoever owns the field.
    assert_eq!(changes(stored, r#"{"name": "n", "rate": 1, "org_id": "p"}"#), [r#"/org_id "o" "p""#]);
}
