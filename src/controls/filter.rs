//! A list that typing makes shorter.

use leptos::prelude::*;

use crate::view::{Element, Item, div, each, input, label, typed, ul};

/// So many rows are drawn at most; the filter finds the others.
pub const MOST_SHOWN: usize = 100;

/// A filter with its label, and the rows that it lets through below it.
pub fn filtered(
    id: &'static str,
    asks: Signal<String>,
    filter: RwSignal<String>,
    rows: impl Fn() -> Vec<Item> + Send + Sync + 'static,
) -> Element {
    let input = input("input")
        .id(id)
        .attrs(&[("type", "text"), ("autocomplete", "off"), ("spellcheck", "false")])
        .value(filter)
        .on("input", typed(move |text| filter.set(text)));
    div("picker__found")
        .child(label("picker__label").attr("for", id).child(asks))
        .child(input)
        .child(ul("picker__list").child(each(rows)))
}

/// Whether one of the texts has `part` in it, whatever the case of its ASCII letters.
#[must_use]
pub fn has(texts: &[&str], part: &str) -> bool {
    let fits = |window: &[u8]| window.eq_ignore_ascii_case(part.as_bytes());
    part.is_empty() || texts.iter().any(|text| text.as_bytes().windows(part.len()).any(fits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_in_any_of_the_texts_in_any_case() {
        assert!(has(&["Orders", "/o"], "RDE") && has(&["Orders", "/o"], "/O") && has(&[], ""));
        assert!(!has(&["Orders"], "users"));
    }
}
