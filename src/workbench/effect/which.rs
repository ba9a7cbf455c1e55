//! One of many things with names: a list where they are few, a field that finds them where they are many.

use std::rc::Rc;

use leptos::prelude::*;

use crate::controls::{has, select};
use crate::view::{Element, Item, div, dynamic, each, element, input, label, memo, text, typed};

/// So many are listed; more are found by typing.
const MOST_LISTED: usize = 40;
/// So many are offered while one types.
const MOST_OFFERED: usize = 30;

/// A choice with its label, by value and name. The first one is meant until another one is chosen.
pub(super) fn which(
    id: &'static str,
    says: &'static str,
    options: Memo<Vec<(String, String)>>,
    value: Signal<String>,
    choose: impl Fn(String) + Clone + Send + Sync + 'static,
) -> Element {
    let is_long = memo(move || options.with(Vec::len) > MOST_LISTED);
    let control = dynamic(move || {
        let choose = choose.clone();
        if is_long.get() {
            return untrack(|| finder(id, options, value, Rc::new(choose))).into_any();
        }
        select(id, says, options.get(), value, choose).into_any()
    });
    div("effect__field").child(label("effect__label").attr("for", id).child(says)).child(control)
}

/// A field in which a name or a value is typed, with what fits below it.
fn finder(
    id: &'static str,
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
    div("effect__finder").child(control).child(element("datalist").id(list).child(each(offered)))
}
