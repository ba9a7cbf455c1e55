//! The pieces of a line in their colours.

use crate::view::{Element, span};

/// What a piece of a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Plain,
    Name,
    Text,
    Number,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "code__plain",
            Self::Name => "code__name",
            Self::Text => "code__text",
            Self::Number => "code__number",
        }
    }
}

/// A line of these classes.
pub(super) fn tokens(class: &'static str, line: &str) -> Element {
    pieces(line).into_iter().fold(span(class), |drawn, (look, piece)| match look {
        Look::Plain => drawn.child(piece.to_owned()),
        _ => drawn.child(span(look.class()).child(piece.to_owned())),
    })
}

/// Cuts a line of JSON (or of a command that holds some) into its pieces. Only for the eye: all pieces together are the line.
fn pieces(line: &str) -> Vec<(Look, &str)> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let (look, length) = match first {
            '"' => string(rest),
            '0'..='9' | '-' if pieces.last().is_none_or(|(_, piece): &(Look, &str)| piece.ends_with(' ')) => {
                number(rest)
            }
            _ => (Look::Plain, rest.find([' ', '"']).map_or(rest.len(), |at| at.max(1))),
        };
        let (piece, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        pieces.push((look, piece));
        rest = behind;
    }
    pieces
}

fn string(rest: &str) -> (Look, usize) {
    let mut escaped = false;
    let end = rest.char_indices().skip(1).find(|(_, character)| {
        let ends = *character == '"' && !escaped;
        escaped = *character == '\\' && !escaped;
        ends
    });
    let length = end.map_or(rest.len(), |(at, _)| at + 1);
    let is_name = rest.get(length..).is_some_and(|behind| behind.starts_with(':'));
    (if is_name { Look::Name } else { Look::Text }, length)
}

fn number(rest: &str) -> (Look, usize) {
    let length = rest.find(|c: char| !(c.is_ascii_digit() || "+-.eE".contains(c))).unwrap_or(rest.len());
    let is_number = rest.get(..length).is_some_and(|number| number.bytes().any(|byte| byte.is_ascii_digit()));
    (if is_number { Look::Number } else { Look::Plain }, length.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_of_a_line_are_the_line() {
        for line in ["  \"rate\": -100,", "curl -X POST \\", "\"a\\\"b\": \"é😀", "", "-", " 12", "{\"a\":1}"] {
            assert_eq!(pieces(line).into_iter().map(|(_, piece)| piece).collect::<String>(), line);
        }
    }

    #[test]
    fn names_texts_and_numbers_look_different() {
        let looks: Vec<_> = pieces("\"rate\": -100").into_iter().filter(|(look, _)| *look != Look::Plain).collect();
        assert_eq!(looks, [(Look::Name, "\"rate\""), (Look::Number, "-100")]);
    }
}
