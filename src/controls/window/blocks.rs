//! Which blocks of a long list are drawn, and how high the others are.

use std::ops::Range;

/// Up to so many rows are all drawn.
const MOST_PLAIN: usize = 50;

/// So many rows come and go together.
pub(super) const BLOCK: usize = 16;

/// So many pixels above and below what is in sight are drawn, too.
const MARGIN: f64 = 400.0;

/// The rows of a block.
pub(super) fn rows_of(block: usize, keys: &[u32]) -> &[u32] {
    keys.chunks(BLOCK).nth(block).unwrap_or_default()
}

/// The blocks of a list of these rows that are drawn: those in sight, the first and the last, where the focus enters the
/// list, and those of opened rows and of rows that have or get the focus. Tab leads from these to the rows beside them.
pub(super) fn drawn(keys: &[u32], in_sight: &Range<usize>, opened: &[u32], focused: &[u32]) -> Vec<u32> {
    let count = keys.len().div_ceil(BLOCK);
    let mut is_drawn = vec![keys.len() <= MOST_PLAIN; count];
    let mut draw = |block: usize| {
        if let Some(is_drawn) = is_drawn.get_mut(block) {
            *is_drawn = true;
        }
    };
    in_sight.clone().take(count).for_each(&mut draw);
    draw(0);
    draw(count.saturating_sub(1));
    for (place, key) in keys.iter().enumerate() {
        if opened.contains(key) {
            draw(place / BLOCK);
        }
        if focused.contains(key) {
            (place.saturating_sub(1)..=place + 1).for_each(|place| draw(place / BLOCK));
        }
    }
    (0..).zip(is_drawn).filter(|(_, is_drawn)| *is_drawn).map(|(block, _)| block).collect()
}

/// The blocks in sight, with a margin, of a view that is so many pixels high. Of each block there is its top, counted from
/// that of the view, and its height.
pub(super) fn in_sight(places: &[(f64, f64)], view: f64) -> Range<usize> {
    let first = places.iter().take_while(|(top, height)| top + height < -MARGIN).count();
    let end = places.iter().take_while(|(top, _)| *top < view + MARGIN).count();
    first..end
}

/// What a closed row takes up, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Closed {
    /// From its top to that of the next row.
    pub step: f64,
    /// Of that, what lies between the two.
    pub gap: f64,
}

impl Closed {
    /// The same as it is on the page: of a drawn block of closed rows with another block behind it.
    #[expect(clippy::cast_precision_loss, reason = "a block has few rows")]
    pub(super) fn measured(places: &[(f64, f64)], is_closed: impl Fn(usize) -> bool) -> Option<Self> {
        let pairs = places.iter().zip(places.iter().skip(1)).enumerate();
        let (_, ((top, height), (next, _))) = pairs.into_iter().find(|(block, _)| is_closed(*block))?;
        let step = next - top;
        (step > 0.0).then_some(Self { step: step / BLOCK as f64, gap: step - height })
    }

    /// How high the room of so many rows is, in whole pixels. The gap below the last of them stands behind it anyway.
    #[expect(clippy::cast_precision_loss, reason = "a block has few rows")]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, which is meant")]
    pub(super) fn room(self, rows: usize) -> u32 {
        (self.step * rows as f64 - self.gap).round() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLOSED: Closed = Closed { step: 54.0, gap: 8.0 };

    fn keys(count: u32) -> Vec<u32> {
        (0..count).map(|key| key + 1_000).collect()
    }

    /// Where the blocks stand if the list is scrolled so far; the tenth row is open and 500 pixels higher than the others.
    fn places(keys: &[u32], scrolled: f64) -> Vec<(f64, f64)> {
        let mut top = -scrolled;
        let place = |rows: &[u32]| {
            let opened = if rows.contains(&1_010) { 500.0 } else { 0.0 };
            let height = f64::from(CLOSED.room(rows.len())) + opened;
            let place = (top, height);
            top += height + CLOSED.gap;
            place
        };
        keys.chunks(BLOCK).map(place).collect()
    }

    #[test]
    fn a_short_list_is_drawn_in_full_wherever_it_stands() {
        assert_eq!(drawn(&keys(50), &(9..9), &[], &[]), [0, 1, 2, 3]);
        assert!(drawn(&[], &(0..1), &[], &[]).is_empty());
    }

    #[test]
    fn of_a_long_one_the_blocks_in_sight_and_both_ends_are_drawn() {
        assert_eq!(drawn(&keys(2_000), &(50..53), &[], &[]), [0, 50, 51, 52, 124]);
        assert_eq!(drawn(&keys(51), &(7..9), &[], &[]), [0, 3]);
    }

    #[test]
    fn opened_rows_stay_and_a_row_with_the_focus_stays_with_those_beside_it() {
        assert_eq!(drawn(&keys(2_000), &(0..1), &[1_160], &[1_320]), [0, 10, 19, 20, 124]);
        assert_eq!(drawn(&keys(2_000), &(0..1), &[], &[1_335]), [0, 20, 21, 124]);
        assert_eq!(drawn(&keys(2_000), &(0..1), &[7], &[7]), [0, 124], "rows that are not in the list");
    }

    #[test]
    fn the_blocks_in_sight_follow_the_scrolling_also_below_an_opened_row() {
        let keys = keys(2_000);
        for (scrolled, row) in [(0.0, 0), (54.0 * 900.0 + 500.0, 900), (54.0 * 1_999.0 + 500.0, 1_999)] {
            let in_sight = in_sight(&places(&keys, scrolled), 900.0);
            assert!(in_sight.contains(&(row / BLOCK)) && in_sight.len() <= 4, "{scrolled}: {in_sight:?}");
        }
        assert_eq!(in_sight(&places(&keys, -5_000.0), 900.0), 0..0, "far below the view");
        assert_eq!(in_sight(&places(&keys, 200_000.0), 900.0), 125..125, "far above it");
    }

    #[test]
    fn a_closed_row_is_measured_where_no_row_is_open() {
        let places = places(&keys(100), 30.0);
        assert_eq!(Closed::measured(&places, |block| block == 2), Some(CLOSED));
        assert_eq!(Closed::measured(&places, |_| false), None);
        assert_eq!(Closed::measured(&[], |_| true), None);
    }
}
