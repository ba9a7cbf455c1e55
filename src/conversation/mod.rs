//! The conversation with a dashboard: what is asked, what was answered, and where the policy on the desk came from.
//!
//! Only the signals are part of the first load; what asks and what draws is the part `dashboard`, which is loaded when it is
//! first needed.

mod history;
mod line;
mod lists;
mod names;
mod policies;
mod problem;
mod send;
mod step;
mod transfer;
mod trial;
mod update;

pub use history::Sent;
pub use line::{Line, Turn};
pub use lists::{ApiList, load_apis};
pub use policies::{PolicyList, delete, list_again, load_policies, read, stop_policies};
pub use problem::Problem;
pub use send::{create, press, press_new};
pub use step::{Outcome, Step, Success, Taken};
pub use transfer::{map_apis, transfer};
pub use trial::try_out;
pub use update::{begin_update, look_again, update};

use std::ops::Deref;

use leptos::prelude::*;
use tyk_policy::answer::{Call, Cause, Failure, NoAnswer};
use tyk_policy::context::KnownPolicy;
use tyk_policy::draft::Draft;
use tyk_policy::request::PolicyId;

use crate::connection::Connection;

/// A conversation. One word, as [`crate::document::Document`] is.
#[derive(Clone, Copy)]
pub struct Conversation(&'static Parts);

impl Deref for Conversation {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

/// What it knows.
pub struct Parts {
    /// Where writing stands: what the panel of Send shows.
    pub step: RwSignal<Step>,
    /// The line of writes, on which one call is under way at a time.
    pub writing: Line,
    /// The line of the API list.
    pub api_line: Line,
    /// The line of the policy list.
    pub policy_line: Line,
    /// The dashboard's APIs.
    pub apis: RwSignal<ApiList>,
    /// The dashboard's policies.
    pub policies: RwSignal<PolicyList>,
    /// What was sent from this tab, the newest first.
    pub history: RwSignal<Vec<Sent>>,
    /// The stored policy that the one on the desk is.
    pub stored: RwSignal<Option<Stored>>,
    /// What is to be searched for next, while another search is under way.
    next_search: StoredValue<Option<String>>,
    /// The policies that the dashboard is known to have; nothing while they are not all known.
    pub known: StoredValue<Option<Vec<KnownPolicy>>>,
}

/// A policy that a dashboard has, as it was when it came to the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The id that names it in paths there.
    pub id: PolicyId,
    /// The dashboard's origin.
    pub dashboard: String,
    /// What was stored.
    pub draft: Draft,
}

impl Default for Conversation {
    fn default() -> Self {
        let parts = Parts {
            step: RwSignal::new(Step::Idle),
            writing: Line::new(),
            api_line: Line::new(),
            policy_line: Line::new(),
            apis: RwSignal::new(ApiList::NotAsked),
            policies: RwSignal::new(PolicyList::default()),
            history: RwSignal::new(Vec::new()),
            stored: RwSignal::new(None),
            next_search: StoredValue::new(None),
            known: StoredValue::new(None),
        };
        Self(Box::leak(Box::new(parts)))
    }
}

impl Conversation {
    /// Forgets what is known of a dashboard. What was sent, and where the policy on the desk came from, stays.
    pub fn forget(&self) {
        self.api_line.stop();
        self.policy_line.stop();
        self.apis.set(ApiList::NotAsked);
        self.policies.set(PolicyList::default());
        self.known.set_value(None);
        if !self.writing.is_busy_now() {
            self.step.set(Step::Idle);
        }
    }

    /// The stored policy that Send would replace: the one on the desk, if it is this dashboard's.
    #[must_use]
    pub fn replaced(&self, connection: Connection) -> Option<PolicyId> {
        let origin = connection.target().address.origin()?;
        self.stored
            .with(|stored| stored.as_ref().filter(|stored| stored.dashboard == origin).map(|stored| stored.id.clone()))
    }

    /// The dashboard that the policy on the desk came from, if it is not the one that is connected now.
    #[must_use]
    pub fn came_from_elsewhere(&self, connection: Connection) -> Option<String> {
        let origin = connection.target().address.origin()?;
        self.stored.with(|stored| Some(stored.as_ref()?.dashboard.clone()).filter(|dashboard| *dashboard != origin))
    }
}

/// The failure of a call that has no answer.
fn no_answer(call: Call, cause: NoAnswer) -> Failure {
    Failure { call, cause: Cause::NoAnswer(cause) }
}
