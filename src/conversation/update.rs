//! Updating a stored policy: what would change is shown first, and what somebody else has changed since.

use leptos::prelude::*;
use tyk_policy::answer::{self, Call, Cause, Failure, key_id};
use tyk_policy::catalogue::NAME;
use tyk_policy::compare;
use tyk_policy::draft::Draft;
use tyk_policy::request::{PolicyId, Request};

use super::policies::forget_known;
use super::send::{ended, read_back, text};
use super::step::go;
use super::{Outcome, Step, Success, Turn, no_answer};
use crate::browser;
use crate::desk::Desk;

/// Reads what is stored now and shows what an update would change.
pub fn begin_update(desk: Desk) {
    let Some(id) = untrack(|| desk.conversation.replaced(desk.connection)) else { return };
    look_again(desk, id);
}

/// The same for any policy of this dashboard.
pub fn look_again(desk: Desk, id: PolicyId) {
    go(desk, "Reading what is stored now", async move |turn: &Turn| compared(desk, turn, id).await);
}

async fn compared(desk: Desk, turn: &Turn, id: PolicyId) -> Step {
    let target = untrack(|| desk.connection.target());
    let answer = turn.ask(desk.connection, &Request::read(&id, &target)).await;
    let stored =
        answer.clone().map_err(|cause| no_answer(Call::ReadPolicy, cause)).and_then(|answer| answer::stored(&answer));
    match stored {
        Ok(policy) => {
            let stored: Draft = policy.draft;
            let changes = compare::update(&stored, &untrack(|| desk.document.snapshot()));
            let opened = desk.conversation.stored.get_untracked().filter(|opened| opened.id == id);
            let since = opened.map(|opened| compare::since(&opened.draft, &stored)).unwrap_or_default();
            Step::Comparing { id, stored, changes, since, is_anew: false }
        }
        Err(failure) => {
            forget_if_gone(desk, &failure, &id);
            ended(desk, turn, failure, answer.ok()).await
        }
    }
}

/// Puts the policy on the desk in the place of the stored one, after what that changes was shown. What was edited since is
/// shown first.
pub fn update(desk: Desk) {
    if desk.is_paused() {
        desk.preview.show_text();
        return;
    }
    let conversation = desk.conversation;
    let Step::Comparing { id, stored, changes, since, .. } = conversation.step.get_untracked() else { return };
    let now = compare::update(&stored, &untrack(|| desk.document.snapshot()));
    if now != changes {
        conversation.step.set(Step::Comparing { id, stored, changes: now, since, is_anew: true });
        browser::focus("outcome");
        return;
    }
    go(desk, "Waiting for the answer", async move |turn: &Turn| updated(desk, turn, id).await);
}

async fn updated(desk: Desk, turn: &Turn, id: PolicyId) -> Step {
    let (draft, sheet) = (untrack(|| desk.document.snapshot()), desk.sheet());
    let target = untrack(|| desk.connection.target());
    let body = desk.preview.request.with_untracked(|request| request.body.clone().unwrap_or_default());
    let request = Request::update(&id, body, &target);
    let answer = turn.ask(desk.connection, &request).await;
    desk.conversation.note(&request, &answer, text(&draft, NAME.name), id.as_str());
    let meaning = answer
        .clone()
        .map_err(|cause| no_answer(Call::UpdatePolicy, cause))
        .and_then(|answer| answer::updated(&answer));
    match meaning {
        Ok(reply) => {
            let read_back = read_back(desk, turn, Some(id.as_str()), (&draft, sheet), &target).await;
            let id = Some(id.as_str().to_owned());
            let meaning = Success::Stored { id, reply, is_update: true, read_back };
            Step::Done(Outcome::succeeded(meaning, answer.ok()))
        }
        Err(failure) => {
            forget_if_gone(desk, &failure, &id);
            let sent = request.body.as_ref().map_or(0, String::len);
            ended(desk, turn, failure.having_sent(sent), answer.ok()).await
        }
    }
}

/// Somebody else may have deleted the policy on the desk meanwhile. Then it does not stand in its own way as a new one.
fn forget_if_gone(desk: Desk, failure: &Failure, id: &PolicyId) {
    let stored = desk.conversation.stored.get_untracked().filter(|stored| stored.id == *id);
    if let Some(stored) = stored.filter(|_| failure.cause == Cause::NoSuchPolicy) {
        forget_known(desk, key_id(&stored.draft));
    }
}
