//! Commands for PowerShell, for the versions with and without quotes in arguments (curl.md section 5).

use super::super::{KeyShown, Request};
use super::check::{check, inline};
use super::words::{self, Ways};
use super::{Command, CommandFault, CommandForm};

/// The units of UTF-16 that Windows takes as the command line of a program, without the zero at its end.
const LONGEST_COMMAND: usize = 32_766;

/// What is left for the name of the program, the options and the key.
const REST: usize = 2_048;

const WAYS: Ways = Ways {
    curl: "curl",
    goes_on: " `",
    python: "python",
    quote,
    with_variable,
    into_pipe: Some(into_pipe),
    key_first: false,
    setup,
};

/// The same for Windows PowerShell 5.1, where the name `curl` is that of another command.
const OLD_WAYS: Ways = Ways { curl: "curl.exe", setup: old_setup, ..WAYS };

/// The command for PowerShell 7.3 and later.
///
/// # Errors
/// Why there is none.
pub fn command(request: &Request, form: &CommandForm<'_>) -> Result<Command, CommandFault> {
    check(request, form)?;
    let length = REST + request.url.len() + inline(request, form).map_or(0, length_in_windows);
    if length > LONGEST_COMMAND {
        return Err(CommandFault::LongCommand { length, limit: LONGEST_COMMAND });
    }
    words::command(request, form, &WAYS)
}

/// The command for Windows PowerShell 5.1, and for PowerShell up to 7.2.
///
/// # Errors
/// Why there is none.
pub fn old_command(request: &Request, form: &CommandForm<'_>) -> Result<Command, CommandFault> {
    check(request, form)?;
    if inline(request, form).is_some() {
        return Err(CommandFault::QuotesAreLost);
    }
    // The quote would be lost, and a backslash in front of the last one would take that with it.
    if let KeyShown::Revealed(key) = form.key
        && let Some(character) = key.reveal().chars().find(|character| matches!(character, '"' | '\\'))
    {
        return Err(CommandFault::KeyCharacter(character));
    }
    words::command(request, form, &OLD_WAYS)
}

/// `text` as one word of PowerShell, whatever it holds but NUL. The typographic quotes are quotes there, too.
#[must_use]
pub fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('\'');
    for character in text.chars() {
        quoted.push(character);
        if matches!(character, '\'' | '\u{2018}'..='\u{201b}') {
            quoted.push(character);
        }
    }
    quoted.push('\'');
    quoted
}

fn with_variable(before: &str, variable: &str) -> String {
    format!("\"{before}$env:{variable}\"")
}

fn into_pipe(before: &str, variable: &str) -> String {
    with_variable(before, variable) + " | "
}

/// The line that reads a key into a variable.
#[must_use]
pub fn setup(variable: &str) -> String {
    format!("$env:{variable} = Read-Host -MaskInput")
}

/// The same for Windows PowerShell 5.1: `-MaskInput` came with 7.1.
#[must_use]
pub fn old_setup(variable: &str) -> String {
    format!("$env:{variable} = (New-Object Net.NetworkCredential('', (Read-Host -AsSecureString))).Password")
}

/// How many units of UTF-16 an argument takes at most when PowerShell has quoted it for the program's own reader.
fn length_in_windows(argument: &str) -> usize {
    let escapes = argument.bytes().filter(|byte| matches!(byte, b'"' | b'\\')).count();
    argument.encode_utf16().count() + escapes + 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_quote_of_the_family_is_doubled() {
        assert_eq!(quote("Bob’s ‘plan’ 'x' \"y\" $z `"), "'Bob’’s ‘‘plan’’ ''x'' \"y\" $z `'");
    }
}
