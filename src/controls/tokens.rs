//! A list of words: each is a token with a button that takes it out.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::{FieldContext, IconName, icon};
use crate::browser;
use crate::view::{Item, each, listen, press, read, typed};

/// A list of strings in a [`super::Field`]. Enter or a comma adds what was typed; Backspace in the empty input takes the last one back.
#[component]
pub fn Tokens(
    /// The words.
    #[prop(into)]
    values: Signal<Vec<String>>,
    /// Called with the whole list after a change.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
    /// What one of them is called.
    noun: &'static str,
    /// Whether the words are literal and so in monospace.
    #[prop(optional)]
    literal: bool,
) -> impl IntoView {
    let context = FieldContext::take();
    let typed_text = RwSignal::new(String::new());
    let add = move || {
        let word = typed_text.get_untracked().trim().to_owned();
        if !word.is_empty() {
            let mut words = values.get_untracked();
            words.push(word);
            typed_text.set(String::new());
            on_change.run(words);
        }
    };
    let remove = move |index: usize| {
        let mut words = values.get_untracked();
        if index < words.len() {
            words.remove(index);
            on_change.run(words);
        }
    };
    let items = move || {
        let item = |(index, word): (usize, String)| {
            Item::new(format!("{index} {word}"), move || token(word, Callback::new(move |()| { remove(index); browser::focus(context.id()); })))
        };
        values.get().into_iter().enumerate().map(item).collect()
    };
    let key_down = listen(move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" | "," if !event.ctrl_key() && !event.meta_key() => {
            event.prevent_default();
            add();
        }
        "Backspace" if typed_text.with_untracked(String::is_empty) => {
            remove(values.with_untracked(|words| words.len().wrapping_sub(1)));
        }
        _ => {}
    });
    let leave = listen(move |_| add());
    view! {
        <div class=if literal { "tokens tokens--literal" } else { "tokens" }.to_owned()>
            {each(items)}
            <input
                type="text"
                class="tokens__input"
                id=context.id()
                autocomplete="off"
                spellcheck="false"
                aria-describedby=context.described_by()
                aria-invalid=context.invalid()
                prop:value=read(typed_text)
                on:input=typed(move |text| typed_text.set(text))
                on:keydown=key_down
                on:focusout=leave
            />
            <span class="tokens__help">{format!("Enter adds a {noun}")}</span>
        </div>
    }
}

/// One word with its button.
fn token(word: String, on_remove: Callback<()>) -> AnyView {
    view! {
        <span class="token">
            <span class="token__word">{word.clone()}</span>
            <button type="button" class="token__remove" aria-label=format!("Remove {word}") on:click=press(move || on_remove.run(()))>
                {icon(IconName::Close)}
            </button>
        </span>
    }
    .into_any()
}
