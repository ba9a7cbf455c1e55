//! Which rows of a long list are drawn, and how much room the others take.

use std::ops::Range;

/// Up to so many rows are all drawn.
pub(super) const MOST_PLAIN: usize = 50;

/// Rows come and go by so many, so that not each step of the wheel draws.
const BLOCK: usize = 8;

/// So many pixels above and below what is in sight are drawn, too.
const MARGIN: f64 = 600.0;

/// What stands in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// The row of this key.
    Row(u32),
    /// The room of rows that are not drawn, all of them closed.
    Room { first: usize, rows: usize },
}

/// Which rows are drawn wherever the list is scrolled to.
#[derive(Debug, Default)]
pub(super) struct Kept<'a> {
    /// Rows that are not as high as the others.
    pub opened: &'a [u32],
    /// Rows that have or get the focus, in the order of the list: Tab leads from them to those beside them.
    pub focused: &'a [u32],
}

/// The pieces of a list of these rows, of which those at these places are in sight. The first and the last row are always
/// drawn, for the focus enters the list there.
pub(super) fn pieces(keys: &[u32], in_sight: &Range<usize>, kept: &Kept<'_>) -> Vec<Piece> {
    if keys.len() <= MOST_PLAIN {
        return keys.iter().copied().map(Piece::Row).collect();
    }
    let focused: Vec<_> =
        keys.iter().enumerate().filter(|(_, key)| kept.focused.contains(key)).map(|(place, _)| place).collect();
    let is_drawn = |place: usize, key: u32| {
        in_sight.contains(&place)
            || place == 0
            || place + 1 == keys.len()
            || kept.opened.contains(&key)
            || focused.iter().any(|focused| focused.abs_diff(place) <= 2)
    };
    let mut pieces = Vec::new();
    for (place, key) in keys.iter().enumerate() {
        match pieces.last_mut() {
            _ if is_drawn(place, *key) => pieces.push(Piece::Row(*key)),
            Some(Piece::Room { rows, .. }) => *rows += 1,
            _ => pieces.push(Piece::Room { first: place, rows: 1 }),
        }
    }
    pieces
}

