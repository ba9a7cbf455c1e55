//! What just happened to the whole policy, and the way back.

use leptos::prelude::*;

use crate::controls::{IconName, icon_button, plain_button};
use crate::desk::desk;
use crate::view::{Element, div, element, paragraph, read, when};

/// A line above the form that stays until it is closed.
pub(super) fn notice() -> Element {
    let says = desk().notice;
    let (desk, document, way_back) = (desk(), desk().document, desk().way_back);
    let back = move || desk.go_back();
    let back_button = move || plain_button(read(way_back), Some(IconName::Back), back).into_any();
    let line = move || {
        div("notice")
            .child(paragraph("notice__text").child(read(says)))
            .child(when(move || document.can_go_back(), back_button))
            .child(icon_button("Close this notice", IconName::Close, move || says.set(String::new())))
            .into_any()
    };
    element("div").attr("role", "status").child(when(move || says.with(|says| !says.is_empty()), line))
}
