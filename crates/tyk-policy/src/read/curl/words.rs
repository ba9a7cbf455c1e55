//! The words of a curl command by the rules of POSIX shells (POSIX.1-2017 Shell Command Language sections 2.2 and 2.7),
//! and what ends it.

use super::Body;
use super::Spliced;
use super::script::{Dialect, Script};

impl Script<'_> {
    /// The words up to the end of the command, and what stands on its standard input, as far as that is known.
    pub(super) fn words(&mut self) -> (Vec<Spliced>, Option<Body>) {
        let mut words = Vec::new();
        let mut input = None;
        while self.evidence.is_none() {
            self.skip_gap();
            let start = self.at;
            if self.is_redirection() {
                input = self.redirection().or(input);
            } else if self.peek() != Some(b'#') {
                words.extend(self.word().filter(|_| self.at > start));
            }
            if self.at == start {
                break;
            }
        }
        (words, input)
    }

    /// The word of an assignment. Nothing if a command stands in it, whose output nobody knows.
    pub(super) fn constant(&mut self) -> Option<Spliced> {
        self.is_constant = true;
        let word = self.word();
        self.is_constant = false;
        word
    }

    pub(super) fn word(&mut self) -> Option<Spliced> {
        let mut word = Spliced::at(self.at);
        match self.shell {
            Dialect::Posix | Dialect::Fish => self.posix_word(&mut word)?,
            Dialect::Cmd => self.cmd_word(&mut word),
            Dialect::PowerShell => {
                self.power_shell_word(&mut word);
                word = word.without_legacy_escapes();
            }
        }
        Some(word)
    }

    fn posix_word(&mut self, word: &mut Spliced) -> Option<()> {
        while self.evidence.is_none() {
            self.run(word, b" \t\r\n;|&()<>'\"\\$`^");
            match self.peek() {
                Some(b'\'') => self.single_quoted(word),
                Some(b'"') => self.double_quoted(word)?,
                Some(b'\\') => self.escaped(word),
                Some(b'$') if self.byte(self.at + 1) == Some(b'\'') => self.ansi_c_quoted(word),
                Some(b'$') => self.expansion(word)?,
                Some(b'`') if self.is_in_backticks() => break,
                Some(b'`') => self.backtick_or_power_shell(word)?,
                Some(b'^') => self.caret_or_cmd(word),
                _ if self.placeholder(word) => {}
                _ => break,
            }
        }
        Some(())
    }

    fn escaped(&mut self, word: &mut Spliced) {
        if !self.continuation() {
            let start = self.at;
            self.at += 1;
            let mut character = Spliced::default();
            self.copy(&mut character);
            word.escape(character.text(), start);
        }
    }

    /// No POSIX command ends its line by opening a backtick: there it is PowerShell's continuation.
    fn backtick_or_power_shell(&mut self, word: &mut Spliced) -> Option<()> {
        if self.shell == Dialect::Posix && self.line_end(self.at + 1).is_some() {
            self.evidence = Some(Dialect::PowerShell);
            return Some(());
        }
        self.expansion(word)
    }

    /// A caret at the end of a line, or in front of the quote that opens a word, means something to cmd only.
    fn caret_or_cmd(&mut self, word: &mut Spliced) {
        let opens_a_word = word.text().is_empty() && self.byte(self.at + 1) == Some(b'"');
        if self.shell == Dialect::Posix && (opens_a_word || self.line_end(self.at + 1).is_some()) {
            self.evidence = Some(Dialect::Cmd);
        } else {
            self.copy(word);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::read::curl::Body;
    use crate::read::curl::tests::{body, only};

    #[test]
    fn quotes_are_joined_and_escapes_resolved() {
        assert_eq!(body(r#"curl http://a -d 'a'"b"\'c'\'"#), "ab'c\\");
        assert_eq!(body(r#"curl http://a -d "\"\\\$\`\a""#), "\"\\$`\\a");
        assert_eq!(body("curl http://a -d '{\"a\": \"'$id'\"}'"), "{\"a\": \"$id\"}");
        assert_eq!(body("curl http://a -d a\\ b\\é"), "a bé");
    }

    #[test]
    fn a_line_goes_on_behind_a_backslash_and_slips_of_pasting() {
        for line_end in ["\\\n", "\\\r\n", "\\ \t\n", "\\\n\\\n"] {
            let source = format!("curl http://a {line_end}  -X PUT {line_end}-d b");
            assert_eq!((only(&source).method.as_str(), body(&source)), ("PUT", "b".to_owned()), "{source}");
        }
        assert_eq!(body("curl http://a -d a\\\nb"), "ab");
        assert_eq!(body("curl http://a -d \"a\\\nb\\\r\nc\""), "abc");
    }

    #[test]
    fn a_command_ends_where_the_shell_ends_it() {
        for behind in
            ["\n-X PUT", "; x -X PUT", "| x -X PUT", "&& x -X PUT", "& x -X PUT", "# -X PUT", ") -X PUT", "\r\n-X PUT"]
        {
            assert_eq!(only(&format!("curl http://a/#b {behind}")).method, "GET", "{behind}");
        }
    }

    #[test]
    fn redirections_are_no_words() {
        for redirection in ["> out", ">out", "2>/dev/null", "2>&1", "&>out", ">> out", "< in", ">| out"] {
            let command = only(&format!("curl {redirection} -s {redirection} http://a {redirection} -X PUT"));
            assert_eq!((command.method.as_str(), command.url.as_deref()), ("PUT", Some("http://a")), "{redirection}");
            assert_eq!(command.body, Body::None);
        }
    }

    #[test]
    fn a_placeholder_without_quotes_is_a_word() {
        let command = only("curl https://<tenant>/api -H Authorization:<your-key> -d <body> > out");
        assert_eq!(command.url.as_deref(), Some("https://<tenant>/api"));
        assert_eq!(command.headers, [("Authorization".to_owned(), "<your-key>".to_owned())]);
    }
}
