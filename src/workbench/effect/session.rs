//! The session that a key would hold.

use leptos::prelude::*;
use tyk_policy::effect::{Checked, key};
use tyk_policy::write::{Layout, json};

use super::shown::{Shown, Worked};
use crate::browser;
use crate::controls::{code_pane, copy_button_if};
use crate::desk::desk;
use crate::view::{Element, div, either, flag, memo, paragraph, span, text};

/// The session as JSON, or the reason why no key holds one.
pub(super) fn session(shown: Shown) -> Element {
    let desk = desk();
    // Whole seconds: the moment at which the pane was opened stands for the one at which the key is made.
    let made = i64::from(browser::whole(browser::milliseconds() / 1_000.0));
    let written = memo(move || shown.all(|worked| written(worked, made)));
    let content = text(move || written.get().unwrap_or_default());
    let there = move || {
        let copy = copy_button_if("Copy session", content, flag(move || !desk.is_paused()));
        let bar = div("pane__bar")
            .child(span("pane__size").child("What the Gateway keeps of a key that is made now"))
            .child(copy.id("copy-session"));
        let note = "The key's own secrets and dates, and what is counted while it is used, are left out.";
        div("effect__session")
            .child(bar)
            .child(code_pane("session", "Session of a key", content))
            .child(paragraph("pane__note").child(note))
            .into_any()
    };
    let none = || {
        let says = "No key can use this policy alone as it is, so no session comes of it. What is in the way stands under \
            “What a key gets”.";
        paragraph("effect__says").child(says).into_any()
    };
    div("effect__part").child(either(move || written.with(Option::is_some), there, none))
}

fn written(Worked { draft, report, effect }: &Worked, made: i64) -> Option<String> {
    key::preview(&Checked { draft, report }, effect, made).map(|session| json(&session, Layout::Indented))
}
