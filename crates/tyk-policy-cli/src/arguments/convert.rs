//! Behind `tyk-policy convert`.

use std::path::PathBuf;

use clap::Args;

pub const EXAMPLES: &str = "\
Examples:
  tyk-policy convert command.sh
  tyk-policy convert --pick gold answer.json
  tyk-policy convert --into policies/ answer.json
  tyk-policy convert --without-read-only exported.json

It reads what the Dashboard and the Gateway answer and keep, JSON with comments, curl commands and resources of the Tyk
Operator. What is wrong with the policy is said on standard error, and changes nothing of what is printed.
Exit code: 0 when the policy was printed or written, even with findings; 2 otherwise.";

/// Behind `convert`.
#[derive(Args, Debug)]
pub struct ConvertArguments {
    /// The file with the policy, in whatever form; `-` is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The one policy that is meant: its id, name, key in a map, path such as /Data/0, or number from 0
    #[arg(long, value_name = "POLICY")]
    pub pick: Option<String>,
    /// Write each policy into a file of its own in this folder
    #[arg(long, value_name = "FOLDER")]
    pub into: Option<PathBuf>,
    /// Write over files that are there already
    #[arg(long, requires = "into")]
    pub force: bool,
    /// Leave out what a dashboard sets itself (_id, date_created, last_updated, org_id), to create the policy in another
    #[arg(long)]
    pub without_read_only: bool,
}
