//! The quotes of POSIX shells, and the ANSI-C quotes that bash and zsh add.

use super::Spliced;
use super::script::{Dialect, Script};

impl Script<'_> {
    /// `'…'`, where nothing is special but the quote; in fish also a backslash in front of a quote or a backslash.
    pub(super) fn single_quoted(&mut self, word: &mut Spliced) {
        self.at += 1;
        loop {
            self.run(word, if self.shell == Dialect::Fish { b"'\\" } else { b"'" });
            match self.peek() {
                Some(b'\\') => self.escape_of(word, b"'\\"),
                Some(_) => {
                    self.backslash_before_quote |= self.byte(self.at - 1) == Some(b'\\');
                    self.at += 1;
                    return;
                }
                None => return self.unclosed(),
            }
        }
    }

    /// The quotes do not pair by the rules of POSIX, but they may by those of fish.
    fn unclosed(&mut self) {
        if self.shell == Dialect::Posix && self.backslash_before_quote {
            self.evidence = Some(Dialect::Fish);
        }
    }

    /// `"…"`, where variables, commands and some escapes are put in. Nothing if a command stands in a constant.
    pub(super) fn double_quoted(&mut self, word: &mut Spliced) -> Option<()> {
        self.at += 1;
        while self.evidence.is_none() {
            self.run(word, b"\"\\$`");
            match self.peek() {
                None => {
                    self.unclosed();
                    break;
                }
                Some(b'"') => {
                    self.at += 1;
                    break;
                }
                Some(b'\\') => self.escape_of(word, b"\"\\$`"),
                Some(_) => self.expansion(word)?,
            }
        }
        Some(())
    }

    /// A backslash where it escapes only these bytes, and the end of a line.
    pub(super) fn escape_of(&mut self, word: &mut Spliced, escapable: &[u8]) {
        let start = self.at;
        let next = self.byte(start + 1);
        if self.looks_at("\\\n") || self.looks_at("\\\r\n") {
            self.at = self.find(start, b"\n") + 1;
            self.start_line();
        } else if next.is_some_and(|byte| escapable.contains(&byte)) {
            self.at += 2;
            word.escape(self.source.get(start + 1..self.at).unwrap_or_default(), start);
        } else {
            self.copy(word);
        }
    }

    /// `$'…'` (bash manual, section 3.1.2.4).
    pub(super) fn ansi_c_quoted(&mut self, word: &mut Spliced) {
        self.at += 2;
        loop {
            self.run(word, b"'\\");
            match self.peek() {
                None => return,
                Some(b'\\') => self.ansi_c_escape(word),
                Some(_) => {
                    self.at += 1;
                    return;
                }
            }
        }
    }

    fn ansi_c_escape(&mut self, word: &mut Spliced) {
        let start = self.at;
        self.at += 2;
        let character = match self.byte(start + 1) {
            Some(b'a') => '\u{7}',
            Some(b'b') => '\u{8}',
            Some(b'e' | b'E') => '\u{1b}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'v') => '\u{b}',
            Some(byte @ (b'\\' | b'\'' | b'"' | b'?')) => char::from(byte),
            Some(b'u') => self.utf_16(),
            Some(b'U') => char::from_u32(self.digits(8, 16)).unwrap_or(char::REPLACEMENT_CHARACTER),
            Some(b'x' | b'0'..=b'7') => {
                self.at = start;
                let bytes = self.byte_escapes();
                word.escape(&String::from_utf8_lossy(&bytes), start);
                return;
            }
            _ => {
                self.at = start;
                self.copy(word);
                return;
            }
        };
        word.escape(character.encode_utf8(&mut [0; 4]), start);
    }

    /// `\uHHHH`; two that make one character belong together, as the browsers write them.
    fn utf_16(&mut self) -> char {
        let first = self.digits(4, 16);
        let mut code = first;
        if (0xD800..0xDC00).contains(&first) && self.take("\\u") {
            code = 0x1_0000 + ((first - 0xD800) << 10) + (self.digits(4, 16) & 0x3FF);
        }
        char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    /// The bytes that `\xHH` and `\NNN` stand for, as many as make one character of UTF-8.
    fn byte_escapes(&mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut length = 1;
        while bytes.len() < length && self.peek() == Some(b'\\') {
            let code = match self.byte(self.at + 1) {
                Some(b'x') => {
                    self.at += 2;
                    self.digits(2, 16)
                }
                Some(b'0'..=b'7') => {
                    self.at += 1;
                    self.digits(3, 8)
                }
                _ => break,
            };
            let byte = u8::try_from(code & 0xFF).unwrap_or_default();
            if bytes.is_empty() && byte >= 0xC0 {
                length = if byte >= 0xF0 { 4 } else { 2 + usize::from(byte >= 0xE0) };
            }
            bytes.push(byte);
        }
        bytes
    }

    /// A number of up to `most` digits.
    fn digits(&mut self, most: usize, radix: u32) -> u32 {
        let mut number: u32 = 0;
        for _ in 0..most {
            let Some(digit) = self.peek().and_then(|byte| char::from(byte).to_digit(radix)) else { break };
            number = number * radix + digit;
            self.at += 1;
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use crate::read::curl::tests::body;

    #[test]
    fn ansi_c_quotes_know_their_escapes() {
        assert_eq!(body(r#"curl http://a -d $'a\n\t\r\\\'\"\x41\u0042\U00000043\104\q'"#), "a\n\t\r\\'\"ABCD\\q");
        assert_eq!(body(r"curl http://a -d $'\xc3\xa9\u00e9\ud83d\ude00\303\251'"), "éé😀é");
        assert_eq!(body(r"curl http://a -d $'\xff\ud800x\U00110000'"), "\u{fffd}\u{fffd}x\u{fffd}");
        assert_eq!(body("curl http://a -d $'a' -d \"$'b'\""), "a&$'b'");
    }

    #[test]
    fn an_escaped_quote_in_single_quotes_is_fish_if_nothing_else_pairs() {
        assert_eq!(
            body(r#"curl http://a -d '{"name": "Bob\'s", "path": "\\\\d"}'"#),
            r#"{"name": "Bob's", "path": "\\d"}"#
        );
        assert_eq!(body(r"curl http://a -d 'C:\'"), r"C:\");
        assert_eq!(body(r"curl http://a -d 'a\\d'"), r"a\\d");
    }
}
