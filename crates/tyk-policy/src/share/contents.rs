//! What a shared policy tells its reader, in words.

use crate::catalogue::{
    ALLOWED_URLS, API_ID, API_NAME, ENDPOINTS, ENTRY, Field, ID, LEGACY_API_ID, LEGACY_API_NAME, LIMIT, META_DATA,
    NAME, TAGS, VERSIONS, root_field,
};
use crate::check::shorten;
use crate::draft::{AccessRights, Draft, Entry, Json, MemberValue, Shape};

/// More names than these are counted only.
const MOST_NAMES: usize = 12;

pub(super) fn of(draft: &Draft) -> Vec<String> {
    let mut contents = Vec::new();
    let (mut settings, mut unknown) = (Vec::new(), Vec::new());
    for (name, value) in draft.members() {
        match value {
            MemberValue::Access(access) => contents.extend(apis(access)),
            MemberValue::Json(value) if is_empty(value) => {}
            MemberValue::Json(value) => match in_words(name, value) {
                Some(words) => contents.push(words),
                None if root_field(name).is_some() => settings.push(name),
                None => unknown.push(name),
            },
        }
    }
    // The name is what people know a policy by.
    if let Some(at) = contents.iter().position(|words| words.starts_with("the name ")) {
        let name = contents.remove(at);
        contents.insert(0, name);
    }
    for (what, names) in [("settings", settings), ("fields that Tyk does not know", unknown)] {
        if !names.is_empty() {
            contents.push(format!("{what}: {}", list(&names)));
        }
    }
    contents
}

/// A member that says more than that it is set.
fn in_words(name: &str, value: &Json) -> Option<String> {
    let is = |field: &Field| field.name == name;
    match value {
        Json::String(text) if is(&NAME) => Some(format!("the name `{}`", shorten(text))),
        Json::String(text) if is(&ID) => Some(format!("the policy id `{}`", shorten(text))),
        Json::Object(object) if is(&META_DATA) => {
            let names: Vec<&str> = object.iter().map(|(name, _)| name).collect();
            Some(format!("meta data with {}: {}", counted(names.len(), "name", "names"), list(&names)))
        }
        Json::List(tags) if is(&TAGS) => {
            let tags: Vec<&str> = tags.iter().map(|tag| tag.as_text().unwrap_or_else(|| tag.type_name())).collect();
            Some(format!("tags: {}", list(&tags)))
        }
        _ => None,
    }
}

/// "3 APIs with their ids, names and paths".
fn apis(access: &AccessRights) -> Option<String> {
    if let Shape::Other(value) = &access.shape {
        return Some(format!("{} in place of the APIs", value.type_name()));
    }
    let entries = &access.entries;
    let some = |is_so: &dyn Fn(&Entry) -> bool| entries.iter().any(is_so);
    let says = |entry: &Entry, field: &Field| entry.get(field).is_some_and(|value| !is_empty(value));
    // Those that are said by a word of their own.
    let named: [&Field; 8] =
        [&API_ID, &LEGACY_API_ID, &API_NAME, &LEGACY_API_NAME, &ALLOWED_URLS, &ENDPOINTS, &LIMIT, &VERSIONS];
    let is_named = |name: &str| named.iter().any(|field| field.name == name);
    let has_more =
        |entry: &Entry| ENTRY.iter().any(|field| !is_named(field.name) && says(entry, field)) || has_unknown(entry);
    let is_one = entries.len() == 1;
    let parts = [
        (if is_one { "id" } else { "ids" }, true),
        (if is_one { "name" } else { "names" }, some(&|entry| !entry.api_name().is_empty())),
        ("versions", some(&|entry| says(entry, &VERSIONS))),
        ("paths", some(&|entry| says(entry, &ALLOWED_URLS) || says(entry, &ENDPOINTS))),
        ("limits", some(&|entry| says(entry, &LIMIT))),
        ("other rights", some(&has_more)),
    ];
    let parts: Vec<&str> = parts.into_iter().filter(|(_, is_there)| *is_there).map(|(part, _)| part).collect();
    let whose = if is_one { "its" } else { "their" };
    let with = match parts.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    };
    (!entries.is_empty()).then(|| format!("{} with {whose} {with}", counted(entries.len(), "API", "APIs")))
}

/// Whether an entry is no object or has a member that is not in the catalogue.
fn has_unknown(entry: &Entry) -> bool {
    let is_unknown = |name: &str| !ENTRY.iter().any(|field| field.name == name);
    match &entry.value {
        Json::Object(object) => object.iter().any(|(name, _)| is_unknown(name)),
        other => !is_empty(other),
    }
}

fn is_empty(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::String(text) => text.is_empty(),
        Json::List(items) => items.is_empty(),
        Json::Object(object) => object.is_empty(),
        Json::Bool(_) | Json::Number(_) => false,
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn list(names: &[&str]) -> String {
    let shown: Vec<String> = names.iter().take(MOST_NAMES).map(|name| shorten(name)).collect();
    let more = names.len().saturating_sub(MOST_NAMES);
    let shown = shown.join(", ");
    if more == 0 { shown } else { format!("{shown} and {more} more") }
}
