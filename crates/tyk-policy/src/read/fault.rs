//! Why a text is not JSON.

use std::fmt;

use super::json::DEEPEST;
use super::{Lines, Position};

/// Why a text is not JSON, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxFault {
    /// What is wrong.
    pub kind: SyntaxFaultKind,
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
}

/// What is wrong with a text that is not JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxFaultKind {
    /// There is nothing but white space.
    Empty,
    /// The text stops in the middle.
    UnexpectedEnd,
    /// This character cannot stand here.
    Unexpected(char),
    /// A string runs into the end of its line.
    UnclosedString,
    /// A backslash is followed by something that is no escape.
    BadEscape,
    /// A control character stands in a string unescaped.
    ControlCharacter,
    /// Half of a surrogate pair, which is no character.
    LoneSurrogate,
    /// Lists and objects stand too deep in each other.
    TooDeep,
    /// A whole value was read, and more text follows.
    TextBehind,
}

impl fmt::Display for SyntaxFaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is no text"),
            Self::UnexpectedEnd => f.write_str("the text stops before the JSON is complete"),
            Self::Unexpected(character) => write!(f, "`{character}` cannot stand here"),
            Self::UnclosedString => f.write_str("a string is not closed on its line"),
            Self::BadEscape => f.write_str("a backslash is followed by something that is no JSON escape"),
            Self::ControlCharacter => f.write_str("a control character stands unescaped in a string"),
            Self::LoneSurrogate => f.write_str("an escape names half of a surrogate pair"),
            Self::TooDeep => write!(f, "lists and objects stand more than {DEEPEST} deep in each other"),
            Self::TextBehind => f.write_str("more text follows after the end of the JSON"),
        }
    }
}

/// A fault of `kind` at the byte offset `at` of `text`.
pub(super) fn place(text: &str, at: usize, kind: SyntaxFaultKind) -> SyntaxFault {
    let Position { line, column } = Lines::of(text).position(at);
    SyntaxFault { kind, line, column }
}