/// Where a piece stands, in pixels below the top of what is in view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub top: f64,
    pub height: f64,
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
    /// The same as it is on the page: where two drawn rows follow each other of which the first is closed.
    pub(super) fn measured(pieces: &[Piece], places: &[Place], opened: &[u32]) -> Option<Self> {
        let is_closed = |piece: &Piece| matches!(piece, Piece::Row(key) if !opened.contains(key));
        let mut pairs = pieces.iter().zip(places).zip(pieces.iter().zip(places).skip(1));
        let ((_, upper), (_, lower)) =
            pairs.find(|((first, _), (second, _))| is_closed(first) && matches!(second, Piece::Row(_)))?;
        let step = lower.top - upper.top;
        (step > 0.0).then_some(Self { step, gap: step - upper.height })
    }

    /// How high the room of so many rows is, in whole pixels. The gap below the last of them stands behind it anyway.
    #[expect(clippy::cast_precision_loss, reason = "no list has so many rows")]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, which is meant")]
    pub(super) fn room(self, rows: usize) -> u32 {
        (self.step * rows as f64 - self.gap) as u32
    }

    /// The row at this height.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, which is meant")]
    fn row_at(self, pieces: &[Piece], places: &[Place], height: f64) -> usize {
        let mut row = 0;
        for (piece, place) in pieces.iter().zip(places) {
            let is_here = place.top + place.height + self.gap > height;
            match piece {
                _ if is_here && place.top >= height => return row,
                Piece::Row(_) if is_here => return row,
                Piece::Row(_) => row += 1,
                Piece::Room { first, rows } if is_here => {
                    let below_top = ((height - place.top) / self.step) as usize;
                    return first + below_top.min(rows - 1);
                }
                Piece::Room { first, rows } => row = first + rows,
            }
        }
        row
    }

    /// The rows in sight, with a margin, of a view that is so many pixels high.
    pub(super) fn in_sight(self, pieces: &[Piece], places: &[Place], view: f64) -> Range<usize> {
        let first = self.row_at(pieces, places, -MARGIN);
        let last = self.row_at(pieces, places, view + MARGIN);
        first / BLOCK * BLOCK..(last / BLOCK + 1) * BLOCK
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLOSED: Closed = Closed { step: 54.0, gap: 8.0 };

    /// Where the pieces stand if the list is scrolled so that its top is here; open rows are 500 pixels high.
    fn places(pieces: &[Piece], mut top: f64, opened: &[u32]) -> Vec<Place> {
        let place = |piece: &Piece| {
            let height = match piece {
                Piece::Row(key) if opened.contains(key) => 500.0,
                Piece::Row(_) => CLOSED.step - CLOSED.gap,
                Piece::Room { rows, .. } => f64::from(CLOSED.room(*rows)),
            };
            let place = Place { top, height };
            top += height + CLOSED.gap;
            place
        };
        pieces.iter().map(place).collect()
    }

    fn keys(count: u32) -> Vec<u32> {
        (0..count).map(|key| key + 1_000).collect()
    }

    #[test]
    fn a_short_list_is_drawn_in_full_wherever_it_stands() {
        let keys = keys(50);
        let drawn = pieces(&keys, &(8..16), &Kept::default());
        assert_eq!(drawn, keys.iter().copied().map(Piece::Row).collect::<Vec<_>>());
    }

    #[test]
    fn of_a_long_one_the_rows_in_sight_and_both_ends_are_drawn() {
        let drawn = pieces(&keys(100), &(8..10), &Kept::default());
        let expected = [
            Piece::Row(1_000),
            Piece::Room { first: 1, rows: 7 },
            Piece::Row(1_008),
            Piece::Row(1_009),
            Piece::Room { first: 10, rows: 89 },
            Piece::Row(1_099),
        ];
        assert_eq!(drawn, expected);
    }

    #[test]
    fn opened_rows_stay_and_a_row_with_the_focus_stays_with_those_beside_it() {
        let kept = Kept { opened: &[1_050], focused: &[1_080] };
        let drawn = pieces(&keys(100), &(0..1), &kept);
        let rows: Vec<_> =
            drawn.iter().filter_map(|piece| if let Piece::Row(key) = piece { Some(*key) } else { None }).collect();
        assert_eq!(rows, [1_000, 1_050, 1_078, 1_079, 1_080, 1_081, 1_082, 1_099]);
    }

    #[test]
    fn drawing_other_rows_moves_none_of_them() {
        let opened = [1_700];
        let keys = keys(2_000);
        let end = |in_sight| {
            let drawn = pieces(&keys, &in_sight, &Kept { opened: &opened, focused: &[] });
            places(&drawn, 0.0, &opened).last().map(|place| place.top)
        };
        assert_eq!(end(0..40), end(1_600..1_640));
        assert_eq!(end(0..40), Some(1_998.0 * 54.0 + 508.0));
    }

    #[test]
    fn the_rows_in_sight_follow_the_scrolling_also_below_an_opened_row() {
        let (keys, opened) = (keys(2_000), [1_010]);
        let mut in_sight = 0..16;
        for (scrolled, row) in [(0.0, 0), (54.0 * 900.0 + 454.0, 900), (54.0 * 1_999.0 + 454.0, 1_999), (0.0, 0)] {
            // The second look is that at what the first one drew: it sees the same.
            for _ in 0..2 {
                let drawn = pieces(&keys, &in_sight, &Kept { opened: &opened, focused: &[] });
                in_sight = CLOSED.in_sight(&drawn, &places(&drawn, -scrolled, &opened), 900.0);
                assert!(in_sight.contains(&row) && in_sight.len() < 72, "{scrolled}: {in_sight:?}");
            }
        }
    }

    #[test]
    fn a_closed_row_is_measured_between_two_rows_of_which_the_first_is_closed() {
        let drawn = pieces(&keys(100), &(8..12), &Kept { opened: &[1_008], focused: &[] });
        assert_eq!(Closed::measured(&drawn, &places(&drawn, 30.0, &[1_008]), &[1_008]), Some(CLOSED));
        assert_eq!(Closed::measured(&[], &[], &[]), None);
    }
}
