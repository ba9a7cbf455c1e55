//! The lines of a text, and places in it.

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
}

/// The lines of a text.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    /// Where each line starts.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The lines of this text.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let behind_newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(behind_newlines).collect() }
    }

    /// The place of a byte offset.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let end = self.text.floor_char_boundary(offset.min(self.text.len()));
        Position { line, column: self.text.get(start..end).unwrap_or_default().chars().count() + 1 }
    }

    /// The byte offset of a place; behind the end of its line if there is less of it.
    #[must_use]
    pub fn offset(&self, Position { line, column }: Position) -> usize {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let behind = self.text.get(start..).unwrap_or_default();
        let behind = behind.split('\n').next().unwrap_or_default();
        start + behind.char_indices().nth(column.saturating_sub(1)).map_or(behind.len(), |(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_has_its_line_and_its_column_in_characters() {
        let lines = Lines::of("a\r\n\u{e9}b\n");
        assert_eq!(lines.position(0), Position { line: 1, column: 1 });
        assert_eq!(lines.position(5), Position { line: 2, column: 2 });
        assert_eq!(lines.position(99), Position { line: 3, column: 1 });
    }

    #[test]
    fn a_place_has_its_offset() {
        let lines = Lines::of("a\r\n\u{e9}b\n");
        for offset in [0, 1, 3, 5, 6, 7] {
            assert_eq!(lines.offset(lines.position(offset)), offset);
        }
        assert_eq!(lines.offset(Position { line: 2, column: 9 }), 6);
        assert_eq!(lines.offset(Position { line: 9, column: 1 }), 7);
    }
}
