//! A number as it is typed, with its unit.

use leptos::prelude::*;

use super::FieldContext;
use crate::view::{Element, input, span, typed};

/// A number input in a [`super::Field`]. It takes any text: what is no number is shown, sent and reported.
pub fn number(
    context: FieldContext,
    value: Signal<String>,
    unit: &'static str,
    on_input: impl Fn(String) + 'static,
) -> Element {
    let attributes = &[("type", "text"), ("inputmode", "numeric"), ("autocomplete", "off"), ("spellcheck", "false")];
    let control =
        input("input input--literal number__input").attrs(attributes).value(value).on("input", typed(on_input));
    span("number").child(context.tie(control)).child(span("number__unit").child(unit))
}
