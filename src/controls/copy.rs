//! A button that copies a text and says so.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{IconName, changing_icon};
use crate::browser;
use crate::view::{Chosen, Element, button, press, span, text};

/// How the last copy went.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    Not,
    Yes,
    Refused,
}

/// Copies what stands in `content` at the moment it is pressed.
pub fn copy_button(label: &'static str, content: Signal<String>) -> Element {
    let copied = Chosen::new(&[Copied::Not, Copied::Yes, Copied::Refused], Copied::Not);
    let copy = move || {
        spawn_local(async move {
            let worked = browser::copy(&content.get_untracked()).await;
            copied.set(if worked { Copied::Yes } else { Copied::Refused });
            let forget = move || copied.set(Copied::Not);
            set_timeout(forget, Duration::from_secs(4));
        });
    };
    let says = text(move || {
        let says = match copied.get() {
            Copied::Not => label,
            Copied::Yes => "Copied",
            Copied::Refused => "Not allowed: select and copy",
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
