//! A policy with the API ids of another dashboard.

use std::collections::BTreeMap;
use std::fmt;

use crate::answer::KnownApi;
use crate::catalogue::{ACCESS_RIGHTS_ARRAY, API_ID, API_NAME, LEGACY_API_ID, LEGACY_API_NAME};
use crate::draft::{Draft, Entry, Json};

/// Two APIs of a policy would become one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoInOne {
    /// The ids of the two, in their order in the policy.
    pub from: [String; 2],
    /// The id that both would have.
    pub to: String,
}

/// What is in the way and the way out.
impl fmt::Display for TwoInOne {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { from: [one, other], to } = self;
        write!(f, "`{one}` and `{other}` would both become `{to}`: choose another API for one, or take one out.")
    }
}

/// The policy with these APIs under their new ids, each pair an old id and the new one. `there` are the APIs of the other
/// dashboard, whose names go where the policy has one. Nothing else changes: order, unknown members, paths and limits stay.
///
/// # Errors
/// Two APIs of the policy would have the same id.
pub fn moved(draft: &Draft, ids: &[(String, String)], there: &[KnownApi]) -> Result<Draft, TwoInOne> {
    let mut new = BTreeMap::new();
    for (from, to) in ids {
        new.insert(from.as_str(), to.as_str());
    }
    let mut names = BTreeMap::new();
    for api in there.iter().filter(|api| !api.name.is_empty()) {
        names.insert(api.id.as_str(), api.name.as_str());
    }
    apart(&draft.access.entries, &new)?;
    let mut moved = draft.clone();
    for entry in &mut moved.access.entries {
        if let Some(to) = new.get(entry.key.as_str()) {
            rename(&mut entry.value, to, names.get(to).copied());
            (*to).clone_into(&mut entry.key);
        }
    }
    // The second form beside the first.
    if let Some(Json::List(items)) = draft.get(&ACCESS_RIGHTS_ARRAY) {
        let mut items = items.clone();
        for item in &mut items {
            let id = |name: &str| item.as_object().and_then(|item| item.get(name)).and_then(Json::as_text);
            let from = id(API_ID.name).filter(|id| !id.is_empty()).or_else(|| id(LEGACY_API_ID.name));
            if let Some(to) = from.and_then(|from| new.get(from)) {
                rename(item, to, names.get(to).copied());
            }
        }
        moved.set(&ACCESS_RIGHTS_ARRAY, Json::List(items));
    }
    Ok(moved)
}

/// Whether all ids that differ now will differ then.
fn apart(entries: &[Entry], new: &BTreeMap<&str, &str>) -> Result<(), TwoInOne> {
    let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
    for entry in entries {
        let from = entry.key.as_str();
        let to = new.get(from).copied().unwrap_or(from);
        let other = *taken.entry(to).or_insert(from);
        if other != from {
            return Err(TwoInOne { from: [other.to_owned(), from.to_owned()], to: to.to_owned() });
        }
    }
    Ok(())
}

/// Writes id and name where the entry has them, in today's form or in that of 2.x.
fn rename(entry: &mut Json, id: &str, name: Option<&str>) {
    let Json::Object(entry) = entry else { return };
    let mut write = |member: &str, text: &str| {
        if let Some(value @ Json::String(_)) = entry.get_mut(member) {
            *value = Json::from(text);
        }
    };
    write(API_ID.name, id);
    write(LEGACY_API_ID.name, id);
    if let Some(name) = name {
        write(API_NAME.name, name);
        write(LEGACY_API_NAME.name, name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::ApiKind;
    use crate::read;
    use crate::write::{self, Layout};

    fn policy(text: &str) -> Draft {
        let Ok(Json::Object(object)) = read::json(text) else { panic!("{text} is no object") };
        Draft::from_object(object)
    }

    fn api(id: &str, name: &str) -> KnownApi {
        KnownApi {
            id: id.to_owned(),
            name: name.to_owned(),
            listen_path: String::new(),
            versions: Vec::new(),
            paths: Vec::new(),
            kind: ApiKind::Classic,
            is_active: true,
            organisation: String::new(),
        }
    }

    fn moved_text(text: &str, ids: &[(&str, &str)]) -> Result<String, TwoInOne> {
        let ids: Vec<_> = ids.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect();
        let moved = moved(&policy(text), &ids, &[api("A", "Orders there"), api("B", "")])?;
        Ok(write::draft(&moved, Layout::Flush).split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn written(text: &str) -> String {
        write::draft(&policy(text), Layout::Flush).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn keys_and_the_ids_and_names_that_are_there_become_the_new_ones_and_all_else_stays() {
        let before = r#"{"zeta": 1, "access_rights": {"b": {"api_id": "other", "note": "n", "api_name": "B here"}, "kept": {"api_id": "kept"},
            "a": {"apiname": "x", "apiid": "a", "endpoints": [{"path": "/a", "api_id": "a"}]}}, "name": "n"}"#;
        let after = r#"{"zeta": 1, "access_rights": {"B": {"api_id": "B", "note": "n", "api_name": "B here"}, "kept": {"api_id": "kept"},
            "A": {"apiname": "Orders there", "apiid": "A", "endpoints": [{"path": "/a", "api_id": "a"}]}}, "name": "n"}"#;
        assert_eq!(moved_text(before, &[("a", "A"), ("b", "B"), ("not there", "C")]).unwrap(), written(after));
    }

    #[test]
    fn both_forms_of_the_access_rights_move_together() {
        let before = r#"{"access_rights": {"a": {}}, "access_rights_array": [{"api_id": "a", "api_name": ""}, {"apiid": "x"}, 1]}"#;
        let after = r#"{"access_rights": {"A": {}}, "access_rights_array": [{"api_id": "A", "api_name": "Orders there"}, {"apiid": "x"}, 1]}"#;
        assert_eq!(moved_text(before, &[("a", "A")]).unwrap(), written(after));
        let array = r#"{"access_rights_array": [{"api_id": "a"}, {"apiid": "b"}]}"#;
        let after = r#"{"access_rights_array": [{"api_id": "A"}, {"apiid": "B"}]}"#;
        assert_eq!(moved_text(array, &[("a", "A"), ("b", "B")]).unwrap(), written(after));
    }

    #[test]
    fn ids_may_change_places_but_two_never_become_one() {
        let both = r#"{"access_rights": {"a": {"api_id": "a"}, "b": {"api_id": "b"}}}"#;
        let swapped = r#"{"access_rights": {"b": {"api_id": "b"}, "a": {"api_id": "a"}}}"#;
        assert_eq!(moved_text(both, &[("a", "b"), ("b", "a")]).unwrap(), written(swapped));
        let refused = Err(TwoInOne { from: ["a".to_owned(), "b".to_owned()], to: "A".to_owned() });
        assert_eq!(moved_text(both, &[("a", "A"), ("b", "A")]), refused);
        let onto_one_that_stays = moved_text(both, &[("a", "b")]).unwrap_err();
        assert_eq!(
            onto_one_that_stays.to_string(),
            "`a` and `b` would both become `b`: choose another API for one, or take one out."
        );
    }
}
