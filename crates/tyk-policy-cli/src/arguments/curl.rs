//! Behind `tyk-policy curl`.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use tyk_policy::request::{AuthorizationForm, Style};

pub const EXAMPLES: &str = "\
Examples:
  tyk-policy curl --url http://localhost:3000 gold.json
  tyk-policy curl --url http://localhost:3000 --style current --auth bearer gold.json
  tyk-policy curl --url http://localhost:3000 gold.json | TYK_API_KEY=... sh

The key never stands in the command: the shell takes it from the variable TYK_API_KEY.
Exit code: 0 when the command was printed, even with findings; 2 otherwise.";

/// Behind `curl`.
#[derive(Args, Debug)]
pub struct CurlArguments {
    /// The file with the policy, in whatever form; `-` is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The one policy that is meant: its id, name, key in a map, path such as /Data/0, or number from 0
    #[arg(long, value_name = "POLICY")]
    pub pick: Option<String>,
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
