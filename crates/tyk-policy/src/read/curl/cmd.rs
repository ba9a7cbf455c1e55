//! Words as cmd.exe and the C runtime behind it read them (curl.md section 4).

use super::Spliced;
use super::script::Script;

impl Script<'_> {
    /// A word of cmd: a caret escapes what follows it; the C runtime reads the quotes and the backslashes before them.
    pub(super) fn cmd_word(&mut self, word: &mut Spliced) {
        loop {
            self.run(word, b" \t\r\n|&<>^\"\\");
            match self.peek() {
                Some(b'^') if self.continuation() => {}
                Some(b'^') if self.byte(self.at + 1) == Some(b'"') => {
                    self.at += 2;
                    self.cmd_quoted(word, true);
                }
                Some(b'^') => {
                    self.at += 1;
                    self.copy(word);
                }
                Some(b'"') => {
                    self.at += 1;
                    self.cmd_quoted(word, false);
                }
                Some(b'\\') => self.cmd_backslashes(word, false),
                _ => return,
            }
        }
    }

    /// Up to the closing quote. Where the opening one had a caret, cmd sees no quotes at all, and every caret is an
    /// escape; where it had none, a caret is a caret.
    fn cmd_quoted(&mut self, word: &mut Spliced, carets: bool) {
        loop {
            self.run(word, if carets { b"\"\\^" } else { b"\"\\" });
            let place = self.behind_caret(self.at, carets);
            match self.byte(place) {
                None => {
                    self.at = self.source.len();
                    return;
                }
                Some(b'"') if !self.doubled_quote(word, place, carets) => return,
                Some(b'"') => {}
                Some(b'\\') => self.cmd_backslashes(word, carets),
                Some(b'\r' | b'\n') => self.cmd_line_break(word, place),
                Some(_) => {
                    self.at = place;
                    self.copy(word);
                }
            }
        }
    }

    fn behind_caret(&self, at: usize, carets: bool) -> usize {
        at + usize::from(carets && self.byte(at) == Some(b'^'))
    }

    /// A quote in quotes: two of them are one, and a single one closes.
    fn doubled_quote(&mut self, word: &mut Spliced, place: usize, carets: bool) -> bool {
        let start = self.at;
        self.at = place + 1;
        let second = self.behind_caret(self.at, carets);
        let is_doubled = self.byte(second) == Some(b'"');
        if is_doubled {
            self.at = second + 1;
            word.escape("\"", start);
        }
        is_doubled
    }

    /// Backslashes mean themselves, except in front of a quote: there two are one, and an odd one escapes the quote.
    fn cmd_backslashes(&mut self, word: &mut Spliced, carets: bool) {
        let start = self.at;
        let mut count = 0;
        let mut place = self.behind_caret(start, carets);
        while self.byte(place) == Some(b'\\') {
            count += 1;
            self.at = place + 1;
            place = self.behind_caret(self.at, carets);
        }
        if self.byte(place) != Some(b'"') {
            word.escape(&"\\".repeat(count), start);
            return;
        }
        word.escape(&"\\".repeat(count / 2), start);
        if count % 2 == 1 {
            word.escape("\"", start);
            self.at = place + 1;
        }
    }

    /// A caret takes the end of its line away; a second one behind it stays.
    fn cmd_line_break(&mut self, word: &mut Spliced, place: usize) {
        let start = self.at;
        self.at = self.find(place, b"\n") + 1;
        if self.looks_at("\n") || self.looks_at("\r\n") {
            self.at = self.find(self.at, b"\n") + 1;
            word.escape("\n", start);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::read::curl::tests::{body, only};

    #[test]
    fn a_caret_at_the_end_of_a_line_makes_it_cmd() {
        let command = only("curl -X PUT ^\r\n  \"http://a/?b=c&d=%E%\" ^ \r\n  -H \"A: 'b' ^c\"");
        assert_eq!((command.method.as_str(), command.url.as_deref()), ("PUT", Some("http://a/?b=c&d=%E%")));
        assert_eq!(command.headers, [("A".to_owned(), "'b' ^c".to_owned())]);
    }

    #[test]
    fn cmd_quotes_are_read_as_the_c_runtime_does() {
        assert_eq!(body("curl ^\nhttp://a -d \"{\\\"a\\\": \"\"b\\\\d\"\"}\""), "{\"a\": \"b\\\\d\"}");
        assert_eq!(body("curl ^\nhttp://a -d \"a\\\\\\\"b\\\\\""), "a\\\"b\\");
        assert_eq!(body("curl ^\nhttp://a -d a^&b^^\\\"c"), "a&b^\"c");
    }

    #[test]
    fn what_a_browser_copies_for_cmd_is_read() {
        let source = "curl ^\"http://a/^?b=^%^41^\" ^\n  -H ^\"A: b^\" ^\n  --data-raw ^\"^{^\\^\"name^\\^\": ^\\^\"x^\n\n^&^\\^\"^}^\"";
        assert_eq!(only(source).url.as_deref(), Some("http://a/?b=%41"));
        assert_eq!(body(source), "{\"name\": \"x\n&\"}");
    }
}
