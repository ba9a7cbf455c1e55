//! A button that copies a text and says so.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{IconName, changing_icon};
use crate::browser;
use crate::view::{Chosen, Element, button, flag, press, span, text};

/// How the last copy went.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    Not,
    Yes,
    Refused,
    Paused,
}

/// Copies what stands in `content` at the moment it is pressed.
pub fn copy_button(label: &'static str, content: Signal<String>) -> Element {
    copy_button_if(label, content, flag(|| true))
}

/// The same, if there is something that may be copied: what is asked first may bring the content up to date.
pub fn copy_button_if(label: &'static str, content: Signal<String>, may: Signal<bool>) -> Element {
    let copied = Chosen::new(&[Copied::Not, Copied::Yes, Copied::Refused, Copied::Paused], Copied::Not);
    let copy = move || {
        let may = may.get_untracked();
        spawn_local(async move {
            let worked = may && browser::copy(&content.get_untracked()).await;
            copied.set(match (may, worked) {
                (false, _) => Copied::Paused,
                (true, false) => Copied::Refused,
                (true, true) => Copied::Yes,
            });
            let forget = move || copied.set(Copied::Not);
            set_timeout(forget, Duration::from_secs(4));
        });
    };
    let says = text(move || {
        let says = match copied.get() {
            Copied::Not => label,
            Copied::Yes => "Copied",
            Copied::Refused => "Not allowed: select and copy",
            Copied::Paused => "Not copied: the JSON text cannot be read",
        };
        says.to_owned()
    });
    let picture =
        text(move || if copied.get() == Copied::Yes { IconName::Check } else { IconName::Copy }.as_str().to_owned());
    button("button copy")
        .attr("type", "button")
        .on("click", press(copy))
        .child(changing_icon(picture))
        .child(span("button__label").attr("role", "status").child(says))
}
