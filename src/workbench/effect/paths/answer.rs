//! The answer: allowed or refused, what each entry says, what else opens, and what belongs to it.

use leptos::prelude::*;

use super::super::facts::{facts, field_link};
use super::outcome::{Entry, Outcome};
use crate::controls::{IconName, changing_icon, icon};
use crate::desk::desk;
use crate::mending::apply;
use crate::view::{
    Element, Item, button, capitalised, code, div, each, element, li, paragraph, press, span, text, ul, when,
};

/// So many entries are judged in sight at most.
const MOST_ENTRIES: usize = 100;

/// Allowed or refused, at a glance.
pub(super) fn answer(outcome: Memo<Outcome>) -> Element {
    let word = move || outcome.with(|outcome| outcome.allowed);
    let kind = text(move || match word() {
        Some(true) => "good".to_owned(),
        Some(false) => "error".to_owned(),
        None => "warning".to_owned(),
    });
    let picture = text(move || {
        let picture = match word() {
            Some(true) => IconName::Check,
            Some(false) => IconName::Error,
            None => IconName::Warning,
        };
        picture.as_str().to_owned()
    });
    let says = text(move || outcome.with(|outcome| outcome.says.clone()));
    let asked = text(move || outcome.with(|outcome| outcome.asked.clone()));
    paragraph("tester__answer")
        .attrs(&[("id", "effect-answer"), ("role", "status")])
        .attr("data-kind", kind)
        .child(changing_icon(picture))
        .child(span("").child(code("").child(asked)).child(" ").child(span("tester__says").child(says)))
}

/// What each allowed path says, in the order of the policy.
pub(super) fn entries(outcome: Memo<Outcome>) -> Element {
    let items = move || {
        let item = |entry: &Entry| {
            let entry = entry.clone();
            let key = format!("{} {} {} {} {}", entry.from, entry.url, entry.prepared, entry.says, entry.decides);
            Item::new(key, move || entry_line(&entry).into_any())
        };
        outcome.with(|outcome| outcome.entries.iter().take(MOST_ENTRIES).map(item).collect())
    };
    ul("tester__entries").attr("aria-label", "What each allowed path says").child(each(items))
}

fn entry_line(entry: &Entry) -> Element {
    let picture = if entry.matches { IconName::Check } else { IconName::Close };
    let line = li("tester__entry").attr("data-decides", if entry.decides { "true" } else { "false" });
    let head = div("tester__pattern").child(code("").child(entry.url.clone())).child(field_link(&entry.from));
    let prepared = (entry.prepared != entry.url).then(|| {
        paragraph("pane__note").child("The Gateway reads it as ").child(code("").child(entry.prepared.clone()))
    });
    let body = div("tester__body")
        .child(head)
        .child(paragraph("tester__judged").child(capitalised(&entry.says)))
        .child(prepared);
    line.child(icon(picture)).child(body)
}

/// What the entry that decides opens besides, and the way to hold it.
pub(super) fn opens(outcome: Memo<Outcome>) -> AnyView {
    let draw = move || {
        let says = text(move || outcome.with(|outcome| outcome.also.join("  ")));
        let desk = desk();
        let has_fix = move || outcome.with(|outcome| outcome.fix.is_some());
        let label = text(move || {
            let says = outcome.with(|outcome| outcome.fix.as_ref().map(|fix| fix.says.clone()));
            format!("Fix: {}", says.unwrap_or_default())
        });
        let hold = move || {
            if let Some(fix) = outcome.with_untracked(|outcome| outcome.fix.clone()) {
                apply(desk, fix);
            }
        };
        let button = move || {
            let hold = button("fix").attrs(&[("type", "button"), ("id", "effect-anchor")]).on("click", press(hold));
            hold.child(label).into_any()
        };
        div("tester__opens")
            .id("effect-opens")
            .child(paragraph("effect__says").child("This pattern is not held at its ends. It opens these as well:"))
            .child(code("tester__also").child(says))
            .child(when(has_fix, button))
            .into_any()
    };
    when(move || outcome.with(|outcome| !outcome.also.is_empty()), draw)
}

/// The endpoint's own limit, and what one has to know.
pub(super) fn beside(outcome: Memo<Outcome>) -> Element {
    let has_limit = move || outcome.with(|outcome| !outcome.endpoint.is_empty());
    let limit = move || {
        facts(|| "The limit of the endpoint".to_owned(), move || outcome.with(|outcome| outcome.endpoint.clone()))
            .into_any()
    };
    let notes = move || {
        let item = |note: &String| {
            let note = note.clone();
            Item::new(note.clone(), move || element("li").child(note).into_any())
        };
        outcome.with(|outcome| outcome.notes.iter().map(item).collect())
    };
    div("tester__beside").child(when(has_limit, limit)).child(ul("tester__notes pane__note").child(each(notes)))
}
