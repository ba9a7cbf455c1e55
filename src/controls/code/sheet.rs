//! A long text by its lines, of which few are drawn.

use std::mem::replace;
use std::ops::Range;

/// So many lines are drawn or left out together.
const BLOCK: usize = 40;

/// A text, where its lines start, and what the last change made of it.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    text: String,
    /// The offset of each line.
    starts: Vec<usize>,
    /// The numbers of the first and last lines that the last change touched, and of those between them.
    changed: Range<usize>,
    /// Those between them that it did not touch, in order: the id of an API stands at both ends of its entry, which may be long.
    untouched: Vec<usize>,
    /// Counts the texts.
    edition: u32,
}

impl Sheet {
    /// Takes the next text. What differs from the one before is what has changed; in a first text nothing has.
    pub fn follow(&mut self, text: &str) {
        if self.edition > 0 && self.text == text {
            return;
        }
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let next = Self { text: text.to_owned(), starts, edition: self.edition + 1, ..Self::default() };
        let before = replace(self, next);
        if before.edition > 0 {
            self.changed = self.changed_since(&before.text);
        }
        if before.line_count() == self.line_count() {
            let is_as_before = |index: &usize| self.line(*index) == before.line(*index);
            self.untouched = self.changed.clone().filter(is_as_before).collect();
        }
    }

    /// How many lines it has, at least one.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// A line without its end; empty if there is no such line.
    #[must_use]
    pub fn line(&self, index: usize) -> &str {
        let start = self.starts.get(index).copied().unwrap_or(self.text.len());
        let end = self.starts.get(index + 1).map_or(self.text.len(), |next| next - 1);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Whether the last change touched this line.
    #[must_use]
    pub fn is_changed(&self, index: usize) -> bool {
        self.changed.contains(&index) && self.untouched.binary_search(&index).is_err()
    }

    /// The number of the text, for what is drawn anew with each.
    #[must_use]
    pub fn edition(&self) -> u32 {
        self.edition
    }

    /// The block at a place of the sheet, which is given as a part of its height.
    #[must_use]
    pub fn block_at(&self, (part, height): (u64, u64)) -> usize {
        let line = u64::try_from(self.line_count()).unwrap_or(u64::MAX).saturating_mul(part).checked_div(height);
        usize::try_from(line.unwrap_or_default()).unwrap_or_default() / BLOCK
    }

    /// The lines that are drawn while a block is at the top: it, the one above, and enough below for the highest screens.
    #[must_use]
    pub fn drawn_at(&self, block: usize) -> Range<usize> {
        let last = self.line_count().saturating_sub(1) / BLOCK;
        let block = block.min(last);
        block.saturating_sub(1) * BLOCK..((block + 3) * BLOCK).min(self.line_count())
    }

    /// The lines that are not those of another text, seen from its front and from its back.
    fn changed_since(&self, other: &str) -> Range<usize> {
        let (one, other) = (self.text.as_bytes(), other.as_bytes());
        let front = common_front(one, other);
        if front == one.len() && front == other.len() {
            return 0..0;
        }
        let rest = one.len().min(other.len()) - front;
        let back = common_back(one, other).min(rest);
        let first = self.line_of(front);
        // A line that was only taken out leaves no mark.
        let last = self.line_of((one.len() - back).max(front));
        let is_line_start = self.starts.get(last).is_some_and(|start| *start == one.len() - back) && last > first;
        first..if is_line_start { last } else { last + 1 }
    }

    /// The number of the line that a byte stands in.
    fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }
}

/// So many bytes are compared at once.
const PIECE: usize = 4096;

/// How many bytes two texts begin with in common: by the piece as far as whole pieces go, then one by one.
fn common_front(one: &[u8], other: &[u8]) -> usize {
    let pieces = one.chunks_exact(PIECE).zip(other.chunks_exact(PIECE));
    let whole = pieces.take_while(|(one, other)| one == other).count() * PIECE;
    let bytes = one.iter().skip(whole).zip(other.iter().skip(whole));
    whole + bytes.take_while(|(one, other)| one == other).count()
}

/// How many bytes two texts end with in common.
fn common_back(one: &[u8], other: &[u8]) -> usize {
    let pieces = one.rchunks_exact(PIECE).zip(other.rchunks_exact(PIECE));
    let whole = pieces.take_while(|(one, other)| one == other).count() * PIECE;
    let bytes = one.iter().rev().skip(whole).zip(other.iter().rev().skip(whole));
    whole + bytes.take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str) -> Sheet {
        let mut sheet = Sheet::default();
        sheet.follow(text);
        sheet
    }

    fn lines(count: usize, changed: Option<(usize, &str)>) -> String {
        let line = |index| match changed {
            Some((at, line)) if at == index => line.to_owned(),
            _ => format!("line {index}"),
        };
        (0..count).map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_lines_are_those_of_the_text() {
        for text in ["", "a", "a\n", "\n\n", "é\n😀"] {
            let sheet = sheet(text);
            let lines: Vec<_> = (0..sheet.line_count()).map(|index| sheet.line(index)).collect();
            assert_eq!(lines, text.split('\n').collect::<Vec<_>>());
            assert_eq!(sheet.line(sheet.line_count()), "");
        }
    }

    #[test]
    fn the_lines_that_a_change_made_are_known() {
        let first = sheet(&lines(3_000, None));
        assert!((0..3_000).all(|index| !first.is_changed(index)));
        let changed = |text: &str| {
            let mut sheet = first.clone();
            sheet.follow(text);
            sheet.changed
        };
        assert_eq!(changed(&lines(3_000, Some((1_234, "line 1234 and more")))), 1_234..1_235);
        assert_eq!(changed(&lines(3_000, Some((1_234, "x\ny")))), 1_234..1_236);
        assert_eq!(changed(&lines(3_000, Some((0, "line 0é")))), 0..1);
        assert_eq!(changed(&lines(3_001, None)), 2_999..3_001);
        assert_eq!(changed(&lines(3_000, None)), 0..0);
        assert!(changed(&lines(2_000, None)).len() <= 1);
        assert!(changed("").len() <= 1);
    }

    #[test]
    fn what_stands_untouched_between_two_touched_lines_is_not_changed() {
        let mut sheet = sheet("a: {\n  paths\n  id: a\n}");
        sheet.follow("b: {\n  paths\n  id: b\n}");
        assert_eq!((0..4).map(|index| sheet.is_changed(index)).collect::<Vec<_>>(), [true, false, true, false]);
    }

    #[test]
    fn few_lines_are_drawn_and_among_them_all_that_are_in_sight() {
        let sheet = sheet(&lines(30_000, None));
        for (part, height) in [(0, 600_000), (1, 600_000), (299_990, 600_000), (599_999, 600_000), (600_000, 600_000)] {
            let drawn = sheet.drawn_at(sheet.block_at((part, height)));
            let top = usize::try_from(part / 20).expect("small");
            assert!(drawn.len() <= 4 * BLOCK && drawn.end <= 30_000, "{drawn:?}");
            assert!(drawn.contains(&top.min(29_999)) && drawn.contains(&(top + 80).min(29_999)), "{part}: {drawn:?}");
            assert!(top < BLOCK || drawn.contains(&(top - 1)), "{part}: {drawn:?}");
        }
        assert_eq!(sheet.block_at((5, 0)), 0);
        assert_eq!(self::sheet("a").drawn_at(99), 0..1);
    }
}
