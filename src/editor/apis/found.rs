//! What a pasted list of ids would add.

use std::collections::{BTreeMap, BTreeSet};

use tyk_policy::answer::KnownApi;
use tyk_policy::draft::Entry;
use tyk_policy::read;

use super::words::{apis, grouped};

/// The ids of a text, sorted out.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Found {
    /// What would be added, in the order of the text.
    pub new: Vec<Entry>,
    /// How many the policy has already.
    already: usize,
    /// How many stand in the text more than once.
    doubled: usize,
    /// How many of the new ones the dashboard does not have; nothing where its list is not known.
    unknown: Option<usize>,
}

impl Found {
    /// Reads a text. `present` are the ids of the policy, `known` the APIs of the dashboard.
    pub(super) fn in_text(text: &str, present: &BTreeSet<String>, known: Option<&[KnownApi]>) -> Self {
        let known_by_id: BTreeMap<_, _> = known.unwrap_or_default().iter().map(|api| (api.id.as_str(), api)).collect();
        let ids = read::ids(text);
        let all = ids.len();
        let new: Vec<_> = ids.into_iter().filter(|id| !present.contains(id)).collect();
        let is_unknown = |id: &&String| !known_by_id.contains_key(id.as_str());
        let entry = |id: &String| known_by_id.get(id.as_str()).map_or_else(|| Entry::new(id, ""), |api| api.entry());
        Self {
            already: all - new.len(),
            doubled: doubled(text),
            unknown: known.map(|_| new.iter().filter(is_unknown).count()),
            new: new.iter().map(entry).collect(),
        }
    }

    /// "12 new APIs · 3 already in the policy · 1 doubled · 2 unknown to the dashboard"
    pub(super) fn in_words(&self) -> String {
        let new = match self.new.len() {
            0 if self.already == 0 => return "No ids in it yet.".to_owned(),
            0 => "Nothing new".to_owned(),
            1 => "1 new API".to_owned(),
            count => format!("{} new APIs", grouped(count)),
        };
        let rest = [
            (self.already, "already in the policy"),
            (self.doubled, "more than once in the text"),
            (self.unknown.unwrap_or_default(), "unknown to the dashboard"),
        ];
        let rest = rest.into_iter().filter(|(count, _)| *count > 0);
        rest.fold(new, |says, (count, which)| format!("{says} · {} {which}", grouped(count)))
    }

    /// "Added 12 APIs. 3 were in the policy already."
    pub(super) fn added(&self) -> String {
        let added = format!("Added {}.", apis(self.new.len()));
        match self.already {
            0 => added,
            1 => format!("{added} 1 was in the policy already."),
            count => format!("{added} {} were in the policy already.", grouped(count)),
        }
    }
}

/// How many words of a plain list name an API that an earlier one names. In JSON an id may stand twice for good reason.
fn doubled(text: &str) -> usize {
    if text.contains('{') {
        return 0;
    }
    let words = text.split(|character: char| character.is_whitespace() || matches!(character, ',' | ';'));
    let mut seen = BTreeSet::new();
    words.flat_map(read::ids).filter(|id| !seen.insert(id.clone())).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use tyk_policy::answer::ApiKind;
    use tyk_policy::catalogue::VERSIONS;
    use tyk_policy::draft::Json;

    fn known(id: &str) -> KnownApi {
        KnownApi {
            id: id.to_owned(),
            name: format!("The {id}"),
            listen_path: String::new(),
            versions: vec!["v2".to_owned()],
            kind: ApiKind::Classic,
            is_active: true,
            organisation: String::new(),
            paths: Vec::new(),
        }
    }

    #[test]
    fn ids_are_sorted_out_and_known_ones_come_with_name_and_version() {
        let present = BTreeSet::from(["a".to_owned()]);
        let found = Found::in_text("a, b\nc; b 'd'", &present, Some(&[known("b"), known("c")]));
        assert_eq!(
            found.in_words(),
            "3 new APIs · 1 already in the policy · 1 more than once in the text · 1 unknown to the dashboard"
        );
        assert_eq!(found.added(), "Added 3 APIs. 1 was in the policy already.");
        let entry = found.new.first().expect("an entry");
        assert_eq!((entry.key.as_str(), entry.api_name()), ("b", "The b"));
        assert_eq!(entry.get(&VERSIONS), Some(&Json::strings(&["v2"])));
    }

    #[test]
    fn nothing_is_called_unknown_where_the_list_is_not_known() {
        assert_eq!(Found::in_text("a", &BTreeSet::new(), None).in_words(), "1 new API");
        assert_eq!(Found::in_text("", &BTreeSet::new(), None).in_words(), "No ids in it yet.");
        assert_eq!(
            Found::in_text("a", &BTreeSet::from(["a".to_owned()]), None).in_words(),
            "Nothing new · 1 already in the policy"
        );
    }

    #[test]
    fn the_ids_of_a_policy_are_not_doubled_by_standing_inside_its_entries() {
        let text = r#"{"access_rights": {"a": {"api_id": "a"}, "b": {"api_id": "b"}}}"#;
        assert_eq!(Found::in_text(text, &BTreeSet::new(), None).in_words(), "2 new APIs");
    }
}
