//! What went wrong, and the way out.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::answer::{Answer, Call, Cause, Failure};
use tyk_policy::check::Report;
use tyk_policy::doctor::Diagnosis;

use super::doctor::diagnosed;
use super::outcome::{headline, raw_answer, sentence};
use super::remedy::other_form;
use super::taken::actions;
use crate::browser;
use crate::controls::IconName;
use crate::conversation::{Taken, map_apis, press, try_out};
use crate::desk::{Desk, desk};
use crate::document::element_candidates;
use crate::view::{Element, button, div, paragraph, press as on_press, span};

/// Chromium does so with a connection that it has used before (net/http/http_network_transaction.cc), and no page can stop it.
const SENT_TWICE: &str = "Name and id were free a moment before. Browsers make a call again by themselves when the connection breaks: then \
    the first one may have stored your policy. Look for it in the list of policies.";

/// The policy is not stored, as far as is known.
pub(super) fn failed(
    failure: Failure,
    answer: Option<Answer>,
    diagnosis: Option<Diagnosis>,
    may_be_there: bool,
    taken: Option<Box<Taken>>,
) -> Element {
    let desk = desk();
    // The sentence of a proxy's answer has its message already.
    let is_said = matches!(failure.cause, Cause::ProxyFailed { said: Some(_), .. });
    let said = answer.as_ref().and_then(Answer::message).filter(|_| !is_said);
    let way_out = match diagnosis {
        Some(diagnosis) => diagnosed(&diagnosis),
        None => sentence(failure.way_out()),
    };
    let other_form = other_form(desk, &failure, again(desk, failure.call)).map(|button| button.id("other-form"));
    let fields = likely_fields(desk, &failure, answer.as_ref());
    div("outcome__content")
        .child(headline("failure", IconName::Error, failure.to_string()))
        .child(said.map(|said| sentence(format!("It said: “{said}”"))))
        .child(may_be_there.then(|| sentence(SENT_TWICE)))
        .child(way_out)
        .child(other_form)
        .child(taken.map(|taken| actions(*taken)))
        .child(fields)
        .child(sentence("Your policy is unchanged, and the curl command is one press away."))
        .child(answer.map(raw_answer))
}

/// Begins again with what was pressed.
fn again(desk: Desk, call: Call) -> impl Fn() + 'static {
    move || {
        spawn_local(async move {
            // The part is there: this is drawn by it.
            let _ = match call {
                Call::ListPolicies => try_out(desk).await,
                Call::ListApis | Call::ListMcps => map_apis(desk).await,
                _ => press(desk).await,
            };
        });
    }
}

/// The fields that the refusal is likely about, each a press away.
fn likely_fields(desk: Desk, failure: &Failure, answer: Option<&Answer>) -> Option<Element> {
    if matches!(failure.cause, Cause::NoAnswer(_)) {
        return None;
    }
    let all = untrack(|| desk.reports.all());
    let report: Report = all.iter().map(|located| located.finding.clone()).collect();
    let fields = failure.fields(answer, &report);
    let show = |path: &tyk_policy::check::Path| {
        let row = all.iter().find(|located| located.finding.path == *path).and_then(|located| located.row);
        let (says, candidates) = (path.to_string(), element_candidates(path, row));
        let go = on_press(move || {
            if let Some(row) = row.and_then(|row| desk.document.row(row)) {
                row.open.set(true);
            }
            // A narrow page shows one part alone.
            browser::press("narrow-form");
            browser::focus_first(candidates.clone());
        });
        button("button button--quiet").attr("type", "button").on("click", go).child(span("button__label").child(says))
    };
    let line = paragraph("outcome__fields").child(span("").child("Likely about:"));
    (!fields.is_empty()).then(|| line.children(fields.iter().take(8).map(show)))
}
