//! JSON as a writer with whims writes it: blanks wherever they may stand, and escapes that nobody needs.

use std::fmt::Write;

use tyk_policy::draft::Json;

/// Blanks that may stand between tokens.
const BLANKS: [&str; 6] = ["", "", " ", "\n", "\t ", "\r\n  "];

/// Writes a value; the whims are used one after the other, and again from the start.
pub fn laid_out(value: &Json, whims: &[u8]) -> String {
    let mut writer = Writer { text: String::new(), whims: whims.iter().copied().cycle() };
    writer.blank();
    writer.value(value);
    writer.blank();
    writer.text
}

struct Writer<I> {
    text: String,
    whims: I,
}

impl<I: Iterator<Item = u8>> Writer<I> {
    fn whim(&mut self, choices: usize) -> usize {
        usize::from(self.whims.next().unwrap_or_default()) % choices
    }

    fn blank(&mut self) {
        let blank = BLANKS[self.whim(BLANKS.len())];
        self.text.push_str(blank);
    }

    /// A token with its blanks.
    fn mark(&mut self, mark: char) {
        self.blank();
        self.text.push(mark);
        self.blank();
    }

    fn value(&mut self, value: &Json) {
        match value {
            Json::Null => self.text.push_str("null"),
            Json::Bool(flag) => self.text.push_str(if *flag { "true" } else { "false" }),
            Json::Number(number) => self.text.push_str(number.as_str()),
            Json::String(string) => self.string(string),
            Json::List(items) => {
                self.mark('[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        self.mark(',');
                    }
                    self.value(item);
                }
                self.mark(']');
            }
            Json::Object(object) => {
                self.mark('{');
                for (index, (name, value)) in object.iter().enumerate() {
                    if index > 0 {
                        self.mark(',');
                    }
                    self.string(name);
                    self.mark(':');
                    self.value(value);
                }
                self.mark('}');
            }
        }
    }

    fn string(&mut self, string: &str) {
        self.text.push('"');
        for character in string.chars() {
            let short = match character {
                '"' => Some('"'),
                '\\' => Some('\\'),
                '/' => Some('/'),
                '\u{8}' => Some('b'),
                '\u{c}' => Some('f'),
                '\n' => Some('n'),
                '\r' => Some('r'),
                '\t' => Some('t'),
                _ => None,
            };
            let must = character < ' ' || matches!(character, '"' | '\\');
            match (self.whim(4), short) {
                (0, _) => self.unicode_escape(character),
                (1, Some(short)) => self.text.extend(['\\', short]),
                (_, Some(short)) if must => self.text.extend(['\\', short]),
                (_, None) if must => self.unicode_escape(character),
                _ => self.text.push(character),
            }
        }
        self.text.push('"');
    }

    fn unicode_escape(&mut self, character: char) {
        for unit in character.encode_utf16(&mut [0; 2]) {
            if self.whim(2) == 0 {
                write!(self.text, "\\u{unit:04x}").unwrap();
            } else {
                write!(self.text, "\\u{unit:04X}").unwrap();
            }
        }
    }
}
