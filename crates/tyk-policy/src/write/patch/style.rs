//! How something new is written, so that it looks like what stands around it.

use super::trivia::is_blank;
use super::value::{Around, Items};
use crate::draft::Json;
use crate::write::{Layout, json};

/// A list of plain values may be as long as this on one line.
const LONGEST_LINE: usize = 60;

/// How the members of an object or the items of a list are written.
#[derive(Clone, Debug)]
pub(super) struct Style<'a> {
    newline: &'a str,
    /// What each of them is indented by; nothing if all stand on one line.
    indent: Option<String>,
    /// What one level more is indented by.
    unit: &'a str,
    /// Between a name and its value.
    colon: &'a str,
    /// Behind a comma, on one line.
    gap: &'a str,
}

impl<'a> Style<'a> {
    /// Around the whole text.
    pub(super) fn of_text(text: &str) -> Self {
        let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
        Self { newline, indent: Some(String::new()), unit: "  ", colon: ": ", gap: " " }
    }

    /// Inside these brackets. `self` is the style around them.
    pub(super) fn inside(&self, items: &Items<'a>) -> Self {
        let around: Vec<&Around<'a>> = items.items.iter().filter_map(|item| item.around.as_ref()).take(2).collect();
        let Some(first) = around.first() else { return self.deeper() };
        let colon = Some(first.colon).filter(|colon| is_colon(colon)).unwrap_or(self.colon);
        let gap = around.get(1).map(|second| second.lead).filter(|lead| is_blank(lead) && !lead.contains('\n'));
        let gap = gap.unwrap_or(if colon.ends_with(':') { "" } else { " " });
        let Some(spread) = around.iter().map(|around| around.lead).find(|lead| lead.contains('\n')) else {
            return Self { indent: None, colon, gap, ..self.clone() };
        };
        let indent = last_line(spread);
        let unit = last_line_if_any(items.closing).and_then(|outer| indent.strip_prefix(outer));
        let unit = unit.filter(|unit| !unit.is_empty()).unwrap_or(self.unit);
        let newline = if spread.contains("\r\n") { "\r\n" } else { "\n" };
        Self { newline, indent: Some(indent.to_owned()), unit, colon, gap }
    }

    fn deeper(&self) -> Self {
        Self { indent: self.indent.as_ref().map(|indent| indent.clone() + self.unit), ..self.clone() }
    }

    /// What stands before a new one.
    pub(super) fn lead(&self, is_first: bool) -> String {
        match &self.indent {
            Some(indent) => format!("{}{indent}", self.newline),
            None if is_first => String::new(),
            None => self.gap.to_owned(),
        }
    }

    /// What stands before the closing bracket of brackets that were empty; `self` is the style around them.
    pub(super) fn closing(&self) -> String {
        self.lead(true)
    }

    /// What stands between a new name and its value.
    pub(super) fn colon(&self) -> &'a str {
        self.colon
    }

    /// A new value.
    pub(super) fn value(&self, value: &Json) -> String {
        let (open, close, parts): (_, _, Vec<(Option<&str>, &Json)>) = match value {
            Json::Object(object) if !object.is_empty() => {
                ('{', '}', object.iter().map(|(name, value)| (Some(name), value)).collect())
            }
            Json::List(items) if !items.is_empty() => ('[', ']', items.iter().map(|item| (None, item)).collect()),
            plain => return json(plain, Layout::Indented),
        };
        let one_line = Self { indent: None, ..self.clone() };
        if self.indent.is_some() && open == '[' && !value_holds_more(value) {
            let short = one_line.value(value);
            if short.len() <= LONGEST_LINE {
                return short;
            }
        }
        let inner = self.deeper();
        let mut text = String::from(open);
        for (index, (name, value)) in parts.into_iter().enumerate() {
            text += if index > 0 { "," } else { "" };
            text += &inner.lead(index == 0);
            text += &name.map(|name| name_text(name) + self.colon).unwrap_or_default();
            text += &inner.value(value);
        }
        text += &self.closing();
        text.push(close);
        text
    }
}

/// A new name.
pub(super) fn name_text(name: &str) -> String {
    json(&Json::from(name), Layout::Indented)
}

/// Whether a list has lists or objects in it.
fn value_holds_more(value: &Json) -> bool {
    value.as_list().unwrap_or_default().iter().any(|item| matches!(item, Json::List(_) | Json::Object(_)))
}

fn is_colon(text: &str) -> bool {
    text.contains(':') && text.bytes().all(|byte| matches!(byte, b':' | b' ' | b'\t'))
}

fn last_line(text: &str) -> &str {
    last_line_if_any(text).unwrap_or_default()
}

/// The blanks that the last line starts with.
fn last_line_if_any(text: &str) -> Option<&str> {
    let (_, line) = text.rsplit_once('\n')?;
    line.get(..line.len() - line.trim_start_matches([' ', '\t']).len())
}
