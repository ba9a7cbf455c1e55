//! A literal text with line numbers. Lines that the last change made are marked for a moment.

use leptos::prelude::*;

use crate::view::{Element, Item, div, each, either, pre, span};

/// Above this many lines the text is shown as one piece, without numbers and marks: so many elements would slow the page.
const MOST_LINES: usize = 3_000;

/// A pane that shows `content` exactly as it is copied and sent. `label` says what it is to those who do not see it.
pub fn code_pane(id: &'static str, label: &'static str, content: Signal<String>) -> Element {
    let is_long = move || content.with(|content| content.split('\n').count() > MOST_LINES);
    let lines = StoredValue::new(Lines::default());
    let items = move || {
        lines.update_value(|lines| content.with(|content| lines.update(content)));
        lines.with_value(Lines::items)
    };
    div("code").id(id).attr("role", "region").attr("aria-label", label).attr("tabindex", "0").child(either(
        is_long,
        move || pre("code__long").child(content).into_any(),
        move || pre("code__lines").child(each(items)).into_any(),
    ))
}

/// The lines of a text, each with a number that it keeps from one text to the next as long as it is not touched.
#[derive(Debug, Default)]
struct Lines {
    numbered: Vec<(usize, String)>,
    /// How many lines the first text had. Lines with higher numbers came with a change and are marked.
    at_first: Option<usize>,
}

impl Lines {
    /// Takes the next text. The lines that it begins and ends with, as the last one did, keep their numbers; those between
    /// them, which the change has touched, get new ones.
    fn update(&mut self, text: &str) {
        let new: Vec<&str> = text.split('\n').collect();
        let same = |(old, new): &(&(usize, String), &&str)| old.1 == **new;
        let front = self.numbered.iter().zip(&new).take_while(same).count();
        let left = self.numbered.len().min(new.len()) - front;
        let back = self.numbered.iter().rev().zip(new.iter().rev()).take(left).take_while(same).count();
        let next = self.numbered.iter().map(|(number, _)| number + 1).max().unwrap_or_default();
        let moved = self.numbered.len().wrapping_sub(new.len());
        let number = |index: usize| match index {
            _ if index < front => self.numbered.get(index),
            _ if index >= new.len() - back => self.numbered.get(index.wrapping_add(moved)),
            _ => None,
        };
        let numbered = |(index, line): (usize, &&str)| {
            (number(index).map_or(next + index, |(number, _)| *number), (*line).to_owned())
        };
        self.numbered = new.iter().enumerate().map(numbered).collect();
        self.at_first.get_or_insert(new.len());
    }

    fn items(&self) -> Vec<Item> {
        let item = |(number, line): &(usize, String)| {
            let class = if self.at_first.is_some_and(|first| *number >= first) {
                "code__line code__line--changed"
            } else {
                "code__line"
            };
            let line = line.clone();
            Item::new(number.to_string(), move || tokens(class, &line).child("\n").into_any())
        };
        self.numbered.iter().map(item).collect()
    }
}

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

fn tokens(class: &'static str, line: &str) -> Element {
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

    #[test]
    fn only_the_lines_that_a_change_touched_get_new_numbers() {
        let mut lines = Lines::default();
        lines.update("{\n  a\n  b\n}");
        lines.update("{\n  a\n  x\n  y\n}");
        let numbers: Vec<_> = lines.numbered.iter().map(|(number, line)| (*number, line.as_str())).collect();
        assert_eq!(numbers, [(0, "{"), (1, "  a"), (6, "  x"), (7, "  y"), (3, "}")]);
        lines.update("");
        assert_eq!(lines.numbered.len(), 1);
    }
}
