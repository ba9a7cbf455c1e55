//! JSON of RFC 8259 to [`Json`], strictly or with what people write by hand, and with the place of the first fault.

use super::fault::{SyntaxFault, SyntaxFaultKind, place};
use super::places::{Node, Offsets};
use crate::draft::{Json, Number, Object, number_length};

/// How deep lists and objects may stand in each other. Real policies need ten; a page must not run out of stack.
pub const DEEPEST: usize = 128;

/// Reads one JSON value. White space around it is allowed; a byte order mark is not.
///
/// # Errors
/// The first fault and its place.
pub fn json(text: &str) -> Result<Json, SyntaxFault> {
    let mut reader = Reader::new(text, Manner::Strict, None);
    reader.document().map_err(|(kind, at)| place(text, at, kind))
}

/// Something that Tyk's decoder refuses or changes and that is read here all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Liberty {
    /// `// …`, `# …` or `/* … */`
    Comment,
    /// A comma before a closing bracket.
    TrailingComma,
    /// Half of a surrogate pair, for which Go puts U+FFFD.
    HalfCharacter,
}

/// The values of a text, one behind the other, and the liberties that it takes.
#[derive(Debug, Default)]
pub(super) struct Loose {
    /// Normally one; a text with one object a line has many.
    pub values: Vec<(Json, Offsets)>,
    /// Each with its byte offset.
    pub liberties: Vec<(Liberty, usize)>,
}

/// Reads JSON as people write it. Places are written down if they are asked for.
pub(super) fn loose(text: &str, with_places: bool) -> Result<Loose, (SyntaxFaultKind, usize)> {
    let mut reader = Reader::new(text, Manner::Loose, None);
    let mut values = Vec::new();
    loop {
        reader.white_space();
        match (reader.peek(), values.is_empty()) {
            (None, true) => return Err((SyntaxFaultKind::Empty, 0)),
            (None, false) => return Ok(Loose { values, liberties: reader.liberties }),
            (Some(b'{'), false) | (Some(_), true) => {}
            (Some(_), false) => return Err((SyntaxFaultKind::TextBehind, reader.at)),
        }
        reader.offsets = with_places.then(Offsets::default);
        let root = reader.offsets.as_mut().map_or_else(Node::default, |offsets| offsets.root(reader.at));
        let value = reader.value(0, root)?;
        values.push((value, reader.offsets.take().unwrap_or_default()));
    }
}

type Fault = (SyntaxFaultKind, usize);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    Strict,
    Loose,
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    manner: Manner,
    liberties: Vec<(Liberty, usize)>,
    offsets: Option<Offsets>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, manner: Manner, offsets: Option<Offsets>) -> Self {
        Self { text, bytes: text.as_bytes(), at: 0, manner, liberties: Vec::new(), offsets }
    }

    fn document(&mut self) -> Result<Json, Fault> {
        self.white_space();
        if self.peek().is_none() {
            return Err((SyntaxFaultKind::Empty, 0));
        }
        let value = self.value(0, Node::default())?;
        self.white_space();
        if self.peek().is_some() { Err((SyntaxFaultKind::TextBehind, self.at)) } else { Ok(value) }
    }

    fn value(&mut self, depth: usize, node: Node) -> Result<Json, Fault> {
        match self.peek() {
            Some(b'{' | b'[') if depth == DEEPEST => Err((SyntaxFaultKind::TooDeep, self.at)),
            Some(b'{') => self.object(depth, node),
            Some(b'[') => self.list(depth, node),
            Some(b'"') => self.string().map(Json::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => Err(self.unexpected()),
        }
    }

    fn object(&mut self, depth: usize, node: Node) -> Result<Json, Fault> {
        let mut members = Vec::new();
        self.at += 1;
        self.white_space();
        if self.take(b'}') {
            return Ok(Json::Object(Object::new(members)));
        }
        loop {
            let name_at = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.unexpected());
            }
            let name = self.string()?;
            self.white_space();
            if !self.take(b':') {
                return Err(self.unexpected());
            }
            self.white_space();
            let at = self.at;
            let member = self.offsets.as_mut().map_or(node, |offsets| offsets.member(node, &name, name_at, at));
            members.push((name, self.value(depth + 1, member)?));
            if self.is_over(b'}')? {
                return Ok(Json::Object(Object::new(members)));
            }
        }
    }

    fn list(&mut self, depth: usize, node: Node) -> Result<Json, Fault> {
        let mut items = Vec::new();
        self.at += 1;
        self.white_space();
        if self.take(b']') {
            return Ok(Json::List(items));
        }
        loop {
            let at = self.at;
            let item = self.offsets.as_mut().map_or(node, |offsets| offsets.item(node, items.len(), at));
            items.push(self.value(depth + 1, item)?);
            if self.is_over(b']')? {
                return Ok(Json::List(items));
            }
        }
    }

    /// What stands behind a member or an item: the closing bracket, or a comma with the next one behind it.
    fn is_over(&mut self, close: u8) -> Result<bool, Fault> {
        self.white_space();
        if self.take(close) {
            return Ok(true);
        }
        let comma = self.at;
        if !self.take(b',') {
            return Err(self.unexpected());
        }
        self.white_space();
        let is_trailing = self.manner == Manner::Loose && self.take(close);
        if is_trailing {
            self.liberties.push((Liberty::TrailingComma, comma));
        }
        Ok(is_trailing)
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

    /// The character of a `\u` escape, of two where the first is half of a pair.
    fn unicode_escape(&mut self, start: usize) -> Result<char, Fault> {
        let first = self.four_digits(start)?;
        if !(0xD800..0xE000).contains(&first) {
            return char::from_u32(first).ok_or((SyntaxFaultKind::BadEscape, start));
        }
        let behind = self.at;
        if first < 0xDC00 && self.bytes.get(behind..behind + 2) == Some(b"\\u") {
            self.at += 2;
            let second = self.four_digits(behind)?;
            if (0xDC00..0xE000).contains(&second) {
                let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                return char::from_u32(code).ok_or((SyntaxFaultKind::LoneSurrogate, start));
            }
            // Two halves that do not belong together: the second is read again as what it is.
            self.at = behind;
        }
        match self.manner {
            Manner::Strict => Err((SyntaxFaultKind::LoneSurrogate, start)),
            Manner::Loose => {
                self.liberties.push((Liberty::HalfCharacter, start));
                Ok(char::REPLACEMENT_CHARACTER)
            }
        }
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
        loop {
            match self.peek() {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                Some(b'/' | b'#') if self.manner == Manner::Loose => {
                    let Some(length) = comment_length(self.bytes.get(self.at..).unwrap_or_default()) else { return };
                    self.liberties.push((Liberty::Comment, self.at));
                    self.at += length;
                }
                _ => return,
            }
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

/// The length of the comment at the start of `bytes`; nothing where none starts there, or one that is never closed.
pub(crate) fn comment_length(bytes: &[u8]) -> Option<usize> {
    if bytes.starts_with(b"/*") {
        return bytes.windows(2).skip(2).position(|pair| pair == b"*/").map(|inside| inside + 4);
    }
    let is_line = bytes.starts_with(b"//") || bytes.starts_with(b"#");
    is_line.then(|| bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len()))
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
