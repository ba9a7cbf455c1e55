//! `tyk-policy convert`: a policy in whatever form as the JSON that the Dashboard takes.

mod file_name;
mod into;

use tyk_policy::draft::Draft;
use tyk_policy::moving;
use tyk_policy::write::{self, Layout};

use crate::Outcome;
use crate::arguments::ConvertArguments;
use crate::check::text;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Input;
use crate::known::Known;
use crate::pick;
use crate::source::Source;

/// What to do with several policies.
const WAY_OUT: &str = ": choose one with --pick, or write each into a file of its own with --into";

/// Prints the policy or writes each into its file; says beside it what is wrong.
///
/// # Errors
/// The file cannot be read, holds not exactly one policy where one is wanted, or a file cannot be written.
pub fn run(arguments: &ConvertArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let source = Source::read(&Input::named(&arguments.file), &Known::default(), console)?;
    text::note(&source, console);
    let body = |draft: &Draft| {
        let written = if arguments.without_read_only {
            write::draft(&moving::stripped(draft), Layout::Indented)
        } else {
            write::draft(draft, Layout::Indented)
        };
        written + "\n"
    };
    match &arguments.into {
        None => console.print(&body(&pick::one(&source, arguments.pick.as_deref(), WAY_OUT)?.draft))?,
        Some(folder) => {
            let all = source.reading.policies.as_slice();
            let chosen = match arguments.pick.as_deref() {
                None if !all.is_empty() => all,
                pick => std::slice::from_ref(pick::one(&source, pick, WAY_OUT)?),
            };
            into::write(chosen, folder, arguments.force, body, console)?;
        }
    }
    Ok(Outcome::Done)
}
