//! What may stand between the values of JSON: white space and, as people write it, comments.

use crate::read::comment_length;

/// Whether a text is white space only.
pub(super) fn is_blank(text: &str) -> bool {
    text.bytes().all(is_white)
}

/// How many bytes of white space and comments stand at the start of a text.
pub(super) fn length(text: &str) -> usize {
    pieces(text).last().map_or(0, |(_, end)| end)
}

/// What is behind a comma, taken apart: comments that end the line and so belong to what stands before, and the rest.
pub(super) fn split_line(text: &str) -> (&str, &str) {
    let mut end = 0;
    for (piece, at) in pieces(text) {
        if piece.starts_with('\n') || piece.starts_with("\r\n") {
            return text.split_at_checked(end).unwrap_or(("", text));
        }
        if !is_blank(piece) {
            if piece.trim_end_matches('\r').contains('\n') {
                break;
            }
            end = at;
        }
    }
    ("", text)
}

/// Whether what comes behind this would be part of its last comment.
pub(super) fn ends_in_comment(text: &str) -> bool {
    pieces(text).last().is_some_and(|(piece, _)| piece.starts_with("//") || piece.starts_with('#'))
}

/// Line ends, runs of blanks and comments one after the other, each with its end.
fn pieces(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let length = match rest.bytes().next()? {
            b'\n' => 1,
            b'\r' if rest.starts_with("\r\n") => 2,
            b'/' | b'#' => comment_length(rest.as_bytes())?,
            byte if is_white(byte) => rest.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count().max(1),
            _ => return None,
        };
        at += length;
        Some((rest.get(..length)?, at))
    })
}

fn is_white(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_at_the_end_of_a_line_belongs_to_what_stands_before() {
        for (text, rest) in [
            (" // a\n  ", " // a"),
            (" /* a */ # b\r\n  // c\n", " /* a */ # b\r"),
            ("\n // a\n", ""),
            (" /* a */ ", ""),
            (" /* a\n b */ \n", ""),
            ("\n  ", ""),
            ("", ""),
        ] {
            assert_eq!(split_line(text).0, rest, "{text:?}");
        }
    }

    #[test]
    fn what_follows_a_comment_of_a_line_would_be_part_of_it() {
        assert!(ends_in_comment(" // a") && ends_in_comment("\n# a"));
        assert!(!ends_in_comment(" // a\n") && !ends_in_comment("/* a */") && !ends_in_comment(""));
    }

    #[test]
    fn white_space_and_comments_are_counted_up_to_the_next_value() {
        assert_eq!(length(" /* a */\r\n// b\n  \"c\""), " /* a */\r\n// b\n  ".len());
        assert_eq!(length("\"c\""), 0);
    }
}
