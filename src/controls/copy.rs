//! A button that copies a text and says so.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{IconName, changing_icon};
use crate::browser;
use crate::view::{self, derived, press};

/// How the last copy went.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    Not,
    Yes,
    Refused,
}

/// Copies what stands there at the moment it is pressed.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
    /// What the button says.
    label: &'static str,
    /// The element's id.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let copied = RwSignal::new(Copied::Not);
    let copy = move || {
        spawn_local(async move {
            let worked = browser::copy(&text.get_untracked()).await;
            copied.set(if worked { Copied::Yes } else { Copied::Refused });
            set_timeout(
                move || {
                    copied.try_set(Copied::Not);
                },
                Duration::from_secs(4),
            );
        });
    };
    let says = view::text(move || {
        let says = match copied.get() {
            Copied::Not => label,
            Copied::Yes => "Copied",
            Copied::Refused => "Not allowed: select and copy",
        };
        says.to_owned()
    });
    let picture = derived(move || if copied.get() == Copied::Yes { IconName::Check } else { IconName::Copy });
    view! {
        <button type="button" id=id class="button copy" on:click=press(copy)>
            {changing_icon(picture)}
            <span class="button__label" role="status">{says}</span>
        </button>
    }
}
