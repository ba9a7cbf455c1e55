//! `tyk-policy check`: what is wrong with files, for people or for programs.

mod json;
pub mod text;

use tyk_policy::check::Severity;

use crate::Outcome;
use crate::arguments::{CheckArguments, Format};
use crate::console::Console;
use crate::failure::Failure;
use crate::source::Source;

/// Checks every file that can be read, and says of the others why not.
///
/// # Errors
/// The result cannot be written.
pub fn run(arguments: &CheckArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let mut sources = Vec::new();
    for file in &arguments.files {
        match Source::read(file, console) {
            Ok(source) => sources.push(source),
            Err(failure) => console.fail(&failure),
        }
    }
    let result = match arguments.format {
        Format::Text => text::all(&sources),
        Format::Json => json::all(&sources),
    };
    console.print(&result)?;
    Ok(outcome(&sources, arguments.files.len()))
}

/// A file that was not checked counts for more than one with errors: what it holds is unknown.
fn outcome(sources: &[Source], asked: usize) -> Outcome {
    if sources.len() < asked {
        Outcome::CouldNotRun
    } else if sources.iter().any(|source| source.report.count(Severity::Error) > 0) {
        Outcome::FoundErrors
    } else {
        Outcome::Done
    }
}
