//! One of many things with names, found by typing.

use std::rc::Rc;

use leptos::prelude::*;

use super::has;
use crate::view::{Element, Item, div, each, element, input, text, typed};

/// So many are offered while one types.
const MOST_OFFERED: usize = 30;

/// A field in which a name or a value is typed, with what fits below it. `choose` gets the value once what is typed is one of the
/// values or names.
pub fn finder(
    id: String,
    options: Memo<Vec<(String, String)>>,
    value: Signal<String>,
    choose: Rc<dyn Fn(String)>,
) -> Element {
    let name_of = move |value: &str| {
        let name = |(each, name): &(String, String)| (each == value).then(|| name.clone());
        options.with(|options| options.iter().find_map(name)).unwrap_or_default()
    };
    let part = RwSignal::new(String::new());
    let offered = move || {
        let part = part.get();
        let item = |(value, name): &(String, String)| {
            let (value, name) = (value.clone(), name.clone());
            Item::new(value.clone(), move || element("option").attr("value", name).child(value).into_any())
        };
        options.with(|options| {
            let fitting = options.iter().filter(|(value, name)| has(&[value, name], &part));
            fitting.take(MOST_OFFERED).map(item).collect()
        })
    };
    let take = move |typed: String| {
        let is_it = |(value, name): &&(String, String)| *value == typed || *name == typed;
        let found = options.with_untracked(|options| options.iter().find(is_it).map(|(value, _)| value.clone()));
        part.set(typed.clone());
        if let Some(found) = found {
            choose(found);
        }
    };
    let list = format!("{id}-options");
    let control = input("input")
        .attrs(&[("type", "text"), ("autocomplete", "off"), ("spellcheck", "false")])
        .id(id)
        .attr("list", list.clone())
        .value(text(move || name_of(&value.get())))
        .on("input", typed(take));
    div("finder").child(control).child(element("datalist").id(list).child(each(offered)))
}
