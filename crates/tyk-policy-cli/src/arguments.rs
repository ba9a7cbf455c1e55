//! What can be typed behind `tyk-policy`, and its help.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use tyk_policy::request::{AuthorizationForm, Style};

const CHECK_EXAMPLES: &str = "\
Examples:
  tyk-policy check gold.json silver.json
  tyk-policy check --format json exported/*.json
  cat gold.json | tyk-policy check -

Exit code: 0 without errors, 1 with errors, 2 when a file could not be checked.";

const CURL_EXAMPLES: &str = "\
Examples:
  tyk-policy curl --url http://localhost:3000 gold.json
  tyk-policy curl --url http://localhost:3000 --style current --auth bearer gold.json
  tyk-policy curl --url http://localhost:3000 gold.json | TYK_API_KEY=... sh

The key never stands in the command: the shell takes it from the variable TYK_API_KEY.
Exit code: 0 when the command was printed, even with findings; 2 otherwise.";

const SERVE_EXAMPLES: &str = "\
Examples:
  tyk-policy serve --open
  tyk-policy serve --port 0 --data :memory:

The dashboard it serves is a local stand-in for trying out. It is not Tyk.";

/// Policy Builder's command line: checks Tyk security policies, writes their curl commands, serves the page.
#[derive(Debug, Parser)]
#[command(name = "tyk-policy", version, arg_required_else_help = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say what is wrong with policies, before Tyk does
    #[command(after_help = CHECK_EXAMPLES)]
    Check(CheckArguments),
    /// Print the curl command that creates a policy, and nothing else
    #[command(after_help = CURL_EXAMPLES)]
    Curl(CurlArguments),
    /// Serve the page and a local dashboard on one address
    #[command(after_help = SERVE_EXAMPLES)]
    Serve(ServeArguments),
}

/// Behind `check`.
#[derive(Args, Debug)]
pub struct CheckArguments {
    /// Files with a policy, a list or a map of policies; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// For people, or for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A finding in two lines, and a summary
    Text,
    /// One JSON object
    Json,
}

/// Behind `curl`.
#[derive(Args, Debug)]
pub struct CurlArguments {
    /// The file with the policy; `-` is standard input
    #[arg(value_name = "FILE")]
    pub file: String,
    /// The dashboard's address, such as http://localhost:3000
    #[arg(long, default_value = "", hide_default_value = true)]
    pub url: String,
    /// How the command is written: short options, long options, or as one of Tyk's two documents prints it
    #[arg(long, value_parser = style_parser(), default_value = Style::default().as_str())]
    pub style: Style,
    /// How the key stands in the header: alone, or behind `Bearer` [default: as the style has it, otherwise key]
    #[arg(long, value_name = "FORM", value_parser = authorization_parser())]
    pub auth: Option<AuthorizationForm>,
}

/// Behind `serve`.
#[derive(Args, Debug)]
pub struct ServeArguments {
    /// The port; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// The address of this machine to listen on; any other than the default lets others in
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// The folder of the built page
    #[arg(long, value_name = "FOLDER", default_value = "dist")]
    pub dist: PathBuf,
    /// The file that keeps the policies, or `:memory:` to keep none [default: one in your own data folder]
    #[arg(long, value_name = "FILE")]
    pub data: Option<PathBuf>,
    /// Open the page in the browser
    #[arg(long)]
    pub open: bool,
}

/// The words are the model's own.
fn style_parser() -> impl TypedValueParser<Value = Style> {
    PossibleValuesParser::new(Style::ALL.map(Style::as_str))
        .map(|word| Style::ALL.into_iter().find(|style| style.as_str() == word).unwrap_or_default())
}

/// The words are the model's own.
fn authorization_parser() -> impl TypedValueParser<Value = AuthorizationForm> {
    PossibleValuesParser::new(AuthorizationForm::ALL.map(AuthorizationForm::as_str))
        .map(|word| AuthorizationForm::ALL.into_iter().find(|form| form.as_str() == word).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_style_and_every_authorization_can_be_asked_for_by_its_word() {
        for style in Style::ALL {
            for form in AuthorizationForm::ALL {
                let typed = ["tyk-policy", "curl", "--style", style.as_str(), "--auth", form.as_str(), "-"];
                let Command::Curl(read) = Arguments::parse_from(typed).command else { panic!("not curl") };
                assert_eq!((read.style, read.auth), (style, Some(form)));
            }
        }
    }
}
