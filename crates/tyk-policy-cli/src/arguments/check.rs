//! Behind `tyk-policy check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use tyk_policy::check::Severity;
use tyk_policy::context::Tyk;

pub const EXAMPLES: &str = "\
Examples:
  tyk-policy check gold.json silver.yaml
  tyk-policy check --format sarif policies/ > policies.sarif
  tyk-policy check --target gateway-5.3 --deny warnings policies.json
  tyk-policy check --apis apis.json --names stored.json gold.json
  tyk-policy check --fix --dry-run policies/
  cat gold.json | tyk-policy check -

In a folder, the files that end in .json, .jsonc, .yaml or .yml are checked, and those in the folders in it;
folders called .git, node_modules and target are left out.
--fix changes only what a finding names; the rest of a file stays as it is, its comments too. It corrects JSON; anything else
has to be converted first.
Exit code: 0 without errors, 1 with errors (or whatever else is denied), 2 when a file could not be checked or written.
With --fix it counts what is left.";

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
    /// Two lines for each finding, without the line of the file
    #[arg(long)]
    pub brief: bool,
    /// The Tyk that the policies are for, such as gateway, 5.3 or dashboard-5.3 [default: the newest Dashboard]
    #[arg(long, value_name = "TYK", value_parser = target)]
    pub target: Option<Tyk>,
    /// The APIs that there are: the answer of GET /api/apis, or a list of API definitions
    #[arg(long, value_name = "FILE")]
    pub apis: Option<PathBuf>,
    /// The policies that there are already, whose names are taken, in whatever form
    #[arg(long, value_name = "FILE")]
    pub names: Option<PathBuf>,
    /// The id of the organisation that the policies are for
    #[arg(long, value_name = "ID")]
    pub organisation: Option<String>,
    /// What counts for the exit code beside errors
    #[arg(long, value_enum, value_name = "WHAT")]
    pub deny: Option<Deny>,
    /// Correct the files: what is safe to correct, or all that can be corrected
    #[arg(long, value_enum, value_name = "WHICH", num_args = 0..=1, require_equals = true, default_missing_value = "safe")]
    pub fix: Option<Which>,
    /// Print what --fix would change, and write nothing
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
    /// Only for tests.
    #[arg(long, hide = true, value_name = "BYTES", default_value_t = LARGE)]
    pub stream_above: u64,
}

impl CheckArguments {
    /// The mildest findings that count for the exit code.
    pub fn denied(&self) -> Severity {
        match self.deny {
            None => Severity::Error,
            Some(Deny::Warnings) => Severity::Warning,
            Some(Deny::Info) => Severity::Info,
        }
    }
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A finding with its line of the file, and a summary
    Text,
    /// One JSON object
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Commands that GitHub Actions shows beside the lines
    Github,
}

/// What counts for the exit code beside errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Warnings
    Warnings,
    /// Warnings and hints
    Info,
}

/// What is corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Which {
    /// What changes nothing that Tyk does, or turns what it refuses into what was plainly meant
    Safe,
    /// Also what somebody should look at
    All,
}

fn target(text: &str) -> Result<Tyk, &'static str> {
    Tyk::parse(text).ok_or("write dashboard, gateway, a version such as 5.3, or both, such as gateway-5.3")
}
