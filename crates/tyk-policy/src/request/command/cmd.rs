//! Commands for the prompt of cmd.exe (curl.md section 4).

use super::super::{KeyShown, Request};
use super::check::{check, inline};
use super::words::{self, Ways};
use super::{Command, CommandFault, CommandForm, Then};

/// The characters that cmd.exe takes in one line, continued ones put together.
const LONGEST_LINE: usize = 8_191;

/// What is left for the value of the key.
const KEY: usize = 256;

const WAYS: Ways = Ways {
    curl: "curl",
    goes_on: " ^",
    python: "python",
    quote,
    with_variable,
    // The left side of a pipe is the argument of another cmd.exe.
    into_pipe: None,
    key_first: true,
    setup,
};

/// The command for the prompt. A batch file reads `%` in another way.
///
/// # Errors
/// Why there is none.
pub fn command(request: &Request, form: &CommandForm<'_>) -> Result<Command, CommandFault> {
    check(request, form)?;
    let is_lost = |character: &char| !matches!(character, ' '..='~') || matches!(character, '%' | '!');
    if let Some(character) = inline(request, form).and_then(|body| body.chars().find(is_lost)) {
        return Err(CommandFault::NotForCmd(character));
    }
    let command = words::command(request, form, &WAYS)?;
    if form.then != Then::Nothing && words::text(request, form, &WAYS).contains("^\"") {
        return Err(CommandFault::ReadTwice);
    }
    let length = command.text.encode_utf16().count() + if form.key == KeyShown::Variable { KEY } else { 0 };
    if length > LONGEST_LINE {
        return Err(CommandFault::LongCommand { length, limit: LONGEST_LINE });
    }
    Ok(command)
}

/// `text` as one argument of a program that is called from the prompt. It must hold neither line breaks nor, to be exact with
/// every setting, `!`.
///
/// Two readers take it apart: cmd.exe, and then the program by the rules of the C runtime. Where neither reads anything into
/// the text it stands in plain quotes. Otherwise the quotes themselves are hidden from cmd.exe by carets, so that it is never
/// inside of quotes and every sign that means something to it can have a caret. A caret behind the name of a variable makes it
/// the name of one that does not exist, which stays as it is written.
#[must_use]
pub fn quote(text: &str) -> String {
    if !text.contains(['"', '\\', '!', '^']) && text.matches('%').count() < 2 {
        return format!("\"{text}\"");
    }
    let mut argument = String::with_capacity(text.len() + 16);
    let mut backslashes = 0;
    for character in text.chars() {
        if character == '"' {
            // Two for each that stands before the quote, and one for the quote.
            argument.extend(std::iter::repeat_n('\\', backslashes + 1));
        }
        backslashes = if character == '\\' { backslashes + 1 } else { 0 };
        argument.push(character);
    }
    argument.extend(std::iter::repeat_n('\\', backslashes));
    let mut quoted = String::with_capacity(2 * argument.len());
    quoted.push_str("^\"");
    for character in argument.chars() {
        if matches!(character, '"' | '^' | '&' | '|' | '<' | '>' | '(' | ')' | '%' | '!') {
            quoted.push('^');
        }
        quoted.push(character);
    }
    quoted.push_str("^\"");
    quoted
}

/// Plain quotes, so that nothing in the value is read as a sign of cmd.exe.
fn with_variable(before: &str, variable: &str) -> String {
    format!("\"{before}%{variable}%\"")
}

/// The line that reads a key into a variable.
#[must_use]
pub fn setup(variable: &str) -> String {
    format!("set /p {variable}=")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_quotes_are_enough_where_nothing_is_read_into_the_text() {
        assert_eq!(quote("a b & c|<>"), "\"a b & c|<>\"");
        assert_eq!(quote("http://a/b%20c"), "\"http://a/b%20c\"");
    }

    #[test]
    fn carets_hide_quotes_signs_and_variables() {
        assert_eq!(quote(r#"{"a":"b&\\"}"#), r#"^"{\^"a\^":\^"b^&\\\\\^"}^""#);
        assert_eq!(quote("%PATH%"), "^\"^%PATH^%^\"");
        assert_eq!(quote(r"a\"), r#"^"a\\^""#);
    }
}
