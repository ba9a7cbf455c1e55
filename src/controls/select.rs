//! A list to choose from, where there are too many options to show them all.

use leptos::prelude::*;

use crate::view::{Element, div, element, typed};

/// A list of options, each with its value and its text. `choose` gets the value.
pub fn select(
    id: &'static str,
    name: &'static str,
    options: Vec<(String, String)>,
    value: Signal<String>,
    choose: impl Fn(String) + 'static,
) -> Element {
    let option = |(value, says): (String, String)| element("option").attr("value", Signal::stored(value)).child(says);
    let list = element("select")
        .attrs(&[("class", "select__input")])
        .attr("aria-label", name)
        .id(id)
        .children(options.into_iter().map(option))
        .value(value)
        .on("change", typed(choose));
    div("select").child(list)
}
