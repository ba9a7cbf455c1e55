//! Rows by the fifty: whoever follows all rows follows as many chunks, of which one change touches one.

use std::sync::Arc;

use leptos::prelude::*;
use tyk_policy::catalogue::SectionName;
use tyk_policy::check;
use tyk_policy::draft::{AccessRights, Extra, Shape};
use tyk_policy::write::{self, Layout};

use super::{Editable, Findings, Located, Row};

/// So many rows are a chunk.
pub(super) const ROWS: usize = 50;

/// The access rights without their entries, and the members that no section knows.
pub(super) type Rest = Editable<(AccessRights, Vec<Extra>)>;

/// Rows that stand one behind the other. Its memos are counted, as those of its rows are.
#[derive(Clone)]
pub struct Chunk {
    /// The place of the first row among all.
    first: usize,
    /// The rows.
    rows: Arc<[Row]>,
    /// The ids of their APIs in one text, which tells when one of them changes.
    keys: ArcMemo<String>,
    /// What is wrong with them.
    pub findings: ArcMemo<Findings>,
    indented: ArcMemo<String>,
    flush: ArcMemo<String>,
}

impl PartialEq for Chunk {
    fn eq(&self, other: &Self) -> bool {
        self.holds(other.first, &other.rows)
    }
}

impl Chunk {
    /// All rows in chunks. Those that hold the same rows as before are kept, with what they know.
    pub(super) fn all_of(rows: &[Row], before: Option<&Vec<Self>>, rest: Rest) -> Vec<Self> {
        let chunk = |(number, rows): (usize, &[Row])| {
            let first = number * ROWS;
            let kept = before.and_then(|before| before.get(number)).filter(|chunk| chunk.holds(first, rows));
            kept.cloned().unwrap_or_else(|| Self::new(first, rows.into(), rest))
        };
        rows.chunks(ROWS).enumerate().map(chunk).collect()
    }

    fn new(first: usize, rows: Arc<[Row]>, rest: Rest) -> Self {
        let keyed = Arc::clone(&rows);
        let checked = Arc::clone(&rows);
        let written = |layout| {
            let rows = Arc::clone(&rows);
            text(Box::new(move || rest.with(|(access, _)| written(&rows, &access.shape, layout))))
        };
        Self {
            first,
            keys: text(Box::new(move || keys(&keyed))),
            findings: ArcMemo::new(move |_| {
                count_run("findings of a chunk");
                rest.with(|(access, _)| found(&checked, &access.shape, first))
            }),
            indented: written(Layout::Indented),
            flush: written(Layout::Flush),
            rows,
        }
    }

    fn holds(&self, first: usize, rows: &[Row]) -> bool {
        self.first == first && *self.rows == *rows
    }

    /// The rows; whoever asks hears of it when the id of an API changes, and of no other change.
    pub fn rows_by_key(&self) -> &[Row] {
        self.keys.track();
        &self.rows
    }

    /// Its entries as they stand in the body, with what stands between them.
    pub fn text(&self, layout: Layout) -> String {
        match layout {
            Layout::Indented => self.indented.get(),
            Layout::Flush => self.flush.get(),
        }
    }
}

/// A text that follows what the closure reads.
pub(super) fn text(read: Box<dyn Fn() -> String + Send + Sync>) -> ArcMemo<String> {
    ArcMemo::new(move |_| {
        count_run("text");
        read()
    })
}

fn keys(rows: &[Row]) -> String {
    rows.iter().fold(String::new(), |keys, row| row.key.with(|key| keys + key + "\n"))
}

fn written(rows: &[Row], shape: &Shape, layout: Layout) -> String {
    let entries: Vec<_> = rows.iter().map(|row| row.value.with(|entry| write::entry(entry, shape, layout))).collect();
    entries.join(",\n")
}

fn found(rows: &[Row], shape: &Shape, first: usize) -> Findings {
    let mut all = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let located = |finding| Located { finding, section: SectionName::Access, row: Some(row.id) };
        all.extend(check::in_its_form(row.report.get(), shape, first + index).map(located));
    }
    Findings::new(all)
}

/// Counts what a change makes run, for the tests.
pub(super) fn count_run(_what: &'static str) {
    #[cfg(test)]
    super::row::tests::RUNS.with_borrow_mut(|runs| runs.push(_what));
}
