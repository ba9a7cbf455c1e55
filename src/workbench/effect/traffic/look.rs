//! Which part of the time is looked at.

use leptos::prelude::*;

use super::plan::{COLUMNS, PIECES, Plan, Shape};

/// No window is shorter, in milliseconds.
const SHORTEST: u64 = 1_000;

impl Plan {
    /// The part of the time that is seen.
    pub(super) fn window(self, length: u64) -> (u64, u64) {
        let (from, to) = self.zoom.get().unwrap_or((0, length));
        if from < length && to > from { (from, to.min(length)) } else { (0, length) }
    }

    /// Looks at a place of the picture, which is given as a part of its width. A drawn traffic gets its height there: `high`
    /// requests a second.
    pub(super) fn touch(self, across: f64, high: u64) {
        let column = usize::try_from(scaled(COLUMNS as u64, across)).unwrap_or_default().min(COLUMNS - 1);
        self.at.set(column);
        if self.shape.get_untracked() == Shape::Drawn && self.zoom.get_untracked().is_none() {
            self.pieces.update(|pieces| {
                if let Some(piece) = pieces.get_mut(column * PIECES / COLUMNS) {
                    *piece = high.to_string();
                }
            });
        }
    }

    /// Shows a part of the time that is `times` as long as the present one, around the column that is looked at.
    pub(super) fn zoom_by(self, times: f64) {
        let Some(whole) = untrack(|| self.whole()) else { return };
        let (from, to) = untrack(|| self.window(whole));
        let present = to - from;
        let wanted = scaled(present, times).clamp(SHORTEST.min(whole), whole);
        let middle = from + present * (self.at.get_untracked() as u64 * 2 + 1) / (COLUMNS as u64 * 2);
        let start = middle.saturating_sub(wanted / 2).min(whole - wanted);
        self.show(start, start + wanted, middle, whole);
    }

    /// Shows what comes before or behind, half a window on.
    pub(super) fn go_on(self, forth: bool) {
        let Some(whole) = untrack(|| self.whole()) else { return };
        let (from, to) = untrack(|| self.window(whole));
        let half = (to - from) / 2;
        let start = if forth { (from + half).min(whole - (to - from)) } else { from.saturating_sub(half) };
        self.show(start, start + (to - from), start + half, whole);
    }

    /// Shows all of it.
    pub(super) fn show_all(self) {
        let Some(whole) = untrack(|| self.whole()) else { return };
        let (from, to) = untrack(|| self.window(whole));
        let middle = from + (to - from) * (self.at.get_untracked() as u64 * 2 + 1) / (COLUMNS as u64 * 2);
        self.show(0, whole, middle, whole);
    }

    fn show(self, from: u64, to: u64, at: u64, whole: u64) {
        self.zoom.set((from > 0 || to < whole).then_some((from, to)));
        let column = (at.saturating_sub(from)) * COLUMNS as u64 / (to - from).max(1);
        self.at.set(usize::try_from(column).unwrap_or_default().min(COLUMNS - 1));
    }
}

/// So many times a number, without what is left of a whole.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "lengths of time are far from the ends of both types"
)]
pub(super) fn scaled(length: u64, times: f64) -> u64 {
    (length as f64 * times) as u64
}
