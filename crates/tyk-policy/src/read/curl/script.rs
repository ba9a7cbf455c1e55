//! A shell script, far enough to find the curl commands in it: where commands start, what is quoted, what is a comment.
//! Nothing calls itself here, and no place is read more than a few times, whatever the text.

use super::Command;
use super::Spliced;
use super::documents::Delimiter;
use super::variables::Variables;

/// Whose rules the text follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// POSIX.1-2017 Shell Command Language, with what bash and zsh add.
    Posix,
    /// The same, with escapes inside single quotes.
    Fish,
    /// cmd.exe, and the C runtime's rules for arguments behind it.
    Cmd,
    /// PowerShell.
    PowerShell,
}

/// What stands open around the reader's place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    Parentheses,
    Backticks,
    DoubleQuotes,
}

/// A script and the place up to which it is read. The place always stands in front of a whole character where a word
/// is read; where commands are only passed over, bytes are enough.
pub(super) struct Script<'a> {
    pub(super) source: &'a str,
    pub(super) at: usize,
    pub(super) shell: Dialect,
    /// The shell for which the text turns out to be written; it is read again by that one's rules.
    pub(super) evidence: Option<Dialect>,
    /// A single-quoted text ended behind a backslash: an escape, if this is fish.
    pub(super) backslash_before_quote: bool,
    /// What stands in front of every line of this command: a comment mark or a prompt.
    pub(super) mark: &'a str,
    /// The word that is read has to be constant: a command in it ends the reading.
    pub(super) is_constant: bool,
    pub(super) variables: Variables<'a>,
    /// The here-documents that start on this line.
    pub(super) documents: Vec<Delimiter>,
    pub(super) contexts: Vec<Context>,
    pub(super) found: Vec<Command>,
    /// The first command on this line for which no here-document was looked for.
    pub(super) next_on_line: usize,
}

impl<'a> Script<'a> {
    /// A script at its beginning.
    pub(super) fn new(source: &'a str, shell: Dialect) -> Self {
        Self {
            source,
            at: 0,
            shell,
            evidence: None,
            backslash_before_quote: false,
            mark: "",
            is_constant: false,
            variables: Variables::new(source.len()),
            documents: Vec::new(),
            contexts: Vec::new(),
            found: Vec::new(),
            next_on_line: 0,
        }
    }

    /// The curl commands of the script.
    ///
    /// # Errors
    /// The shell for which it is written, if that is another one.
    pub(super) fn read(mut self) -> Result<Vec<Command>, Dialect> {
        self.take("\u{feff}");
        let mut is_start = true;
        while self.at < self.source.len() && self.evidence.is_none() {
            is_start = if is_start { self.start() } else { self.pass() };
        }
        self.evidence.map_or(Ok(self.found), Err)
    }

    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.source.as_bytes().get(at).copied()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.byte(self.at)
    }

    pub(super) fn looks_at(&self, text: &str) -> bool {
        self.source.as_bytes().get(self.at..).unwrap_or_default().starts_with(text.as_bytes())
    }

    pub(super) fn take(&mut self, text: &str) -> bool {
        let found = self.looks_at(text);
        self.at += if found { text.len() } else { 0 };
        found
    }

    /// The first place from `from` on that holds one of these bytes, or the end.
    pub(super) fn find(&self, from: usize, bytes: &[u8]) -> usize {
        let rest = self.source.as_bytes().get(from..).unwrap_or_default();
        from + rest.iter().position(|byte| bytes.contains(byte)).unwrap_or(rest.len())
    }

    /// The place behind the line's end, if nothing but blanks stands between.
    pub(super) fn line_end(&self, from: usize) -> Option<usize> {
        let mut at = from;
        while matches!(self.byte(at), Some(b' ' | b'\t' | b'\r')) {
            at += 1;
        }
        matches!(self.byte(at), None | Some(b'\n')).then_some((at + 1).min(self.source.len()))
    }

    pub(super) fn skip_blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r')) {
            self.at += 1;
        }
    }

    /// Whether a backtick here closes what another one opened.
    pub(super) fn is_in_backticks(&self) -> bool {
        self.contexts.last() == Some(&Context::Backticks)
    }

    pub(super) fn is_posix(&self) -> bool {
        matches!(self.shell, Dialect::Posix | Dialect::Fish)
    }

    /// Passes blanks and continued lines.
    pub(super) fn skip_gap(&mut self) {
        self.skip_blanks();
        while self.continuation() {
            self.skip_blanks();
        }
    }

    /// Passes the sign that continues the line, and the line's end. Blanks between them are a slip of pasting.
    pub(super) fn continuation(&mut self) -> bool {
        let sign = match self.shell {
            Dialect::Posix | Dialect::Fish => b'\\',
            Dialect::Cmd => b'^',
            Dialect::PowerShell => b'`',
        };
        let end = if self.peek() == Some(sign) { self.line_end(self.at + 1) } else { None };
        if let Some(end) = end {
            self.at = end;
            self.start_line();
        }
        end.is_some()
    }

    /// Passes what stands in front of every line of this command.
    pub(super) fn start_line(&mut self) {
        let start = self.at;
        if !self.mark.is_empty() {
            self.skip_blanks();
            if self.take(self.mark) {
                self.take(" ");
            } else {
                self.at = start;
            }
        }
    }

    /// Copies everything up to one of these bytes, without the marks in front of the lines.
    pub(super) fn run(&mut self, word: &mut Spliced, stops: &[u8]) {
        let mut start = self.at;
        while let Some(byte) = self.peek().filter(|byte| !stops.contains(byte)) {
            self.at += 1;
            if byte == b'\n' && !self.mark.is_empty() {
                word.literal(self.source, start..self.at);
                self.start_line();
                start = self.at;
            }
        }
        word.literal(self.source, start..self.at);
    }

    /// Copies one character as it stands here.
    pub(super) fn copy(&mut self, word: &mut Spliced) {
        let start = self.at;
        self.at += self.source.get(start..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        word.literal(self.source, start..self.at);
    }
}
