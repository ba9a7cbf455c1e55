//! Changes of a text that leave the rest of it as it was.

use tyk_policy::check::{Path, Segment};
use tyk_policy::draft::{Edit, Json, Object};
use tyk_policy::read;
use tyk_policy::write::{patch, patch_policies};

/// A path of names, of which numbers are those of items.
fn path(pointer: &str) -> Path {
    let step = |step: &str| step.parse().map_or_else(|_| Segment::Key(step.to_owned()), Segment::Index);
    Path::from(pointer.split('/').skip(1).map(step).collect::<Vec<_>>())
}

fn set(pointer: &str, value: impl Into<Json>) -> Edit {
    Edit::Set(path(pointer), value.into())
}

fn remove(pointer: &str) -> Edit {
    Edit::Remove(path(pointer))
}

fn rename(pointer: &str, to: &str) -> Edit {
    Edit::Rename(path(pointer), to.to_owned())
}

#[track_caller]
fn assert_patched(text: &str, edits: &[Edit], expected: &str) {
    assert_eq!(patch(text, edits).as_deref(), Some(expected));
}

#[test]
fn a_value_is_changed_where_it_stands() {
    assert_patched("{ \"rate\" :\t\"1\" , \"per\":1}", &[set("/rate", 1)], "{ \"rate\" :\t1 , \"per\":1}");
    assert_patched("[{\"a\": [1, 2 ]}]\n", &[set("/0/a/1", "x")], "[{\"a\": [1, \"x\" ]}]\n");
    assert_patched("{\"a\": 1, \"a\": 2}", &[set("/a", 3)], "{\"a\": 1, \"a\": 3}");
}

#[test]
fn a_new_member_is_written_like_its_siblings() {
    assert_patched("{\"name\": \"a\", \"rate\": 1}", &[set("/per", 60)], "{\"name\": \"a\", \"per\": 60, \"rate\": 1}");
    assert_patched(
        "{\"name\":\"a\",\"rate\":1}",
        &[set("/state", "active")],
        "{\"name\":\"a\",\"rate\":1,\"state\":\"active\"}",
    );
    assert_patched(
        "{\r\n\t\"name\" : \"a\",\r\n\t\"rate\" : 1\r\n}\r\n",
        &[set("/per", 60), set("/tags", Json::strings(&["x"])), set("/active", true)],
        "{\r\n\t\"active\" : true,\r\n\t\"name\" : \"a\",\r\n\t\"per\" : 60,\r\n\t\"rate\" : 1,\r\n\t\"tags\" : [\"x\"]\r\n}\r\n",
    );
    assert_patched("{\"a\": {}}", &[set("/a/b", 1)], "{\"a\": {\"b\": 1}}");
    assert_patched("{\"a\":{ }}", &[set("/a/b", 1), set("/a/c", 2)], "{\"a\":{\"b\":1,\"c\":2}}");
    assert_patched("{\n    \"a\": {}\n}", &[set("/a/b", 1)], "{\n    \"a\": {\n        \"b\": 1\n    }\n}");
    assert_patched("{\n  \"a\": null\n}", &[set("/a/b", 1)], "{\n  \"a\": {\n    \"b\": 1\n  }\n}");
    assert_patched("{}", &[set("/a", 1)], "{\n  \"a\": 1\n}");
}

#[test]
fn what_is_missing_around_a_new_member_is_made() {
    let edits = [set("/partitions/acl", true), set("/partitions/per_api", true)];
    assert_patched(
        "{\n   \"name\": \"a\"\n}",
        &edits,
        "{\n   \"name\": \"a\",\n   \"partitions\": {\n      \"acl\": true,\n      \"per_api\": true\n   }\n}",
    );
    assert_patched(
        "{\"name\": \"a\"}",
        &edits,
        "{\"name\": \"a\", \"partitions\": {\"acl\": true, \"per_api\": true}}",
    );
}

#[test]
fn a_member_goes_with_its_comma_and_its_line() {
    let text = "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}\n";
    assert_patched(text, &[remove("/a")], "{\n  \"b\": 2,\n  \"c\": 3\n}\n");
    assert_patched(text, &[remove("/b")], "{\n  \"a\": 1,\n  \"c\": 3\n}\n");
    assert_patched(text, &[remove("/c")], "{\n  \"a\": 1,\n  \"b\": 2\n}\n");
    assert_patched(text, &[remove("/a"), remove("/b"), remove("/c")], "{}\n");
    let text = "{\"a\": 1, \"b\": 2, \"c\": 3}";
    assert_patched(text, &[remove("/a")], "{\"b\": 2, \"c\": 3}");
    assert_patched(text, &[remove("/b")], "{\"a\": 1, \"c\": 3}");
    assert_patched(text, &[remove("/b"), remove("/c")], "{\"a\": 1}");
    assert_patched("[ 1, 2 ]", &[remove("/1")], "[ 1 ]");
    assert_patched("{\"a\": 1, \"b\": 2,}", &[remove("/b")], "{\"a\": 1,}");
}

