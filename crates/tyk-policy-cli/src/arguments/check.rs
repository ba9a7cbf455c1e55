//! Behind `tyk-policy check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use tyk_policy::context::Tyk;

pub const EXAMPLES: &str = "\
Examples:
  tyk-policy check gold.json silver.yaml
  tyk-policy check --format json policies/
  tyk-policy check --target gateway-5.3 policies.json
  cat gold.json | tyk-policy check -

In a folder, the files that end in .json, .jsonc, .yaml or .yml are checked, and those in the folders in it.
Exit code: 0 without errors, 1 with errors, 2 when a file could not be checked.";

/// Files above this many bytes are read one policy at a time.
const LARGE: u64 = 8 << 20;

/// Behind `check`.
#[derive(Args, Debug)]
pub struct CheckArguments {
    /// Files or folders with policies, in whatever form; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// For people, or for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// The Tyk that the policies are for, such as gateway, 5.3 or dashboard-5.3 [default: the newest Dashboard]
    #[arg(long, value_name = "TYK", value_parser = target)]
    pub target: Option<Tyk>,
    /// Only for tests.
    #[arg(long, hide = true, value_name = "BYTES", default_value_t = LARGE)]
    pub stream_above: u64,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A finding in two lines, and a summary
    Text,
    /// One JSON object
    Json,
}

fn target(text: &str) -> Result<Tyk, &'static str> {
    Tyk::parse(text).ok_or("write dashboard, gateway, a version such as 5.3, or both, such as gateway-5.3")
}
