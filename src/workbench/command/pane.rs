//! The pane with the command.

use leptos::prelude::*;
use tyk_policy::request::{ApiKey, CommandFile, CommandForm, KeyShown, Request, Shell, Style};

use super::super::preview::pane;
use super::Written;
use crate::browser;
use crate::controls::{IconName, code_pane, copy_button, copy_button_if, plain_button, quiet_button, select};
use crate::desk::{Desk, desk};
use crate::view::{
    Element, Item, aria, code, div, each, either, element, flag, input, label, memo, paragraph, text, ticked, when,
};

/// What is said while the key is in the command.
const REVEALED: &str = "The key itself stands in this text: take care where you paste it.";

/// The curl command with its switches.
pub(in crate::workbench) fn curl_pane() -> Element {
    let desk = desk();
    let (preview, connection, writing) = (desk.preview, desk.connection, desk.preview.writing);
    let is_revealed = RwSignal::new(false);
    let is_paused = move || desk.unreadable.with(Option::is_some);
    // Without a key there is none to reveal.
    let is_revealing = memo(move || is_revealed.get() && connection.key.with(|key| *key != ApiKey::default()));
    let command_of = move |request: &Request| {
        let form = writing.form(connection);
        connection.key.with(|key| {
            let key = if is_revealing.get() { KeyShown::Revealed(key) } else { form.key };
            writing.written(desk, request, &CommandForm { key, ..form })
        })
    };
    let written = memo(move || preview.shown.with(command_of));
    let shown = memo(move || written.with(|written| written.text.clone()));
    let copied = text(move || preview.request.with(command_of).text);
    let reveal = input("").attrs(&[("type", "checkbox"), ("id", "reveal")]);
    let reveal = reveal.checked(is_revealed).on("change", ticked(move |on| is_revealed.set(on)));
    let copy = move || {
        let copy = copy_button_if("Copy curl", copied, flag(move || !desk.is_paused())).id("copy-curl");
        copy.attr("data-command", "Copy curl").into_any()
    };
    let more = quiet_button("More", Some(IconName::Chevron), move || writing.toggle_options(desk));
    let bar = div("pane__bar")
        .child(shell_select(desk))
        .child(style_select(desk))
        .child(when(move || is_paused() || shown.with(|text| !text.is_empty()), copy))
        .child(label("check").child(reveal).child(element("span").child("Reveal key")))
        .child(more.id("curl-more").attr("aria-expanded", aria(move || writing.are_options_open.get())));
    let command = either(
        is_paused,
        || div("code code--none").into_any(),
        move || code_pane("curl", "curl command", shown.into()).into_any(),
    );
    pane("tab-curl")
        .child(bar)
        .child(when(move || writing.are_options_open.get(), move || writing.options.view()))
        .child(command)
        .child(beside(desk, written, is_revealing))
}

/// What belongs to the command: what has to be known of it, the line that sets the key, its files, the form that works.
fn beside(desk: Desk, written: Memo<Written>, is_revealing: Memo<bool>) -> Element {
    let is_paused = move || desk.unreadable.with(Option::is_some);
    let note = text(move || {
        if is_paused() {
            "There is no command while the text in the JSON pane cannot be read. Mend it there, or drop it.".to_owned()
        } else {
            let warning = if is_revealing.get() { REVEALED } else { "" };
            written.with(|written| match written.text.is_empty() {
                true => written.note.clone(),
                false => format!("{warning} {}", written.note).trim().to_owned(),
            })
        }
    });
    let setup =
        memo(move || written.with(|written| written.setup.clone().filter(|_| !is_paused() && !is_revealing.get())));
    let line = text(move || setup.get().unwrap_or_default());
    let set_key = move || {
        div("command__setup")
            .child(paragraph("pane__note").child("Set the key first, without leaving it in the history:"))
            .child(code("command__line").child(line))
            .child(copy_button("Copy line", line).id("copy-setup"))
            .into_any()
    };
    let files = move || {
        let item = |file: &CommandFile| {
            let name = file.name;
            // What it holds then, not what it held when the button was drawn.
            let give = move || {
                // This brings the policy up to date.
                if desk.is_paused() {
                    return;
                }
                written.with_untracked(|written| {
                    let file = written.files.iter().find(|file| file.name == name);
                    file.is_some_and(|file| browser::give_file(name, &file.content))
                });
            };
            Item::new(name, move || plain_button(format!("Download {name}"), None, give).into_any())
        };
        written.with(|written| written.files.iter().filter(|_| !is_paused()).map(item).collect())
    };
    let has_other = move || written.with(|written| written.instead.is_some()) && !is_paused();
    let other = move || {
        let choose = move || {
            if let Some(form) = written.with_untracked(|written| written.instead) {
                desk.preview.writing.choose(form);
                // The button goes.
                browser::focus("copy-curl");
            }
        };
        plain_button("Use the form that works", None, choose).id("curl-instead").into_any()
    };
    div("command__beside")
        .child(paragraph("pane__note").attr("role", "status").child(note))
        .child(when(has_other, other))
        .child(div("command__files").child(each(files)))
        .child(when(move || setup.with(Option::is_some), set_key))
}

/// The choice of the shell.
fn shell_select(desk: Desk) -> Element {
    let writing = desk.preview.writing;
    let choose = move |word: String| {
        if let Some(shell) = Shell::find(&word) {
            writing.choose_shell(desk, shell);
        }
    };
    let options = Shell::ALL.map(|shell| (shell.as_str().to_owned(), shell.label().to_owned()));
    let value = text(move || writing.shell.get().as_str().to_owned());
    select("curl-shell", "Shell", options.into(), value, choose)
}

/// The choice of how the command is written.
fn style_select(desk: Desk) -> Element {
    let style = desk.connection.style;
    let choose = move |word: String| {
        if let Some(chosen) = Style::ALL.into_iter().find(|style| style.as_str() == word) {
            style.set(chosen);
            desk.preview.writing.load(desk);
        }
    };
    let options = Style::ALL.map(|style| (style.as_str().to_owned(), style.label().to_owned()));
    let value = text(move || style.get().as_str().to_owned());
    select("curl-style", "Style of the command", options.into(), value, choose)
}
