//! A stand-in for the Tyk Dashboard, for trying out and for tests. It is not Tyk: nothing here enforces a policy, and
//! the real Dashboard checks more than this does.
//!
//! It answers what a policy builder asks of a Dashboard, with the statuses, wording and envelopes of dashboard-api.md
//! sections 2 to 5:
//! - it creates, lists, finds, shows, replaces and deletes policies;
//! - it lists sample APIs of different kinds, and sample MCP proxies;
//! - it makes keys that use policies;
//! - it knows three users in two organisations, who see only what is their organisation's.
//!
//! Policies and keys are kept in one SQLite file, or in memory. What was answered is on the disk. Like Tyk's own, it
//! sends no CORS header and does not answer preflights. Tests can ask it for [faults](LocalDashboard::with_faults).
//!
//! Where the sources leave room, it decides so:
//! - The policy is decoded as Go would (policy-model.md section 1): findings of rule R1 are a malformed body, findings of
//!   other rules but R2 are none of the Dashboard's business. Unknown members are kept, `null` is an empty policy.
//! - Names are compared exactly, within an organisation. A policy without a name is taken, and so are several of them.
//! - An `id` that another policy of the organisation has as `id` or `_id` is refused with 400, by POST and by PUT. A PUT
//!   without an `id` keeps the stored one. The text of a 404 of PUT is that of GET.
//! - A policy of another organisation is not there: 404. A body that names another organisation is 403.
//! - `p=0`, like a negative `p`, means all on one page, which is answered with 0 pages. A word of `sort` that is unknown
//!   leaves the order of creation. An empty parameter is as good as none.
//! - The search finds an `_id` or `id` as a whole and a name by a part of it, in any letter case. `policy_ids` takes
//!   `_id`s alone. `state` looks for the word in the policy; one that has none is in no state. `api_id` looks at the keys
//!   of `access_rights`. What finds nothing is an empty list. `auth_type` is ignored. A policy whose own `id` is "search"
//!   can be read by its `_id` only, as that path is the search's.
//! - `/api/apis/search` takes what `/api/apis` takes. An `api_type` that no API has finds nothing.
//! - `/api/mcps` lists Tyk OAS definitions under `mcps`, as Tyk's page on its MCP API extensions has it.
//! - A key's body must have `org_id` (it may be empty), `allowance`, `rate`, `per`, `quota_max`, and a policy or access
//!   rights: that is the smallest one reported to work. Anything less, and any wrong type, is 403 "Request body
//!   malformed."; a policy that is not there is 400 "User/Key object validation failed.". A policy's state is not looked
//!   at. The id of a key is the text that was asked for, or the organisation with 128 random bits; to make it again is to
//!   replace it. Its hash is Murmur3 with 32 bits, as it is by default in Tyk.
//! - Rights are looked at before anything else of a call; reading is GET and HEAD, all else is writing.

mod answer;
mod apis;
mod authorize;
mod faults;
mod keys;
mod paging;
mod policies;
mod refusal;
mod routes;
mod store;
mod users;

use std::path::Path;
use std::sync::Arc;

use axum::{Router, middleware};

pub use store::OpenError;
pub use users::{READ_ONLY_KEY, SAMPLE_KEY, SAMPLE_ORGANISATION, SECOND_ORGANISATION, SECOND_ORGANISATION_KEY};

use apis::Apis;
use faults::Faults;
use store::Store;

/// One stand-in with its policies. A clone shares them, and its faults.
#[derive(Clone, Debug)]
pub struct LocalDashboard {
    store: Arc<Store>,
    apis: Arc<Apis>,
    faults: Option<Arc<Faults>>,
}

impl LocalDashboard {
    /// Opens the file at `path`; makes it, and its folder, where there is none.
    ///
    /// # Errors
    /// Why the file cannot be used: it is another program's, a newer version's, or cannot be read or written.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        store::open(path).map(Self::with)
    }

    /// One whose policies are gone when it is dropped.
    ///
    /// # Errors
    /// SQLite has no memory for it.
    pub fn in_memory() -> Result<Self, OpenError> {
        store::in_memory().map(Self::with)
    }

    /// The same with so many APIs behind the sample ones, in each organisation: "Generated API 1" and so on.
    #[must_use]
    pub fn with_generated_apis(self, count: usize) -> Self {
        Self { apis: Arc::new(Apis::with_generated(count)), ..self }
    }

    /// The same with `/faults`, by which a test says what shall go wrong with the next calls. It asks for no key, so it
    /// is for tests alone.
    ///
    /// `PUT /faults` adds one fault, for example
    /// `{"match": {"method": "POST", "path": "/api/portal/policies"}, "times": 1, "fault": {"kind": "slow", "ms": 3000}}`.
    /// `match`, its members and `times` may be left out; a path that ends in `*` means all that start so. Of several that
    /// match, the one that came first is taken. `GET /faults` lists them, `DELETE /faults` forgets them and the calls, and
    /// `GET /faults/calls` lists the newest 1,000 calls below `/api`: method, path, status, names of headers, fault.
    ///
    /// | kind | what happens |
    /// |---|---|
    /// | `slow`, `ms` | the call waits so long, then goes on as usual if its caller is still there |
    /// | `dropped` | the connection is closed; nothing is done, nothing answered |
    /// | `answer-lost` | the call is done, then the connection is closed without an answer |
    /// | `truncated` | the call is done, the connection is closed after half of the answer's body |
    /// | `html` | a web page with 200 |
    /// | `server-error` | 500 with the text of a database that fails |
    /// | `unauthorised` | 401, without CORS headers even where they are on |
    /// | `error-in-200` | 200, and in it a status "Error" |
    /// | `id-in-meta` | the call is done; what should be in `Message` is in `Meta` |
    /// | `huge`, `bytes` | 200 with a body so long |
    /// | `redirect`, `to` | 302 to that address |
    /// | `stores-differently`, `field`, `value` | the root field of the body of a POST or PUT gets that value before it is stored; without `value` it is dropped |
    /// | `cors`, `origin`, `headers` | pages of that origin are let in; `headers`, such as `*`, is what preflights allow, "authorization, content-type" if left out |
    /// | `preflight`, `status`, `to` | a preflight is answered with that status, and `Location: to` |
    ///
    /// `cors` and `preflight` go with any other kind; a preflight counts for them as a call of the method that it asks
    /// about. The others leave preflights alone. A browser may ask again by itself when a connection that it has used
    /// before is closed without an answer: the calls that were seen tell.
    #[must_use]
    pub fn with_faults(self) -> Self {
        Self { faults: Some(Arc::default()), ..self }
    }

    /// Everything below `/api`, and `/faults` where they were asked for. It has no fallback, so that it can be merged with
    /// the routes of a page.
    pub fn router(&self) -> Router {
        let parts = routes::Parts { store: Arc::clone(&self.store), apis: Arc::clone(&self.apis) };
        let router = routes::router(parts);
        match &self.faults {
            None => router,
            Some(faults) => router
                .layer(middleware::from_fn_with_state(Arc::clone(faults), faults::apply))
                .merge(faults::router(Arc::clone(faults))),
        }
    }

    fn with(store: Store) -> Self {
        Self { store: Arc::new(store), apis: Arc::new(Apis::with_generated(0)), faults: None }
    }
}
