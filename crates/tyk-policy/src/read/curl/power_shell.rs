//! Words as PowerShell reads them (curl.md section 5).

use super::Spliced;
use super::script::Script;

/// The quotes of PowerShell, which takes the typographic ones for the plain ones.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quote {
    Single,
    Double,
}

impl Script<'_> {
    /// A word of PowerShell.
    pub(super) fn power_shell_word(&mut self, word: &mut Spliced) {
        loop {
            self.run(word, b" \t\r\n;|&()<>'\"`$\xE2");
            match self.peek() {
                _ if self.quote().is_some() => self.power_shell_quoted(word),
                Some(b'`') if self.continuation() => {}
                Some(b'`') => self.power_shell_escape(word),
                Some(b'$') => self.variable_or_command(word),
                Some(0xE2) => self.copy(word),
                _ => return,
            }
        }
    }

    /// The quote that stands here, and its length.
    fn quote(&self) -> Option<(Quote, usize)> {
        let character = self.source.get(self.at..)?.chars().next()?;
        let quote = match character {
            '\'' | '\u{2018}'..='\u{201B}' => Quote::Single,
            '"' | '\u{201C}'..='\u{201E}' => Quote::Double,
            _ => return None,
        };
        Some((quote, character.len_utf8()))
    }

    /// A quoted text, in which a doubled quote is one.
    fn power_shell_quoted(&mut self, word: &mut Spliced) {
        let Some((opening, length)) = self.quote() else { return };
        self.at += length;
        loop {
            self.run(word, if opening == Quote::Single { b"'\xE2" } else { b"\"\xE2`$" });
            let here = self.quote().filter(|(quote, _)| *quote == opening);
            match (self.peek(), here) {
                (None, _) => return,
                (_, Some((_, length))) => {
                    self.at += length;
                    if self.quote().is_none_or(|(quote, _)| quote != opening) {
                        return;
                    }
                    self.copy(word);
                }
                (Some(b'`'), _) => self.power_shell_escape(word),
                (Some(b'$'), _) => self.variable_or_command(word),
                _ => self.copy(word),
            }
        }
    }

    fn power_shell_escape(&mut self, word: &mut Spliced) {
        let start = self.at;
        self.at += 1;
        let text = match self.peek() {
            Some(b'n') => "\n",
            Some(b'r') => "\r",
            Some(b't') => "\t",
            _ => return self.copy(word),
        };
        self.at += 1;
        word.escape(text, start);
    }
}

impl Spliced {
    /// The word without the backslashes that Windows PowerShell 5.1 needs in front of every quote. Newer ones hand them
    /// on; only where every single quote has one can they be meant for the old one.
    pub(super) fn without_legacy_escapes(self) -> Self {
        let text = self.text();
        let mut plain = Self::at(self.source_offset(0));
        let mut start = 0;
        for (at, _) in text.match_indices('"') {
            let before = text.as_bytes().get(start..at).unwrap_or_default();
            let backslashes = before.iter().rev().take_while(|byte| **byte == b'\\').count();
            if backslashes % 2 == 0 {
                return self;
            }
            plain.append(&self, start..at - backslashes.div_ceil(2));
            start = at;
        }
        plain.append(&self, start..text.len());
        plain
    }
}

#[cfg(test)]
mod tests {
    use crate::read::curl::tests::{body, only};

    #[test]
    fn a_backtick_at_the_end_of_a_line_makes_it_power_shell() {
        let source = "curl.exe -X PUT `\r\n  'http://a' ` \n  -d '{\"a\": \"it''s \u{2019}\u{2019}\", \"é…\": 1}'";
        assert_eq!(only(source).method, "PUT");
        assert_eq!(body(source), "{\"a\": \"it's \u{2019}\", \"é…\": 1}");
    }

    #[test]
    fn power_shell_has_escapes_of_its_own_in_double_quotes() {
        assert_eq!(body("curl.exe `\nhttp://a -d \"{`\"a`\": \"\"b\"\", `$c`n$d}\""), "{\"a\": \"b\", $c\n$d}");
        assert_eq!(body("curl.exe `\nhttp://a -d “x`n““y”"), "x\n“y");
    }

    #[test]
    fn the_environment_of_power_shell_stays_as_it_is_written() {
        let source = "curl.exe http://a -H \"Authorization: $env:TYK_API_KEY\" -d '{\"a\": \"it''s\"}'";
        assert_eq!(only(source).headers, [("Authorization".to_owned(), "$env:TYK_API_KEY".to_owned())]);
        assert_eq!(body(source), "{\"a\": \"it's\"}");
    }

    #[test]
    fn backslashes_for_the_old_power_shell_go_if_every_quote_has_one() {
        assert_eq!(body(r#"curl.exe $env:A -d '{\"a\": \"b\\\"c\"}'"#), r#"{"a": "b\"c"}"#);
        assert_eq!(body(r#"curl.exe $env:A -d '{"a": "b\"c"}'"#), r#"{"a": "b\"c"}"#);
    }
}
