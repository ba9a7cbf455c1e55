//! One of a few: a segmented control made of radio buttons.

use std::rc::Rc;
use std::sync::Arc;

use crate::view::{Element, div, flag, input, label, press};

/// A row of options of which one is chosen, or none where the value is none of them. The ids of the options start with
/// `name`; `asks` is what the group asks, for those who do not see it.
pub fn choice<T>(
    name: &str,
    asks: &'static str,
    all: &'static [T],
    word: impl Fn(T) -> &'static str,
    value: impl Fn() -> Option<T> + Send + Sync + 'static,
    on_choose: impl Fn(T) + 'static,
) -> Element
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let words = all.iter().copied().map(word).collect();
    let is_chosen = move |index: usize| value().is_some_and(|value| all.get(index) == Some(&value));
    let choose = move |index: usize| {
        if let Some(option) = all.get(index) {
            on_choose(*option);
        }
    };
    options(name, asks, words, Arc::new(is_chosen), Rc::new(choose))
}

/// The same for options that only have words. Not generic, so that its code is in the page once.
pub fn options(
    name: &str,
    asks: &'static str,
    words: Vec<&'static str>,
    is_chosen: Arc<dyn Fn(usize) -> bool + Send + Sync>,
    choose: Rc<dyn Fn(usize)>,
) -> Element {
    let group = div("choice").attr("role", "radiogroup").attr("aria-label", asks);
    words.into_iter().enumerate().fold(group, |group, (index, word)| {
        let id = format!("{name}-{index}");
        let (is_chosen, choose) = (Arc::clone(&is_chosen), Rc::clone(&choose));
        let option = input("choice__input").attr("type", "radio").attr("name", name.to_owned()).id(id.clone());
        let option = option.checked(flag(move || is_chosen(index))).on("change", press(move || choose(index)));
        group.child(option).child(label("choice__label").attr("for", id).child(word))
    })
}
