//! The line of a file that a finding is about, with a mark under the place.

use std::iter;

use tyk_policy::check::{Code, Finding, Seen};
use tyk_policy::read::Position;
use tyk_policy::write::deceives;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::original::Around;
use crate::colour::Palette;

/// Longer lines are cut.
const LONGEST: usize = 100;

/// As many characters stay before the place at least.
const BEFORE: usize = 40;

/// Whether the line says more than the finding. The whole of a text has no line of its own.
pub fn is_worth_it(finding: &Finding) -> bool {
    match finding.seen {
        Seen::Several { .. } => finding.code != Code::CarriageReturns,
        Seen::Fault(_) | Seen::Yaml(_) => true,
        _ => !finding.path.segments().is_empty(),
    }
}

/// The two lines.
pub fn excerpt(finding: &Finding, place: Position, around: &Around, colours: &Palette) -> String {
    let cut = Cut::of(around);
    let width = place.line.to_string().len().max(3);
    let (dim, loud) = (colours.path, colours.severity(finding.severity));
    let blanks = " ".repeat(cut.before.width());
    let marks = "^".repeat(cut.marked_width());
    format!(
        "{dim}{:>width$} |{dim:#} {}{}\n{dim}{:>width$} |{dim:#} {blanks}{loud}{marks}{loud:#}\n",
        place.line, cut.before, cut.behind, ""
    )
}

/// What is shown before and behind the place.
#[derive(Debug, PartialEq, Eq)]
struct Cut {
    before: String,
    behind: String,
}

impl Cut {
    fn of(Around { before, behind }: &Around) -> Self {
        let (before, behind): (Vec<char>, Vec<char>) = (before.chars().collect(), behind.chars().collect());
        let fits = before.len() + behind.len() <= LONGEST;
        let kept = if fits { before.len() } else { before.len().min(LONGEST.saturating_sub(behind.len()).max(BEFORE)) };
        let left = if fits { behind.len() } else { behind.len().min(LONGEST - kept) };
        let dots = |is_cut: bool| is_cut.then_some('…');
        let shown_before = before.iter().skip(before.len() - kept).copied().map(harmless);
        let shown_behind = behind.iter().take(left).copied().map(harmless);
        Self {
            before: dots(kept < before.len()).into_iter().chain(shown_before).collect(),
            behind: shown_behind.chain(dots(left < behind.len())).collect(),
        }
    }

    /// How wide the value or the name is that starts at the place: a string with its quotes, or a word.
    fn marked_width(&self) -> usize {
        let mut characters = self.behind.chars();
        let first = characters.next().unwrap_or(' ');
        let mut is_escaped = false;
        let mut is_over = false;
        let is_inside = |character: &char| match first {
            '"' | '\'' => {
                let is_inside = !is_over;
                is_over = *character == first && !is_escaped;
                is_escaped = *character == '\\' && !is_escaped;
                is_inside
            }
            _ if is_of_word(first) => is_of_word(*character),
            _ => false,
        };
        let rest = characters.take_while(is_inside).filter_map(UnicodeWidthChar::width);
        iter::once(first.width().unwrap_or(1).max(1)).chain(rest).sum()
    }
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '-' | '+' | '.')
}

/// A tab takes one column here, and nothing moves the cursor.
fn harmless(character: char) -> char {
    match character {
        '\t' => ' ',
        _ if deceives(character) => char::REPLACEMENT_CHARACTER,
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(before: &str, behind: &str) -> Cut {
        Cut::of(&Around { before: before.to_owned(), behind: behind.to_owned() })
    }

    #[test]
    fn the_mark_is_as_wide_as_the_string_or_the_word() {
        for (behind, width) in [
            ("\"a\\\"b\": 1", 6),
            ("\"never closed", 13),
            ("'it' x", 4),
            ("-1.5e+3,", 7),
            ("true}", 4),
            ("{\"a\": 1}", 1),
            ("", 1),
            ("\"計\"", 4),
        ] {
            assert_eq!(cut("", behind).marked_width(), width, "{behind}");
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let long = cut(&"a".repeat(500), &"b".repeat(500));
        assert_eq!(long.before, format!("…{}", "a".repeat(40)));
        assert_eq!(long.behind, format!("{}…", "b".repeat(60)));
        let late = cut(&"a".repeat(500), "b");
        assert_eq!((late.before.chars().count(), late.behind.as_str()), (100, "b"));
        let early = cut("a", &"b".repeat(500));
        assert_eq!((early.before.as_str(), early.behind.chars().count()), ("a", 100));
    }

    #[test]
    fn tabs_are_one_blank_and_nothing_moves_the_cursor() {
        assert_eq!(cut("\t\u{1b}[31m", "\u{202e}").before, " \u{fffd}[31m");
    }
}
