//! What is asked before a policy is sent, and what became of it, in words.

use leptos::prelude::*;
use tyk_policy::answer::{Answer, Reply, keys_for};
use tyk_policy::check::Severity;
use tyk_policy::compare::Difference;

use super::comparing::comparing;
use super::differences::{differences, said};
use super::failed::failed;
use super::moving::moving;
use super::taken::taken;
use crate::browser;
use crate::controls::{IconName, copy_button, icon, plain_button, quiet_button};
use crate::conversation::{Outcome, Step, Success, create};
use crate::desk::desk;
use crate::view::{Element, code, div, dynamic, element, paragraph, pre, text};

/// So much of an answer is shown at most, in bytes.
const LONGEST_ANSWER: usize = 4_000;

/// Where writing stands. It stays until the next write.
pub(super) fn outcome() -> Element {
    let conversation = desk().conversation;
    div("outcome__step").child(dynamic(move || match conversation.step.get() {
        Step::Idle => ().into_any(),
        Step::Asking => asking().into_any(),
        Step::Taken(found) => taken(found).into_any(),
        Step::Comparing { id, stored: _, changes, since, is_anew } => comparing(id, changes, since, is_anew).into_any(),
        Step::Moving(matches) => moving(matches).into_any(),
        Step::Done(Outcome { meaning: Ok(success), answer, .. }) => succeeded(success, answer).into_any(),
        Step::Done(Outcome { meaning: Err(failure), answer, diagnosis, may_be_there, taken }) => {
            failed(failure, answer, diagnosis, may_be_there, taken).into_any()
        }
    }))
}

/// The question before a policy with errors is sent.
fn asking() -> Element {
    let desk = desk();
    let question = text(move || match desk.reports.count(Severity::Error) {
        1 => "Send with 1 error?".to_owned(),
        count => format!("Send with {count} errors?"),
    });
    let back = move || {
        desk.conversation.step.set(Step::Idle);
        browser::focus("findings-first");
    };
    let group = div("asking").attr("role", "group").attr("aria-label", question);
    group
        .child(paragraph("asking__question").child(question))
        .child(plain_button("Send anyway", None, move || create(desk)).id("send-anyway"))
        .child(quiet_button("Back to the policy", None, back))
}

/// The line that says it all.
pub(super) fn headline(kind: &'static str, picture: IconName, says: String) -> Element {
    paragraph("outcome__headline").attr("data-kind", kind).child(icon(picture)).child(says)
}

/// A sentence below it.
pub(super) fn sentence(says: impl Into<String>) -> Element {
    paragraph("outcome__text").child(says.into())
}

fn succeeded(success: Success, answer: Option<Answer>) -> Element {
    let content = div("outcome__content");
    match success {
        Success::Connected { policies, organisation } => {
            let whose =
                if organisation.is_empty() { String::new() } else { format!(" The organisation is {organisation}.") };
            content
                .child(headline("success", IconName::Check, "The connection works.".to_owned()))
                .child(sentence(format!("The key may read policies: the dashboard has {policies}.{whose}")))
        }
        Success::Stored { id, reply, is_update, read_back } => {
            let says = if is_update { "The policy is updated." } else { "The policy is stored." };
            content
                .child(headline("success", IconName::Check, says.to_owned()))
                .child(id.map_or_else(no_id, |id| new_id(id, is_update)))
                .child(compared(read_back))
                .child(envelope(&reply))
                .child(answer.map(raw_answer))
        }
    }
}

/// Status, Message, Meta and ID.
fn envelope(reply: &Reply) -> Element {
    reply.fields().into_iter().fold(element("dl").class("reply"), |reply, (name, value)| {
        let value = code("").child(value.unwrap_or_else(|| "absent".to_owned()));
        reply.child(element("dt").child(name)).child(element("dd").child(value))
    })
}

fn no_id() -> Element {
    sentence("The dashboard said OK and named no id. Its list of policies has it.")
}

/// What was stored, against what was sent.
fn compared(read_back: Option<Vec<Difference>>) -> Element {
    match read_back {
        None => sentence("It could not be read back, so whether each field was kept is not known."),
        Some(none) if none.is_empty() => sentence("Read back: every field is stored as it was sent."),
        Some(found) => {
            let says = format!("Read back: {} stored differently from what was sent.", said(&found));
            div("outcome__content")
                .child(headline("warning", IconName::Warning, says))
                .child(differences(&found, ["Sent", "Stored"]))
        }
    }
}

/// The id and what to do with it.
fn new_id(id: String, is_update: bool) -> Element {
    let [with_list, with_one] = keys_for(&id);
    let line = paragraph("outcome__id")
        .child(element("span").child("Policy id"))
        .child(code("").id("policy-id").child(id.clone()))
        .child(copy_button("Copy id", Signal::stored(id)).id("copy-id"));
    let content = div("outcome__content").child(line);
    if is_update {
        return content;
    }
    let next =
        "Next: make a key that uses it. Send the body below to POST /api/keys, with your organisation's id in org_id.";
    content
        .child(sentence(next))
        .child(key_body("Key with apply_policies", with_list))
        .child(key_body("Older form, with apply_policy_id", with_one))
}

/// The body of a key, one press away.
fn key_body(says: &'static str, body: String) -> Element {
    details(says.to_owned(), body.clone()).child(copy_button("Copy JSON", Signal::stored(body)))
}

/// A text, one press away.
pub(super) fn details(says: String, content: String) -> Element {
    element("details").class("details").child(element("summary").child(says)).child(pre("details__text").child(content))
}

/// The answer as it came, one press away. Text only: whatever it holds, it is not read as HTML.
pub(super) fn raw_answer(answer: Answer) -> Element {
    let (mut short, is_cut) = answer.excerpt(LONGEST_ANSWER);
    if is_cut {
        short.push_str("\n… (the rest is not shown)");
    }
    details(format!("The answer itself (status {})", answer.status), short)
}
