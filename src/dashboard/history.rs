//! What was sent from this tab.

use leptos::prelude::*;
use tyk_policy::read;

use crate::controls::plain_button;
use crate::conversation::Sent;
use crate::desk::{Desk, desk};
use crate::view::{Element, code, div, dynamic, element, paragraph, span};

use super::dialog::close;

/// The writes, the newest first.
pub(super) fn history() -> Element {
    let desk = desk();
    let hint = "In the memory of this tab only, and without the key.";
    div("talk__part").child(paragraph("field__hint").child(hint)).child(dynamic(move || {
        let sent = desk.conversation.history.get();
        if sent.is_empty() {
            return paragraph("talk__none").child("Nothing was sent from this tab yet.").into_any();
        }
        element("ol").class("talk__list").children(sent.into_iter().map(|sent| item(desk, sent))).into_any()
    }))
}

fn item(desk: Desk, sent: Sent) -> Element {
    let status = sent.status.map_or_else(|| "no answer".to_owned(), |status| status.to_string());
    let name = if sent.name.is_empty() { "(no name)".to_owned() } else { sent.name };
    let what = format!("{} {} {status}", sent.time, sent.method.as_str());
    let text = div("talk__text")
        .child(span("talk__name").child(name.clone()))
        .child(span("talk__facts").child(what))
        .child(code("talk__facts").child(sent.url))
        .child(code("talk__facts").child(sent.id));
    let open = sent.body.map(|body| {
        let open = move || {
            let reading = read::json_text(&body);
            if let Some(found) = reading.as_ref().and_then(|reading| reading.policies.first()) {
                desk.open(&found.draft, format!("Opened what was sent as “{name}”. It is a policy of its own now."));
                close();
            }
        };
        div("talk__actions").child(plain_button("Open", None, open))
    });
    element("li").class("talk__item").child(text).child(open)
}
