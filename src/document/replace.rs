//! Another state of the same policy: what did not change keeps its rows, so that the focus stays where it is.

use std::collections::{HashMap, VecDeque};

use leptos::prelude::{WithUntracked, untrack};
use tyk_policy::draft::{Draft, Edit};

use super::{Document, Row, rest_of};

impl Document {
    /// Makes changes of a fix, in one step.
    pub fn mend(&self, edits: &[Edit]) {
        self.replace(&untrack(|| self.snapshot()).edited(edits));
    }

    /// Sets what differs from this state, in one step or as a part of the one that is being done.
    pub fn replace(&self, after: &Draft) {
        self.history.step(|| {
            for (part, name) in self.sections() {
                let section = after.section(name);
                if part.with_untracked(|present| present != section) {
                    part.set(section.clone());
                }
            }
            self.replace_rows(after);
            let rest = rest_of(after);
            if self.rest.with_untracked(|present| *present != rest) {
                self.rest.set(rest);
            }
        });
    }

    /// Sets the rows that changed; where one came or went, the others are found again by their ids.
    fn replace_rows(&self, after: &Draft) {
        let present = self.rows.get_untracked();
        let entries = &after.access.entries;
        let rows: Vec<Row> = if present.len() == entries.len() {
            present.clone()
        } else {
            let mut known: HashMap<String, VecDeque<&Row>> = HashMap::new();
            for row in &present {
                known.entry(row.value.with_untracked(|entry| entry.key.clone())).or_default().push_back(row);
            }
            let mut find = |key: &str| known.get_mut(key).and_then(VecDeque::pop_front).cloned();
            entries.iter().map(|entry| find(&entry.key).unwrap_or_else(|| self.new_row(entry.clone()))).collect()
        };
        for (row, entry) in rows.iter().zip(entries) {
            if row.value.with_untracked(|present| present != entry) {
                row.entry().set(entry.clone());
            }
        }
        if rows != present {
            self.rows.set(rows);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::prelude::*;
    use tyk_policy::check::Path;
    use tyk_policy::draft::Json;
    use tyk_policy::read;
    use tyk_policy::write::{self, Layout};

    fn opened(text: &str) -> Draft {
        read::text(text).policies.into_iter().next().expect("a policy").draft
    }

    #[test]
    fn a_fix_changes_what_it_names_and_keeps_the_rows() {
        let owner = Owner::new();
        owner.set();
        let document = Document::new(&opened(
            r#"{"name": "n", "rate": 5, "access_rights": {"a": {}, "b": {"limit": null}, "a": {"x": 1}}}"#,
        ));
        let ids = |document: &Document| document.rows.get().iter().map(|row| row.id).collect::<Vec<_>>();
        let before = ids(&document);
        document.mend(&[Edit::Set(Path::root().name("per"), Json::from(60))]);
        document.mend(&[Edit::Set(Path::root().name("access_rights").key("b").key("limit"), Json::from(1))]);
        assert_eq!(ids(&document), before);
        document.mend(&[Edit::KeepLast(Path::root().name("access_rights").key("a"))]);
        assert_eq!(document.rows.get().len(), 2);
        let text = r#"{"name": "n", "rate": 5, "per": 60, "access_rights": {"b": {"limit": 1}, "a": {"x": 1}}}"#;
        let written = |draft: &Draft| write::draft(draft, Layout::Indented);
        let expected = written(&opened(text));
        // A field that was added stands where the schema has it.
        assert_eq!(written(&document.snapshot()).len(), expected.len());
        document.history.undo();
        assert_eq!(ids(&document), before);
        document.history.undo();
        document.history.undo();
        assert!(!document.history.can_undo());
    }

    #[test]
    fn a_state_with_other_apis_keeps_the_rows_of_those_that_stay() {
        let owner = Owner::new();
        owner.set();
        let document = Document::new(&opened(r#"{"access_rights": {"a": {}, "b": {}, "c": {}}}"#));
        let rows = document.rows.get();
        let after = opened(r#"{"access_rights": {"c": {"versions": []}, "a": {}}}"#);
        document.replace(&after);
        assert_eq!(document.snapshot(), after);
        let kept: Vec<_> = document.rows.get().iter().map(|row| row.id).collect();
        assert_eq!(kept, [rows[2].id, rows[0].id]);
        document.history.undo();
        assert!(document.rows.get() == rows);
        assert_eq!(document.snapshot(), opened(r#"{"access_rights": {"a": {}, "b": {}, "c": {}}}"#));
    }
}
