//! Passing over everything that is not curl, by as much of its grammar as shows where the next command starts.

use super::Body;
use super::Spliced;
use super::script::{Context, Dialect, Script};

impl Script<'_> {
    /// One step inside a command that is not curl. Says whether another one can start behind it.
    pub(super) fn pass(&mut self) -> bool {
        if self.contexts.last() == Some(&Context::DoubleQuotes) {
            return self.pass_double_quoted();
        }
        let before = self.at.checked_sub(1).and_then(|at| self.byte(at));
        let Some(byte) = self.peek() else { return false };
        match byte {
            b'\n' => {
                self.line();
                return true;
            }
            b';' | b'|' | b'&' => {
                self.at += 1;
                return true;
            }
            b'(' => {
                self.open(Context::Parentheses);
                return before == Some(b'$');
            }
            b'`' if self.is_posix() => return self.backtick(),
            b')' => self.close(Context::Parentheses),
            b'"' => self.open(Context::DoubleQuotes),
            b'\'' if self.shell != Dialect::Cmd => self.pass_single_quoted(before),
            b'#' if matches!(before, Some(b' ' | b'\t')) => self.skip_line(),
            b'<' if self.looks_at("<<") => self.announce_document(),
            b'\\' => self.at = self.line_end(self.at + 1).unwrap_or(self.at + 2),
            _ => self.at = self.find(self.at + 1, b"\n;|&()`\"'#<\\"),
        }
        false
    }

    fn pass_double_quoted(&mut self) -> bool {
        match self.peek() {
            Some(b'"') => self.close(Context::DoubleQuotes),
            Some(b'\\') => self.at += 2,
            Some(b'`') if self.is_posix() => return self.backtick(),
            Some(b'$') if self.byte(self.at + 1) == Some(b'(') => {
                self.at += 1;
                self.open(Context::Parentheses);
                return true;
            }
            _ => self.at = self.find(self.at + 1, b"\"\\`$"),
        }
        false
    }

    /// An apostrophe inside a word is prose, and so is a quote that nothing closes.
    fn pass_single_quoted(&mut self, before: Option<u8>) {
        let is_letter = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphabetic());
        let close = self.find(self.at + 1, b"'");
        let is_prose = is_letter(before) && is_letter(self.byte(self.at + 1));
        self.at = if is_prose || close == self.source.len() { self.at } else { close } + 1;
    }

    fn backtick(&mut self) -> bool {
        if self.is_in_backticks() {
            self.close(Context::Backticks);
            return false;
        }
        self.open(Context::Backticks);
        true
    }

    pub(super) fn open(&mut self, context: Context) {
        self.at += 1;
        self.contexts.push(context);
    }

    fn close(&mut self, context: Context) {
        self.at += 1;
        if self.contexts.last() == Some(&context) {
            self.contexts.pop();
        }
    }

    pub(super) fn skip_line(&mut self) {
        self.at = self.find(self.at, b"\n");
    }

    /// Passes the end of a line, and behind it the here-documents that were announced on it.
    pub(super) fn line(&mut self) {
        self.at += 1;
        for delimiter in std::mem::take(&mut self.documents) {
            let document = self.document(&delimiter);
            self.hand_over(document);
        }
        self.next_on_line = self.found.len();
        self.mark = "";
    }

    /// Gives a here-document to the first command of its line that waits for one, through a pipe or not.
    fn hand_over(&mut self, document: Spliced) {
        while let Some(command) = self.found.get_mut(self.next_on_line) {
            self.next_on_line += 1;
            if command.body == Body::Input {
                command.body = Body::Text(document);
                return;
            }
        }
    }
}
