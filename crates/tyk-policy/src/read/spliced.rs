//! Text that remembers where it came from: a body is put together from quotes, escapes and variables, and a fault in
//! it has to be shown where it was typed.

use std::ops::Range;

/// A text put together from pieces of a source, which remembers where each piece came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spliced {
    text: String,
    /// Where each piece starts, in the text and in the source. Inside a piece both run side by side.
    pieces: Vec<(usize, usize)>,
}

impl Spliced {
    /// The text itself.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where a byte of the text stands in the source: exact for what was written literally, the start of the escape
    /// for what was written as one.
    pub(super) fn source_offset(&self, offset: usize) -> usize {
        let behind = self.pieces.partition_point(|(start, _)| *start <= offset);
        let piece = behind.checked_sub(1).and_then(|last| self.pieces.get(last));
        piece.map_or(0, |(start, source)| source + (offset - start))
    }

    /// The bytes of the source around this offset of it that are part of the text, quotes between them included. Nothing if
    /// what stands there is not.
    pub(super) fn run_around(&self, offset: usize) -> Option<Range<usize>> {
        /// What stands between two pieces of one word: quotes and escapes.
        const QUOTES: usize = 8;
        let ends = self.pieces.iter().skip(1).map(|(start, _)| *start).chain([self.text.len()]);
        let pieces = self.pieces.iter().zip(ends).map(|((start, source), end)| *source..source + (end - start));
        let mut run: Option<Range<usize>> = None;
        for piece in pieces.filter(|piece| !piece.is_empty()) {
            let goes_on = |run: &Range<usize>| (run.start..=run.end + QUOTES).contains(&piece.start);
            run = match run {
                Some(run) if goes_on(&run) => Some(run.start..run.end.max(piece.end)),
                Some(run) if run.contains(&offset) => return Some(run),
                _ => Some(piece),
            };
        }
        run.filter(|run| run.contains(&offset))
    }
}

/// How it is put together.
impl Spliced {
    /// An empty text that stands at this place of the source.
    pub(super) fn at(offset: usize) -> Self {
        Self { text: String::new(), pieces: vec![(0, offset)] }
    }

    /// Adds a range of the source as it is written there.
    pub(super) fn literal(&mut self, source: &str, range: Range<usize>) {
        let start = range.start;
        if let Some(text) = source.get(range).filter(|text| !text.is_empty()) {
            self.piece(start);
            self.text.push_str(text);
        }
    }

    /// Adds what an escape at this place of the source stands for.
    pub(super) fn escape(&mut self, text: &str, at: usize) {
        for offset in 0..text.len() {
            self.pieces.push((self.text.len() + offset, at));
        }
        self.text.push_str(text);
    }

    /// Adds a part of another text, which keeps its places.
    pub(super) fn append(&mut self, other: &Self, range: Range<usize>) {
        let Some(text) = other.text.get(range.clone()).filter(|text| !text.is_empty()) else { return };
        self.piece(other.source_offset(range.start));
        let first = other.pieces.partition_point(|(start, _)| *start <= range.start);
        let inside = other.pieces.get(first..).unwrap_or_default().iter().take_while(|(start, _)| *start < range.end);
        let shift = self.text.len();
        self.pieces.extend(inside.map(|(start, source)| (start - range.start + shift, *source)));
        self.text.push_str(text);
    }

    /// The text from this offset on.
    pub(super) fn tail(&self, from: usize) -> Self {
        let mut tail = Self::at(self.source_offset(from));
        tail.append(self, from..self.text.len());
        tail
    }

    /// Starts a piece at the end of the text, unless the last one simply goes on.
    fn piece(&mut self, source: usize) {
        let end = self.text.len();
        match self.pieces.last_mut() {
            Some((start, from)) if *start == end => *from = source,
            Some((start, from)) if *from + (end - *start) == source => {}
            _ => self.pieces.push((end, source)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "ab'cé'\\n";

    fn spliced() -> Spliced {
        let mut spliced = Spliced::at(0);
        spliced.literal(SOURCE, 0..2);
        spliced.literal(SOURCE, 3..6);
        spliced.escape("\u{2028}", 7);
        spliced
    }

    #[test]
    fn every_piece_knows_its_place() {
        let offsets: Vec<usize> = (0..8).map(|offset| spliced().source_offset(offset)).collect();
        assert_eq!(offsets, [0, 1, 3, 4, 5, 7, 7, 7]);
    }

    #[test]
    fn a_part_of_a_text_keeps_its_places_in_another_one() {
        let mut other = Spliced::at(90);
        other.escape("&", 90);
        other.append(&spliced(), 1..5);
        assert_eq!(other.text(), "&bcé");
        let offsets: Vec<usize> = (0..5).map(|offset| other.source_offset(offset)).collect();
        assert_eq!(offsets, [90, 1, 3, 4, 5]);
        assert_eq!(spliced().tail(3).source_offset(0), 4);
    }

    #[test]
    fn what_stands_around_a_place_ends_where_the_text_does() {
        // The quotes belong to it, what stands between two words does not.
        assert_eq!(spliced().run_around(4), Some(0..8));
        let source = "x='ab'  KEY=secret cd";
        let mut apart = Spliced::at(3);
        apart.literal(source, 3..5);
        apart.literal(source, 19..21);
        assert_eq!([3, 4, 12, 20].map(|at| apart.run_around(at)), [Some(3..5), Some(3..5), None, Some(19..21)]);
    }

    #[test]
    fn an_empty_text_stands_where_it_was_written() {
        assert_eq!(Spliced::at(5).source_offset(0), 5);
        assert_eq!(Spliced::default().source_offset(3), 0);
    }
}
