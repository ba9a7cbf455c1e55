//! Where a command reads and writes. Passed on explicitly, so that nothing prints past it.

use std::fmt::Display;
use std::io::{self, ErrorKind, Read, Write};

use tyk_policy::write::deceives;

use crate::failure::Failure;

/// Standard input, output and error, or what a test puts in their place.
pub struct Console<'a> {
    /// What `-` reads.
    pub input: &'a mut dyn Read,
    /// The result, and nothing else.
    pub out: &'a mut dyn Write,
    /// Everything said beside the result.
    pub notes: &'a mut dyn Write,
}

impl Console<'_> {
    /// Writes a result. A reader who has seen enough and went away, as `head` does, is no fault.
    ///
    /// # Errors
    /// It could not be written.
    pub fn print(&mut self, text: &str) -> Result<(), Failure> {
        let written = self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush());
        match written {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Output(error)),
            _ => Ok(()),
        }
    }

    /// Says why a command could not run.
    pub fn fail(&mut self, failure: &Failure) {
        self.note(format_args!("error: {}", printable(&failure.to_string())));
    }

    /// Writes a line beside the result. Where even that cannot be written there is nobody left to tell.
    pub fn note(&mut self, line: impl Display) {
        let _: io::Result<()> = writeln!(self.notes, "{line}").and_then(|()| self.notes.flush());
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
