//! A list of words: each is a token with a button that takes it out.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::{FieldContext, IconName, icon};
use crate::browser;
use crate::view::{Element, Item, button, div, each, input, listen, press, span, typed};

/// A list of strings in a [`super::Field`]. Enter or a comma adds what was typed, and so does leaving the input; Backspace
/// in the empty input takes the last one out. `noun` is what one of them is called; `change` gets the whole list.
pub fn tokens(
    context: FieldContext,
    values: Signal<Vec<String>>,
    noun: &'static str,
    change: impl Fn(Vec<String>) + Copy + Send + Sync + 'static,
) -> Element {
    let new_word = RwSignal::new(String::new());
    let add = move || {
        let word = new_word.get_untracked().trim().to_owned();
        if !word.is_empty() {
            let mut words = values.get_untracked();
            words.push(word);
            new_word.set(String::new());
            change(words);
        }
    };
    let remove = move |index: usize| {
        let mut words = values.get_untracked();
        if index < words.len() {
            words.remove(index);
            change(words);
        }
    };
    let items = move || {
        let item = |(index, word): (usize, String)| {
            let take_out = move || {
                remove(index);
                browser::focus(context.id());
            };
            Item::new(format!("{index} {word}"), move || token(word, take_out).into_any())
        };
        values.get().into_iter().enumerate().map(item).collect()
    };
    let key_down = listen(move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" | "," if !event.ctrl_key() && !event.meta_key() => {
            event.prevent_default();
            add();
        }
        "Backspace" if new_word.with_untracked(String::is_empty) => {
            remove(values.with_untracked(|words| words.len().wrapping_sub(1)));
        }
        _ => {}
    });
    let control = input("tokens__input")
        .attrs(&[("type", "text"), ("autocomplete", "off"), ("spellcheck", "false")])
        .value(new_word)
        .on("input", typed(move |text| new_word.set(text)))
        .on("keydown", key_down)
        .on("focusout", press(add));
    let help = span("tokens__help").child(format!("Enter adds a {noun}"));
    div("tokens").child(each(items)).child(context.tie(control)).child(help)
}

/// One word with its button.
fn token(word: String, take_out: impl Fn() + 'static) -> Element {
    let remove = button("token__remove").attr("type", "button").attr("aria-label", format!("Remove {word}"));
    span("token")
        .child(span("token__word").child(word))
        .child(remove.on("click", press(take_out)).child(icon(IconName::Close)))
}
