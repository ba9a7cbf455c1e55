//! What `tyk-policy curl` and `tyk-policy send` are asked to request.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use tyk_policy::request::AuthorizationForm;

/// What to request, and of whom.
#[derive(Args, Debug)]
pub struct RequestArguments {
    /// The file with the policy, in whatever form; `-` is standard input
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The one policy that is meant: its id, name, key in a map, path such as /Data/0, or number from 0
    #[arg(long, value_name = "POLICY")]
    pub pick: Option<String>,
    /// The dashboard's address, such as http://localhost:3000
    #[arg(long, default_value = "", hide_default_value = true)]
    pub url: String,
    /// What to request
    #[arg(long, value_enum, value_name = "WHAT", default_value_t = Call::Create)]
    pub request: Call,
    /// The id of the policy that is updated, read, deleted, or that a key uses [default: the one in FILE]
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// The name to search for [default: the one in FILE]
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// Call the own interface of an open source Gateway, with its secret from TYK_GW_SECRET
    #[arg(long, conflicts_with = "auth")]
    pub gateway: bool,
    /// How the key stands in the header: alone, or behind `Bearer` [default: as the style has it, otherwise key]
    #[arg(long, value_name = "FORM", value_parser = authorization_parser())]
    pub auth: Option<AuthorizationForm>,
}

/// What is requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Call {
    /// Store the policy of FILE as a new one
    Create,
    /// Put the policy of FILE in the place of a stored one
    Update,
    /// Read a stored policy back
    Read,
    /// Find policies by their name
    Search,
    /// Delete a stored policy
    Delete,
    /// List the policies
    List,
    /// Make a key that uses a policy
    Key,
    /// Make such a key for a Tyk before 2.4, which knows one policy for each key
    OldKey,
    /// Have a Gateway read its policies anew, after a change through its own interface
    Reload,
}

/// The words are the model's own.
fn authorization_parser() -> impl TypedValueParser<Value = AuthorizationForm> {
    PossibleValuesParser::new(AuthorizationForm::ALL.map(AuthorizationForm::as_str))
        .map(|word| AuthorizationForm::ALL.into_iter().find(|form| form.as_str() == word).unwrap_or_default())
}
