//! What is said above the form while the text of the JSON pane cannot be read.

use leptos::prelude::With;

use super::narrow_bar::NarrowView;
use crate::browser;
use crate::controls::{plain_button, quiet_button};
use crate::desk::desk;
use crate::view::{Chosen, Element, div, paragraph, when};

/// A quiet line with both ways out.
pub(super) fn unreadable(view: Chosen<NarrowView>) -> Element {
    let desk = desk();
    let show = move || {
        view.set(NarrowView::Preview);
        desk.preview.show_text();
    };
    let drop = move || {
        desk.drop_unreadable();
        browser::focus("main");
    };
    let says =
        "The text in the JSON pane cannot be read. The form shows the last good state; nothing is sent or copied.";
    let line = move || {
        div("notice")
            .child(paragraph("notice__text").child(says))
            .child(plain_button("Show the text", None, show).id("unreadable-show"))
            .child(quiet_button("Drop it, go back to the last good state", None, drop).id("unreadable-drop"))
            .into_any()
    };
    div("").attr("role", "status").child(when(move || desk.unreadable.with(Option::is_some), line))
}
