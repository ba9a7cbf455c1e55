//! What was found, written file by file as it comes and counted for the exit code.

use tyk_policy::check::Severity;
use tyk_policy::read::TextKind;

use super::original::Original;
use super::writer::Writer;
use crate::Outcome;
use crate::console::Console;
use crate::failure::Failure;
use crate::source::Placed;

/// How much of everything there was.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Files that were read.
    pub files: usize,
    /// Policies in them.
    pub policies: usize,
    /// Files and folders that could not be read or written.
    pub failures: usize,
    findings: [usize; Severity::ALL.len()],
}

impl Tally {
    /// How many findings there were of each severity, worst first.
    pub fn findings(&self) -> impl Iterator<Item = (Severity, usize)> {
        Severity::ALL.into_iter().zip(self.findings)
    }

    fn count(&mut self, found: Severity) {
        for (severity, count) in Severity::ALL.into_iter().zip(&mut self.findings) {
            *count += usize::from(severity == found);
        }
    }

    /// A file that was not checked counts for more than one with errors: what it holds is unknown.
    fn outcome(&self, denied: Severity) -> Outcome {
        let is_denied = self.findings().any(|(severity, count)| severity <= denied && count > 0);
        match (self.failures, is_denied) {
            (0, false) => Outcome::Done,
            (0, true) => Outcome::FoundErrors,
            _ => Outcome::CouldNotRun,
        }
    }
}

/// The result of a check while it is written.
pub struct Sheet<'a, 'b> {
    /// Where it goes.
    pub console: &'a mut Console<'b>,
    writer: Box<dyn Writer>,
    denied: Severity,
    tally: Tally,
}

impl<'a, 'b> Sheet<'a, 'b> {
    /// One on which nothing stands. Findings as bad as `denied`, and worse ones, count for the outcome.
    pub fn new(writer: Box<dyn Writer>, denied: Severity, console: &'a mut Console<'b>) -> Self {
        Self { console, writer, denied, tally: Tally::default() }
    }

    /// Starts a file.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn begin(&mut self, file: &str, kind: TextKind) -> Result<(), Failure> {
        self.tally.files += 1;
        self.console.add(self.writer.begin(file, kind).as_bytes())
    }

    /// Counts policies of the file.
    pub fn policies(&mut self, count: usize) {
        self.tally.policies += count;
    }

    /// Writes a finding of the file.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn finding(&mut self, placed: &Placed, original: &dyn Original) -> Result<(), Failure> {
        self.tally.count(placed.finding.severity);
        self.console.add(self.writer.finding(placed, original).as_bytes())
    }

    /// Ends the file.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn end(&mut self) -> Result<(), Failure> {
        self.console.add(self.writer.end().as_bytes())?;
        self.console.flush()
    }

    /// Says why a file was not checked, or not corrected.
    pub fn fail(&mut self, failure: &Failure) {
        self.tally.failures += 1;
        self.console.fail(failure);
    }

    /// Ends the whole.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn close(mut self) -> Result<Outcome, Failure> {
        self.console.print(&self.writer.close(&self.tally))?;
        Ok(self.tally.outcome(self.denied))
    }
}
