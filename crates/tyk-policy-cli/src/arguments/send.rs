//! Behind `tyk-policy send`.

use std::path::PathBuf;

use clap::Args;

use super::request::RequestArguments;

pub const EXAMPLES: &str = "\
Examples:
  tyk-policy send --url http://localhost:3000 gold.json
  tyk-policy send --url http://localhost:3000 --dry-run gold.json
  tyk-policy send --url https://dash.example --key-file ~/.tyk-key --request update gold.json
  tyk-policy send --url https://dash.example --request search --name Gold

The key comes from the variable TYK_API_KEY (TYK_GW_SECRET with --gateway), or from a file. There is no option for the key
itself: others on this machine could read it. It goes to the named address alone: no redirect is followed.
What the dashboard gives is printed: the id of a new policy, the policies, the key. Everything else is said on standard error.
Exit code: 0 when it was done, 1 when the policy has errors or the dashboard refused, 2 when there was no answer.";

/// Behind `send`.
#[derive(Args, Debug)]
pub struct SendArguments {
    /// What to request, and of whom.
    #[command(flatten)]
    pub request: RequestArguments,
    /// The variable with the key [default: TYK_API_KEY, or TYK_GW_SECRET with --gateway]
    #[arg(long, value_name = "VARIABLE", conflicts_with = "key_file")]
    pub key_variable: Option<String>,
    /// The file with the key and nothing else; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub key_file: Option<PathBuf>,
    /// Print the request, with stars for the key, and send nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Send a policy that has errors
    #[arg(long)]
    pub force: bool,
    /// Certificates in PEM form to trust beside the system's: a company's authority, or the dashboard's own
    #[arg(long, value_name = "FILE")]
    pub ca: Option<PathBuf>,
    /// How many seconds the call may take in all
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u16).range(1..))]
    pub timeout: u16,
}
