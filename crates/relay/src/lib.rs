//! Forwards the page's calls to one real Tyk Dashboard, and keeps everybody else out.
//!
//! A Dashboard answers no cross-origin requests (dashboard-api.md section 6), so a page from another origin cannot call
//! it. Behind this relay the page and the Dashboard's API are one origin. The relay forwards the calls that the page
//! makes to the one dashboard it was started for, streams both ways, and stores and logs nothing; the key passes
//! through in its header.
//!
//! Three things live here. [`Caller`] makes calls of one's own by the same way, for the command line. [`Relay`] is what is forwarded: a closed list of calls and of headers, with limits on size and
//! time. [`Server`] is what stands in front of whatever is served on this machine: it answers only callers who mean it
//! ([`Guard`]) and keeps slow and idle ones from using it up.
//!
//! The forwarding is done by hyper's client, with rustls for TLS. hyper and its helpers are in the program already, as
//! axum stands on them, and they are what the proxy crates are made of. `reqwest` would add cookies, redirects and
//! proxies, which have to be switched off again; `axum-reverse-proxy` passes on every header that is not on a list of
//! forbidden ones, where here everything is forbidden that is not on a list. Each call has a connection of its own: no
//! answer can be another call's, and a connection that went stale in a pool costs no POST. rustls computes with ring,
//! which builds without cmake, and asks the operating system which authorities are trusted, so that a company's own
//! are.

mod answer;
mod call;
mod caller;
mod cause;
mod connect;
mod dashboard;
mod exchange;
mod forward;
mod guard;
mod headers;
mod host;
mod limits;
mod refusal;
mod seats;
mod server;
mod trouble;
mod trust;
mod unwelcome;

use std::fmt;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::any;

pub use answer::DATA_POLICY;
pub use caller::{Caller, NoAnswer, OwnCall};
pub use connect::OpenError;
pub use dashboard::{Dashboard, DashboardFault};
pub use guard::Guard;
pub use host::{HostFault, HostName};
pub use limits::Limits;
pub use server::Server;

use connect::Connector;

/// What a relay can be told beside its dashboard.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The authorities that are trusted beside those of the operating system: certificates in PEM form, or nothing.
    pub authorities: Vec<u8>,
    /// How much and how long.
    pub limits: Limits,
}

/// The way to one dashboard. A clone shares it.
#[derive(Clone)]
pub struct Relay(Arc<Way>);

struct Way {
    dashboard: Dashboard,
    connector: Connector,
    limits: Limits,
}

impl Relay {
    /// The relay to this dashboard. Nothing is sent there before somebody calls.
    ///
    /// # Errors
    /// There is nobody to trust, so that no certificate could be checked.
    pub fn new(dashboard: Dashboard, options: Options) -> Result<Self, OpenError> {
        let connector = Connector::new(&dashboard, &options)?;
        Ok(Self(Arc::new(Way { dashboard, connector, limits: options.limits })))
    }

    /// Everything below `/api`. It has no fallback, so that it can be merged with the routes of a page.
    pub fn router(&self) -> Router {
        Router::new()
            .route("/api", any(relay))
            .route("/api/", any(relay))
            .route("/api/{*rest}", any(relay))
            .with_state(self.clone())
    }
}

impl fmt::Debug for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Relay").field("dashboard", &self.0.dashboard).finish_non_exhaustive()
    }
}

async fn relay(State(Relay(way)): State<Relay>, request: Request) -> Response {
    let answered = match forward::forward(&way, request).await {
        Ok(response) => response,
        Err(why) => answer::envelope(why.status(), &why.to_string()),
    };
    answer::as_data(answered)
}
