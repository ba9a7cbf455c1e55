//! How the APIs are looked at. None of it is in the policy.

use leptos::prelude::*;

use super::selection::Selection;
use crate::desk::desk;
use crate::document::{Row, RowId};
use crate::view::{Chosen, memo};

/// In which order the APIs are shown. The policy keeps its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::editor) enum Order {
    /// That of the policy.
    AsWritten,
    /// By their names.
    ByName,
    /// By their ids.
    ById,
    /// Those with errors, with warnings, with hints, and the others.
    FindingsFirst,
}

impl Order {
    pub(super) const ALL: [Self; 4] = [Self::AsWritten, Self::ByName, Self::ById, Self::FindingsFirst];
}

/// What is shown of the APIs.
#[derive(Clone, Copy)]
pub(in crate::editor) struct Filter {
    /// What the shown ones have in them.
    pub text: RwSignal<String>,
    /// Their order.
    pub order: Chosen<Order>,
}

/// The list of APIs as it is shown.
#[derive(Clone, Copy)]
pub(in crate::editor) struct Showing {
    /// The rows that are shown, in the order in which they are.
    pub shown: Memo<Vec<u32>>,
    /// What is asked of them.
    pub filter: Filter,
    /// What filters and sorts, once it is loaded.
    pub arrange: RwSignal<Option<fn(Filter) -> Vec<u32>>>,
    /// Whether ids are being pasted.
    pub is_pasting: RwSignal<bool>,
    /// Whether rows are being selected.
    pub is_selecting: RwSignal<bool>,
    /// What stands before each row meanwhile.
    pub before_each: RwSignal<Option<fn(&Row) -> AnyView>>,
    /// The selected rows.
    pub selection: RwSignal<Selection>,
}

impl Showing {
    /// All rows, as they are written.
    pub(in crate::editor) fn new() -> Self {
        let document = desk().document;
        let filter = Filter { text: RwSignal::new(String::new()), order: Chosen::new(&Order::ALL, Order::AsWritten) };
        let arrange = RwSignal::new(None::<fn(Filter) -> Vec<u32>>);
        let shown = memo(move || match arrange.get() {
            Some(arrange) => arrange(filter),
            None => document.rows.with(|rows| rows.iter().map(|row| row.id.0).collect()),
        });
        Self {
            shown,
            filter,
            arrange,
            is_pasting: RwSignal::new(false),
            is_selecting: RwSignal::new(false),
            before_each: RwSignal::new(None),
            selection: RwSignal::new(Selection::default()),
        }
    }

    /// Whether it is not shown in full as it is written.
    pub(in crate::editor) fn is_arranged(self) -> bool {
        self.filter.order.get() != Order::AsWritten || self.filter.text.with(|text| !text.is_empty())
    }

    /// The row that takes the focus when this one goes: the next that is shown, or the last.
    pub(in crate::editor) fn next_of(self, id: RowId) -> Option<RowId> {
        self.shown.with_untracked(|shown| {
            let place = shown.iter().position(|each| *each == id.0)?;
            shown.get(place + 1).or_else(|| shown.get(place.checked_sub(1)?)).copied().map(RowId)
        })
    }
}

/// How the APIs of this page are looked at.
pub(in crate::editor) fn showing() -> Showing {
    expect_context()
}
