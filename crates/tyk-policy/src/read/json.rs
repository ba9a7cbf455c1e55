//! JSON of RFC 8259 to [`Json`], strictly, with the place of the first fault.

use std::fmt;

use crate::draft::{Json, Number, Object, number_length};

/// How deep lists and objects may stand in each other. Real policies need ten; a page must not run out of stack.
const DEEPEST: usize = 128;

/// Why a text is not JSON, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxFault {
    /// What is wrong.
    pub kind: SyntaxFaultKind,
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
}

/// What is wrong with a text that is not JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxFaultKind {
    /// There is nothing but white space.
    Empty,
    /// The text stops in the middle.
    UnexpectedEnd,
    /// This character cannot stand here.
    Unexpected(char),
    /// A string runs into the end of its line.
    UnclosedString,
    /// A backslash is followed by something that is no escape.
    BadEscape,
    /// A control character stands in a string unescaped.
    ControlCharacter,
    /// Half of a surrogate pair, which is no character.
    LoneSurrogate,
    /// Lists and objects stand too deep in each other.
    TooDeep,
    /// A whole value was read, and more text follows.
    TextBehind,
    /// The bytes are not UTF-8.
    NotUtf8,
}

impl fmt::Display for SyntaxFaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is no text"),
            Self::UnexpectedEnd => f.write_str("the text stops before the JSON is complete"),
            Self::Unexpected(character) => write!(f, "`{character}` cannot stand here"),
            Self::UnclosedString => f.write_str("a string is not closed on its line"),
            Self::BadEscape => f.write_str("a backslash is followed by something that is no JSON escape"),
            Self::ControlCharacter => f.write_str("a control character stands unescaped in a string"),
            Self::LoneSurrogate => f.write_str("an escape names half of a surrogate pair"),
            Self::TooDeep => write!(f, "lists and objects stand more than {DEEPEST} deep in each other"),
            Self::TextBehind => f.write_str("more text follows after the end of the JSON"),
            Self::NotUtf8 => f.write_str("the bytes are not UTF-8"),
        }
    }
}

/// Reads one JSON value. White space around it is allowed; a byte order mark is not.
///
/// # Errors
/// The first fault and its place.
pub fn json(text: &str) -> Result<Json, SyntaxFault> {
    let mut reader = Reader { bytes: text.as_bytes(), text, at: 0 };
    reader.document().map_err(|(kind, at)| place(text, at, kind))
}

/// A fault of `kind` at the byte offset `at` of `text`.
pub(super) fn place(text: &str, at: usize, kind: SyntaxFaultKind) -> SyntaxFault {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.matches('\n').count() + 1;
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    SyntaxFault { kind, line, column }
}

