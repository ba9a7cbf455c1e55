//! One of a few: a segmented control made of radio buttons.

use leptos::prelude::*;

use crate::view::{flag, ticked};

/// A row of options of which one is chosen, or none where the value is none of them.
#[component]
pub fn Choice<T>(
    /// The name of the group; ids of the options start with it.
    #[prop(into)]
    name: String,
    /// What the group asks, for those who do not see it.
    #[prop(into)]
    label: String,
    /// The options and their words.
    options: Vec<(T, &'static str)>,
    /// The chosen one.
    #[prop(into)]
    value: Signal<Option<T>>,
    /// Called with the newly chosen one.
    #[prop(into)]
    on_choose: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let options = options.into_iter().enumerate().map(|(index, (option, word))| {
        let is_chosen = flag(move || value.get() == Some(option));
        choice_option(&name, index, word, is_chosen, Callback::new(move |()| on_choose.run(option)))
    });
    let options: Vec<_> = options.collect();
    view! { <div class="choice" role="radiogroup" aria-label=label>{options}</div> }
}

/// One option. Not generic, so that its code is in the page once.
fn choice_option(name: &str, index: usize, word: &'static str, is_chosen: Signal<bool>, on_choose: Callback<()>) -> AnyView {
    let id = format!("{name}-{index}");
    view! {
        <input
            type="radio"
            class="choice__input"
            id=id.clone()
            name=name.to_owned()
            prop:checked=is_chosen
            on:change=ticked(move |_| on_choose.run(()))
        />
        <label class="choice__label" for=id>{word}</label>
    }
    .into_any()
}
