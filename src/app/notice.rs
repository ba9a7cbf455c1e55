//! What just happened to the whole policy, and the way back.

use leptos::prelude::*;

use crate::controls::{IconName, icon_button, plain_button};
use crate::desk::desk;
use crate::view::{Element, div, paragraph, read, text, when};

/// A line above the form that stays until it is closed.
pub(super) fn notice() -> Element {
    let says = desk().notice;
    let (desk, history, way_back) = (desk(), desk().document.history, desk().way_back);
    let back = move || desk.go_back();
    let can_go = move || way_back.get().is_some_and(|(step, _)| history.is_done(step) || history.is_undone(step));
    let label = text(move || match way_back.get() {
        Some((step, label)) if history.is_done(step) => label.to_owned(),
        _ => "Bring it again".to_owned(),
    });
    let back_button = move || plain_button(label, Some(IconName::Back), back).into_any();
    let line = move || {
        div("notice")
            .child(paragraph("notice__text").child(read(says)))
            .child(when(can_go, back_button))
            .child(icon_button("Close this notice", IconName::Close, move || says.set(String::new())))
            .into_any()
    };
    div("notices").attr("role", "status").child(when(move || says.with(|says| !says.is_empty()), line))
}
