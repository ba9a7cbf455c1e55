//! What became of the request, in words.

use leptos::prelude::*;
use tyk_policy::answer::{Answer, Cause, Created, Failure, keys_for};

use crate::connection::{Outcome, Sending};
use crate::controls::{IconName, copy_button, icon};
use crate::desk::desk;
use crate::view::{Element, code, div, dynamic, element, paragraph, pre};

/// So much of an answer is shown at most, in characters.
const LONGEST_ANSWER: usize = 4_000;

/// The outcome of the last request. It stays until the next one.
pub(super) fn outcome() -> Element {
    let connection = desk().connection;
    let content = dynamic(move || match connection.sending.get() {
        Sending::Done(Outcome { meaning: Ok(created), answer }) => success(created, answer).into_any(),
        Sending::Done(Outcome { meaning: Err(failure), answer }) => failed(failure, answer).into_any(),
        _ => ().into_any(),
    });
    div("outcome").attrs(&[("id", "outcome"), ("tabindex", "-1"), ("role", "status")]).child(content)
}

fn headline(kind: &'static str, picture: IconName, says: String) -> Element {
    paragraph("outcome__headline").attr("data-kind", kind).child(icon(picture)).child(says)
}

/// The policy is stored.
fn success(created: Created, answer: Option<Answer>) -> Element {
    let id = created.id.map_or_else(
        || paragraph("outcome__text").child("The dashboard said OK and named no id. Its list of policies has it."),
        new_id,
    );
    let reply = created.reply.fields().into_iter().fold(element("dl").class("reply"), |reply, (name, value)| {
        let value = code("").child(value.unwrap_or_else(|| "absent".to_owned()));
        reply.child(element("dt").child(name)).child(element("dd").child(value))
    });
    div("outcome__content")
        .child(headline("success", IconName::Check, "The policy is stored.".to_owned()))
        .child(id)
        .child(reply)
        .child(answer.map(raw_answer))
}

/// The id and what to do with it.
fn new_id(id: String) -> Element {
    let [with_list, with_one] = keys_for(&id);
    let line = paragraph("outcome__id")
        .child(element("span").child("Policy id"))
        .child(code("").id("policy-id").child(id.clone()))
        .child(copy_button("Copy id", Signal::stored(id)).id("copy-id"));
    let next =
        "Next: make a key that uses it. Send the body below to POST /api/keys, with your organisation's id in org_id.";
    div("outcome__content")
        .child(line)
        .child(paragraph("outcome__text").child(next))
        .child(key_body("Key with apply_policies", with_list))
        .child(key_body("Older form, with apply_policy_id", with_one))
}

/// The body of a key, one press away.
fn key_body(says: &'static str, body: String) -> Element {
    details(says.to_owned(), body.clone()).child(copy_button("Copy JSON", Signal::stored(body)))
}

fn details(says: String, content: String) -> Element {
    element("details").class("details").child(element("summary").child(says)).child(pre("details__text").child(content))
}

/// The policy is not stored, as far as is known.
fn failed(failure: Failure, answer: Option<Answer>) -> Element {
    // The sentence of a proxy's failure holds what it said.
    let is_said = matches!(failure.cause, Cause::ProxyFailed { .. });
    let said = answer.as_ref().filter(|_| !is_said).and_then(Answer::message);
    div("outcome__content")
        .child(headline("failure", IconName::Error, failure.to_string()))
        .child(said.map(|said| paragraph("outcome__text").child(format!("It said: “{said}”"))))
        .child(paragraph("outcome__text").child(failure.way_out()))
        .child(paragraph("outcome__text").child("Your policy is unchanged, and the curl command is one press away."))
        .child(answer.map(raw_answer))
}

/// The answer as it came, one press away. Text only: whatever it holds, it is not read as HTML.
fn raw_answer(answer: Answer) -> Element {
    let mut short: String = answer.body.chars().take(LONGEST_ANSWER).collect();
    if short.len() < answer.body.len() {
        short.push_str("\n… (the rest is not shown)");
    }
    details(format!("The answer itself (status {})", answer.status), short)
}
