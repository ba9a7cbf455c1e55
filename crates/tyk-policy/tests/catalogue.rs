//! The catalogue is complete, and its schema says the same.

#![cfg(test)]

use std::collections::HashSet;

use tyk_policy::catalogue::{self, Field, FieldAt, KEY_FIELDS, Kind, OBJECTS, Owner, ROOT};
use tyk_policy::check::{self, Report};
use tyk_policy::draft::Json;
use tyk_policy::read;
use tyk_policy::write::{self, Layout};

fn json(text: &str) -> Json {
    read::json(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
}

/// Claims that `text` is what Tyk's decoder takes for this field.
#[track_caller]
fn assert_has_its_type(place: &FieldAt, text: &str) {
    let mut report = Report::default();
    check::field(place.field, &json(text), &mut report);
    let is_refused = report.iter().any(|finding| finding.code.rule() == "R1");
    assert!(!is_refused, "{}: {text}: {report:?}", place.path);
}

#[test]
fn every_field_says_all_that_a_reader_needs() {
    for FieldAt { path, field, .. } in catalogue::all() {
        let texts = [field.label, field.hint, field.left_out, field.example, field.source];
        assert!(texts.iter().all(|text| !text.is_empty()), "{path}");
        assert!(field.hint.chars().count() <= 140, "{path}: {}", field.hint);
        assert!(field.hint.ends_with('.') && field.left_out.ends_with('.'), "{path}");
        assert!(texts.iter().all(|text| !text.contains('`')), "{path}");
    }
}

#[test]
fn every_number_says_what_it_counts_and_nothing_else_does() {
    for FieldAt { path, field, .. } in catalogue::all() {
        let is_number = matches!(field.kind, Kind::Integer | Kind::Number);
        assert_eq!(is_number, !field.unit.is_empty(), "{path}");
    }
}

#[test]
fn every_example_default_and_special_value_is_json_of_its_fields_type() {
    for place in catalogue::all() {
        assert_has_its_type(&place, place.field.example);
        assert_has_its_type(&place, place.field.default_value());
        for (value, meaning) in place.field.special {
            assert_has_its_type(&place, value);
            assert!(!meaning.is_empty(), "{}", place.path);
        }
    }
}

#[test]
fn every_example_of_a_closed_list_is_one_of_it() {
    for FieldAt { path, field, .. } in catalogue::all() {
        if !field.values.is_empty() {
            assert!(json(field.example).as_text().is_some_and(|text| field.values.contains(&text)), "{path}");
        }
    }
}

#[test]
fn every_field_that_can_be_reached_is_listed_at_a_path_of_its_own() {
    fn reach(kind: &'static Kind, found: &mut HashSet<*const Field>) {
        match kind {
            Kind::List(item) | Kind::Map(item) => reach(item, found),
            Kind::Object(fields) => {
                assert!(OBJECTS.iter().any(|object| std::ptr::eq(object.fields, *fields)), "an object without a name");
                for field in *fields {
                    found.insert(std::ptr::from_ref(*field));
                    reach(&field.kind, found);
                }
            }
            _ => {}
        }
    }
    static POLICY: Kind = Kind::Object(&ROOT);
    let mut reached: HashSet<*const Field> = KEY_FIELDS.iter().map(|field| std::ptr::from_ref(*field)).collect();
    reach(&POLICY, &mut reached);

    let all = catalogue::all();
    let listed: HashSet<_> = all.iter().map(|place| std::ptr::from_ref(place.field)).collect();
    let paths: HashSet<_> = all.iter().map(|place| &place.path).collect();
    assert_eq!(listed, reached);
    assert_eq!(paths.len(), all.len());
}

#[test]
fn every_path_leads_back_to_its_field() {
    for place in catalogue::all() {
        let found = catalogue::find(&place.path);
        assert!(found.iter().any(|other| std::ptr::eq(other.field, place.field) && other.path == place.path));
        let pointer = format!("/{}", place.path.replace('.', "/").replace('*', "0"));
        let found = catalogue::find(&pointer);
        assert_eq!(found.iter().map(|other| &other.path).collect::<Vec<_>>(), [&place.path], "{pointer}");
        assert_eq!(found[0].since, place.since, "{pointer}");
    }
}

#[test]
fn every_object_names_its_fields_once_and_in_alphabetical_order() {
    for object in &OBJECTS {
        let names: Vec<_> = object.fields.iter().map(|field| field.name).collect();
        assert!(names.is_sorted_by(|one, next| one < next), "{}: {names:?}", object.title);
    }
}

#[test]
fn an_old_name_says_what_took_its_place() {
    let old: Vec<_> = catalogue::ENTRY
        .iter()
        .filter_map(|field| if let Owner::Legacy(new) = field.owner { Some((field.name, new.name)) } else { None })
        .collect();
    assert_eq!(old, [("apiid", "api_id"), ("apiname", "api_name")]);
}

#[test]
fn a_run_time_field_of_a_key_is_no_field_of_a_policy() {
    for field in KEY_FIELDS {
        assert!(catalogue::root_field(field.name).is_none(), "{}", field.name);
        assert!(catalogue::key_field(field.name).is_some() && field.is_read_only(), "{}", field.name);
    }
    assert!(catalogue::key_field("quota_max").is_none());
}

#[test]
fn the_schema_reads_back_and_defines_what_it_refers_to() {
    let schema = catalogue::schema();
    let text = write::json(&schema, Layout::Indented);
    assert_eq!(json(&text), schema);
    let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    for (before, _) in text.match_indices("\"#/$defs/") {
        let name = text[before + "\"#/$defs/".len()..].split('"').next().unwrap();
        assert!(read["$defs"][name].is_object(), "{name}");
    }
    assert_eq!(read["properties"].as_object().map(serde_json::Map::len), Some(ROOT.len()));
}

#[test]
fn the_schema_says_what_the_table_says() {
    let read: serde_json::Value =
        serde_json::from_str(&write::json(&catalogue::schema(), Layout::Indented)).expect("JSON");
    let entry = &read["$defs"]["access_entry"]["properties"];
    assert_eq!(read["properties"]["state"]["enum"], serde_json::json!(["active", "draft", "deny", null]));
    assert!(read["properties"]["state"].get("default").is_none());
    assert_eq!(read["properties"]["id"]["pattern"], "^[A-Za-z0-9._~-]*$");
    assert_eq!(read["properties"]["_id"]["readOnly"], true);
    assert_eq!(read["properties"]["quota_max"]["$ref"], "#/$defs/integer");
    assert_eq!(read["properties"]["access_rights"]["additionalProperties"]["$ref"], "#/$defs/access_entry");
    assert_eq!(entry["apiid"]["deprecated"], true);
    assert_eq!(entry["limit"]["default"], serde_json::Value::Null);
    assert_eq!(entry["versions"]["type"], serde_json::json!(["array", "null"]));
}
