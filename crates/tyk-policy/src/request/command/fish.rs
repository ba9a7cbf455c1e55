//! Commands for fish (curl.md section 3).

use super::super::Request;
use super::super::quote::posix_with_variable;
use super::check::{check, fits_an_argument};
use super::words::{self, Ways};
use super::{Command, CommandFault, CommandForm, posix};

const WAYS: Ways = Ways {
    curl: "curl",
    goes_on: " \\",
    python: "python3",
    quote,
    with_variable: posix_with_variable,
    into_pipe: Some(posix::into_pipe),
    key_first: false,
    setup,
};

/// The command for fish.
///
/// # Errors
/// Why there is none.
pub fn command(request: &Request, form: &CommandForm<'_>) -> Result<Command, CommandFault> {
    // What is too long need not be looked through.
    fits_an_argument(request, form)?;
    check(request, form)?;
    words::command(request, form, &WAYS)
}

/// `text` as one word of fish, whatever it holds but NUL.
///
/// Inside single quotes fish takes a backslash for an escape, and POSIX shells do not; outside of them two backslashes are
/// one in both. So backslashes and quotes stand outside, and the word is the same in fish and in every POSIX shell: who pastes
/// it into the wrong one sends the same, and nobody who reads it has to know for which shell it was written.
#[must_use]
pub fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    let mut is_open = false;
    for character in text.chars() {
        let is_special = matches!(character, '\'' | '\\');
        if is_special == is_open {
            quoted.push('\'');
            is_open = !is_open;
        }
        if is_special {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    if is_open || text.is_empty() {
        quoted.push_str(if is_open { "'" } else { "''" });
    }
    quoted
}

/// The line that reads a key into a variable.
#[must_use]
pub fn setup(variable: &str) -> String {
    format!("read --silent --global --export {variable}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backslashes_and_quotes_stand_outside_the_quotes() {
        assert_eq!(quote(""), "''");
        assert_eq!(quote("a b"), "'a b'");
        assert_eq!(quote(r"it's \\d"), r"'it'\''s '\\\\'d'");
        assert_eq!(quote(r"\"), r"\\");
        assert_eq!(quote("'x"), r"\''x'");
    }
}
