//! Where writing stands.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::answer::{Answer, Failure, Reply, StoredPolicy};
use tyk_policy::compare::Difference;
use tyk_policy::doctor::Diagnosis;
use tyk_policy::draft::Draft;
use tyk_policy::moving::Match;
use tyk_policy::request::PolicyId;

use super::Turn;
use crate::browser;
use crate::desk::Desk;

/// Where writing stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Nothing was done yet.
    Idle,
    /// The policy has errors: the user is asked whether it is to be sent all the same.
    Asking,
    /// Another policy has the name or the id already.
    Taken(Taken),
    /// What an update would change, to be confirmed.
    Comparing {
        /// Which policy.
        id: PolicyId,
        /// As it is stored now.
        stored: Draft,
        /// What would change.
        changes: Vec<Difference>,
        /// What somebody else changed since it was opened here.
        since: Vec<Difference>,
        /// Whether it is shown again because the policy was edited since.
        is_anew: bool,
    },
    /// The APIs of another dashboard, to be chosen.
    Moving(Vec<Match>),
    /// It ended.
    Done(Outcome),
}

/// A policy that stands in the way of a new one.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// That policy.
    pub policy: StoredPolicy,
    /// Whether it has the id; otherwise it has the name.
    pub has_id: bool,
    /// A name like the taken one that is free, as far as the dashboard says.
    pub free_name: Option<String>,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What it means.
    pub meaning: Result<Success, Failure>,
    /// The answer itself, if one came.
    pub answer: Option<Answer>,
    /// Why none came, as far as that could be found out.
    pub diagnosis: Option<Diagnosis>,
    /// Whether name and id were free a moment before they were refused as taken: then the policy may be there, sent twice by
    /// the browser.
    pub may_be_there: bool,
    /// The policy for which it was refused, if the dashboard says which one it is.
    pub taken: Option<Box<Taken>>,
}

/// What was done.
#[derive(Clone, Debug, PartialEq)]
pub enum Success {
    /// A policy was stored.
    Stored {
        /// Its id, if the dashboard named it.
        id: Option<String>,
        /// The envelope.
        reply: Reply,
        /// Whether it took the place of an older state.
        is_update: bool,
        /// What was stored differently from what was sent; nothing if it could not be read back.
        read_back: Option<Vec<Difference>>,
    },
    /// The connection works; the dashboard has so many pages of policies, and this is the organisation.
    Connected {
        /// How many policies there are, or at least.
        policies: String,
        /// The organisation, if a policy names it.
        organisation: String,
    },
}

/// Takes the line of writes, unless it is taken, does the work, and shows where it led.
pub(super) fn go(desk: Desk, says: &str, work: impl AsyncFnOnce(&Turn) -> Step + 'static) {
    let conversation = desk.conversation;
    let Some(turn) = conversation.writing.take(says) else { return };
    conversation.step.set(Step::Idle);
    spawn_local(async move {
        let step = work(&turn).await;
        drop(turn);
        conversation.step.set(step);
        browser::focus("outcome");
    });
}

impl Outcome {
    /// An end without success.
    #[must_use]
    pub fn failed(failure: Failure, answer: Option<Answer>) -> Self {
        Self { meaning: Err(failure), answer, diagnosis: None, may_be_there: false, taken: None }
    }

    /// An end with success.
    #[must_use]
    pub fn succeeded(success: Success, answer: Option<Answer>) -> Self {
        Self { meaning: Ok(success), answer, diagnosis: None, may_be_there: false, taken: None }
    }
}
