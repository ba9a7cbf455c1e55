//! The request as a file of curl's own, and one line that is the same in every shell (curl.md section 12).

use std::fmt::Write as _;

use super::super::{KeyShown, Request};
use super::check::{check, inline};
use super::words::oldest;
use super::{BodyFrom, Command, CommandFault, CommandFile, CommandForm, CurlVersion, Then};

/// The name of the file.
const NAME: &str = "policy.curl";

/// The bytes that curl takes in one line of its file, up to 7.88 (measured); later versions take more.
const LONGEST_LINE: usize = 102_398;

/// The line that calls curl, and the file that it reads. The key is never in the file: curl puts the variable in.
///
/// # Errors
/// Why there is none.
pub fn command(request: &Request, form: &CommandForm<'_>) -> Result<Command, CommandFault> {
    check(request, form)?;
    let longest = inline(request, form).map_or(0, |body| line("data-raw", body).len() - 1);
    if longest > LONGEST_LINE {
        return Err(CommandFault::LongLine { length: longest, limit: LONGEST_LINE });
    }
    let mut text = format!("curl -q --config {NAME}");
    match form.key {
        // Neither needs the file: both are the same in all shells.
        KeyShown::Variable | KeyShown::Expanded => {}
        KeyShown::Piped => text += " --header \"@-\"",
        KeyShown::Revealed(key) => {
            let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~+/=:,@".contains(c);
            if let Some(character) = key.reveal().chars().find(|c| !is_plain(*c)) {
                return Err(CommandFault::KeyCharacter(character));
            }
            let _ = write!(text, " --header \"{}\"", request.authorization.header_before_key() + key.reveal());
        }
    }
    match form.then {
        Then::Nothing => {}
        Then::Jq => text += " | jq .",
        Then::Python => text += " | python3 -m json.tool",
        Then::Script => return Err(CommandFault::ShellNeeded),
    }
    let mut files = vec![CommandFile { name: NAME, content: file(request, form) }];
    if let Some(body) = request.body.as_ref().filter(|_| form.body == BodyFrom::File) {
        files.push(CommandFile { name: request.body_file(), content: body.clone() });
    }
    // Every shell sets a variable in its own way, and this text is for all of them.
    Ok(Command { text, setup: None, files, oldest_curl: oldest_of(request, form) })
}

/// What is asked of curl, a line for each option.
fn file(request: &Request, form: &CommandForm<'_>) -> String {
    let mut file = "globoff\n".to_owned();
    if form.fail_with_body {
        file += "fail-with-body\n";
    }
    if form.then != Then::Nothing {
        file += "silent\nshow-error\n";
    }
    file += &line("request", request.method.as_str());
    file += &line("url", &request.url);
    if is_expanded(form) {
        let variable = request.authorization.variable();
        file += &line("variable", &format!("%{variable}"));
        file += &line("expand-header", &format!("{}{{{{{variable}}}}}", request.authorization.header_before_key()));
    }
    if let Some(content_type) = request.content_type() {
        file += &line("header", &format!("Content-Type: {content_type}"));
    }
    match (&request.body, form.body) {
        (Some(_), BodyFrom::File) => file += &line("data-binary", &format!("@{}", request.body_file())),
        (Some(body), BodyFrom::Inline) => file += &line("data-raw", body),
        (None, _) => {}
    }
    file
}

fn line(option: &str, value: &str) -> String {
    format!("{option} = {}\n", quote(value))
}

/// `text` as a value in a file of curl's: it knows no other escapes than these and `\v`.
#[must_use]
pub fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '\\' => quoted.push_str("\\\\"),
            '"' => quoted.push_str("\\\""),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            character => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

fn is_expanded(form: &CommandForm<'_>) -> bool {
    matches!(form.key, KeyShown::Variable | KeyShown::Expanded)
}

fn oldest_of(request: &Request, form: &CommandForm<'_>) -> CurlVersion {
    let expanded = if is_expanded(form) { CurlVersion::VARIABLE } else { CurlVersion::OLDEST };
    oldest(request, form, "--data-raw").max(expanded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_only_the_escapes_that_curl_knows() {
        assert_eq!(quote("{\n\t\"a\": \"\\d é\"\r}"), r#""{\n\t\"a\": \"\\d é\"\r}""#);
    }
}
