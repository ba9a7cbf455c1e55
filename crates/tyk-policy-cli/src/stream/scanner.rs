//! Where a JSON value ends, without a look at what it is, and on which line and column one is.
//!
//! serde_json reads values from a stream as well, but does not say at which line and column of it one starts.

use std::io::{self, BufRead};

use tyk_policy::read::Position;

use super::nesting::Nesting;
use super::walk::Trouble;

/// Bytes that go by, and how far they are.
#[derive(Debug)]
pub struct Scanner<R> {
    reader: R,
    offset: u64,
    at: Position,
    is_behind_return: bool,
    returns: usize,
    first_return: Option<Position>,
}

impl<R: BufRead> Scanner<R> {
    /// At the start.
    pub fn new(reader: R) -> Self {
        let at = Position { line: 1, column: 1 };
        Self { reader, offset: 0, at, is_behind_return: false, returns: 0, first_return: None }
    }

    /// How many bytes have gone by.
    pub fn offset(&self) -> u64 {
        self.offset
    }

    /// The place of the next byte.
    pub fn position(&self) -> Position {
        self.at
    }

    /// How many lines so far end with a carriage return, and where the first of them does.
    pub fn carriage_returns(&self) -> Option<(usize, Position)> {
        self.first_return.map(|first| (self.returns, first))
    }

    /// The next byte.
    ///
    /// # Errors
    /// The reader's.
    pub fn peek(&mut self) -> io::Result<Option<u8>> {
        Ok(self.reader.fill_buf()?.first().copied())
    }

    /// Passes this byte, if it is the next one.
    ///
    /// # Errors
    /// The reader's.
    pub fn take(&mut self, byte: u8) -> io::Result<bool> {
        let is_next = self.peek()? == Some(byte);
        self.pass(usize::from(is_next))?;
        Ok(is_next)
    }

    /// Passes white space.
    ///
    /// # Errors
    /// The reader's.
    pub fn white_space(&mut self) -> io::Result<()> {
        loop {
            let buffer = self.reader.fill_buf()?;
            let blanks = buffer.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
            let goes_on = blanks > 0 && blanks == buffer.len();
            self.pass(blanks)?;
            if !goes_on {
                return Ok(());
            }
        }
    }

    /// Adds the value that starts here to `text` and passes it. If it is no JSON, it ends somewhere in it or behind it.
    ///
    /// # Errors
    /// The reader's; there is no end, or lists and objects stand deeper in each other than `deepest`.
    pub fn value(&mut self, deepest: usize, text: &mut Vec<u8>) -> Result<(), Trouble> {
        let mut nesting = Nesting::default();
        loop {
            let buffer = self.reader.fill_buf()?;
            let end = nesting.end(buffer);
            let part = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
            if buffer.is_empty() || nesting.deepest > deepest {
                return Err(Trouble::NotPlain);
            }
            text.extend_from_slice(part);
            let length = part.len();
            self.pass(length)?;
            if end.is_some() {
                return Ok(());
            }
        }
    }

    fn pass(&mut self, count: usize) -> io::Result<()> {
        let bytes = self.reader.fill_buf()?.get(..count).unwrap_or_default();
        for byte in bytes {
            match byte {
                b'\n' => {
                    if self.is_behind_return {
                        let before = Position { column: self.at.column - 1, ..self.at };
                        self.first_return.get_or_insert(before);
                        self.returns += 1;
                    }
                    self.at = Position { line: self.at.line + 1, column: 1 };
                }
                // The rest of a character.
                0x80..=0xBF => {}
                _ => self.at.column += 1,
            }
            self.is_behind_return = *byte == b'\r';
        }
        self.offset += u64::try_from(count).unwrap_or_default();
        self.reader.consume(count);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<(String, usize, usize)> {
        // One byte at a time, so that every value lies across the border of two buffers.
        let mut scanner = Scanner::new(io::BufReader::with_capacity(1, text.as_bytes()));
        let mut values = Vec::new();
        loop {
            scanner.white_space().unwrap();
            let Position { line, column } = scanner.position();
            let mut value = Vec::new();
            if scanner.value(3, &mut value).is_err() {
                return values;
            }
            values.push((String::from_utf8(value).unwrap(), line, column));
        }
    }

    #[test]
    fn a_value_ends_where_its_brackets_close_whatever_its_strings_hold() {
        let text = "{\"a]\": [\"\\\"}\"]}\n \"\u{e9}\" [[[]]]\r\n12 ";
        let found = values(text);
        let found: Vec<_> = found.iter().map(|(value, line, column)| (value.as_str(), *line, *column)).collect();
        assert_eq!(found, [("{\"a]\": [\"\\\"}\"]}", 1, 1), ("\"\u{e9}\"", 2, 2), ("[[[]]]", 2, 6), ("12", 3, 1)]);
    }

    #[test]
    fn what_never_ends_or_is_too_deep_is_no_value() {
        assert!(values("{\"a\": [1, 2}").is_empty());
        assert!(values("[[[[]]]] ").is_empty());
    }

    #[test]
    fn carriage_returns_before_a_new_line_are_counted() {
        let mut scanner = Scanner::new("\r\n \r \r\n".as_bytes());
        scanner.white_space().unwrap();
        assert_eq!(scanner.carriage_returns(), Some((2, Position { line: 1, column: 1 })));
    }
}
