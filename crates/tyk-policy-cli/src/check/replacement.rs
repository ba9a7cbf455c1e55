//! A fix as a change of the text, for programs that make it themselves.

use std::cell::Cell;

use tyk_policy::draft::Edit;
use tyk_policy::read::{Lines, Position};
use tyk_policy::write;

use super::fix;
use crate::source::{Placed, Source};

/// Every fix takes a look at the whole text. In a large file with many of them only the first ones are worked out.
const ENOUGH_BYTES: usize = 24 << 20;

/// Text that takes the place of other text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// Where the old text starts.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// The new text.
    pub text: String,
}

/// The fixes of a file.
pub struct Replacements<'a> {
    source: &'a Source,
    bytes_left: Cell<usize>,
}

impl<'a> Replacements<'a> {
    /// Those of this file.
    pub fn of(source: &'a Source) -> Self {
        let is_json = fix::why_not(source).is_none();
        Self { source, bytes_left: Cell::new(if is_json { ENOUGH_BYTES } else { 0 }) }
    }

    /// That of a finding, if it has one that can be written into the text.
    pub fn of_finding(&self, placed: &Placed, lines: &Lines<'_>) -> Option<Replacement> {
        let edits = &placed.finding.fix.as_ref()?.edits;
        let found = self.source.reading.policies.get(placed.policy?)?;
        let old = self.source.text.as_str();
        self.bytes_left.set(self.bytes_left.get().checked_sub(old.len())?);
        let in_text = |edit: &Edit| edit.clone().at(found.in_text(edit.path().clone()));
        let new = write::patch(old, &edits.iter().map(in_text).collect::<Vec<_>>())?;
        Some(difference(old, &new, lines)).filter(|_| old != new)
    }
}

/// What is between the same start and the same end.
fn difference(old: &str, new: &str, lines: &Lines<'_>) -> Replacement {
    let same = |pairs: &mut dyn Iterator<Item = (u8, u8)>| pairs.take_while(|(one, other)| one == other).count();
    let shorter = old.len().min(new.len());
    // The end first: a new member then starts behind the one before it, and not in the middle of a name.
    let end = same(&mut old.bytes().rev().zip(new.bytes().rev()));
    let start = same(&mut old.bytes().zip(new.bytes())).min(shorter - end);
    let start = old.floor_char_boundary(start).min(new.floor_char_boundary(start));
    let old_end = old.ceil_char_boundary(old.len() - end);
    let new_end = new.ceil_char_boundary(new.len() - end);
    let text = new.get(start..new_end).unwrap_or_default().to_owned();
    Replacement { start: lines.position(start), end: lines.position(old_end), text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_replaced_and_no_character_is_cut() {
        let difference = |old, new| difference(old, new, &Lines::of(old));
        let at = |line, column| Position { line, column };
        let expected = Replacement { start: at(2, 3), end: at(2, 5), text: "yz".to_owned() };
        assert_eq!(difference("a\n: cd e", "a\n: yz e"), expected);
        let expected = Replacement { start: at(1, 1), end: at(1, 2), text: "\u{e8}".to_owned() };
        assert_eq!(difference("\u{e9}", "\u{e8}"), expected);
        let expected = Replacement { start: at(1, 2), end: at(1, 2), text: ",\"b\"".to_owned() };
        assert_eq!(difference("1,\"c\"", "1,\"b\",\"c\""), expected);
    }
}
