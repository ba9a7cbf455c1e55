//! What just happened to the whole policy, and the way back.

use leptos::prelude::*;

use crate::controls::{IconName, icon_button, plain_button};
use crate::document::Document;
use crate::view::{Element, div, element, paragraph, read, when};

/// The sentence; empty when there is nothing to say.
#[derive(Clone, Copy, Default)]
pub(super) struct NoticeText(pub RwSignal<String>);

/// A line above the form that stays until it is closed.
pub(super) fn notice() -> Element {
    let NoticeText(says) = expect_context::<NoticeText>();
    let document = expect_context::<Document>();
    let back = move || {
        document.go_back();
        says.set("The other policy is back.".to_owned());
    };
    let back_button = move || plain_button("Put the other policy back", Some(IconName::Back), back).into_any();
    let line = move || {
        div("notice")
            .child(paragraph("notice__text").child(read(says)))
            .child(when(move || document.can_go_back(), back_button))
            .child(icon_button("Close this notice", IconName::Close, move || says.set(String::new())))
            .into_any()
    };
    element("div").attr("role", "status").child(when(move || says.with(|says| !says.is_empty()), line))
}
