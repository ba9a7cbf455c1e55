//! Which rows are selected.

use std::collections::HashSet;

use crate::document::RowId;

/// The selected rows, and the one from which a range goes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::editor) struct Selection {
    rows: HashSet<RowId>,
    last: Option<RowId>,
}

impl Selection {
    /// Whether a row is selected.
    pub(super) fn has(&self, row: RowId) -> bool {
        self.rows.contains(&row)
    }

    /// The selected ones of these rows, for some may be gone.
    pub(super) fn among(&self, rows: impl Iterator<Item = RowId>) -> HashSet<RowId> {
        rows.filter(|row| self.has(*row)).collect()
    }

    /// Selects a row or takes it out; a range goes from here.
    pub(super) fn set(&mut self, row: RowId, on: bool) {
        self.set_all([row], on);
        self.last = Some(row);
    }

    /// The same with all rows from the last one to this one, as they are shown.
    pub(super) fn set_range(&mut self, row: RowId, on: bool, shown: &[u32]) {
        let place = |row: RowId| shown.iter().position(|each| *each == row.0);
        let Some((from, to)) = self.last.and_then(place).zip(place(row)) else { return self.set(row, on) };
        let range = shown.get(from.min(to)..=from.max(to)).unwrap_or_default();
        self.set_all(range.iter().copied().map(RowId), on);
        self.last = Some(row);
    }

    /// Selects rows or takes them out.
    pub(super) fn set_all(&mut self, rows: impl IntoIterator<Item = RowId>, on: bool) {
        for row in rows {
            if on {
                self.rows.insert(row);
            } else {
                self.rows.remove(&row);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sorted on the page: the numbers say in which order the rows were written.
    const SHOWN: [u32; 5] = [4, 2, 0, 3, 1];

    fn selected(selection: &Selection) -> Vec<u32> {
        SHOWN.into_iter().filter(|row| selection.has(RowId(*row))).collect()
    }

    #[test]
    fn a_range_goes_from_the_last_row_in_the_order_that_is_shown_and_either_way() {
        let mut selection = Selection::default();
        selection.set(RowId(3), true);
        selection.set_range(RowId(2), true, &SHOWN);
        assert_eq!(selected(&selection), [2, 0, 3]);
        selection.set_range(RowId(0), false, &SHOWN);
        assert_eq!(selected(&selection), [3]);
    }

    #[test]
    fn a_range_from_a_row_that_is_not_shown_is_the_one_row() {
        let mut selection = Selection::default();
        selection.set_range(RowId(2), true, &SHOWN);
        assert_eq!(selected(&selection), [2]);
        selection.set(RowId(9), true);
        selection.set_range(RowId(1), true, &SHOWN);
        assert_eq!(selected(&selection), [2, 1]);
    }

    #[test]
    fn rows_that_are_gone_do_not_count() {
        let mut selection = Selection::default();
        selection.set_all([RowId(1), RowId(2)], true);
        assert_eq!(selection.among([RowId(2), RowId(3)].into_iter()), HashSet::from([RowId(2)]));
    }
}
