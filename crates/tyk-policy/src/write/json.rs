//! JSON text, one member or item a line.

use std::fmt::Write as _;

use crate::draft::{Draft, Entry, Json, MemberValue, Shape};

/// How the JSON stands on the page. The layout is part of the body: it is sent as it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Two blanks for each level, no final newline.
    #[default]
    Indented,
    /// No indentation, a newline before and after: as the reference page prints it.
    Flush,
}

/// Writes a policy.
#[must_use]
pub fn draft(draft: &Draft, layout: Layout) -> String {
    let access = &draft.access;
    policy(draft, layout, &|writer, [open, close]| {
        writer.rows(open, close, access.entries.iter(), |writer, entry| writer.entry(entry, &access.shape));
    })
}

/// Writes one entry of the access rights exactly as it stands in the whole text of [`draft`]: its lines at their depth,
/// without the newline before it and the comma behind it. In a list it has no key.
#[must_use]
pub fn entry(entry: &Entry, shape: &Shape, layout: Layout) -> String {
    // The policy's object and the access rights stand around it.
    let mut writer = Writer { depth: 2, ..Writer::new(layout) };
    writer.entry(entry, shape);
    writer.text
}

/// Writes a policy with entries that are written already, each by [`entry()`] in the shape of the draft's access rights and
/// in this layout. The draft's own entries do not count and may be missing. Where its shape has no entries, none are written.
#[must_use]
pub fn with_entries<'a>(draft: &Draft, entries: impl ExactSizeIterator<Item = &'a str>, layout: Layout) -> String {
    with_rows(draft, &entries.collect::<Vec<_>>(), layout)
}

fn with_rows(draft: &Draft, entries: &[&str], layout: Layout) -> String {
    policy(draft, layout, &|writer, [open, close]| {
        let comma_and_newline = 2;
        writer.text.reserve(entries.iter().map(|entry| entry.len() + comma_and_newline).sum());
        writer.rows(open, close, entries.iter(), |writer, entry| writer.text.push_str(entry));
    })
}

/// Writes a policy; `rows` writes its entries between the brackets of their form.
fn policy(draft: &Draft, layout: Layout, rows: &dyn Fn(&mut Writer, [char; 2])) -> String {
    let mut writer = Writer::new(layout);
    writer.frame();
    writer.members(draft.members(), |writer, value| match value {
        MemberValue::Json(json) => writer.value(json),
        MemberValue::Access(access) => match &access.shape {
            Shape::Entries => rows(writer, ['{', '}']),
            Shape::Array => rows(writer, ['[', ']']),
            Shape::Other(json) => writer.value(json),
            Shape::Null | Shape::Absent => writer.text.push_str("null"),
        },
    });
    writer.frame();
    writer.text
}

/// Writes any JSON.
#[must_use]
pub fn json(value: &Json, layout: Layout) -> String {
    let mut writer = Writer::new(layout);
    writer.frame();
    writer.value(value);
    writer.frame();
    writer.text
}

struct Writer {
    text: String,
    layout: Layout,
    depth: usize,
}

impl Writer {
    fn new(layout: Layout) -> Self {
        Self { text: String::new(), layout, depth: 0 }
    }

    fn frame(&mut self) {
        if self.layout == Layout::Flush {
            self.text.push('\n');
        }
    }

    fn value(&mut self, value: &Json) {
        match value {
            Json::Null => self.text.push_str("null"),
            Json::Bool(true) => self.text.push_str("true"),
            Json::Bool(false) => self.text.push_str("false"),
            Json::Number(number) => self.text.push_str(number.as_str()),
            Json::String(string) => self.string(string),
            Json::List(items) => self.lines('[', ']', items.iter(), Self::value),
            Json::Object(object) => self.members(object.iter().collect(), Self::value),
        }
    }

    fn members<V>(&mut self, members: Vec<(&str, V)>, write: impl Fn(&mut Self, V)) {
        self.lines('{', '}', members.into_iter(), |writer, (name, value)| {
            writer.name(name);
            write(writer, value);
        });
    }

    fn name(&mut self, name: &str) {
        self.string(name);
        self.text.push_str(": ");
    }

    /// An entry of the access rights with its indentation.
    fn entry(&mut self, entry: &Entry, shape: &Shape) {
        self.indent();
        if *shape != Shape::Array {
            self.name(&entry.key);
        }
        self.value(&entry.value);
    }

    fn lines<I>(
        &mut self,
        open: char,
        close: char,
        items: impl ExactSizeIterator<Item = I>,
        write: impl Fn(&mut Self, I),
    ) {
        self.rows(open, close, items, |writer, item| {
            writer.indent();
            write(writer, item);
        });
    }

