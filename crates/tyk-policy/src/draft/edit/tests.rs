//! What edits do. Places are compared by what is written, so that a draft that was edited equals one that was read.

use super::*;
use crate::catalogue::RATE;
use crate::read;
use crate::write::{self, Layout};

/// The policy of a text after an edit, on one line.
fn edited(text: &str, edits: &[Edit]) -> String {
    let Json::Object(object) = read::json(text).unwrap() else { panic!("no object") };
    let written = write::draft(&Draft::from_object(object).edited(edits), Layout::Indented);
    written.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}

fn path(names: &[&str]) -> Path {
    Path::from(
        names
            .iter()
            .map(|name| name.parse().map_or_else(|_| Segment::Key((*name).into()), Segment::Index))
            .collect::<Vec<_>>(),
    )
}

#[test]
fn a_value_is_set_at_any_depth_and_what_is_missing_around_it_is_made() {
    let set = |names: &[&str], value: i64| Edit::Set(path(names), Json::from(value));
    assert_eq!(edited(r#"{"rate": 1, "name": "a"}"#, &[set(&["per"], 60)]), r#"{ "rate": 1, "name": "a", "per": 60 }"#);
    assert_eq!(edited("{}", &[set(&["partitions", "x"], 1)]), r#"{ "partitions": { "x": 1 } }"#);
    assert_eq!(
        edited(r#"{"access_rights": {"a": {"limit": null}}}"#, &[set(&["access_rights", "a", "limit", "per"], 1)]),
        r#"{ "access_rights": { "a": { "limit": { "per": 1 } } } }"#
    );
    assert_eq!(edited(r#"{"tags": ["x", "y"]}"#, &[set(&["tags", "1"], 2)]), r#"{ "tags": [ "x", 2 ] }"#);
}

#[test]
fn a_member_is_removed_renamed_and_made_single_where_it_stands() {
    let text =
        r#"{"colour": 1, "Rate": 5, "name": "a", "name": "b", "access_rights": {"a": {"x": 1, "y": 2, "x": 3}}}"#;
    let edits = [
        Edit::Remove(path(&["colour"])),
        Edit::Rename(path(&["Rate"]), "rate".into()),
        Edit::KeepLast(path(&["name"])),
        Edit::KeepLast(path(&["access_rights", "a", "x"])),
        Edit::Rename(path(&["access_rights", "a", "y"]), "z".into()),
    ];
    assert_eq!(edited(text, &edits), r#"{ "rate": 5, "name": "b", "access_rights": { "a": { "z": 2, "x": 3 } } }"#);
}

#[test]
fn a_value_inside_of_what_is_no_object_takes_its_place() {
    let set = Edit::Set(path(&["partitions", "acl"]), Json::from(true));
    assert_eq!(edited(r#"{"partitions": "all"}"#, &[set]), r#"{ "partitions": { "acl": true } }"#);
}

#[test]
fn a_member_without_a_section_can_be_set() {
    let text = r#"{"Rate": "5", "Partitions": {"acl": "true"}}"#;
    let edits = [Edit::Set(path(&["Rate"]), Json::from(5)), Edit::Set(path(&["Partitions", "acl"]), Json::from(true))];
    assert_eq!(edited(text, &edits), r#"{ "Rate": 5, "Partitions": { "acl": true } }"#);
}

#[test]
fn of_a_renamed_member_and_one_that_had_the_name_the_last_in_the_text_counts() {
    let rename = [Edit::Rename(path(&["Rate"]), "rate".into())];
    let Json::Object(object) = read::json(r#"{"Rate": 1, "rate": 2, "Rate": 3}"#).unwrap() else { panic!() };
    let draft = Draft::from_object(object).edited(&rename);
    assert_eq!(draft.get(&RATE), Some(&Json::from(3)));
    assert_eq!(edited(r#"{"Rate": 1, "rate": 2}"#, &rename), r#"{ "rate": 1, "rate": 2 }"#);
    let form = r#"{"Access_rights": {"a": {}}, "access_rights_array": [{"api_id": "b"}]}"#;
    let rename = [Edit::Rename(path(&["Access_rights"]), "access_rights".into())];
    assert_eq!(
        edited(form, &rename),
        r#"{ "access_rights": { "a": {} }, "access_rights_array": [ { "api_id": "b" } ] }"#
    );
}

#[test]
fn an_item_that_gets_its_id_is_the_entry_of_that_api() {
    let Json::Object(object) = read::json(r#"{"access_rights_array": [{"API_ID": "a"}]}"#).unwrap() else { panic!() };
    let rename = Edit::Rename(path(&["access_rights_array", "0", "API_ID"]), "api_id".into());
    let draft = Draft::from_object(object).edited(&[rename]);
    assert_eq!(draft.access.entries.first().map(|entry| entry.key.as_str()), Some("a"));
}

#[test]
fn an_entry_is_found_by_its_key_and_by_its_place_in_the_array() {
    let array = r#"{"access_rights_array": [{"api_id": "a"}, {"api_id": "b"}]}"#;
    assert_eq!(
        edited(array, &[Edit::Remove(path(&["access_rights_array", "0"]))]),
        r#"{ "access_rights_array": [ { "api_id": "b" } ] }"#
    );
    let map = r#"{"access_rights": {"a": {}, "b": {}, "a": {"c": 1}}}"#;
    assert_eq!(
        edited(map, &[Edit::KeepLast(path(&["access_rights", "a"]))]),
        r#"{ "access_rights": { "b": {}, "a": { "c": 1 } } }"#
    );
}

#[test]
fn a_place_that_is_not_there_changes_nothing() {
    let text = r#"{ "tags": [ "x" ], "access_rights": {} }"#;
    for edit in [
        Edit::Remove(path(&["tags", "7"])),
        Edit::Remove(path(&["colour", "x"])),
        Edit::Remove(path(&["partitions", "acl"])),
        Edit::Set(path(&["colour"]), Json::Null),
        Edit::Rename(path(&["colour"]), "rate".into()),
        Edit::KeepLast(path(&["access_rights", "a"])),
        Edit::Remove(Path::root()),
    ] {
        assert_eq!(edited(text, &[edit]), text);
    }
}
