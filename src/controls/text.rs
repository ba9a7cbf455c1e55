//! A line of text.

use leptos::prelude::*;

use super::FieldContext;
use crate::view::typed;

/// A text input in a [`super::Field`].
#[component]
pub fn Text(
    /// The text.
    #[prop(into)]
    value: Signal<String>,
    /// Called with what was typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// Whether the text is literal (an id, a path) and so in monospace, without spelling help.
    #[prop(optional)]
    literal: bool,
) -> impl IntoView {
    let context = FieldContext::take();
    view! {
        <input
            type="text"
            class=if literal { "input input--literal" } else { "input" }.to_owned()
            id=context.id()
            autocomplete="off"
            autocapitalize="off"
            spellcheck=if literal { "false" } else { "true" }
            aria-describedby=context.described_by()
            aria-invalid=context.invalid()
            prop:value=value
            on:input=typed(move |text| on_input.run(text))
        />
    }
}
