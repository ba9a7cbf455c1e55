//! How the APIs are looked at. None of it is in the policy.

use std::sync::Arc;

use leptos::prelude::*;

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
    arrange: StoredValue<Option<Arrange>>,
    is_loaded: RwSignal<bool>,
    /// Whether ids are being pasted.
    pub is_pasting: RwSignal<bool>,
    /// Whether rows are being selected.
    pub is_selecting: RwSignal<bool>,
    /// What stands before each row meanwhile, once it is loaded.
    before_each: StoredValue<Option<BeforeEach>>,
    has_before_each: RwSignal<bool>,
}

/// Gives the rows that are shown.
type Arrange = fn(Filter) -> Vec<u32>;

/// Draws what stands before a row.
type BeforeEach = Arc<dyn Fn(&Row) -> AnyView + Send + Sync>;

impl Showing {
    /// All rows, as they are written.
    pub(in crate::editor) fn new() -> Self {
        let document = desk().document;
        let filter = Filter { text: RwSignal::new(String::new()), order: Chosen::new(&Order::ALL, Order::AsWritten) };
        let (arrange, is_loaded) = (StoredValue::new(None::<Arrange>), RwSignal::new(false));
        let shown = memo(move || match is_loaded.get().then(|| arrange.get_value()).flatten() {
            Some(arrange) => arrange(filter),
            None => document.rows.with(|rows| rows.iter().map(|row| row.id.0).collect()),
        });
        Self {
            shown,
            filter,
            arrange,
            is_loaded,
            is_pasting: RwSignal::new(false),
            is_selecting: RwSignal::new(false),
            before_each: StoredValue::new(None),
            has_before_each: RwSignal::new(false),
        }
    }

    /// Lets this filter and sort from now on.
    pub(super) fn arrange_by(self, arrange: Arrange) {
        self.arrange.set_value(Some(arrange));
        self.is_loaded.set(true);
    }

    /// Puts something before each row, or nothing any more.
    pub(super) fn put_before_each(self, draw: Option<BeforeEach>) {
        let is_there = draw.is_some();
        self.before_each.set_value(draw);
        self.has_before_each.set(is_there);
    }

    /// What stands before a row.
    pub(in crate::editor) fn before(self, row: &Row) -> AnyView {
        let draw = self.has_before_each.get().then(|| self.before_each.get_value()).flatten();
        draw.map_or_else(|| ().into_any(), |draw| untrack(|| draw(row)))
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
