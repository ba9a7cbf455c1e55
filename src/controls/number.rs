//! A number as it is typed, with its unit.

use std::rc::Rc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use tyk_policy::draft::seconds_of;

use super::FieldContext;
use crate::view::{Element, input, listen, press, span, typed};

/// A number input in a [`super::Field`]. It takes any text: what is no number is shown, sent and reported. Seconds may be
/// typed as people say them (`1h30m`); they become a number when the input is left, or at Enter.
pub fn number(
    context: FieldContext,
    value: Signal<String>,
    unit: &'static str,
    on_input: impl Fn(String) + 'static,
) -> Element {
    let attributes = &[("type", "text"), ("inputmode", "numeric"), ("autocomplete", "off"), ("spellcheck", "false")];
    let on_input = Rc::new(on_input);
    let settle = {
        let on_input = Rc::clone(&on_input);
        move || {
            if let Some(seconds) = value.with_untracked(|text| seconds_of(text)) {
                on_input(seconds.to_string());
            }
        }
    };
    let control = input("input input--literal number__input")
        .attrs(attributes)
        .value(value)
        .on("input", typed(move |text| on_input(text)));
    let control = if unit == "seconds" {
        let settle_too = settle.clone();
        let enter = listen(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                settle_too();
            }
        });
        control.on("focusout", press(settle)).on("keydown", enter)
    } else {
        control
    };
    span("number").child(context.tie(control)).child(span("number__unit").child(unit))
}
