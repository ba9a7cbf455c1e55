//! A place in a pattern that moves on.

use super::bulk::MOST_REPEATS;
use super::fault::{PatternFault, PatternFaultKind};

/// The text of a pattern, and how far it is read.
#[derive(Clone, Copy)]
pub(super) struct Scanner<'a> {
    text: &'a str,
    /// The byte offset of what is read next.
    pub(super) at: usize,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn take(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += character.len_utf8();
        Some(character)
    }

    /// Whether `text` stands here; if it does, it is read.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    /// The next character, if it is a digit of this base.
    pub(super) fn digit(&mut self, base: u32) -> Option<u32> {
        let digit = self.peek()?.to_digit(base)?;
        self.at += 1;
        Some(digit)
    }

    /// Reads up to the end of the first `mark`: what stands before it, or nothing if there is none.
    pub(super) fn until(&mut self, mark: &str) -> Option<&'a str> {
        let rest = self.rest();
        let length = (0..rest.len()).find(|start| rest.get(*start..).is_some_and(|from| from.starts_with(mark)))?;
        self.at += length + mark.len();
        rest.get(..length)
    }

    pub(super) fn skip_all(&mut self) {
        self.at = self.text.len();
    }

    /// A fault in what was read since `start`.
    pub(super) fn fault(&self, kind: PatternFaultKind, start: usize) -> PatternFault {
        PatternFault { kind, at: start, text: self.text.get(start..self.at).unwrap_or_default().to_owned() }
    }

    /// `{2}`, `{2,}` or `{2,5}`. Nothing if something else stands here; then some of it may be read.
    pub(super) fn counts(&mut self) -> Option<(u32, Option<u32>)> {
        self.eat("{");
        let least = self.number()?;
        let most = match self.eat(",") {
            false => Some(least),
            true if self.peek() == Some('}') => None,
            true => Some(self.number()?),
        };
        self.eat("}").then_some((least, most))
    }

    /// A number without leading zeros. All above the limit are the same.
    fn number(&mut self) -> Option<u32> {
        let first = self.digit(10)?;
        let mut number = first;
        while let Some(digit) = self.digit(10) {
            if first == 0 {
                return None;
            }
            number = (number * 10 + digit).min(MOST_REPEATS + 1);
        }
        Some(number)
    }
}
