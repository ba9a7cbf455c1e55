//! API ids from whatever was pasted.

use std::collections::BTreeSet;

use super::{json_text, values, without_mark};
use crate::answer;
use crate::catalogue::{API_ID, ENTRY, LEGACY_API_ID};
use crate::draft::{Json, Object};

/// The API ids in a pasted text, in their order, each once.
///
/// A plain list may be separated by blanks, commas, semicolons, tabs and newlines; quotes and brackets fall away. JSON may
/// hold ids, API definitions as a dashboard lists them, a policy or its access rights: there the keys count, as they do for
/// Tyk (policy-model.md section 4). Nothing for JSON that is broken in the middle of its objects.
#[must_use]
pub fn ids(text: &str) -> Vec<String> {
    let text = without_mark(text).trim();
    let found = match values(text).filter(|_| text.starts_with(['{', '['])) {
        Some(values) => of_json(text, &values),
        None if text.starts_with('{') || (text.starts_with('[') && text.contains('{')) => Vec::new(),
        None => listed(text),
    };
    let mut seen = BTreeSet::new();
    found.into_iter().filter(|id| !id.is_empty() && seen.insert(id.clone())).collect()
}

fn listed(text: &str) -> Vec<String> {
    let is_mark = |character: char| "\"'`“”‘’[](){}".contains(character);
    let words = text.split(|character: char| character.is_whitespace() || matches!(character, ',' | ';'));
    let words = words.map(|word| word.trim_matches(is_mark));
    // The hyphens of a list in Markdown or YAML are no ids.
    words.filter(|word| word.contains(char::is_alphanumeric)).map(str::to_owned).collect()
}

/// Definitions first, as other readers take their wrapper for an API; then policies; then whatever names an API.
fn of_json(text: &str, values: &[Json]) -> Vec<String> {
    let mut ids = Vec::new();
    values.iter().for_each(|value| defined(value, &mut ids));
    if ids.is_empty() {
        let policies = json_text(text).map(|reading| reading.policies).unwrap_or_default();
        ids.extend(policies.into_iter().flat_map(|found| found.draft.access.entries).map(|entry| entry.key));
    }
    if ids.is_empty() {
        values.iter().for_each(|value| named(value, &mut ids));
    }
    ids
}

/// The ids of API definitions, in the forms of a dashboard's lists.
fn defined(value: &Json, ids: &mut Vec<String>) {
    if let Some(id) = answer::definition_id(value) {
        ids.push(id.to_owned());
    } else {
        inside(value).for_each(|value| defined(value, ids));
    }
}

/// The ids of whatever names an API: a definition without its wrapper, an entry, or a bare text in a list.
fn named(value: &Json, ids: &mut Vec<String>) {
    match value {
        Json::List(items) => items.iter().for_each(|item| match item {
            Json::String(id) => ids.push(id.trim().to_owned()),
            Json::Number(id) => ids.push(id.as_str().to_owned()),
            item => named(item, ids),
        }),
        Json::Object(object) => {
            let own = [&API_ID, &LEGACY_API_ID].into_iter().find_map(|field| object.get(field.name)?.as_text());
            if let Some(id) = own {
                ids.push(id.to_owned());
            } else if is_map_of_entries(object) {
                ids.extend(object.iter().map(|(key, _)| key.to_owned()));
            } else {
                inside(value).for_each(|value| named(value, ids));
            }
        }
        _ => {}
    }
}

/// Access rights whose entries do not name their API inside.
fn is_map_of_entries(object: &Object) -> bool {
    let is_entry = |value: &Json| {
        let has_field = |entry: &Object| ENTRY.iter().any(|field| entry.get(field.name).is_some());
        value.as_object().is_some_and(has_field)
    };
    !object.is_empty() && object.iter().all(|(_, value)| is_entry(value))
}

fn inside(value: &Json) -> impl Iterator<Item = &Json> {
    let members = value.as_object().into_iter().flat_map(|object| object.iter().map(|(_, value)| value));
    value.as_list().unwrap_or_default().iter().chain(members)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_however_it_is_separated() {
        for text in [
            "a1 b2 c3",
            "a1,b2;c3",
            "  a1\n\tb2\r\nc3\n",
            "\"a1\", 'b2', `c3`",
            "[\"a1\", \"b2\", \"c3\"]",
            "[a1, b2, c3]",
            "- a1\n- b2\n- c3",
            "\u{feff}a1 b2 a1 c3 b2",
            "“a1” (b2) c3",
            "[\"a1\", \"b2\", \"c3\"",
        ] {
            assert_eq!(ids(text), ["a1", "b2", "c3"], "{text}");
        }
    }

    #[test]
    fn json_with_apis_in_it_gives_their_ids() {
        for text in [
            r#"{"apis": [{"api_definition": {"api_id": "a1", "name": "A"}}, {"api_definition": {"api_id": "b2"}}]}"#,
            r#"{"api_definition": {"api_id": "a1"}} {"api_definition": {"api_id": "b2"}}"#,
            r#"[{"x-tyk-api-gateway": {"info": {"id": "a1"}}}, {"x-tyk-api-gateway": {"info": {"id": "b2"}}}]"#,
            r#"[{"api_id": "a1", "name": "A", "version_data": {"api_id": "no"}}, {"api_id": "b2", "name": "B"}]"#,
            r#"{"name": "Gold", "access_rights": {"a1": {}, "b2": {"api_id": "other"}}}"#,
            r#"{"Data": [{"name": "x", "access_rights": {"a1": {}}}, {"name": "y", "access_rights": {"b2": {}}}]}"#,
            r#"{"a1": {"api_id": "other"}, "b2": {"api_id": "b2"}}"#,
            r#"{"a1": {"versions": ["Default"]}, "b2": {"allowed_urls": [], "limit": null}}"#,
            r#"{"access_rights_array": [{"api_id": "a1"}, {"apiid": "b2"}], "name": "Gold"}"#,
            r#"{"ids": ["a1", " b2 ", "", "a1"]}"#,
        ] {
            assert_eq!(ids(text), ["a1", "b2"], "{text}");
        }
        assert_eq!(ids("[12, \"007\"]"), ["12", "007"]);
    }

    #[test]
    fn what_holds_no_ids_gives_none() {
        for text in [
            "",
            " , ;\n",
            "--- [] \"\"",
            "{}",
            "[]",
            "{\"name\": \"Gold\"}",
            "{\"api_id\": \"a1\",",
            "[{\"api_id\": \"a1\"",
        ] {
            assert_eq!(ids(text), Vec::<String>::new(), "{text}");
        }
    }
}
