//! Changes of many APIs at once. Each is one step.

use std::collections::HashSet;

use leptos::prelude::*;
use tyk_policy::draft::{Entry, Shape};

use super::{Document, History, Row, RowId, row_element_id, row_of_element};

impl Document {
    /// Lets the list draw this row wherever it stands, so that the focus can go there.
    pub fn reveal(&self, id: RowId) {
        self.wanted.set(row_element_id(id, "toggle"));
    }

    /// The row that somebody is led to.
    #[must_use]
    pub fn wanted_row(&self) -> Option<RowId> {
        self.wanted.with(|wanted| row_of_element(wanted))
    }

    /// Adds APIs in one step. Gives the first of their rows.
    pub fn add_apis(&self, entries: Vec<Entry>) -> Option<Row> {
        let rows: Vec<_> = entries.into_iter().map(|entry| self.new_row(entry)).collect();
        let first = rows.first().cloned();
        self.add_rows(rows);
        first
    }

    /// A row that no policy has, with a history of its own, for a form that edits many rows.
    #[must_use]
    pub fn scratch_row(&self, entry: Entry) -> Row {
        Row::new(RowId(u32::MAX), entry, self.surroundings, self.context, History::default())
    }

    /// Adds rows behind those that are there, and lets the first of them be seen.
    pub(super) fn add_rows(&self, new: Vec<Row>) {
        if let Some(first) = new.first() {
            self.reveal(first.id);
        }
        self.history.step(|| {
            self.rest.update(|(access, _)| {
                if access.shape != Shape::Array {
                    access.shape = Shape::Entries;
                }
            });
            self.rows.update(|rows| rows.extend(new));
        });
    }

    /// Edits the entries of these rows in one step. Says how many that changed.
    pub fn edit_apis(&self, ids: &HashSet<RowId>, edit: impl Fn(&mut Entry)) -> usize {
        let mut changed = 0;
        let rows = self.rows.get_untracked();
        // The handles to the entries go with this owner.
        Owner::new().with(|| {
            self.history.step(|| {
                for row in rows.iter().filter(|row| ids.contains(&row.id)) {
                    let before = row.value.get_untracked();
                    let mut after = before.clone();
                    edit(&mut after);
                    if after != before {
                        row.entry().set(after);
                        changed += 1;
                    }
                }
            });
        });
        changed
    }

    /// Takes APIs out in one step. Says how many there were.
    pub fn remove_apis(&self, ids: &HashSet<RowId>) -> usize {
        let before = self.rows.with_untracked(Vec::len);
        self.rows.update(|rows| rows.retain(|row| !ids.contains(&row.id)));
        before - self.rows.with_untracked(Vec::len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tyk_policy::draft::{Draft, PathRule};

    fn with_apis(test: impl FnOnce(Document, Vec<RowId>)) {
        let owner = Owner::new();
        owner.set();
        let document = Document::new(&Draft::startup_users());
        document.add_apis((0..2_000).map(|number| Entry::new(&number.to_string(), "")).collect());
        let ids = document.rows.get().iter().map(|row| row.id).collect();
        test(document, ids);
    }

    #[test]
    fn many_apis_are_added_in_one_step() {
        with_apis(|document, ids| {
            assert_eq!((ids.len(), document.wanted_row()), (2_000, ids.first().copied()));
            document.history.undo();
            assert!(document.rows.get().is_empty() && !document.history.can_undo());
        });
    }

    #[test]
    fn many_entries_are_edited_in_one_step_and_those_that_are_so_already_do_not_count() {
        with_apis(|document, ids| {
            let before = document.snapshot();
            let rules = [PathRule { url: "/a".to_owned(), methods: vec!["GET".to_owned()] }];
            let some: HashSet<_> = ids.iter().copied().take(1_500).collect();
            assert_eq!(document.edit_apis(&some, |entry| entry.set_paths(&rules)), 1_500);
            assert_eq!(document.edit_apis(&ids.into_iter().collect(), |entry| entry.set_paths(&rules)), 500);
            assert!(document.rows.get().iter().all(|row| row.value.get().path(0) == rules[0]));
            document.history.undo();
            document.history.undo();
            assert_eq!(document.snapshot(), before);
        });
    }

    #[test]
    fn many_apis_are_removed_in_one_step_and_come_back_as_they_were() {
        with_apis(|document, ids| {
            let rows = document.rows.get();
            assert_eq!(document.remove_apis(&ids.into_iter().skip(1).collect()), 1_999);
            assert_eq!(document.rows.get().len(), 1);
            document.history.undo();
            assert!(document.rows.get() == rows);
        });
    }
}
