//! What is in the pane: the words on top, and below them one of its parts.

use leptos::prelude::*;

use super::apis::apis;
use super::counters::counters;
use super::facts::facts;
use super::ignored::ignored;
use super::kept::{Kept, Part};
use super::paths::tester;
use super::refused::refused;
use super::session::session;
use super::shown::Shown;
use super::traffic::traffic;
use crate::controls::{choice, copy_button_if};
use crate::desk::desk;
use crate::view::{Element, div, dynamic, either, element, flag, memo, paragraph, section, text};

/// The pane, or why it pauses.
pub(super) fn content() -> Element {
    let desk = desk();
    let is_paused = move || desk.unreadable.with(Option::is_some);
    let paused = || {
        let says = "Nothing is worked out while the text in the JSON pane cannot be read. Mend it there, or drop it.";
        paragraph("pane__note").attrs(&[("id", "effect-paused"), ("role", "status")]).child(says).into_any()
    };
    div("effect").child(either(is_paused, paused, || worked().into_any()))
}

fn worked() -> Element {
    let shown = Shown::follow(desk());
    let Kept { part, request, plan, .. } = Kept::of(desk(), shown);
    let parts = choice(
        "effect-part",
        "What is shown of the effect",
        &Part::ALL,
        Part::label,
        move || Some(part.get()),
        move |chosen| part.set(chosen),
    );
    let chosen = memo(move || part.get() as usize);
    let drawn = dynamic(move || {
        let _ = chosen.get();
        untrack(|| match part.get_untracked() {
            Part::Gets => key_gets(shown),
            Part::Paths => tester(shown, request),
            Part::Traffic => traffic(shown, plan),
            Part::Session => session(shown),
        })
        .into_any()
    });
    div("effect__worked").child(words(shown)).child(parts).child(div("effect__chosen").child(drawn))
}

/// The paragraph for a ticket.
fn words(shown: Shown) -> Element {
    let desk = desk();
    let says = text(move || shown.effect(|effect| effect.words()));
    let copy = copy_button_if("Copy words", says, flag(move || !desk.is_paused()));
    let bar = div("pane__bar")
        .child(element("h2").class("effect__heading").id("effect-words-heading").child("In plain words"))
        .child(copy.id("copy-words").attr("data-command", "Copy the effect in words"));
    section("effect__part")
        .attrs(&[("aria-labelledby", "effect-words-heading")])
        .child(bar)
        .child(paragraph("effect__words").id("effect-words").child(says))
}

/// What is refused, the key, its counters and APIs, and what is ignored.
fn key_gets(shown: Shown) -> Element {
    div("effect__gets")
        .child(refused(shown))
        .child(
            section("effect__part")
                .attrs(&[("aria-labelledby", "effect-limits-heading")])
                .child(element("h2").class("effect__heading").id("effect-limits-heading").child("Limits"))
                .child(counters(shown)),
        )
        .child(apis(shown))
        .child(
            section("effect__part")
                .attrs(&[("aria-labelledby", "effect-key-heading")])
                .child(element("h2").class("effect__heading").id("effect-key-heading").child("The key"))
                .child(facts(|| "The key".to_owned(), move || shown.effect(|effect| effect.rows()))),
        )
        .child(ignored(shown))
}
