//! Sending a new policy: first it is seen that its name and id are free, then it is sent once, then it is read back.

use leptos::prelude::*;
use tyk_policy::answer::{self, Answer, Call, Cause, Created, Failure, NoAnswer};
use tyk_policy::catalogue::{ID, NAME};
use tyk_policy::check::{Path, Severity};
use tyk_policy::compare::{self, Difference};
use tyk_policy::doctor::{self, Evidence};
use tyk_policy::draft::{Draft, Edit, Json};
use tyk_policy::moving;
use tyk_policy::request::{Address, PolicyId, Request, Target};

use super::names::{Seen, look};
use super::step::go;
use super::{Outcome, Step, Stored, Success, Turn, begin_update, no_answer};
use crate::browser;
use crate::desk::Desk;
use crate::later::later;

later! {
    /// What pressing Send does: sends if nothing is in the way, and asks where something is.
    part dashboard;
    pub fn press(desk: Desk) -> () { begin(desk) }
}

later! {
    /// What pressing "Send as new" does, where the policy on the desk is a stored one.
    part dashboard;
    pub fn press_new(desk: Desk) -> () { begin_new(desk) }
}

fn begin(desk: Desk) {
    let conversation = desk.conversation;
    if untrack(|| conversation.writing.is_busy()) {
        return;
    }
    if untrack(|| conversation.replaced(desk.connection)).is_some() {
        begin_update(desk);
    } else if untrack(|| desk.reports.count(Severity::Error)) > 0 {
        conversation.step.set(Step::Asking);
        browser::focus("send-anyway");
    } else {
        create(desk);
    }
}

/// Makes the stored policy on the desk a policy of its own, and sends that. With the ids of the stored one it would be taken
/// for that.
fn begin_new(desk: Desk) {
    let conversation = desk.conversation;
    if conversation.writing.is_busy_now() {
        return;
    }
    if let Some(stored) = conversation.stored.get_untracked() {
        let draft = untrack(|| desk.document.snapshot());
        let draft = moving::stripped(&draft);
        let has_its_id =
            text(&draft, ID.name) == text(&stored.draft, ID.name) || text(&draft, ID.name) == stored.id.as_str();
        let own_id = Edit::Remove(Path::root().name(ID.name));
        let draft = if has_its_id { draft.edited(&[own_id]) } else { draft };
        desk.open(&draft, "This is a new policy now, without the ids of the stored one.".to_owned());
    }
    begin(desk);
}

/// Sends the policy as a new one.
pub fn create(desk: Desk) {
    if desk.is_paused() {
        desk.preview.show_text();
        return;
    }
    go(desk, "Looking whether the name is free", async move |turn: &Turn| created(desk, turn).await);
}

async fn created(desk: Desk, turn: &Turn) -> Step {
    let (draft, sheet) = (untrack(|| desk.document.snapshot()), desk.sheet());
    let target = untrack(|| desk.connection.target());
    let body = desk.preview.request.with_untracked(|request| request.body.clone().unwrap_or_default());
    let was_free = match look(desk, turn, &draft, &target).await {
        Ok(Seen::Taken(taken)) => return Step::Taken(taken),
        Ok(seen) => seen == Seen::Free,
        Err(failure) => return ended(desk, turn, failure, None).await,
    };
    turn.say("Waiting for the answer".to_owned());
    let request = Request::create_with_body(body, &target);
    let answer = turn.ask(desk.connection, &request).await;
    let meaning = answer
        .clone()
        .map_err(|cause| no_answer(Call::CreatePolicy, cause))
        .and_then(|answer| answer::created(&answer));
    let id = meaning.as_ref().ok().and_then(|created| created.id.clone()).unwrap_or_default();
    desk.conversation.note(&request, &answer, text(&draft, NAME.name), &id);
    match meaning {
        Ok(Created { id, reply }) => {
            let read_back = read_back(desk, turn, id.as_deref(), (&draft, sheet), &target).await;
            let meaning = Success::Stored { id, reply, is_update: false, read_back };
            Step::Done(Outcome::succeeded(meaning, answer.ok()))
        }
        Err(failure) => {
            let sent = request.body.as_ref().map_or(0, String::len);
            let is_taken = matches!(failure.cause, Cause::NameInUse | Cause::IdInUse);
            let step = ended(desk, turn, failure.having_sent(sent), answer.ok()).await;
            match (is_taken, step) {
                (true, Step::Done(outcome)) => {
                    // By now the dashboard may say which policy it is.
                    let taken = match look(desk, turn, &draft, &target).await {
                        Ok(Seen::Taken(taken)) => Some(Box::new(taken)),
                        _ => None,
                    };
                    Step::Done(Outcome { may_be_there: was_free, taken, ..outcome })
                }
                (_, step) => step,
            }
        }
    }
}

/// Reads what was stored and compares it with what was sent. The policy on the desk is that one from now on, unless another
/// one lies there by now.
pub(super) async fn read_back(
    desk: Desk,
    turn: &Turn,
    id: Option<&str>,
    (sent, sheet): (&Draft, u32),
    target: &Target,
) -> Option<Vec<Difference>> {
    let id = PolicyId::new(id?)?;
    turn.say("Reading it back".to_owned());
    let answer = turn.ask(desk.connection, &Request::read(&id, target)).await.ok()?;
    let stored = answer::stored(&answer).ok()?;
    // The dashboard may have named its own id; the list names each policy by this one.
    let id = stored.path_id().unwrap_or(id);
    let differences = compare::read_back(sent, &stored.draft);
    let dashboard = target.address.origin().unwrap_or_default();
    if desk.sheet() == sheet {
        desk.set_stored(Some(Stored { id, dashboard, draft: stored.draft }));
    }
    Some(differences)
}

/// An end without success. Where no answer came, the page looks for the cause, without the key.
pub(super) async fn ended(desk: Desk, turn: &Turn, failure: Failure, answer: Option<Answer>) -> Step {
    let is_hidden = failure.hides_its_cause();
    let elapsed_ms = match failure.cause {
        Cause::NoAnswer(NoAnswer::TimedOut(seconds)) => seconds * 1_000,
        _ => turn.elapsed(),
    };
    let mut outcome = Outcome::failed(failure, answer);
    if is_hidden {
        turn.say("Looking for the cause".to_owned());
        let address = untrack(|| desk.connection.target()).address;
        outcome.diagnosis = Some(doctor::diagnose(&evidence(address, elapsed_ms, turn.has_answered()).await));
    }
    Step::Done(outcome)
}

async fn evidence(dashboard: Address, elapsed_ms: u32, has_answered: bool) -> Evidence {
    let page = browser::origin().unwrap_or_else(|| "null".to_owned());
    let is_relay = browser::meta("relay").is_some() && dashboard.origin().as_deref() == Some(page.as_str());
    let browser::Found { is_online, permission, blocked_by_policy, probe } = browser::look(dashboard.as_str()).await;
    let patience_ms = browser::PATIENCE * 1_000;
    Evidence {
        page,
        dashboard,
        is_online,
        permission,
        blocked_by_policy,
        probe,
        elapsed_ms,
        patience_ms,
        is_relay,
        has_answered,
    }
}

/// The text of a root field; empty where it is none.
pub(super) fn text<'a>(draft: &'a Draft, name: &str) -> &'a str {
    let field = tyk_policy::catalogue::root_field(name);
    field.and_then(|field| draft.get(field)).and_then(Json::as_text).unwrap_or_default()
}
