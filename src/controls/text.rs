//! A line of text.

use leptos::prelude::*;

use super::FieldContext;
use crate::view::{Element, input, typed};

/// A text input in a [`super::Field`]. A literal text (an id, a path) stands in monospace and gets no spelling help.
pub fn text_input(
    context: FieldContext,
    value: Signal<String>,
    literal: bool,
    on_input: impl Fn(String) + 'static,
) -> Element {
    let (class, spelling) = if literal { ("input input--literal", "false") } else { ("input", "true") };
    let attributes = &[("type", "text"), ("autocomplete", "off"), ("autocapitalize", "off")];
    context.tie(input(class).attrs(attributes).attr("spellcheck", spelling).value(value).on("input", typed(on_input)))
}
