//! The box that the text is edited in.

use leptos::prelude::*;

use super::fault::{is_long, policy_in};
use super::layer::layer;
use super::remarks::Remark;
use crate::browser;
use crate::desk::{Desk, desk};
use crate::view::{Element, aria, div, element, press, text, typed, when};

/// So short a text, in bytes, is read at each of the browser's events.
const SHORT: usize = 4_000;

/// The box, with the layer beneath it unless the text is long.
pub(super) fn boxes(remarks: Signal<Vec<Remark>>) -> Element {
    let desk = desk();
    let json = desk.preview.json;
    let is_plain = move || json.is_open.get() || json.typed.with(|text| is_long(text));
    let class = text(move || {
        let more = if is_plain() { " json__boxes--plain" } else { "" };
        let own = if json.is_inside.get() { " json__boxes--own" } else { "" };
        format!("code json__boxes{more}{own}")
    });
    let box_of_text = element("textarea")
        .attrs(&[("id", "json-text"), ("class", "json__text"), ("aria-label", "JSON body")])
        .attrs(&[("spellcheck", "false"), ("autocomplete", "off"), ("autocapitalize", "off"), ("dir", "ltr")])
        .attrs(&[("aria-describedby", "json-fault json-note")])
        .attr("aria-invalid", aria(move || desk.unreadable.with(Option::is_some)))
        .value(json.typed)
        .on("focusin", press(move || enter(desk)))
        .on("input", typed(move |text| edited(desk, text)))
        .on("focusout", press(move || leave(desk)));
    div("")
        .class(class)
        .id("json")
        .child(when(move || !is_plain(), move || layer(remarks).into_any()))
        .child(box_of_text)
}

/// From now on the text is the user's own. It begins as it stands on the desk.
fn enter(desk: Desk) {
    let json = desk.preview.json;
    if !json.is_inside.get_untracked() {
        show_what_is_there(desk);
        json.is_inside.set(true);
    }
}

/// The text that cannot be read, or else the body.
pub(super) fn show_what_is_there(desk: Desk) {
    let body = || desk.preview.request.with_untracked(|request| request.body.clone().unwrap_or_default());
    let there = desk.unreadable.get_untracked().unwrap_or_else(body);
    if desk.preview.json.typed.with_untracked(|text| *text != there) {
        desk.preview.json.typed.set(there);
    }
}

/// Takes what is typed: of a longer text when the browser is done with it, which may tell of what is pasted line by line,
/// and of a long one when nobody has typed for a moment.
fn edited(desk: Desk, text: String) {
    let json = desk.preview.json;
    let is_long = is_long(&text);
    let is_short = text.len() < SHORT;
    if is_long {
        json.is_open.set(true);
    }
    json.typed.set(text);
    let edit = json.wait_for(read);
    if is_short {
        json.take(desk);
        return;
    }
    let read_if_last = move || {
        if json.is_last(edit) {
            json.take(desk);
        }
    };
    browser::later(read_if_last, if is_long { 300 } else { 0 });
}

/// Puts the policy that the text is in place of the present one. What cannot be read is kept, beside the last good state.
fn read(desk: Desk) {
    let (json, document) = (desk.preview.json, desk.document);
    let Some(text) = json.typed.try_get_untracked() else { return };
    document.history.typing(|| match policy_in(&text) {
        Ok(draft) => {
            json.set_unreadable(None);
            document.replace(&draft);
        }
        Err(_) => json.set_unreadable(Some(text.clone())),
    });
}

/// The text becomes the body again. A window that loses the focus is not left: its user comes back to the same text.
pub(super) fn leave(desk: Desk) {
    let json = desk.preview.json;
    if !browser::has_focus() || !json.is_inside.get_untracked() {
        return;
    }
    json.take(desk);
    desk.document.history.seal();
    json.is_inside.set(false);
    show_what_is_there(desk);
}
