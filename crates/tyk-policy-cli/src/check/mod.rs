//! `tyk-policy check`: what is wrong with files, for people or for programs.

mod json;
mod sheet;
pub mod text;

use crate::Outcome;
use crate::arguments::CheckArguments;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::{self, Input};
use crate::progress::Progress;
use crate::source::Source;
use crate::stream;
pub use sheet::Sheet;

/// Checks every file that can be read, and says of the others why not.
///
/// # Errors
/// The result cannot be written.
pub fn run(arguments: &CheckArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let inputs = input::all(&arguments.files);
    let single = if let [Ok(only)] = inputs.as_slice() { only.file_length() } else { None };
    console.progress = single.map_or_else(|| Progress::files(inputs.len()), Progress::bytes);
    console.progress.doing("checking");
    let mut sheet = Sheet::new(arguments.format, console);
    for (done, input) in (0..).zip(inputs) {
        if sheet.console.is_gone() {
            break;
        }
        if single.is_none() {
            sheet.console.progress.at(done);
        }
        match input.and_then(|input| check(&input, arguments, &mut sheet)) {
            Err(failure @ Failure::Output(_)) => return Err(failure),
            Err(failure) => sheet.fail(&failure),
            Ok(()) => {}
        }
    }
    sheet.console.progress.clear();
    sheet.close()
}

fn check(input: &Input, arguments: &CheckArguments, sheet: &mut Sheet<'_, '_>) -> Result<(), Failure> {
    let is_large = |length: &u64| *length > arguments.stream_above;
    if let Some(length) = input.file_length().filter(is_large)
        && let Some(survey) = stream::survey(input, length, sheet.console)?
    {
        sheet.begin(&input.to_string(), survey.kind)?;
        let checked = stream::check(input, survey, arguments.target, sheet);
        sheet.end()?;
        return checked;
    }
    let source = Source::read(input, arguments.target, sheet.console)?;
    sheet.begin(&source.file, source.reading.kind)?;
    sheet.policies(source.reading.policies.len());
    for placed in &source.findings {
        sheet.finding(placed)?;
    }
    sheet.end()
}
