//! Behind `tyk-policy page`.

use std::path::PathBuf;

use clap::Args;
use relay::Dashboard;

use super::serve::dashboard;

pub const EXAMPLES: &str = "\
Examples:
  tyk-policy page /srv/policy-builder
  tyk-policy page --dashboard https://dash.example public
  tyk-policy page --preview public

Any web server can serve the folder, below any path. A page for one dashboard, and one for previews, say in their own
Content-Security-Policy what they may call, so that the browser holds them to it whatever the server sends.";

/// Behind `page`.
#[derive(Args, Debug)]
pub struct PageArguments {
    /// The folder for the page; it is made if it is not there
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// The one dashboard that the page may call
    #[arg(long, value_name = "URL", value_parser = dashboard)]
    pub dashboard: Option<Dashboard>,
    /// Let the page call nobody but its own server: it shows the request and cannot send it
    #[arg(long, conflicts_with = "dashboard")]
    pub preview: bool,
    /// The folder of the built page [default: the page in this program, else `dist`]
    #[arg(long, value_name = "FOLDER")]
    pub dist: Option<PathBuf>,
}
