//! Adding APIs by a list of their ids.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::super::lead_to;
use super::found::Found;
use super::showing::showing;
use crate::browser;
use crate::controls::{IconName, primary_button};
use crate::desk::desk;
use crate::document::row_element_id;
use crate::view::{Element, div, element, label, memo, paragraph, text, typed};

/// The id of the text box.
const TEXT: &str = "ids-text";
/// The id of what it says of the text.
const SAYS: &str = "ids-says";

/// A box for the ids. It says what it would add before it does.
pub(super) fn paste_form() -> Element {
    let (desk, showing) = (desk(), showing());
    let document = desk.document;
    let pasted = RwSignal::new(String::new());
    let found = memo(move || {
        let present: BTreeSet<_> = document.rows.with(|rows| rows.iter().map(|row| row.key.get()).collect());
        pasted.with(|text| document.context.with(|context| Found::in_text(text, &present, context.apis.as_deref())))
    });
    let add = move || {
        let (new, said) = found.with_untracked(|found| (found.new.clone(), found.added()));
        let Some(first) = document.add_apis(new) else {
            browser::focus(TEXT);
            return;
        };
        showing.is_pasting.set(false);
        desk.tell(said, "Undo");
        lead_to(document, vec![row_element_id(first.id, "toggle")]);
    };
    browser::focus(TEXT);
    let box_of_ids = element("textarea")
        .attrs(&[("class", "input input--literal apis__ids"), ("id", TEXT), ("rows", "5"), ("spellcheck", "false")])
        .attrs(&[("aria-describedby", SAYS), ("autocomplete", "off")])
        .on("input", typed(move |text| pasted.set(text)));
    let says = text(move || found.with(Found::in_words));
    let count = text(move || match found.with(|found| found.new.len()) {
        0 => "Add".to_owned(),
        count => format!("Add {}", super::words::apis(count)),
    });
    div("apis__form")
        .child(label("field__label").attr("for", TEXT).child("API ids"))
        .child(box_of_ids)
        .child(paragraph("field__hint").child(
            "One on each line, or with commas or spaces between them. A policy or a list of APIs as JSON will do, too.",
        ))
        .child(paragraph("apis__says").id(SAYS).attr("role", "status").child(says))
        .child(div("apis__actions").child(primary_button(count, Some(IconName::Add), add).id("ids-add")))
}
