//! One of a few: a segmented control made of radio buttons.

use leptos::prelude::*;

use crate::view::{Element, div, flag, input, label, ticked};

/// A row of options of which one is chosen, or none where the value is none of them. The ids of the options start with
/// `name`; `asks` is what the group asks, for those who do not see it.
pub fn choice<T>(
    name: &str,
    asks: &'static str,
    options: &[T],
    word: fn(T) -> &'static str,
    value: impl Fn() -> Option<T> + Copy + Send + Sync + 'static,
    on_choose: impl Fn(T) + Copy + 'static,
) -> Element
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let mut group = div("choice").attr("role", "radiogroup").attr("aria-label", asks);
    for (index, option) in options.iter().copied().enumerate() {
        let is_chosen = flag(move || value() == Some(option));
        group = with_option(group, name, index, word(option), is_chosen, Box::new(move || on_choose(option)));
    }
    group
}

/// Adds one option. Not generic, so that its code is in the page once.
fn with_option(group: Element, name: &str, index: usize, word: &'static str, is_chosen: Signal<bool>, choose: Box<dyn Fn()>) -> Element {
    let id = format!("{name}-{index}");
    let option = input("choice__input").attr("type", "radio").attr("name", name.to_owned()).id(id.clone());
    group
        .child(option.checked(is_chosen).on("change", ticked(move |_| choose())))
        .child(label("choice__label").attr("for", id).child(word))
}