type Fault = (SyntaxFaultKind, usize);

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn document(&mut self) -> Result<Json, Fault> {
        self.white_space();
        if self.peek().is_none() {
            return Err((SyntaxFaultKind::Empty, 0));
        }
        let value = self.value(0)?;
        self.white_space();
        if self.peek().is_some() { Err((SyntaxFaultKind::TextBehind, self.at)) } else { Ok(value) }
    }

    fn value(&mut self, depth: usize) -> Result<Json, Fault> {
        match self.peek() {
            Some(b'{' | b'[') if depth == DEEPEST => Err((SyntaxFaultKind::TooDeep, self.at)),
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(Json::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => Err(self.unexpected()),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, Fault> {
        let mut members = Vec::new();
        self.at += 1;
        self.white_space();
        if self.take(b'}') {
            return Ok(Json::Object(Object::new(members)));
        }
        loop {
            self.white_space();
            if self.peek() != Some(b'"') {
                return Err(self.unexpected());
            }
            let name = self.string()?;
            self.white_space();
            if !self.take(b':') {
                return Err(self.unexpected());
            }
            self.white_space();
            members.push((name, self.value(depth + 1)?));
            self.white_space();
            if self.take(b'}') {
                return Ok(Json::Object(Object::new(members)));
            }
            if !self.take(b',') {
                return Err(self.unexpected());
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Json, Fault> {
        let mut items = Vec::new();
        self.at += 1;
        self.white_space();
        if self.take(b']') {
            return Ok(Json::List(items));
        }
        loop {
            self.white_space();
            items.push(self.value(depth + 1)?);
            self.white_space();
            if self.take(b']') {
                return Ok(Json::List(items));
            }
            if !self.take(b',') {
                return Err(self.unexpected());
            }
        }
    }

    fn number(&mut self) -> Result<Json, Fault> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let number =
            number_length(rest).and_then(|length| self.text.get(self.at..self.at + length)).and_then(Number::parse);
        let Some(number) = number else { return Err(self.unexpected()) };
        self.at += number.as_str().len();
        Ok(Json::Number(number))
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json, Fault> {
        if self.bytes.get(self.at..).unwrap_or_default().starts_with(word.as_bytes()) {
            self.at += word.len();
            Ok(value)
        } else {
            Err(self.unexpected())
        }
    }

    fn string(&mut self) -> Result<String, Fault> {
        self.at += 1;
        let mut string = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| byte != b'"' && byte != b'\\' && byte >= 0x20) {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.peek() {
                None => return Err((SyntaxFaultKind::UnexpectedEnd, self.at)),
                Some(b'"') => {
                    self.at += 1;
                    return Ok(string);
                }
                Some(b'\\') => string.push(self.escape()?),
                Some(b'\n' | b'\r') => return Err((SyntaxFaultKind::UnclosedString, self.at)),
                Some(_) => return Err((SyntaxFaultKind::ControlCharacter, self.at)),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let start = self.at;
        self.at += 2;
        Ok(match self.bytes.get(start + 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(start),
            None => return Err((SyntaxFaultKind::UnexpectedEnd, start)),
            Some(_) => return Err((SyntaxFaultKind::BadEscape, start)),
        })
    }

    fn unicode_escape(&mut self, start: usize) -> Result<char, Fault> {
        let first = self.four_digits(start)?;
        let code = if (0xD800..0xDC00).contains(&first) && self.bytes.get(self.at..self.at + 2) == Some(b"\\u") {
            self.at += 2;
            let second = self.four_digits(start)?;
            if !(0xDC00..0xE000).contains(&second) {
                return Err((SyntaxFaultKind::LoneSurrogate, start));
            }
            0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)
        } else {
            first
        };
        char::from_u32(code).ok_or((SyntaxFaultKind::LoneSurrogate, start))
    }

    fn four_digits(&mut self, start: usize) -> Result<u32, Fault> {
        let digits = self.bytes.get(self.at..self.at + 4).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
        let code = digits
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .ok_or((SyntaxFaultKind::BadEscape, start))?;
        self.at += 4;
        Ok(code)
    }

    fn white_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn unexpected(&self) -> Fault {
        let character = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        (character.map_or(SyntaxFaultKind::UnexpectedEnd, SyntaxFaultKind::Unexpected), self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (SyntaxFaultKind, usize, usize) {
        let fault = json(text).unwrap_err();
        (fault.kind, fault.line, fault.column)
    }

    #[test]
    fn numbers_keep_the_digits_they_were_written_with() {
        for text in ["1e3", "10.0", "-0", "123456789012345678901234567890"] {
            assert_eq!(json(text).unwrap(), Json::Number(Number::parse(text).unwrap()));
        }
    }

    #[test]
    fn escapes_are_read_and_pairs_of_surrogates_joined() {
        assert_eq!(json(r#""a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#).unwrap(), Json::from("a\"\\/\u{8}\u{c}\n\r\té😀"));
    }

    #[test]
    fn a_fault_has_its_line_and_column() {
        assert_eq!(fault("{\n  \"a\": 1,\n}"), (SyntaxFaultKind::Unexpected('}'), 3, 1));
        assert_eq!(fault("{\"é\": x}"), (SyntaxFaultKind::Unexpected('x'), 1, 7));
        assert_eq!(fault("[1] 2"), (SyntaxFaultKind::TextBehind, 1, 5));
        assert_eq!(fault("[\"a\nb\"]"), (SyntaxFaultKind::UnclosedString, 1, 4));
        assert_eq!(fault("  "), (SyntaxFaultKind::Empty, 1, 1));
        assert_eq!(fault("[01]"), (SyntaxFaultKind::Unexpected('1'), 1, 3));
        assert_eq!(fault(r#"["\ud800"]"#), (SyntaxFaultKind::LoneSurrogate, 1, 3));
        assert_eq!(fault(r#"["\x"]"#), (SyntaxFaultKind::BadEscape, 1, 3));
        assert_eq!(fault("{\"a\""), (SyntaxFaultKind::UnexpectedEnd, 1, 5));
    }

    #[test]
    fn five_megabytes_of_brackets_are_a_fault_and_no_overflow() {
        assert_eq!(fault(&"[".repeat(5_000_000)).0, SyntaxFaultKind::TooDeep);
    }

    #[test]
    fn it_agrees_with_another_reader_on_what_is_json() {
        let texts = [
            "{}",
            "[]",
            "[,]",
            "{\"a\":1,}",
            "nul",
            "true ",
            "\u{feff}{}",
            "{\"a\" 1}",
            "[1 2]",
            "\"\u{7f}\"",
            "\"\t\"",
            "-",
            "1.e1",
            "{\"a\":{\"b\":[null,false,\"x\"]}}",
            "{'a':1}",
            "[1]//",
            "\"\\u12\"",
            "",
            "\"",
            "{\"\":\"\"}",
            "1E400",
        ];
        for text in texts {
            let ours = json(text).is_ok();
            let theirs = serde_json::from_str::<&serde_json::value::RawValue>(text).is_ok();
            assert_eq!(ours, theirs, "{text}");
        }
    }
}
