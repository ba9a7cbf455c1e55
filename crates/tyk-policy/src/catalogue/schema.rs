//! The JSON Schema of a policy, drawn from the table, for editors and validators.
//!
//! It takes what Tyk's decoder takes: `null` for every type, unknown fields, and no field is required (policy-model.md
//! section 1). Beyond that it refuses what makes Tyk refuse the policy or its keys, and strings outside a closed list.
//! Only standard words of JSON Schema 2020-12 are used.

use super::{Field, Kind, OBJECTS, ObjectKind, Owner, PARTITION_FLAGS, PARTITION_PER_API, Version, words};
use crate::draft::Json;
use crate::read;

/// The schema of a policy as it is sent to the Dashboard.
#[must_use]
pub fn schema() -> Json {
    let mut members = vec![
        ("$schema", Json::from("https://json-schema.org/draft/2020-12/schema")),
        ("title", Json::from("Tyk security policy")),
        ("description", Json::from("The body that creates or replaces a policy. Without a field, its default counts.")),
        ("$comment", Json::from("Unknown fields are dropped by Tyk, not refused; so they are not refused here.")),
        ("type", Json::from("object")),
    ];
    let mut definitions = vec![("integer", integer())];
    for object in &OBJECTS {
        if object.name == "policy" {
            members.push(("properties", properties(object.fields)));
        } else {
            definitions.push((object.name, definition(object)));
        }
    }
    members.push(("$defs", Json::object(definitions)));
    Json::object(members)
}

/// An integer as Go takes it, as far as JSON Schema can say so.
fn integer() -> Json {
    Json::object(vec![
        (
            "$comment",
            Json::from("Tyk refuses a decimal point or an exponent, even in 10.0; JSON Schema cannot say that."),
        ),
        ("type", or_null("integer")),
        ("minimum", Json::from(i64::MIN)),
        ("maximum", Json::from(i64::MAX)),
    ])
}

fn definition(object: &ObjectKind) -> Json {
    let mut members = vec![
        ("title", Json::from(object.title)),
        ("description", Json::from(object.about)),
        ("type", or_null("object")),
        ("properties", properties(object.fields)),
    ];
    if std::ptr::eq(object.fields, &PARTITION_FLAGS as &[_]) {
        members.extend(per_api_stands_alone());
    }
    Json::object(members)
}

/// Rule R4: keys of a policy that has per_api beside another partition are refused.
fn per_api_stands_alone() -> [(&'static str, Json); 2] {
    let is_set = Json::object(vec![("const", Json::from(true))]);
    let is_not_set = Json::object(vec![("enum", Json::List(vec![Json::from(false), Json::Null]))]);
    let others = PARTITION_FLAGS.iter().filter(|field| field.name != PARTITION_PER_API.name);
    let condition = Json::object(vec![
        ("properties", Json::object(vec![(PARTITION_PER_API.name, is_set)])),
        ("required", Json::strings(&[PARTITION_PER_API.name])),
    ]);
    let consequence = Json::object(others.map(|field| (field.name, is_not_set.clone())).collect());
    [("if", condition), ("then", Json::object(vec![("properties", consequence)]))]
}

fn properties(fields: &[&'static Field]) -> Json {
    Json::object(fields.iter().map(|field| (field.name, property(field))).collect())
}

fn property(field: &Field) -> Json {
    let mut members = vec![("title", Json::from(field.label)), ("description", Json::from(description(field)))];
    members.extend(type_of(&field.kind));
    if !field.pattern.is_empty() {
        members.push(("pattern", Json::from(field.pattern)));
    }
    let values = field.values.iter().map(|value| Json::from(*value)).collect::<Vec<_>>();
    let default = value(field.default_value());
    // Of a closed list of strings the empty one need not be a part; then there is no default to offer.
    if values.is_empty() || values.contains(&default) {
        members.push(("default", default));
    }
    if !values.is_empty() {
        members.push(("enum", Json::List(values.into_iter().chain([Json::Null]).collect())));
    }
    members.push(("examples", Json::List(vec![value(field.example)])));
    if field.is_read_only() {
        members.push(("readOnly", Json::from(true)));
    }
    if matches!(field.owner, Owner::Legacy(_)) {
        members.push(("deprecated", Json::from(true)));
    }
    Json::object(members)
}

fn type_of(kind: &Kind) -> Vec<(&'static str, Json)> {
    match kind {
        Kind::Text => vec![("type", or_null("string"))],
        Kind::Flag => vec![("type", or_null("boolean"))],
        Kind::Integer => vec![("$ref", Json::from("#/$defs/integer"))],
        Kind::Number => vec![("type", or_null("number"))],
        Kind::List(item) => vec![("type", or_null("array")), ("items", Json::object(type_of(item)))],
        Kind::Map(item) => vec![("type", or_null("object")), ("additionalProperties", Json::object(type_of(item)))],
        Kind::Object(fields) => match ObjectKind::of(fields) {
            Some(object) => vec![("$ref", Json::from(format!("#/$defs/{}", object.name)))],
            None => vec![("type", or_null("object")), ("properties", properties(fields))],
        },
        Kind::Any => Vec::new(),
    }
}

/// What the field does, and what no other word of the schema says of it.
fn description(field: &Field) -> String {
    let mut text = field.hint.to_owned();
    let mut say = |what: &str, then: &str| text.extend([" ", what, then, "."]);
    if !field.unit.is_empty() {
        say("Unit: ", field.unit);
    }
    for (value, meaning) in field.special {
        say(&format!("{value}: "), meaning);
    }
    say("If left out: ", field.left_out.trim_end_matches('.'));
    if field.since != Version::OLDEST {
        say("Since ", &words::since(field, field.since));
    }
    if let Some(owner) = words::owner(field) {
        say("Owner: ", &owner);
    }
    text
}

fn or_null(name: &str) -> Json {
    Json::strings(&[name, "null"])
}

/// The table's own JSON; a test holds that all of it is some.
fn value(text: &str) -> Json {
    read::json(text).unwrap_or(Json::Null)
}
