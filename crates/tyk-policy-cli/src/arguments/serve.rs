//! Behind `tyk-policy serve`.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::Args;

pub const EXAMPLES: &str = "\
Examples:
  tyk-policy serve --open
  tyk-policy serve --port 0 --data :memory:

The dashboard it serves is a local stand-in for trying out. It is not Tyk. It takes three keys, which everybody may
know: one that may do everything, one that may only read, and one of a second organisation with other APIs.";

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
    /// For tests: so many more APIs in the dashboard
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    pub generated_apis: usize,
    /// For tests: let `PUT /faults` say what shall go wrong with the next calls, for example
    /// `{"times": 1, "fault": {"kind": "slow", "ms": 3000}}`; `GET /faults/calls` lists the calls. Neither asks for a key
    #[arg(long)]
    pub faults: bool,
    /// Open the page in the browser
    #[arg(long)]
    pub open: bool,
}
