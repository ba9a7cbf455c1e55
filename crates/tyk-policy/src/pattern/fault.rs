//! Why a pattern does not compile.

use std::fmt;

/// Why a pattern does not compile, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternFault {
    /// What is wrong.
    pub kind: PatternFaultKind,
    /// The byte offset in the prepared pattern.
    pub at: usize,
    /// The part of the prepared pattern that is at fault.
    pub text: String,
}

/// What is wrong with a pattern: the error codes of Go's `regexp/syntax` that a text can get. (A Rust text is always
/// valid UTF-8, so "invalid UTF-8" is none of them.)
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternFaultKind {
    /// A group is not closed.
    MissingParenthesis,
    /// A `)` closes nothing.
    UnexpectedParenthesis,
    /// A set of characters is not closed.
    MissingBracket,
    /// A range runs backwards, or a named set of characters is unknown.
    InvalidRange,
    /// A backslash is followed by something that is no escape.
    InvalidEscape,
    /// A count is over 1000, alone or multiplied with those it stands in, or its bounds are the wrong way round.
    InvalidCount,
    /// A repetition has nothing before it.
    MissingRepeated,
    /// A repetition directly follows another.
    DoubleRepetition,
    /// An extension of Perl that RE2 lacks.
    UnsupportedPerl,
    /// A group's name is empty, is not closed, or holds something other than letters, digits and `_`.
    InvalidGroupName,
    /// The pattern ends in a backslash.
    TrailingBackslash,
    /// The repetitions written out are too long.
    TooLarge,
    /// Groups and repetitions stand too deep in each other.
    TooDeep,
}

/// What other engines can do and RE2 cannot.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Habit {
    LookAhead,
    LookBehind,
    BackReference,
    AtomicGroup,
    Possessive,
}

impl PatternFault {
    fn habit(&self) -> Option<Habit> {
        match (self.kind, self.text.as_bytes()) {
            // Go takes `(?<=` for the start of a name.
            (PatternFaultKind::UnsupportedPerl | PatternFaultKind::InvalidGroupName, [b'(', b'?', behind @ ..]) => {
                match behind {
                    [b'=' | b'!', ..] => Some(Habit::LookAhead),
                    [b'<', b'=' | b'!', ..] => Some(Habit::LookBehind),
                    [b'>', ..] => Some(Habit::AtomicGroup),
                    [b'P', b'=', ..] => Some(Habit::BackReference),
                    _ => None,
                }
            }
            (PatternFaultKind::InvalidEscape, [_, b'1'..=b'9' | b'g' | b'k', ..]) => Some(Habit::BackReference),
            (PatternFaultKind::DoubleRepetition, [.., b'+']) => Some(Habit::Possessive),
            _ => None,
        }
    }
}

/// Whether the fault is a construct of PCRE that RE2 leaves out on purpose: look-ahead, look-behind, back-reference,
/// atomic group or possessive repetition (policy-model.md section 12.4, M15).
#[must_use]
pub fn looks_like_pcre(fault: &PatternFault) -> bool {
    fault.habit().is_some()
}

impl Habit {
    /// What it is, and what to write instead.
    fn sentence(self) -> &'static str {
        match self {
            Self::LookAhead => "looks ahead, which Go's RE2 cannot: write an entry for each case",
            Self::LookBehind => "looks behind, which Go's RE2 cannot: write an entry for each case",
            Self::BackReference => "refers back to a group, which Go's RE2 cannot: write an entry for each case",
            Self::AtomicGroup => "is an atomic group, which Go's RE2 does not need: write `(?:`",
            Self::Possessive => "is a possessive repetition, which Go's RE2 does not need: leave the last `+` out",
        }
    }
}

impl PatternFaultKind {
    /// What is wrong with the text, and the usual mend.
    fn sentence(self) -> &'static str {
        match self {
            Self::MissingParenthesis => "is not closed: add `)`, or write `\\(` for the character",
            Self::UnexpectedParenthesis => "closes no group: add `(` before it, or write `\\)` for the character",
            Self::MissingBracket => "is not closed: add `]`, or write `\\[` for the character",
            Self::InvalidRange => "is no range or set of characters that Go's RE2 knows",
            Self::InvalidEscape => "is no escape that Go's RE2 knows: write `\\\\` for a backslash",
            Self::InvalidCount => "repeats more than 1000 times, or at least more often than at most",
            Self::MissingRepeated => "repeats nothing: put something before it, or a backslash for the character",
            Self::DoubleRepetition => "repeats a repetition: put the first one in `(?:…)`",
            Self::UnsupportedPerl => "is no group that Go's RE2 knows",
            Self::InvalidGroupName => "is no named group: a name is letters, digits and `_`, as in `(?P<name>…)`",
            Self::TrailingBackslash => "ends the pattern and escapes nothing: write `\\\\` for a backslash",
            Self::TooLarge => "is too large with its repetitions written out",
            Self::TooDeep => "nests more than 1000 deep",
        }
    }
}

/// One line for people: the part at fault, and what to write instead.
impl fmt::Display for PatternFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = self.habit().map_or_else(|| self.kind.sentence(), Habit::sentence);
        match self.text.as_str() {
            text if text.len() > 60 => f.write_str("the pattern"),
            text => write!(f, "`{text}`"),
        }?;
        write!(f, " {sentence}")
    }
}

#[cfg(test)]
mod tests {
    use super::super::Pattern;
    use super::*;

    #[track_caller]
    fn says(pattern: &str, sentence: &str, is_pcre: bool) {
        let fault = Pattern::compile(pattern).expect_err("it does not compile");
        assert_eq!(fault.to_string(), sentence);
        assert_eq!(looks_like_pcre(&fault), is_pcre, "{pattern}");
    }

    #[test]
    fn a_habit_of_other_engines_is_named_with_what_to_write_instead() {
        says("/a(?!b)", "`(?!` looks ahead, which Go's RE2 cannot: write an entry for each case", true);
        says("(?<=/)a", "`(?<=/)a` looks behind, which Go's RE2 cannot: write an entry for each case", true);
        says(r"(a)\1", r"`\1` refers back to a group, which Go's RE2 cannot: write an entry for each case", true);
        says("(?>a)", "`(?>` is an atomic group, which Go's RE2 does not need: write `(?:`", true);
        says("a++", "`++` is a possessive repetition, which Go's RE2 does not need: leave the last `+` out", true);
    }

    #[test]
    fn a_slip_is_named_with_the_part_at_fault() {
        says("/a(b", r"`(` is not closed: add `)`, or write `\(` for the character", false);
        says("/a**", "`**` repeats a repetition: put the first one in `(?:…)`", false);
        says("*/a", "`*` repeats nothing: put something before it, or a backslash for the character", false);
    }

    #[test]
    fn a_fault_says_where_it_is() {
        let fault = Pattern::compile("/é[z-a]").expect_err("the range runs backwards");
        assert_eq!(fault, PatternFault { kind: PatternFaultKind::InvalidRange, at: 4, text: "z-a".to_owned() });
    }
}
