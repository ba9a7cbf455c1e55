//! The kept entries, as they stand in the browser's storage.

use tyk_policy::catalogue::NAME;
use tyk_policy::draft::{Draft, Json};
use tyk_policy::read;
use tyk_policy::work::{Work, WorkFault};

use crate::app::opening::apis;
use crate::browser::{self, Keep};

/// What the names of work that its owner has named begin with; the name follows.
pub(super) const NAMED: &str = "policy-builder-saved-";

/// One entry, which may be one that cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// Its name in the storage.
    pub key: String,
    /// Its text there.
    pub text: String,
    /// What it says.
    pub work: Result<Work, WorkFault>,
}

impl Entry {
    /// The entry of this key, if there is one.
    pub fn load(key: &str) -> Option<Self> {
        let text = browser::load(Keep::ForVisits, key)?;
        Some(Self { key: key.to_owned(), work: Work::read(&text), text })
    }

    /// When it was changed last; the beginning of time if it cannot be read.
    pub fn changed(&self) -> f64 {
        self.work.as_ref().map_or(0.0, |work| work.changed)
    }
}

/// The entries whose keys begin like this, the newest first and those that cannot be read last.
pub(super) fn entries(prefix: &str) -> Vec<Entry> {
    let mut entries: Vec<_> = browser::names(prefix).filter_map(|key| Entry::load(&key)).collect();
    entries.sort_by(|a, b| b.changed().total_cmp(&a.changed()).then_with(|| a.key.cmp(&b.key)));
    entries
}

/// Keeps a work; gives its text as it stands in the storage, or nothing if it could not be kept.
pub(super) fn put(key: &str, work: &Work) -> Option<String> {
    let text = work.to_text();
    browser::save(Keep::ForVisits, key, Some(&text)).then_some(text)
}

/// Takes an entry out.
pub(super) fn remove(key: &str) {
    browser::save(Keep::ForVisits, key, None);
}

/// The policy of a work; nothing while its text is none.
pub(super) fn draft_of(work: &Work) -> Option<Draft> {
    work.is_readable.then(|| policy_of(&work.text)).flatten()
}

/// The policy of a text; nothing where it is none.
pub(super) fn policy_of(text: &str) -> Option<Draft> {
    match read::json(text) {
        Ok(Json::Object(object)) => Some(Draft::from_object(object)),
        _ => None,
    }
}

/// “Gold”, 3 APIs
pub(crate) fn summary(draft: &Draft) -> String {
    let name = draft.get(&NAME).and_then(Json::as_text).unwrap_or_default();
    if name.trim().is_empty() {
        format!("a policy without a name, {}", apis(draft))
    } else {
        format!("“{name}”, {}", apis(draft))
    }
}

/// The same of a work, whose text may be no policy yet.
pub(super) fn summary_of(work: &Work) -> String {
    draft_of(work).map_or_else(|| "a JSON text that is no policy yet".to_owned(), |draft| summary(&draft))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(text: &str, is_readable: bool) -> Work {
        Work { text: text.to_owned(), is_readable, ..Work::default() }
    }

    #[test]
    fn a_work_is_named_by_its_policy_and_its_apis() {
        let gold = work(r#"{"name": "Gold", "access_rights": {"a": {}, "b": {}}}"#, true);
        assert_eq!(summary_of(&gold), "“Gold”, 2 APIs");
        assert_eq!(summary_of(&work("{}", true)), "a policy without a name, no API");
        assert_eq!(summary_of(&work("{\"name\": ", false)), "a JSON text that is no policy yet");
    }

    #[test]
    fn the_policy_of_a_work_is_read_as_a_policy_whatever_is_in_it() {
        let text = r#"{"apply_policies": ["a"], "name": "n", "name": "m"}"#;
        let draft = draft_of(&work(text, true)).expect("a policy");
        assert_eq!(draft.members().len(), 3);
        assert_eq!(draft_of(&work(text, false)), None);
    }
}
