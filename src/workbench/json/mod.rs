//! The body, byte for byte as it is sent, and the editor of it, which is loaded when it is first shown.

mod boxes;
mod editor;
mod fault;
mod layer;
mod remarks;

use leptos::prelude::*;

use super::preview::pane;
use crate::browser;
use crate::controls::{code_pane, copy_button_if, quiet_button};
use crate::desk::{Desk, desk};
use crate::later::{Draw, later};
use crate::view::{Element, div, flag, memo, span, text, when};
use fault::is_long;

later! {
    /// The editor. Its reader is that of the dialog for opening.
    part opening;
    pub fn json_editor() -> Draw { || editor::editor().into_any() }
}

/// The pane: until the editor is there, it shows the body only.
pub(super) fn json_pane() -> Element {
    let desk = desk();
    let preview = desk.preview;
    let copied = text(move || preview.request.with(|request| request.body.clone().unwrap_or_default()));
    let size = text(move || match desk.unreadable.with(Option::is_some) {
        true => "This text cannot be read: nothing is sent or copied".to_owned(),
        false => preview
            .shown
            .with(|request| format!("{} bytes, sent as they stand here", request.body.as_ref().map_or(0, String::len))),
    });
    let copy = copy_button_if("Copy JSON", copied, flag(move || !desk.is_paused()));
    let bar = div("pane__bar")
        .child(span("pane__size").child(size))
        .child(long_text(desk))
        .child(copy.id("copy-json").attr("data-command", "Copy JSON"));
    preview.editor.show(|| ());
    pane("tab-json").child(bar).child(preview.editor.view_instead_of(|| body().into_any()))
}

/// The body to look at.
fn body() -> Element {
    let preview = desk().preview;
    let shown = memo(move || preview.shown.with(|request| request.body.clone().unwrap_or_default()));
    code_pane("json", "JSON body", shown.into())
}

/// What leads from the lines in sight of a long text to a box for all of it, and back.
fn long_text(desk: Desk) -> AnyView {
    let json = desk.preview.json;
    let is_offered = move || json.is_open.get() || json.typed.with(|text| is_long(text));
    let label = text(move || if json.is_open.get() { "Done" } else { "Edit text" }.to_owned());
    let toggle = move || {
        let opens = !json.is_open.get_untracked();
        json.take(desk);
        json.is_open.set(opens);
        // Not every browser gives a button that is pressed the focus.
        json.is_inside.set(false);
        desk.document.history.seal();
        if opens {
            browser::focus("json-text");
        }
    };
    when(is_offered, move || quiet_button(label, None, toggle).id("json-edit").into_any())
}
