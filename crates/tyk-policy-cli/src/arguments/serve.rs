//! Behind `tyk-policy serve`.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::Args;
use relay::{Dashboard, DashboardFault, HostName};

pub const EXAMPLES: &str = "\
Examples:
  tyk-policy serve --open
  tyk-policy serve --port 0 --data :memory:
  tyk-policy serve --dashboard https://dash.example --open
  tyk-policy serve --dashboard https://dash.example --ca company-ca.pem

Without --dashboard the page gets a local stand-in for trying out. It is not Tyk. It takes three keys, which everybody
may know: one that may do everything, one that may only read, and one of a second organisation with other APIs.
With --dashboard the page's calls go on to that one dashboard, and nothing else does. Nothing is stored here: type your own API
key in the page.";

/// Behind `serve`.
#[derive(Args, Debug)]
pub struct ServeArguments {
    /// The port; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// The address of this machine to listen on; any that is not a loopback address lets others in
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// A further name that browsers may call this server by, such as that of a proxy in front of it; may be repeated
    #[arg(long, value_name = "NAME")]
    pub allow_host: Vec<HostName>,
    /// The folder of the built page [default: the page in this program, else `dist`]
    #[arg(long, value_name = "FOLDER")]
    pub dist: Option<PathBuf>,
    /// The Tyk Dashboard that the page's calls go on to, such as https://dash.example
    #[arg(long, value_name = "URL", value_parser = dashboard)]
    pub dashboard: Option<Dashboard>,
    /// Certificates in PEM form to trust beside the system's: a company's authority, or the dashboard's own
    #[arg(long, value_name = "FILE", requires = "dashboard")]
    pub ca: Option<PathBuf>,
    /// The file that keeps the policies, or `:memory:` to keep none [default: one in your own data folder]
    #[arg(long, value_name = "FILE", conflicts_with = "dashboard")]
    pub data: Option<PathBuf>,
    /// For tests: so many more APIs in the dashboard
    #[arg(long, value_name = "COUNT", default_value_t = 0, conflicts_with = "dashboard")]
    pub generated_apis: usize,
    /// For tests: let `PUT /faults` say what shall go wrong with the next calls, for example
    /// `{"times": 1, "fault": {"kind": "slow", "ms": 3000}}`; `GET /faults/calls` lists the calls. Neither asks for a key,
    /// and what pages of other origins get is a fault, too
    #[arg(long, conflicts_with = "dashboard")]
    pub faults: bool,
    /// Open the page in the browser
    #[arg(long)]
    pub open: bool,
    /// Only for tests: all limits of time are divided by this.
    #[arg(long, hide = true, value_name = "TIMES", default_value_t = 1)]
    pub hurry: u32,
}

pub(super) fn dashboard(typed: &str) -> Result<Dashboard, DashboardFault> {
    Dashboard::at(typed)
}
