//! Which kind of value is it, and where in it are the policies?

use super::{Found, TextKind, operator};
use crate::catalogue::{ACCESS_RIGHTS, ACCESS_RIGHTS_ARRAY, API_ID, LEGACY_API_ID, root_field};
use crate::check::{Path, Segment};
use crate::draft::{Draft, Json, Object};

/// Names that only a key (session) has.
const KEY_FIELDS: [&str; 4] = ["apply_policies", "apply_policy_id", "hmac_string", "basic_auth_data"];

/// What the value is.
pub(super) fn recognise(value: &Json) -> TextKind {
    let object = match value {
        Json::Object(object) => object,
        Json::List(_) if holds_policies(value) => return TextKind::List,
        Json::List(items) if !items.is_empty() && items.iter().all(is_entry) => return TextKind::AccessRights,
        _ => return TextKind::Other,
    };
    let has = |names: &[&str]| names.iter().any(|name| object.get(name).is_some());
    if operator::is_resource(value) {
        return TextKind::Operator;
    }
    if has(&KEY_FIELDS) {
        return TextKind::Key;
    }
    if object.is_empty() || object.iter().any(|(name, _)| root_field(name).is_some()) {
        return TextKind::Policy;
    }
    if is_sync_index(object) {
        return TextKind::SyncIndex;
    }
    if let Some(data) = object.get("Data").or_else(|| object.get("policies")).filter(|data| holds_policies(data)) {
        return if matches!(data, Json::List(_)) { TextKind::List } else { TextKind::Wrapped };
    }
    if holds_policies(value) {
        TextKind::Map
    } else if object.iter().all(|(_, item)| is_entry(item)) {
        TextKind::AccessRights
    } else {
        TextKind::Policy
    }
}

/// Whether the object has the fields of a policy, or none at all.
fn looks_like_a_policy(object: &Object) -> bool {
    object.is_empty() || object.iter().any(|(name, _)| root_field(name).is_some())
}

fn holds_policies(value: &Json) -> bool {
    match value {
        Json::List(items) => items.iter().all(|item| item.as_object().is_some_and(looks_like_a_policy)),
        Json::Object(object) => {
            !object.is_empty() && object.iter().all(|(_, value)| value.as_object().is_some_and(looks_like_a_policy))
        }
        _ => false,
    }
}

/// An item of the access rights, which names its API in today's form or in that of 2.x.
fn is_entry(value: &Json) -> bool {
    let names_api = |object: &Object| [&API_ID, &LEGACY_API_ID].iter().any(|field| object.get(field.name).is_some());
    value.as_object().is_some_and(names_api)
}

/// The index file of tyk-sync (dashboard-api.md section 10.1).
fn is_sync_index(object: &Object) -> bool {
    object.get("type").is_some()
        && ["files", "policies"].iter().all(|name| object.get(name).is_some_and(|list| list.as_list().is_some()))
}

/// Takes every policy out of a value of this kind. `outer` is the place of the value in the text.
pub(super) fn take_policies(kind: TextKind, value: Json, outer: Vec<Segment>, policies: &mut Vec<Found>) {
    match (kind, value) {
        (TextKind::Policy, Json::Object(object)) => {
            policies.push(Found::new(Path::from(outer), Draft::from_object(object)));
        }
        (TextKind::AccessRights, rights) => {
            let field = if rights.as_list().is_some() { &ACCESS_RIGHTS_ARRAY } else { &ACCESS_RIGHTS };
            let draft = Draft::from_object(Object::new(vec![(field.name.to_owned(), rights)]));
            let moved = vec![(Path::root().name(field.name), Path::root())];
            policies.push(Found { moved, ..Found::new(Path::from(outer), draft) });
        }
        (TextKind::List | TextKind::Map | TextKind::Wrapped, value) => collect(value, outer, true, policies),
        _ => {}
    }
}

/// Takes every policy out of lists, maps and wrappers.
fn collect(value: Json, mut trail: Vec<Segment>, is_outermost: bool, policies: &mut Vec<Found>) {
    let mut inside = |segment: Segment, value: Json| {
        trail.push(segment);
        collect(value, trail.clone(), false, policies);
        trail.pop();
    };
    match value {
        Json::List(items) => {
            items.into_iter().enumerate().for_each(|(index, item)| inside(Segment::Index(index), item));
        }
        Json::Object(object) if !is_outermost && looks_like_a_policy(&object) => {
            policies.push(Found::new(Path::from(trail), Draft::from_object(object)));
        }
        Json::Object(object) => {
            object.into_members().into_iter().for_each(|(name, member)| inside(Segment::Key(name), member));
        }
        _ => {}
    }
}
