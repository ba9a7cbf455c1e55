//! Behind `tyk-policy curl`.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use tyk_policy::request::{BodyFrom, CommandForm, KeyShown, Shell, Style, Then};

use super::request::RequestArguments;

pub const EXAMPLES: &str = "\
Examples:
  tyk-policy curl --url http://localhost:3000 gold.json
  tyk-policy curl --url http://localhost:3000 --style current --auth bearer gold.json
  tyk-policy curl --url http://localhost:3000 --shell windows-powershell --into upload gold.json
  tyk-policy curl --url http://localhost:3000 --request search --name Gold --then jq
  tyk-policy curl --shell fish --setup
  tyk-policy curl --url http://localhost:3000 gold.json | TYK_API_KEY=... sh

The key never stands in the command: the shell takes it from the variable TYK_API_KEY, or TYK_GW_SECRET with --gateway.
Files that the command reads are written into the folder of --into.
Exit code: 0 when the command was printed, even with findings; 2 otherwise.";

/// Behind `curl`.
#[derive(Args, Debug)]
pub struct CurlArguments {
    /// What to request, and of whom.
    #[command(flatten)]
    pub request: RequestArguments,
    /// How the command is written: short options, long options, or as one of Tyk's two documents prints it
    #[arg(long, value_parser = style_parser(), default_value = Style::default().as_str())]
    pub style: Style,
    /// Whose rules the command follows: a shell's, or those of a file that curl reads
    #[arg(long, value_parser = shell_parser(), default_value = Shell::default().as_str())]
    pub shell: Shell,
    /// Write the command in one line
    #[arg(long)]
    pub one_line: bool,
    /// Where the body stands: in the command, or in a file of its own [default: inline, where the shell can]
    #[arg(long, value_name = "WHERE", value_parser = body_parser())]
    pub body: Option<BodyFrom>,
    /// Who puts the key in: the shell; curl itself (8.3 or later); or the shell into curl's input. With the
    /// first, others on the machine can see the key while curl runs; with the last, in mksh, for a moment before that
    #[arg(long, value_name = "HOW", value_parser = key_parser(), default_value = KeyShown::default().as_str())]
    pub key: KeyShown<'static>,
    /// Let curl fail when the dashboard refuses, and still print what it said (curl 7.76 or later)
    #[arg(long)]
    pub fail_with_body: bool,
    /// What happens to the answer: nothing, jq or python indent it, or jq prints the new id and fails if there is none
    #[arg(long, value_name = "WHAT", value_parser = then_parser(), default_value = Then::default().as_str())]
    pub then: Then,
    /// Write the JSON without line breaks and blanks
    #[arg(long)]
    pub compact: bool,
    /// Write every character outside ASCII as an escape in the JSON
    #[arg(long)]
    pub ascii: bool,
    /// The folder for the files that the command reads
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    pub into: PathBuf,
    /// Write over files that are there already
    #[arg(long)]
    pub force: bool,
    /// Print the line that sets the variable with the key, without leaving the key in the history, instead
    #[arg(long)]
    pub setup: bool,
}

impl CurlArguments {
    /// The form of the command.
    pub fn form(&self) -> CommandForm<'static> {
        let inline = if self.shell.takes_body_inline() { BodyFrom::Inline } else { BodyFrom::File };
        CommandForm {
            shell: self.shell,
            style: self.style,
            one_line: self.one_line,
            body: self.body.unwrap_or(inline),
            key: self.key,
            fail_with_body: self.fail_with_body,
            then: self.then,
            compact: self.compact,
            ascii: self.ascii,
        }
    }
}

// The words are the model's own.

fn style_parser() -> impl TypedValueParser<Value = Style> {
    PossibleValuesParser::new(Style::ALL.map(Style::as_str))
        .map(|word| Style::ALL.into_iter().find(|style| style.as_str() == word).unwrap_or_default())
}

fn shell_parser() -> impl TypedValueParser<Value = Shell> {
    PossibleValuesParser::new(Shell::ALL.map(Shell::as_str)).map(|word| Shell::find(&word).unwrap_or_default())
}

fn body_parser() -> impl TypedValueParser<Value = BodyFrom> {
    PossibleValuesParser::new(BodyFrom::ALL.map(BodyFrom::as_str))
        .map(|word| BodyFrom::ALL.into_iter().find(|from| from.as_str() == word).unwrap_or_default())
}

fn key_parser() -> impl TypedValueParser<Value = KeyShown<'static>> {
    PossibleValuesParser::new(KeyShown::HIDDEN.map(KeyShown::as_str))
        .map(|word| KeyShown::HIDDEN.into_iter().find(|key| key.as_str() == word).unwrap_or_default())
}

fn then_parser() -> impl TypedValueParser<Value = Then> {
    PossibleValuesParser::new(Then::ALL.map(Then::as_str))
        .map(|word| Then::ALL.into_iter().find(|then| then.as_str() == word).unwrap_or_default())
}