    /// Items that bring their indentation with them.
    fn rows<I>(
        &mut self,
        open: char,
        close: char,
        items: impl ExactSizeIterator<Item = I>,
        write: impl Fn(&mut Self, I),
    ) {
        self.text.push(open);
        if items.len() > 0 {
            self.depth += 1;
            for (index, item) in items.enumerate() {
                self.text.push_str(if index > 0 { ",\n" } else { "\n" });
                write(self, item);
            }
            self.depth -= 1;
            self.text.push('\n');
            self.indent();
        }
        self.text.push(close);
    }

    fn indent(&mut self) {
        if self.layout == Layout::Indented {
            self.text.extend(std::iter::repeat_n("  ", self.depth));
        }
    }

    fn string(&mut self, string: &str) {
        self.text.push('"');
        let mut rest = string;
        loop {
            // Most of a policy is plain: it goes over in one piece, up to the next character that may need an escape.
            let is_plain = |byte: &u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\');
            let length = rest.bytes().position(|byte| !is_plain(&byte)).unwrap_or(rest.len());
            let (plain, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
            self.text.push_str(plain);
            let mut characters = behind.chars();
            let Some(character) = characters.next() else { break };
            self.character(character);
            rest = characters.as_str();
        }
        self.text.push('"');
    }

    fn character(&mut self, character: char) {
        match character {
            '"' => self.text.push_str("\\\""),
            '\\' => self.text.push_str("\\\\"),
            '\n' => self.text.push_str("\\n"),
            '\r' => self.text.push_str("\\r"),
            '\t' => self.text.push_str("\\t"),
            _ if deceives(character) => {
                // Writing to a String cannot fail.
                let _ = write!(self.text, "\\u{:04x}", u32::from(character));
            }
            _ => self.text.push(character),
        }
    }
}

/// Whether a character must not stand as it is before a reader's eyes: control characters, and those that make him see
/// another text than the one that is sent, which are separators of lines and paragraphs, the controls of writing direction,
/// characters without width, and the byte order mark (curl.md section 8).
#[must_use]
pub fn deceives(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    #[test]
    fn what_was_read_is_written_again_as_it_was() {
        let text = "{\n  \"zeta\": [\n    1.50,\n    1e3\n  ],\n  \"name\": \"a\",\n  \"name\": \"b\",\n  \"access_rights\": {},\n  \"rate\": \"12x\"\n}";
        let reading = read::text(text);
        assert_eq!(
            reading.policies.iter().map(|found| draft(&found.draft, Layout::Indented)).collect::<Vec<_>>(),
            [text]
        );
    }

    #[test]
    fn a_new_policy_stands_in_the_order_of_the_schema() {
        let text = draft(&Draft::startup_users(), Layout::Indented);
        assert_eq!(
            text,
            r#"{
  "access_rights": {},
  "active": true,
  "is_inactive": false,
  "name": "Startup Users",
  "per": 1,
  "quota_max": 10000,
  "quota_renewal_rate": 3600,
  "rate": 100,
  "state": "active",
  "tags": [
    "Startup Users"
  ]
}"#
        );
    }

    #[test]
    fn an_entry_is_written_with_the_lines_it_has_in_the_whole_text() {
        let api = Entry { key: "a\"b".to_owned(), value: Json::List(vec![Json::from(1)]) };
        let lines = |shape, layout| entry(&api, &shape, layout);
        assert_eq!(lines(Shape::Entries, Layout::Indented), "    \"a\\\"b\": [\n      1\n    ]");
        assert_eq!(lines(Shape::Array, Layout::Indented), "    [\n      1\n    ]");
        assert_eq!(lines(Shape::Array, Layout::Flush), "[\n1\n]");
    }

    #[test]
    fn a_field_added_to_an_opened_policy_stands_behind_its_neighbour_of_the_schema() {
        let reading = read::text(r#"{"rate": 5, "name": "a", "custom": 1}"#);
        let mut opened = reading.policies.into_iter().next().unwrap().draft;
        opened.set(&crate::catalogue::PER, Json::from(60));
        opened.set(&crate::catalogue::ID, Json::from("x"));
        let names: Vec<_> = opened.members().into_iter().map(|(name, _)| name.to_owned()).collect();
        assert_eq!(names, ["id", "rate", "name", "per", "custom"]);
    }

    #[test]
    fn characters_that_deceive_the_eye_are_escaped() {
        let text = json(&Json::from("a\u{202e}b\u{2028}c\u{0}d\u{7f}é😀"), Layout::Indented);
        assert_eq!(text, r#""a\u202eb\u2028c\u0000d\u007fé😀""#);
    }
}
