//! What became of the request, in words.

use leptos::prelude::*;
use tyk_policy::answer::{Answer, Created, Failure, keys_for};

use crate::connection::{Connection, Outcome, Sending};
use crate::controls::{CopyButton, IconName, icon};
use crate::view::dynamic;

/// So much of an answer is shown at most, in characters.
const LONGEST_ANSWER: usize = 4_000;

/// The outcome of the last request. It stays until the next one.
pub(super) fn outcome() -> AnyView {
    let connection = expect_context::<Connection>();
    let content = dynamic(move || match connection.sending.get() {
        Sending::Done(Outcome { meaning: Ok(created), answer }) => success(created, answer),
        Sending::Done(Outcome { meaning: Err(failure), answer }) => failed(failure, answer),
        _ => ().into_any(),
    });
    view! { <div class="outcome" id="outcome" tabindex="-1" role="status">{content}</div> }.into_any()
}

fn paragraph(class: &'static str, says: String) -> AnyView {
    view! { <p class=class.to_owned()>{says}</p> }.into_any()
}

fn headline(class: &'static str, picture: IconName, says: String) -> AnyView {
    view! { <p class=class.to_owned()>{icon(picture)} {says}</p> }.into_any()
}

/// The policy is stored.
fn success(created: Created, answer: Option<Answer>) -> AnyView {
    let field = |(name, value): (&'static str, Option<String>)| {
        let value = value.unwrap_or_else(|| "absent".to_owned());
        view! { <dt>{name}</dt><dd><code>{value}</code></dd> }.into_any()
    };
    let fields: Vec<_> = created.reply.fields().into_iter().map(field).collect();
    let id = match created.id {
        Some(id) => new_id(id),
        None => paragraph("outcome__next", "The dashboard said OK and named no id. Its list of policies has it.".to_owned()),
    };
    view! {
        {headline("outcome__headline outcome__headline--success", IconName::Check, "The policy is stored.".to_owned())}
        {id}
        <dl class="reply">{fields}</dl>
        {answer.map(raw_answer)}
    }
    .into_any()
}

/// The id and what to do with it.
fn new_id(id: String) -> AnyView {
    let [with_list, with_one] = keys_for(&id);
    view! {
        <p class="outcome__id">
            <span>"Policy id"</span>
            <code id="policy-id">{id.clone()}</code>
            <CopyButton id="copy-id" text=id label="Copy id"/>
        </p>
        <p class="outcome__next">"Next: make a key that uses it. Send this to " <code>"POST /api/keys"</code> " with your organisation's id in " <code>"org_id"</code> "."</p>
        {key_body("Key with apply_policies", with_list)}
        {key_body("Older form, with apply_policy_id", with_one)}
    }
    .into_any()
}

/// The body of a key, one press away.
fn key_body(summary: &'static str, body: String) -> AnyView {
    view! {
        <details class="key-body">
            <summary>{summary}</summary>
            <pre class="key-body__text">{body.clone()}</pre>
            <CopyButton text=body label="Copy JSON"/>
        </details>
    }
    .into_any()
}

/// The policy is not stored, as far as is known.
fn failed(failure: Failure, answer: Option<Answer>) -> AnyView {
    let said = answer.as_ref().and_then(Answer::message);
    view! {
        {headline("outcome__headline outcome__headline--failure", IconName::Error, failure.to_string())}
        {said.map(|said| paragraph("outcome__said", format!("It said: “{said}”")))}
        {paragraph("outcome__way-out", failure.way_out().to_owned())}
        {paragraph("outcome__kept", "Your policy is unchanged, and the curl command is one press away.".to_owned())}
        {answer.map(raw_answer)}
    }
    .into_any()
}

/// The answer as it came, one press away. Text only: whatever it holds, it is not read as HTML.
fn raw_answer(answer: Answer) -> AnyView {
    let mut short: String = answer.body.chars().take(LONGEST_ANSWER).collect();
    if short.len() < answer.body.len() {
        short.push_str("\n… (the rest is not shown)");
    }
    view! {
        <details class="raw-answer">
            <summary>{format!("The answer itself (status {})", answer.status)}</summary>
            <pre class="raw-answer__text">{short}</pre>
        </details>
    }
    .into_any()
}
