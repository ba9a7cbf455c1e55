//! On a narrow page: one part at a time, chosen at the foot.

use leptos::prelude::*;

use crate::view::{aria, press};

/// The part of the page that a narrow screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NarrowView {
    /// The form.
    Form,
    /// curl and JSON.
    Preview,
    /// The connection and Send.
    Send,
}

impl NarrowView {
    const ALL: [Self; 3] = [Self::Form, Self::Preview, Self::Send];

    /// The word in the page's style class.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Preview => "preview",
            Self::Send => "send",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Form => "Form",
            Self::Preview => "Preview",
            Self::Send => "Send",
        }
    }
}

/// The bar at the foot. `view` is the chosen part.
pub(super) fn narrow_bar(view: RwSignal<NarrowView>) -> AnyView {
    let button = |part: NarrowView| {
        view! {
            <button
                type="button"
                class="narrow-bar__button"
                aria-pressed=aria(move || view.get() == part)
                on:click=press(move || view.set(part))
            >
                {part.label()}
            </button>
        }
        .into_any()
    };
    let buttons: Vec<_> = NarrowView::ALL.into_iter().map(button).collect();
    view! { <div class="narrow-bar" role="group" aria-label="Part of the page">{buttons}</div> }.into_any()
}
