//! A stand-in for the Tyk Dashboard, for trying out and for tests. It is not Tyk: nothing here enforces a policy, and
//! the real Dashboard checks more than this does.
//!
//! It answers what a policy builder asks of a Dashboard, with the statuses, wording and envelopes of dashboard-api.md
//! sections 2 to 4: it creates, lists and shows policies, and lists six sample APIs of different kinds. Policies are kept
//! in one SQLite file, or in memory. Like Tyk's own, it sends no CORS header and does not answer preflights.
//!
//! Where the sources leave room, it decides so:
//! - The policy is decoded as Go would (policy-model.md section 1): findings of rule R1 are a malformed body, findings of
//!   other rules but R2 are none of the Dashboard's business. Unknown members are kept, `null` is an empty policy.
//! - Names are compared exactly. A policy without a name is taken, and so are several of them.
//! - An `id` that another policy has as `id` or `_id` is refused with 400.
//! - `p=0`, like a negative `p`, means all on one page, which is answered with 0 pages.

mod answer;
mod apis;
mod authorize;
mod create;
mod paging;
mod policy_id;
mod read;
mod routes;
mod sample;
mod schema;
mod store;

use std::path::Path;
use std::sync::Arc;

use axum::Router;

pub use schema::OpenError;

use store::Store;

/// The API key of the only user. Everybody may know it: it opens this stand-in and nothing else.
pub const SAMPLE_KEY: &str = "local-sample-key-for-trying-out";

/// The organisation that owns all policies and sample APIs; its digits spell "Sample Org.!".
pub const SAMPLE_ORGANISATION: &str = "53616d706c65204f72672e21";

/// One stand-in with its policies. A clone shares them.
#[derive(Clone, Debug)]
pub struct LocalDashboard {
    store: Arc<Store>,
}

impl LocalDashboard {
    /// Opens the file at `path`; makes it, and its folder, where there is none.
    ///
    /// # Errors
    /// Why the file cannot be used: it is another program's, a newer version's, or cannot be read or written.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        schema::open(path).map(Self::with)
    }

    /// One whose policies are gone when it is dropped.
    ///
    /// # Errors
    /// SQLite has no memory for it.
    pub fn in_memory() -> Result<Self, OpenError> {
        schema::in_memory().map(Self::with)
    }

    /// Everything below `/api`. It has no fallback, so that it can be merged with the routes of a page.
    pub fn router(&self) -> Router {
        routes::router(Arc::clone(&self.store))
    }

    fn with(store: Store) -> Self {
        Self { store: Arc::new(store) }
    }
}
