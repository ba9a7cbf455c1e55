//! A literal text with line numbers. Lines that the last change made are marked for a moment.

use std::collections::HashMap;
use std::time::Duration;

use leptos::prelude::*;

use crate::view::{self, Item, each, either};

/// Above this many lines the text is shown as one piece, without numbers and marks: so many elements would slow the page.
const MOST_LINES: usize = 3_000;

/// One line: its text, and which of the equal ones it is. A line that only moved keeps its element and is not marked.
type Line = (String, usize);

/// A pane of code.
#[component]
pub fn Code(
    /// The text, exactly as it is copied and sent.
    #[prop(into)]
    text: Signal<String>,
    /// The element's id.
    id: &'static str,
    /// What it shows, for those who do not see it.
    label: &'static str,
) -> impl IntoView {
    let is_long = move || text.with(|text| text.lines().count() > MOST_LINES);
    // The first drawing marks nothing.
    let is_drawn = RwSignal::new(false);
    Effect::new(move |_| {
        text.track();
        set_timeout(
            move || {
                is_drawn.try_set(true);
            },
            Duration::from_millis(50),
        );
    });
    let class = view::text(move || if is_drawn.get() { "code code--marking" } else { "code" }.to_owned());
    let items = move || text.with(|text| lines(text)).into_iter().map(item).collect();
    view! {
        <div class=class id=id role="region" aria-label=label tabindex="0">
            {either(
                is_long,
                move || view! { <pre class="code__long">{text}</pre> }.into_any(),
                move || view! { <pre class="code__lines">{each(items)}</pre> }.into_any(),
            )}
        </div>
    }
}

fn item((line, count): Line) -> Item {
    Item::new(format!("{count} {line}"), move || view! { <span class="code__line">{tokens(&line)}"\n"</span> }.into_any())
}

fn lines(text: &str) -> Vec<Line> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    text.split('\n')
        .map(|line| {
            let count = seen.entry(line).or_default();
            *count += 1;
            (line.to_owned(), *count)
        })
        .collect()
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

fn tokens(line: &str) -> Vec<AnyView> {
    let draw = |(look, piece): (Look, &str)| match look {
        Look::Plain => piece.to_owned().into_any(),
        _ => view! { <span class=look.class().to_owned()>{piece.to_owned()}</span> }.into_any(),
    };
    pieces(line).into_iter().map(draw).collect()
}

/// Cuts a line of JSON (or of a command that holds some) into its pieces. Only for the eye: all pieces together are the line.
fn pieces(line: &str) -> Vec<(Look, &str)> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let (look, length) = match first {
            '"' => string(rest),
            '0'..='9' | '-' if pieces.last().is_none_or(|(_, piece): &(Look, &str)| piece.ends_with(' ')) => number(rest),
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
    fn a_line_that_only_moved_is_the_same_line() {
        assert!(lines("b\na\nb").contains(&("b".to_owned(), 2)));
    }
}
