//! The dashboard's policies: listed, searched, read and deleted.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::answer::{self, Call, Failure, PolicyPage, StoredPolicy};
use tyk_policy::request::{PolicyId, Request, Target};

use super::{Problem, Stored, Turn, no_answer};
use crate::browser;
use crate::desk::Desk;

/// What is known of the dashboard's policies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyList {
    /// Those that came.
    pub policies: Vec<StoredPolicy>,
    /// What was searched for; empty for all.
    pub searched: String,
    /// Why they are not all there, or what else went wrong with them.
    pub problem: Problem,
    /// Whether somebody has asked.
    pub is_asked: bool,
}

/// Asks for the policies with this text in their name or as their id; for all if it is empty.
pub fn load_policies(desk: Desk, text: &str) {
    let conversation = desk.conversation;
    let mut list = PolicyList { searched: text.to_owned(), is_asked: true, ..PolicyList::default() };
    if let Some((problem, _)) = untrack(|| desk.connection.obstacle()) {
        desk.connection.tried.set(true);
        list.problem = problem.into();
        conversation.policies.set(list);
        return;
    }
    let Some(turn) = conversation.policy_line.take("Asking the dashboard for its policies…") else {
        // The newest question is the one that counts.
        conversation.next_search.set_value(Some(text.to_owned()));
        conversation.policy_line.stop();
        return;
    };
    conversation.policies.set(list);
    let text = text.to_owned();
    spawn_local(async move {
        let ended = pages(desk, &turn, &text).await;
        drop(turn);
        if let Some(next) = conversation.next_search.try_update_value(Option::take).flatten() {
            load_policies(desk, &next);
            return;
        }
        // Forgotten meanwhile: what came is not of the dashboard that is connected now.
        if !conversation.policies.with_untracked(|list| list.is_asked) {
            return;
        }
        match ended {
            Ok(()) if text.is_empty() => {
                let (known, organisation) = conversation.policies.with_untracked(|list| {
                    let organisation = list.policies.iter().map(StoredPolicy::organisation).find(|id| !id.is_empty());
                    (list.policies.iter().map(StoredPolicy::known).collect(), organisation.map(str::to_owned))
                });
                conversation.known.set_value(Some(known));
                desk.document.context.update(|context| context.organisation = organisation);
                desk.share_policies();
            }
            Ok(()) => {}
            Err(failure) => {
                conversation.policies.update(|list| list.problem = failure.into());
            }
        }
    });
}

/// Asks again for what was asked for last; for all at first.
pub fn list_again(desk: Desk) {
    let searched = desk.conversation.policies.with_untracked(|list| list.searched.clone());
    load_policies(desk, &searched);
}

/// Stops asking.
pub fn stop_policies(desk: Desk) {
    desk.conversation.policy_line.stop();
}

async fn pages(desk: Desk, turn: &Turn, text: &str) -> Result<(), Failure> {
    let target = untrack(|| desk.connection.target());
    let mut number = 1;
    loop {
        let page = page(desk, turn, text, number, &target).await?;
        let is_last = page.policies.is_empty() || number >= page.pages;
        desk.conversation.policies.update(|list| list.policies.extend(page.policies));
        if is_last {
            return Ok(());
        }
        number += 1;
        turn.say(format!("Page {number} of {}", page.pages));
    }
}

/// One page of the list or, with a text, of the search.
pub(super) async fn page(
    desk: Desk,
    turn: &Turn,
    text: &str,
    number: u32,
    target: &Target,
) -> Result<PolicyPage, Failure> {
    let request = match text {
        "" => Request::list_policies(number, target),
        text => Request::search_policies(text, number, target),
    };
    let answer = turn.ask(desk.connection, &request).await;
    answer.map_err(|cause| no_answer(Call::ListPolicies, cause)).and_then(|answer| answer::policies(&answer))
}

/// Reads one policy as it is stored now and hands it over; the failure as a sentence.
pub fn read(desk: Desk, id: PolicyId, then: impl FnOnce(Stored) + 'static) {
    let conversation = desk.conversation;
    let Some(turn) = conversation.policy_line.take("Reading the policy…") else { return };
    spawn_local(async move {
        let target = untrack(|| desk.connection.target());
        let answer = turn.ask(desk.connection, &Request::read(&id, &target)).await;
        drop(turn);
        let read =
            answer.map_err(|cause| no_answer(Call::ReadPolicy, cause)).and_then(|answer| answer::stored(&answer));
        match read {
            Ok(policy) => {
                conversation.policies.update(|list| list.problem = Problem::default());
                then(Stored { id, dashboard: target.address.origin().unwrap_or_default(), draft: policy.draft });
            }
            Err(failure) => {
                conversation.policies.update(|list| list.problem = failure.into());
            }
        }
    });
}

/// Notes that the dashboard no longer has the policy with this id: its name is free.
pub(super) fn forget_known(desk: Desk, id: &str) {
    desk.conversation.known.update_value(|known| {
        if let Some(known) = known {
            known.retain(|each| each.id != id);
        }
    });
}

/// Deletes one policy. It is a write: the line of writes is taken, and the history has it.
pub fn delete(desk: Desk, policy: StoredPolicy, id: PolicyId) {
    let conversation = desk.conversation;
    let Some(turn) = conversation.writing.take("Deleting the policy") else { return };
    spawn_local(async move {
        let target = untrack(|| desk.connection.target());
        let request = Request::delete(&id, &target);
        let answer = turn.ask(desk.connection, &request).await;
        conversation.note(&request, &answer, policy.name(), id.as_str());
        let deleted =
            answer.map_err(|cause| no_answer(Call::DeletePolicy, cause)).and_then(|answer| answer::deleted(&answer));
        let is_deleted = deleted.is_ok();
        conversation.policies.update(|list| {
            if is_deleted {
                list.policies.retain(|each| each.path_id().as_ref() != Some(&id));
            }
            list.problem = deleted.map_or_else(Problem::from, |_| Problem::default());
        });
        if is_deleted {
            // What was opened of it stays on the desk, as a policy that is not stored.
            let is_it =
                conversation.stored.with_untracked(|stored| stored.as_ref().is_some_and(|stored| stored.id == id));
            forget_known(desk, policy.id());
            let stored = conversation.stored.get_untracked().filter(|_| !is_it);
            desk.set_stored(stored);
            desk.notice.set(format!("“{}” is deleted on the dashboard.", policy.name()));
            browser::focus("policies-filter");
        }
    });
}
