//! One API of the document.

use leptos::prelude::*;
use tyk_policy::check::{self, Report, Surroundings};
use tyk_policy::context::Context;
use tyk_policy::draft::Entry;

use super::chunk::{count_run, text};
use super::{Editable, History};

/// The number of a row. Rows count up and no number is used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RowId(pub u32);

/// An API with its findings. The signals are counted, so that a row can be kept or dropped anywhere.
#[derive(Clone)]
pub struct Row {
    /// Which one.
    pub id: RowId,
    /// The entry.
    pub value: ArcRwSignal<Entry>,
    /// The API's id, for what has to know of all ids.
    pub key: ArcMemo<String>,
    /// What is wrong with it.
    pub report: ArcMemo<Report>,
    /// Whether it is open for editing.
    pub open: ArcRwSignal<bool>,
    part: u64,
    history: History,
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Row {
    /// A closed row. Its report is made anew only when this entry or its surroundings change.
    #[must_use]
    pub fn new(
        id: RowId,
        entry: Entry,
        surroundings: RwSignal<Surroundings>,
        context: RwSignal<Context>,
        history: History,
    ) -> Self {
        let value = ArcRwSignal::new(entry);
        let checked = value.clone();
        let report = ArcMemo::new(move |_| {
            count_run("report of a row");
            #[cfg(test)]
            tests::CHECKED.set(tests::CHECKED.get() + 1);
            checked.with(|entry| context.with(|context| check::entry(entry, surroundings.get(), context)))
        });
        let keyed = value.clone();
        let key = text(Box::new(move || keyed.with(|entry| entry.key.clone())));
        Self { id, value, key, report, open: ArcRwSignal::new(false), part: history.new_part(), history }
    }

    /// The entry, to be edited by what lives no longer than its caller.
    #[must_use]
    pub fn entry(&self) -> Editable<Entry> {
        Editable::again(RwSignal::from(self.value.clone()), self.part, self.history)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::cell::{Cell, RefCell};

    thread_local! {
        /// How many entries were checked on this thread.
        pub(in crate::document) static CHECKED: Cell<usize> = const { Cell::new(0) };
        /// Which memos of rows, chunks and reports were made anew on this thread.
        pub(in crate::document) static RUNS: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
    }
}
