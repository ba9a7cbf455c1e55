//! `tyk-policy check`: what is wrong with files, for people or for programs, and corrections of it.

mod excerpt;
mod fix;
mod github;
mod json;
mod original;
mod replacement;
mod sarif;
mod sheet;
pub mod text;
mod writer;

use crate::Outcome;
use crate::arguments::{CheckArguments, Format};
use crate::console::Console;
use crate::failure::Failure;
use crate::input::{self, Input};
use crate::known::Known;
use crate::progress::Progress;
use crate::source::Source;
use crate::stream;
pub use original::{Part, Unseen};
pub use sheet::Sheet;
use text::Text;
use writer::{Silent, Writer};

/// Checks every file that can be read, and says of the others why not.
///
/// # Errors
/// What is known around the policies cannot be read, or the result cannot be written.
pub fn run(arguments: &CheckArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let known = Known::of(arguments, console)?;
    let inputs = input::all(&arguments.files);
    let single = if let [Ok(only)] = inputs.as_slice() { only.file_length() } else { None };
    console.progress = single.map_or_else(|| Progress::files(inputs.len()), Progress::bytes);
    console.progress.doing("checking");
    let mut sheet = Sheet::new(writer(arguments, &known, console), arguments.denied(), console);
    for (done, input) in (0..).zip(inputs) {
        if sheet.console.is_gone() {
            break;
        }
        if single.is_none() {
            sheet.console.progress.at(done);
        }
        match input.and_then(|input| check(&input, arguments, &known, &mut sheet)) {
            Err(failure @ Failure::Output(_)) => return Err(failure),
            Err(failure) => sheet.fail(&failure),
            Ok(()) => {}
        }
    }
    sheet.console.progress.clear();
    sheet.close()
}

fn writer(arguments: &CheckArguments, known: &Known, console: &Console<'_>) -> Box<dyn Writer> {
    let not_checked = || known.not_checked().filter(|_| !arguments.brief);
    match arguments.format {
        // What would change stands where the findings would.
        _ if arguments.dry_run => Box::new(Silent),
        Format::Text => Box::new(Text::new(console.colours, arguments.brief).ending_with(not_checked())),
        Format::Json => Box::<json::Files>::default(),
        Format::Sarif => Box::<sarif::Log>::default(),
        Format::Github => Box::<github::Commands>::default(),
    }
}

fn check(input: &Input, arguments: &CheckArguments, known: &Known, sheet: &mut Sheet<'_, '_>) -> Result<(), Failure> {
    let is_large = |length: &u64| *length > arguments.stream_above && arguments.fix.is_none();
    if let Some(length) = input.file_length().filter(is_large)
        && let Some(survey) = stream::survey(input, length, sheet.console)?
    {
        sheet.begin(&input.to_string(), survey.kind)?;
        let checked = stream::check(input, survey, known.context(), sheet);
        sheet.end()?;
        return checked;
    }
    let source = Source::read(input, known, sheet.console)?;
    let source = match arguments.fix {
        Some(which) => fix::fix(input, source, which, arguments.dry_run, known, sheet)?,
        None => source,
    };
    sheet.begin(&source.file, source.reading.kind)?;
    sheet.policies(source.reading.policies.len());
    let original = original::Whole::of(&source);
    for placed in &source.findings {
        sheet.finding(placed, &original)?;
    }
    sheet.end()
}
