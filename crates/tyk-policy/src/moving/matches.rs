//! Which API of the other dashboard is meant by an API of the policy.

use std::collections::{BTreeMap, BTreeSet};

use crate::answer::KnownApi;
use crate::draft::Draft;

/// An API of the policy, and the one that stands for it at the other dashboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its id in the policy.
    pub from: String,
    /// Its name, as far as it is known.
    pub name: String,
    /// The id of the API at the other dashboard; nothing if none or several may be meant.
    pub to: Option<String>,
    /// What the two have in common.
    pub by: MatchedBy,
}

/// What an API of the policy and one of the other dashboard have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchedBy {
    /// The id.
    Id,
    /// The listen path, which no other API there has.
    ListenPath,
    /// The name, which no other API there has.
    Name,
    /// Nothing.
    Nothing,
}

/// For each API of the policy, in its order, the one that it is at the other dashboard. `there` are the APIs of that one,
/// `here` those of the dashboard that the policy comes from, which know the listen paths.
#[must_use]
pub fn matches(draft: &Draft, there: &[KnownApi], here: Option<&[KnownApi]>) -> Vec<Match> {
    let here = only(here.unwrap_or_default(), |api| &api.id);
    let (by_id, by_path, by_name) =
        (only(there, |api| &api.id), only(there, listen_path), only(there, |api| &api.name));
    let mut seen = BTreeSet::new();
    let entries = draft.access.entries.iter().filter(|entry| seen.insert(entry.key.as_str()));
    let matched = entries.map(|entry| {
        let known = here.get(entry.key.as_str()).copied().flatten();
        let name = known.map_or(entry.api_name(), |api| &api.name);
        let found = [
            (MatchedBy::Id, by_id.get(entry.key.as_str())),
            (MatchedBy::ListenPath, known.and_then(|api| by_path.get(listen_path(api)))),
            (MatchedBy::Name, by_name.get(name)),
        ];
        let found = found.into_iter().find_map(|(by, api)| Some((by, api.copied().flatten()?)));
        Match {
            from: entry.key.clone(),
            name: name.to_owned(),
            to: found.map(|(_, api)| api.id.clone()),
            by: found.map_or(MatchedBy::Nothing, |(by, _)| by),
        }
    });
    matched.collect()
}

/// The listen path; whether a slash ends it makes no difference.
fn listen_path(api: &KnownApi) -> &str {
    match api.listen_path.trim_end_matches('/') {
        "" => &api.listen_path,
        path => path,
    }
}

/// The APIs by a text of theirs; nothing where several have the same. An empty text is none.
fn only(apis: &[KnownApi], text: fn(&KnownApi) -> &str) -> BTreeMap<&str, Option<&KnownApi>> {
    let mut found: BTreeMap<&str, Option<&KnownApi>> = BTreeMap::new();
    for api in apis.iter().filter(|api| !text(api).is_empty()) {
        let is_first = found.get(text(api)).is_none_or(|other| other.is_some_and(|other| other.id == api.id));
        found.insert(text(api), is_first.then_some(api));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::ApiKind;
    use crate::draft::Json;
    use crate::read;

    fn api(id: &str, name: &str, listen_path: &str) -> KnownApi {
        let (id, name, listen_path) = (id.to_owned(), name.to_owned(), listen_path.to_owned());
        let organisation = String::new();
        KnownApi {
            id,
            name,
            listen_path,
            versions: Vec::new(),
            paths: Vec::new(),
            kind: ApiKind::Classic,
            is_active: true,
            organisation,
        }
    }

    fn policy(text: &str) -> Draft {
        let Ok(Json::Object(object)) = read::json(text) else { panic!("{text} is no object") };
        Draft::from_object(object)
    }

    fn short(draft: &Draft, there: &[KnownApi], here: Option<&[KnownApi]>) -> Vec<(String, Option<String>, MatchedBy)> {
        matches(draft, there, here).into_iter().map(|each| (each.from, each.to, each.by)).collect()
    }

    fn expect(from: &str, to: Option<&str>, by: MatchedBy) -> (String, Option<String>, MatchedBy) {
        (from.to_owned(), to.map(str::to_owned), by)
    }

    #[test]
    fn an_api_is_the_one_of_the_same_id_else_of_the_same_path_else_of_the_same_name() {
        let draft = policy(
            r#"{"access_rights": {"same": {"api_name": "Users"}, "a": {"api_name": "Old"}, "b": {"api_name": "Users"}, "c": {}}}"#,
        );
        let there = [api("same", "x", "/x/"), api("A", "y", "/orders"), api("B", "Users", "/u/")];
        let here = [api("a", "Orders", "/orders/"), api("c", "", "")];
        assert_eq!(
            short(&draft, &there, Some(&here)),
            [
                expect("same", Some("same"), MatchedBy::Id),
                expect("a", Some("A"), MatchedBy::ListenPath),
                expect("b", Some("B"), MatchedBy::Name),
                expect("c", None, MatchedBy::Nothing),
            ]
        );
        let names: Vec<_> = matches(&draft, &there, Some(&here)).into_iter().map(|each| each.name).collect();
        assert_eq!(names, ["Users", "Orders", "Users", ""]);
        assert_eq!(short(&draft, &there, None).get(1), Some(&expect("a", None, MatchedBy::Nothing)));
    }

    #[test]
    fn of_several_that_may_be_meant_none_is() {
        let draft = policy(r#"{"access_rights": {"a": {"api_name": "Orders"}, "a": {"api_name": "Orders"}}}"#);
        let there = [api("x", "Orders", "/x/"), api("y", "Orders", "/y/"), api("z", "Orders", "/z/")];
        assert_eq!(short(&draft, &there, None), [expect("a", None, MatchedBy::Nothing)]);
        let here = [api("a", "Orders", "/y/")];
        assert_eq!(short(&draft, &there, Some(&here)), [expect("a", Some("y"), MatchedBy::ListenPath)]);
    }
}