#[test]
fn a_member_is_renamed_and_its_value_stays_as_it_is_written() {
    assert_patched("{\"R\\u0061te\" : 1.0 }", &[rename("/Rate", "rate")], "{\"rate\" : 1.0 }");
}

#[test]
fn of_doubles_the_last_is_kept() {
    let text = "{\n  \"a\": 1,\n  \"b\": {\"x\": 1, \"y\": 2, \"x\": 3},\n  \"a\": 2\n}";
    let edits = [Edit::KeepLast(path("/a")), Edit::KeepLast(path("/b/x"))];
    assert_patched(text, &edits, "{\n  \"b\": {\"y\": 2, \"x\": 3},\n  \"a\": 2\n}");
}

#[test]
fn comments_stay() {
    let text = "// top\n{\n  // about a\n  \"a\": 1, // a\n  # about b\n  \"b\": 2 /* b */, // so\n  \"c\": 3 // c\n}";
    assert_patched(
        text,
        &[remove("/b")],
        "// top\n{\n  // about a\n  \"a\": 1, // a\n  # about b\n   /* b */ // so\n  \"c\": 3 // c\n}",
    );
    assert_patched(
        text,
        &[set("/d", 4), set("/aa", 1)],
        "// top\n{\n  // about a\n  \"a\": 1, // a\n  \"aa\": 1,\n  # about b\n  \"b\": 2 /* b */, // so\n  \"c\": 3, // c\n  \"d\": 4\n}",
    );
    assert_patched("{\"a\": 1, // x\n \"b\": 2}", &[remove("/b")], "{\"a\": 1 // x\n}");
    assert_patched("{ // x\n}", &[set("/a", 1)], "{\n  \"a\": 1 // x\n}");
    assert_patched("[1, // x\n]", &[remove("/0")], "[ // x\n]");
}

#[test]
fn a_mark_and_several_values_are_no_obstacle() {
    assert_patched("\u{feff}{\"a\": 1}", &[remove("/a")], "\u{feff}{}");
    assert_patched("{\"a\": 1}\n{\"a\": 2}\n", &[set("/1/a", 3)], "{\"a\": 1}\n{\"a\": 3}\n");
}

#[test]
fn a_place_that_is_not_there_changes_nothing_and_what_is_no_json_is_not_changed() {
    let text = "{ \"a\" : [1] }";
    assert_patched(text, &[remove("/b"), remove("/a/7"), rename("/a/x", "y"), remove("")], text);
    assert_eq!(patch("{\"a\": }", &[remove("/a")]), None);
    assert_eq!(patch("name: a", &[remove("/name")]), None);
}

#[test]
fn a_larger_value_is_written_over_several_lines_only_among_lines() {
    let limit = Object::new(vec![("rate".to_owned(), Json::from(1)), ("x".to_owned(), Json::List(vec![]))]);
    let limit = Json::Object(limit);
    assert_patched("{\"a\": 1}", &[set("/a", limit.clone())], "{\"a\": {\"rate\": 1, \"x\": []}}");
    assert_patched("{\n\t\"a\": 1\n}", &[set("/a", limit)], "{\n\t\"a\": {\n\t\t\"rate\": 1,\n\t\t\"x\": []\n\t}\n}");
}

#[test]
fn policies_are_changed_at_their_places_in_lists_maps_and_access_rights() {
    let patched = |text: &str, edits: &[Vec<Edit>]| {
        let reading = read::json_text(text).unwrap();
        patch_policies(text, &reading.policies, edits)
    };
    assert_eq!(
        patched("{\"Data\": [{\"rate\": 1}, {\"rate\": 2}]}", &[vec![], vec![set("/per", 60)]]).as_deref(),
        Some("{\"Data\": [{\"rate\": 1}, {\"per\": 60, \"rate\": 2}]}")
    );
    assert_eq!(
        patched("{\"gold\": {\"rate\": 1}}", &[vec![set("/rate", 5)]]).as_deref(),
        Some("{\"gold\": {\"rate\": 5}}")
    );
    let rights = "{\"a\": {\"api_id\": \"b\"}}";
    assert_eq!(
        patched(rights, &[vec![set("/access_rights/a/api_id", "a")]]).as_deref(),
        Some("{\"a\": {\"api_id\": \"a\"}}")
    );
    // There is no policy around them that could have a name.
    assert_eq!(patched(rights, &[vec![set("/name", "Gold")]]), None);
}
