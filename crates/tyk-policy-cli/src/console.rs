//! Where a command reads and writes. Passed on explicitly, so that nothing prints past it.

use std::fmt::Display;
use std::io::{self, ErrorKind, Read, Write};

use tyk_policy::write::deceives;

use crate::colour::Palette;
use crate::failure::Failure;
use crate::progress::Progress;

/// As many bytes of a result wait before they are written.
const ENOUGH: usize = 64 << 10;

/// Standard input, output and error, or what a test puts in their place.
pub struct Console<'a> {
    /// What `-` reads.
    pub input: &'a mut dyn Read,
    /// How findings look in the result.
    pub colours: Palette,
    /// How they look beside it.
    pub note_colours: Palette,
    /// How far the command is.
    pub progress: Progress,
    out: &'a mut dyn Write,
    notes: &'a mut dyn Write,
    waiting: Vec<u8>,
    is_gone: bool,
}

impl<'a> Console<'a> {
    /// One without colours: the result goes to `out`, everything said beside it to `notes`.
    pub fn new(input: &'a mut dyn Read, out: &'a mut dyn Write, notes: &'a mut dyn Write) -> Self {
        let plain = Palette::default();
        let (progress, waiting) = (Progress::none(), Vec::new());
        Self { input, colours: plain, note_colours: plain, progress, out, notes, waiting, is_gone: false }
    }

    /// Adds to the result, which is written when enough has come together.
    ///
    /// # Errors
    /// It could not be written.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() < ENOUGH { Ok(()) } else { self.flush() }
    }

    /// Writes all of the result so far. A reader who has seen enough and went away, as `head` does, is no fault.
    ///
    /// # Errors
    /// It could not be written.
    pub fn flush(&mut self) -> Result<(), Failure> {
        let waiting = std::mem::take(&mut self.waiting);
        if self.is_gone || waiting.is_empty() {
            return Ok(());
        }
        match self.progress.aside(|| self.out.write_all(&waiting).and_then(|()| self.out.flush())) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => self.is_gone = true,
            Err(error) => return Err(Failure::Output(error)),
            Ok(()) => {}
        }
        Ok(())
    }

    /// Writes a whole result.
    ///
    /// # Errors
    /// It could not be written.
    pub fn print(&mut self, text: &str) -> Result<(), Failure> {
        self.add(text.as_bytes())?;
        self.flush()
    }

    /// Whether the reader of the result went away, so that there is nobody to work for.
    pub fn is_gone(&self) -> bool {
        self.is_gone
    }

    /// Says why a command could not run.
    pub fn fail(&mut self, failure: &Failure) {
        self.note(format_args!("error: {}", printable(&failure.to_string())));
        for line in failure.details() {
            self.note(format_args!("  {}", printable(line)));
        }
    }

    /// Writes a line beside the result. Where even that cannot be written there is nobody left to tell.
    pub fn note(&mut self, line: impl Display) {
        let _: io::Result<()> =
            self.progress.aside(|| writeln!(self.notes, "{line}").and_then(|()| self.notes.flush()));
    }
}

/// `text` without what a terminal obeys: control characters and those that turn the direction of writing.
pub fn printable(text: &str) -> String {
    text.chars().map(|c| if deceives(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_printable_moves_the_cursor_or_turns_the_line() {
        assert_eq!(printable("a\u{1b}[31mé計😀\u{202e}\n"), "a\u{fffd}[31mé計😀\u{fffd}\u{fffd}");
    }
}
