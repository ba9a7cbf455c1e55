//! The controls of what can be chosen of the command.

use leptos::prelude::*;
use tyk_policy::request::{BodyFrom, KeyShown, Then};

use super::{Asked, Writing};
use crate::controls::{choice, select};
use crate::desk::desk;
use crate::view::{Chosen, Element, div, element, input, label, span, text, ticked};

/// All of them.
pub(super) fn options() -> Element {
    let writing = desk().preview.writing;
    let [one_line, fail_with_body, compact, ascii] = writing.switches;
    let requests = Asked::ALL.map(|asked| (asked.as_str(), asked.label()));
    let keys = KeyShown::HIDDEN.map(|key| (key.as_str(), key.label()));
    let answers = Then::ALL.map(|then| (then.as_str(), then.label()));
    div("command__options")
        .attr("role", "group")
        .attr("aria-label", "How the command is written")
        .child(list("curl-asked", "Request", &requests, writing.asked, Asked::as_str, &Asked::ALL))
        .child(list("curl-key", "Key", &keys, writing.key, |key| key.as_str(), &KeyShown::HIDDEN))
        .child(list("curl-then", "Answer", &answers, writing.then, Then::as_str, &Then::ALL))
        .child(body(writing))
        .child(
            div("command__switches")
                .child(switch("curl-one-line", "One line", one_line))
                .child(switch("curl-fail", "Fail when refused", fail_with_body))
                .child(switch("curl-compact", "Compact JSON", compact))
                .child(switch("curl-ascii", "ASCII only", ascii)),
        )
}

/// A list of options with its label.
fn list<T: Copy + PartialEq + Send + Sync + 'static>(
    id: &'static str,
    says: &'static str,
    options: &[(&'static str, &'static str)],
    chosen: Chosen<T>,
    word: fn(T) -> &'static str,
    all: &'static [T],
) -> Element {
    let choose = move |value: String| {
        if let Some(option) = all.iter().copied().find(|option| word(*option) == value) {
            chosen.set(option);
        }
    };
    let options = options.iter().map(|(word, label)| ((*word).to_owned(), (*label).to_owned())).collect();
    let value = text(move || word(chosen.get()).to_owned());
    div("command__option")
        .child(label("command__label").attr("for", id).child(says))
        .child(select(id, says, options, value, choose))
}

fn body(writing: Writing) -> Element {
    let chosen = move || Some(writing.body.get());
    let choose = move |body| writing.body.set(body);
    div("command__option").child(span("command__label").child("Body")).child(choice(
        "curl-body",
        "Where the body stands",
        &BodyFrom::ALL,
        BodyFrom::label,
        chosen,
        choose,
    ))
}

fn switch(id: &'static str, says: &'static str, is_on: RwSignal<bool>) -> Element {
    let control = input("").attrs(&[("type", "checkbox")]).id(id);
    let control = control.checked(is_on).on("change", ticked(move |on| is_on.set(on)));
    label("check").child(control).child(element("span").child(says))
}
