//! What was found, written file by file as it comes and counted for the closing line.

use tyk_policy::check::Severity;
use tyk_policy::read::TextKind;

use super::{json, text};
use crate::Outcome;
use crate::arguments::Format;
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
    /// Files and folders that could not be read.
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
    fn outcome(&self) -> Outcome {
        let has_errors = self.findings().any(|(severity, count)| severity == Severity::Error && count > 0);
        match (self.failures, has_errors) {
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
    /// The JSON, if it is that.
    json: Option<json::Files>,
    file: String,
    tally: Tally,
}

impl<'a, 'b> Sheet<'a, 'b> {
    /// One on which nothing stands.
    pub fn new(format: Format, console: &'a mut Console<'b>) -> Self {
        let json = (format == Format::Json).then(json::Files::default);
        Self { console, json, file: String::new(), tally: Tally::default() }
    }

    /// Starts a file.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn begin(&mut self, file: &str, kind: TextKind) -> Result<(), Failure> {
        file.clone_into(&mut self.file);
        self.tally.files += 1;
        match &mut self.json {
            None => Ok(()),
            Some(json) => self.console.add(&json.begin(file, kind).map_err(Failure::Output)?),
        }
    }

    /// Counts policies of the file.
    pub fn policies(&mut self, count: usize) {
        self.tally.policies += count;
    }

    /// Writes a finding of the file.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn finding(&mut self, placed: &Placed) -> Result<(), Failure> {
        self.tally.count(placed.finding.severity);
        match &mut self.json {
            None => {
                let text = text::finding(&self.file, placed, &self.console.colours);
                self.console.add(text.as_bytes())
            }
            Some(json) => self.console.add(&json.finding(placed).map_err(Failure::Output)?),
        }
    }

    /// Ends the file.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn end(&mut self) -> Result<(), Failure> {
        if let Some(json) = &mut self.json {
            self.console.add(&json.end().map_err(Failure::Output)?)?;
        }
        self.console.flush()
    }

    /// Says why a file was not checked.
    pub fn fail(&mut self, failure: &Failure) {
        self.tally.failures += 1;
        self.console.fail(failure);
    }

    /// Ends the whole.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn close(mut self) -> Result<Outcome, Failure> {
        match &mut self.json {
            None => self.console.print(&text::summary(&self.tally))?,
            Some(json) => {
                self.console.add(&json.close().map_err(Failure::Output)?)?;
                self.console.flush()?;
            }
        }
        Ok(self.tally.outcome())
    }
}
