//! A number as it is typed, with its unit.

use leptos::prelude::*;

use super::FieldContext;
use crate::view::typed;

/// A number input in a [`super::Field`]. It takes any text: what is no number is shown, sent and reported.
#[component]
pub fn Number(
    /// The digits.
    #[prop(into)]
    value: Signal<String>,
    /// Called with what was typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// What the number counts.
    unit: &'static str,
    /// A name of its own, where the label of the frame belongs to the whole group.
    #[prop(optional)]
    name: Option<&'static str>,
    /// An id of its own, where the frame holds several inputs.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let context = FieldContext::take();
    let id = id.unwrap_or_else(|| context.id());
    view! {
        <span class="number">
            <input
                type="text"
                class="input input--literal number__input"
                id=id
                inputmode="numeric"
                autocomplete="off"
                spellcheck="false"
                aria-label=name
                aria-describedby=context.described_by()
                aria-invalid=context.invalid()
                prop:value=value
                on:input=typed(move |text| on_input.run(text))
            />
            <span class="number__unit">{unit}</span>
        </span>
    }
}
