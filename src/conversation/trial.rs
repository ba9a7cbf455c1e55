//! Trying a connection out with one question.

use leptos::prelude::*;
use tyk_policy::answer::{self, Call, StoredPolicy};
use tyk_policy::request::Request;

use super::send::ended;
use super::step::go;
use super::{Outcome, Step, Success, Turn, no_answer};
use crate::desk::Desk;
use crate::later::later;

later! {
    /// Asks for the first page of policies: address, key and right are then known to be good, or what is not.
    part dashboard;
    pub fn try_out(desk: Desk) -> () { try_out_now(desk) }
}

/// The same where the part is there. Where no answer comes, it ends with the cause.
pub(super) fn try_out_now(desk: Desk) {
    go(desk, "Testing the connection", async move |turn: &Turn| tried(desk, turn).await);
}

async fn tried(desk: Desk, turn: &Turn) -> Step {
    let target = untrack(|| desk.connection.target());
    let answer = turn.ask(desk.connection, &Request::list_policies(1, &target)).await;
    let page = answer
        .clone()
        .map_err(|cause| no_answer(Call::ListPolicies, cause))
        .and_then(|answer| answer::policies(&answer));
    match page {
        Ok(page) => {
            let organisation = page.policies.iter().map(StoredPolicy::organisation).find(|id| !id.is_empty());
            let organisation = organisation.unwrap_or_default().to_owned();
            let count = page.policies.len();
            let policies = match count {
                _ if page.pages > 1 => format!("more than {count}"),
                0 => "none yet".to_owned(),
                1 => "one".to_owned(),
                _ => count.to_string(),
            };
            Step::Done(Outcome::succeeded(Success::Connected { policies, organisation }, answer.ok()))
        }
        Err(failure) => ended(desk, turn, failure, answer.ok()).await,
    }
}
