//! Commands for POSIX shells (curl.md section 2).

use super::super::quote::{posix, posix_with_variable};
use super::super::{Request, Style};
use super::check::{check, fits_an_argument};
use super::words::{self, Ways};
use super::{Command, CommandFault, CommandForm, CurlVersion};

const WAYS: Ways = Ways {
    curl: "curl",
    goes_on: " \\",
    python: "python3",
    quote: posix,
    with_variable: posix_with_variable,
    into_pipe: Some(into_pipe),
    key_first: false,
    setup,
};

/// The command for any POSIX shell.
///
/// # Errors
/// Why there is none.
pub fn command(request: &Request, form: &CommandForm<'_>) -> Result<Command, CommandFault> {
    // What is too long need not be looked through.
    fits_an_argument(request, form)?;
    check(request, form)?;
    let command = words::command(request, form, &WAYS)?;
    match form.style {
        Style::Tutorial | Style::Reference if form.is_plain() && form.key.is_in_header() => {
            Ok(Command { text: request.curl(form.style, form.key), oldest_curl: CurlVersion::OLDEST, ..command })
        }
        _ => Ok(command),
    }
}

/// The call of curl, for the styles that are ours.
pub(in crate::request) fn text(request: &Request, form: &CommandForm<'_>) -> String {
    words::text(request, form, &WAYS)
}

/// A printf that is part of the shell is no process, so nobody sees what it prints. mksh has none of its own.
pub(super) fn into_pipe(before: &str, variable: &str) -> String {
    format!("printf '%s\\n' {} | ", posix_with_variable(before, variable))
}

/// The line that reads a key into a variable. `read -s` is not known to every shell; `stty` is.
#[must_use]
pub fn setup(variable: &str) -> String {
    format!("stty -echo; IFS= read -r {variable}; stty echo; export {variable}")
}
