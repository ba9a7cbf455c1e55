//! Buttons. None of them submits anything.

use leptos::prelude::*;

use super::{IconName, icon};
use crate::view::{Element, element, press, span};

/// One of several things to do. `label` is a verb.
pub fn plain_button(label: impl Into<Signal<String>>, picture: Option<IconName>, act: impl Fn() + 'static) -> Element {
    button("button", label.into(), picture, Box::new(act))
}

/// The one thing to do here.
pub fn primary_button(
    label: impl Into<Signal<String>>,
    picture: Option<IconName>,
    act: impl Fn() + 'static,
) -> Element {
    button("button button--primary", label.into(), picture, Box::new(act))
}

/// A thing to do that stays in the background.
pub fn quiet_button(label: impl Into<Signal<String>>, picture: Option<IconName>, act: impl Fn() + 'static) -> Element {
    button("button button--quiet", label.into(), picture, Box::new(act))
}

/// A button of which only the picture is seen. Its label is its name, and what is shown when one points at it.
pub fn icon_button(label: impl Into<Signal<String>>, picture: IconName, act: impl Fn() + 'static) -> Element {
    fn concrete(label: Signal<String>, picture: IconName, act: Box<dyn Fn()>) -> Element {
        let button = element("button").attrs(&[("type", "button"), ("class", "button button--quiet button--icon")]);
        button.attr("aria-label", label).attr("title", label).on("click", press(act)).child(icon(picture))
    }
    concrete(label.into(), picture, Box::new(act))
}

fn button(class: &'static str, label: Signal<String>, picture: Option<IconName>, act: Box<dyn Fn()>) -> Element {
    let button = element("button").attr("type", "button").class(class).on("click", press(act));
    button.child(picture.map(icon)).child(span("button__label").child(label))
}

/// What a button is called that does something with a field of this label: "Add own limits", "Add GraphQL depth by field".
#[must_use]
pub fn named(verb: &str, label: &str) -> String {
    let mut says = format!("{verb} {label}");
    let first = verb.len() + 1;
    let first_word = label.as_bytes().iter().take_while(|byte| **byte != b' ');
    if !first_word.skip(1).any(u8::is_ascii_uppercase)
        && let Some(first) = says.get_mut(first..=first)
    {
        first.make_ascii_lowercase();
    }
    says
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_label_in_a_sentence_begins_small_unless_it_is_an_abbreviation() {
        assert_eq!(named("Add", "Own limits"), "Add own limits");
        assert_eq!(named("Add", "MCP rights"), "Add MCP rights");
        assert_eq!(named("Add to", "GraphQL depth by field"), "Add to GraphQL depth by field");
    }
}
