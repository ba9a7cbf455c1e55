//! Rows by the fifty: whoever follows all rows follows as many chunks, of which one change touches one.

use std::sync::Arc;

use leptos::prelude::*;
use tyk_policy::catalogue::SectionName;
use tyk_policy::check;
use tyk_policy::draft::Shape;
use tyk_policy::write::{self, Layout};

use super::{Findings, Located, Row};

/// So many rows are a chunk.
pub(super) const ROWS: usize = 50;

/// Rows that stand one behind the other. Its memos are counted, as those of its rows are.
#[derive(Clone)]
pub struct Chunk {
    /// The place of the first row among all.
    first: usize,
    /// The rows.
    pub rows: Arc<[Row]>,
    /// The ids of their APIs.
    pub keys: ArcMemo<Arc<[String]>>,
    /// What is wrong with them.
    pub findings: ArcMemo<Findings>,
    indented: ArcMemo<Arc<str>>,
    flush: ArcMemo<Arc<str>>,
}

impl PartialEq for Chunk {
    fn eq(&self, other: &Self) -> bool {
        self.holds(other.first, &other.rows)
    }
}

impl Chunk {
    /// All rows in chunks. Those that hold the same rows as before are kept, with what they know.
    pub(super) fn all_of(rows: &[Row], before: Option<&Vec<Self>>, shape: Memo<Shape>) -> Vec<Self> {
        let chunk = |(number, rows): (usize, &[Row])| {
            let first = number * ROWS;
            let kept = before.and_then(|before| before.get(number)).filter(|chunk| chunk.holds(first, rows));
            kept.cloned().unwrap_or_else(|| Self::new(first, rows, shape))
        };
        rows.chunks(ROWS).enumerate().map(chunk).collect()
    }

    fn new(first: usize, rows: &[Row], shape: Memo<Shape>) -> Self {
        let rows: Arc<[Row]> = rows.into();
        let (keyed, checked) = (Arc::clone(&rows), Arc::clone(&rows));
        let text = |layout| {
            let rows = Arc::clone(&rows);
            ArcMemo::new(move |_| {
                count_run();
                shape.with(|shape| written(&rows, shape, layout))
            })
        };
        Self {
            first,
            keys: ArcMemo::new(move |_| {
                count_run();
                keyed.iter().map(|row| row.key.get()).collect()
            }),
            findings: ArcMemo::new(move |_| {
                count_run();
                shape.with(|shape| found(&checked, shape, first))
            }),
            indented: text(Layout::Indented),
            flush: text(Layout::Flush),
            rows,
        }
    }

    fn holds(&self, first: usize, rows: &[Row]) -> bool {
        self.first == first && *self.rows == *rows
    }

    /// Its entries as they stand in the body, with what stands between them.
    pub fn text(&self, layout: Layout) -> Arc<str> {
        match layout {
            Layout::Indented => self.indented.get(),
            Layout::Flush => self.flush.get(),
        }
    }
}

fn written(rows: &[Row], shape: &Shape, layout: Layout) -> Arc<str> {
    let entries: Vec<_> = rows.iter().map(|row| row.value.with(|entry| write::entry(entry, shape, layout))).collect();
    entries.join(",\n").into()
}

fn found(rows: &[Row], shape: &Shape, first: usize) -> Findings {
    let of_row = |(index, row): (usize, &Row)| {
        let id = row.id;
        let located = move |finding| Located { finding, section: SectionName::Access, row: Some(id) };
        check::in_its_form(row.report.get(), shape, first + index).map(located).collect::<Vec<_>>()
    };
    rows.iter().enumerate().flat_map(of_row).collect()
}

/// Counts what a change makes run, for the tests.
pub(super) fn count_run() {
    #[cfg(test)]
    super::row::tests::RUNS.set(super::row::tests::RUNS.get() + 1);
}
