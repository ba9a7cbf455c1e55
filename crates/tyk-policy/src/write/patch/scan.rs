//! JSON text taken apart into its values and all that stands between them: put together again, it is the same text.

use super::trivia::{length, split_line};
use super::value::{Around, Content, Document, Item, Items, Name, Value};
use crate::draft::Json;
use crate::read;

/// Takes a text apart. Nothing if it is no JSON, not even with comments and commas too many.
pub(super) fn document(text: &str) -> Option<Document<'_>> {
    // From here on everything stands where it belongs.
    read::values(text)?;
    let mut scanner = Scanner { text, at: 0 };
    let mut roots = Vec::new();
    loop {
        let before = scanner.trivia();
        if scanner.peek().is_none() {
            return Some(Document { roots, behind: before });
        }
        roots.push((before, scanner.value()?));
    }
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    fn value(&mut self) -> Option<Value<'a>> {
        let start = self.at;
        let content = match self.peek()? {
            b'{' | b'[' => Content::Items(self.items()?),
            b'"' => {
                self.string()?;
                Content::Plain
            }
            _ => {
                let is_end = |c: char| matches!(c, ',' | '}' | ']' | ' ' | '\t' | '\n' | '\r' | '/' | '#' | '{');
                let rest = self.rest();
                self.at += rest.find(is_end).unwrap_or(rest.len());
                Content::Plain
            }
        };
        Some(Value { text: self.text.get(start..self.at)?, content })
    }

    fn items(&mut self) -> Option<Items<'a>> {
        let is_object = self.take(b'{');
        let close = if is_object { b'}' } else { b']' };
        self.at += usize::from(!is_object);
        let (mut items, mut ends_with_comma) = (Vec::new(), false);
        let mut lead = self.trivia();
        while !self.take(close) {
            let (name, colon) = if is_object { self.name()? } else { (None, "") };
            let value = self.value()?;
            let mut tail = self.trivia();
            ends_with_comma = self.take(b',');
            let behind = if ends_with_comma { self.trivia() } else { std::mem::take(&mut tail) };
            let (rest, next) = split_line(behind);
            items.push(Item { name, value, around: Some(Around { lead, colon, tail, rest }), is_removed: false });
            lead = next;
        }
        Some(Items { is_object, items, ends_with_comma, closing: lead })
    }

    /// The name of a member, and what stands between it and its value.
    fn name(&mut self) -> Option<(Option<Name<'a>>, &'a str)> {
        let start = self.at;
        self.string()?;
        let written = self.text.get(start..self.at)?;
        let behind = self.at;
        self.trivia();
        self.take(b':');
        self.trivia();
        let name = Name { text: unescaped(written)?, written: Some(written) };
        Some((Some(name), self.text.get(behind..self.at)?))
    }

    fn string(&mut self) -> Option<()> {
        let mut is_escaped = true;
        let end = self.rest().bytes().position(|byte| {
            let is_end = byte == b'"' && !is_escaped;
            is_escaped = !is_escaped && byte == b'\\';
            is_end
        })?;
        self.at += end + 1;
        Some(())
    }

    fn trivia(&mut self) -> &'a str {
        let start = self.at;
        self.at += length(self.rest());
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn peek(&self) -> Option<u8> {
        self.rest().bytes().next()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }
}

/// The text of a string as it is written.
fn unescaped(written: &str) -> Option<String> {
    match read::values(written)?.into_iter().next() {
        Some(Json::String(text)) => Some(text),
        _ => None,
    }
}
