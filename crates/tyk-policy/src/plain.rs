//! Plain text for a terminal: headings in one column, lines that end before the 81st.

use std::fmt::Write as _;

/// How wide a line may be.
pub(crate) const WIDTH: usize = 80;
/// Where the text behind a heading starts.
const COLUMN: usize = 12;

/// A heading and what stands behind it.
pub(crate) fn entry(heading: &str, what: &str, text: &mut String) {
    let colon = if heading.is_empty() { "" } else { ":" };
    // Writing to a String cannot fail.
    let _ = write!(text, "{:COLUMN$}", format!("{heading}{colon}"));
    wrap(what, COLUMN, COLUMN, text);
}

/// Writes `words` from column `at` on, further lines from `indent` on, and ends the line.
pub(crate) fn wrap(words: &str, mut at: usize, indent: usize, text: &mut String) {
    for (index, word) in words.split(' ').enumerate() {
        let width = word.chars().count();
        if index > 0 && at + 1 + width > WIDTH {
            text.push('\n');
            text.extend(std::iter::repeat_n(' ', indent));
            at = indent;
        } else if index > 0 {
            text.push(' ');
            at += 1;
        }
        text.push_str(word);
        at += width;
    }
    text.push('\n');
}
