//! The lines of a text from one change to the next.

use tyk_policy::check::Severity;

use super::pieces::tokens;
use crate::view::{Item, span};

/// The lines of a text, each with a number that it keeps from one text to the next as long as it is not touched.
#[derive(Debug, Default)]
pub struct Lines {
    numbered: Vec<(usize, String)>,
    /// How many lines the first text had. Lines with higher numbers came with a change and are marked.
    at_first: Option<usize>,
}

impl Lines {
    /// Takes the next text. The lines that it begins and ends with, as the last one did, keep their numbers; of those between
    /// them, which the change has touched, only what is still in its place does if no line came or went.
    pub fn update(&mut self, text: &str) {
        let new: Vec<&str> = text.split('\n').collect();
        let same = |(old, new): &(&(usize, String), &&str)| old.1 == **new;
        let front = self.numbered.iter().zip(&new).take_while(same).count();
        let left = self.numbered.len().min(new.len()) - front;
        let back = self.numbered.iter().rev().zip(new.iter().rev()).take(left).take_while(same).count();
        let next = self.numbered.iter().map(|(number, _)| number + 1).max().unwrap_or_default();
        let moved = self.numbered.len().wrapping_sub(new.len());
        let number = |index: usize, line: &str| match index {
            _ if index < front => self.numbered.get(index),
            _ if index >= new.len() - back => self.numbered.get(index.wrapping_add(moved)),
            // The id of an API stands at both ends of its entry, which may be long.
            _ if moved == 0 => self.numbered.get(index).filter(|(_, old)| old == line),
            _ => None,
        };
        let numbered = |(index, line): (usize, &&str)| {
            (number(index, line).map_or(next + index, |(number, _)| *number), (*line).to_owned())
        };
        self.numbered = new.iter().enumerate().map(numbered).collect();
        self.at_first.get_or_insert(new.len());
    }

    /// The lines as they are drawn, each with what `mark` has for its place. Those that a change made are marked for a
    /// moment.
    #[must_use]
    pub fn items(&self, mark: impl Fn(usize) -> Option<Mark>) -> Vec<Item> {
        let item = |(index, (number, line)): (usize, &(usize, String))| {
            let class = if self.at_first.is_some_and(|first| *number >= first) {
                "code__line code__line--changed"
            } else {
                "code__line"
            };
            let line = line.clone();
            match mark(index) {
                None => Item::new(number.to_string(), move || tokens(class, &line).child("\n").into_any()),
                Some(Mark { severity, says }) => {
                    Item::new(format!("{number} {} {says}", severity.as_str()), move || {
                        let mark = span("code__mark").attr("data-severity", severity.as_str()).attr("title", says);
                        tokens("code__line", &line).child("\n").child(mark).into_any()
                    })
                }
            }
        };
        self.numbered.iter().enumerate().map(item).collect()
    }
}

/// What is drawn beside a line that there is something to say of.
#[derive(Clone, Debug)]
pub struct Mark {
    /// How bad it is.
    pub severity: Severity,
    /// What there is to say.
    pub says: String,
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn what_stands_untouched_between_two_touched_lines_keeps_its_numbers_if_no_line_came_or_went() {
        let mut lines = Lines::default();
        lines.update("a: {\n  paths\n  id: a\n}");
        lines.update("b: {\n  paths\n  id: b\n}");
        assert_eq!(lines.numbered.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [4, 1, 6, 3]);
    }
}
