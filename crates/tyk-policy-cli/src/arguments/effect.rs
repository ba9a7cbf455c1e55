//! Behind `tyk-policy effect` and `tyk-policy path`, which say what a policy will really do.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use tyk_policy::pattern::Mode;

pub const EFFECT_EXAMPLES: &str = "\
Examples:
  tyk-policy effect gold.json
  tyk-policy effect --brief gold.json
  tyk-policy effect --apis apis.json --format json gold.json silver.json

It says what a key gets: which APIs, how often, for how long, the field that each value comes from, and what Tyk ignores. --brief
prints one paragraph for each policy. Several policies are looked at one by one: what a key gets from all of them together is not
worked out yet.
Exit code: 0 when the effect was printed, even of a policy that Tyk refuses; 2 when a file could not be read.";

pub const PATH_EXAMPLES: &str = "\
Examples:
  tyk-policy path gold.json --api orders GET /orders/12
  tyk-policy path gold.json --api Orders --prefix --suffix POST /orders
  tyk-policy path gold.json --api orders --apis apis.json GET /shop/orders

PATH is the whole path of the request, with the listen path of the API. --prefix and --suffix are options of the Gateway:
enable_path_prefix_matching and enable_path_suffix_matching.
Exit code: 0 when the request is allowed, 1 when it is refused, 2 when that cannot be said.";

/// Behind `effect`.
#[derive(Args, Debug)]
pub struct EffectArguments {
    /// Files with policies, in whatever form; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// For people, or for programs
    #[arg(long, value_enum, default_value_t = Shown::Text)]
    pub format: Shown,
    /// Print only the paragraph
    #[arg(long, conflicts_with = "format")]
    pub brief: bool,
    /// The one policy that is meant: its id, name, key in a map, path such as /Data/0, or number from 0
    #[arg(long, value_name = "POLICY")]
    pub pick: Option<String>,
    /// The APIs that there are: the answer of GET /api/apis, or a list of API definitions
    #[arg(long, value_name = "FILE")]
    pub apis: Option<PathBuf>,
}

/// Behind `path`.
#[derive(Args, Debug)]
pub struct PathArguments {
    /// The file with the policy, in whatever form; `-` is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The method of the request, letter by letter
    #[arg(value_name = "METHOD")]
    pub method: String,
    /// The path of the request, from its first slash on
    #[arg(value_name = "PATH", value_parser = whole_path)]
    pub path: String,
    /// The API that is called: its id, or its name
    #[arg(long, value_name = "ID")]
    pub api: String,
    /// The Gateway matches patterns from the start of the path
    #[arg(long)]
    pub prefix: bool,
    /// The Gateway matches patterns up to the end of the path
    #[arg(long)]
    pub suffix: bool,
    /// For people, or for programs
    #[arg(long, value_enum, default_value_t = Shown::Text)]
    pub format: Shown,
    /// The one policy that is meant: its id, name, key in a map, path such as /Data/0, or number from 0
    #[arg(long, value_name = "POLICY")]
    pub pick: Option<String>,
    /// The APIs that there are, with their listen paths: the answer of GET /api/apis, or a list of API definitions
    #[arg(long, value_name = "FILE")]
    pub apis: Option<PathBuf>,
}

impl PathArguments {
    /// The options of the Gateway.
    pub fn mode(&self) -> Mode {
        Mode { prefix: self.prefix, suffix: self.suffix }
    }
}

/// How a result is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shown {
    /// Lines for people
    Text,
    /// One JSON object
    Json,
}

fn whole_path(text: &str) -> Result<String, &'static str> {
    if text.starts_with('/') { Ok(text.to_owned()) } else { Err("begin it with a slash, as a request does") }
}
