//! What is counted for a key, and how far. Counters of equal limits stand together.

use leptos::prelude::*;
use tyk_policy::effect::{Counter, Effect, Row};

use super::facts::facts;
use super::shown::Shown;
use crate::view::{Element, Item, div, each, element, memo, paragraph, text, when};

/// So many groups are shown; of more, each API shows its own.
const MOST: usize = 12;

/// Counters with the same limits.
#[derive(Clone, Debug, PartialEq)]
struct Group {
    title: String,
    note: String,
    rows: Vec<Row>,
}

/// The limits, by their groups.
pub(super) fn counters(shown: Shown) -> Element {
    let groups = memo(move || shown.effect(groups));
    let items = move || {
        let count = groups.with(Vec::len).min(MOST);
        let item = |index: usize| Item::new(index.to_string(), move || group(groups, index).into_any());
        (0..count).map(item).collect()
    };
    let is_cut = move || groups.with(Vec::len) > MOST;
    let more = move || {
        let left = groups.with(Vec::len).saturating_sub(MOST);
        let says = format!("{left} more sets of limits: each API below shows its own.");
        paragraph("pane__note").child(says).into_any()
    };
    div("effect__counters").child(each(items)).child(when(is_cut, more))
}

fn group(groups: Memo<Vec<Group>>, index: usize) -> Element {
    let of = move |read: fn(&Group) -> String| groups.with(|groups| groups.get(index).map(read).unwrap_or_default());
    let rows = move || groups.with(|groups| groups.get(index).map(|group| group.rows.clone()).unwrap_or_default());
    let title = move || of(|group| group.title.clone());
    div("effect__counter")
        .child(element("h3").class("effect__title").child(text(title)))
        .child(paragraph("pane__note").child(text(move || of(|group| group.note.clone()))))
        .child(facts(title, rows))
}

fn groups(effect: &Effect) -> Vec<Group> {
    let mut groups: Vec<Vec<&Counter>> = Vec::new();
    for counter in &effect.counters {
        let is_same = |group: &&mut Vec<&Counter>| group.first().is_some_and(|first| is_same(first, counter));
        match groups.iter_mut().find(is_same) {
            Some(group) => group.push(counter),
            None => groups.push(vec![counter]),
        }
    }
    groups.iter().map(|group| described(group, effect)).collect()
}

/// Whether two counters may stand together: what counts several APIs stands by itself.
fn is_same(one: &Counter, other: &Counter) -> bool {
    let counts_one = |counter: &Counter| matches!(counter.scope, tyk_policy::effect::Scope::Api(_));
    counts_one(one) && counts_one(other) && one.limits.is_same(&other.limits)
}

fn described(group: &[&Counter], effect: &Effect) -> Group {
    let rows = group.first().map(|counter| counter.rows()).unwrap_or_default();
    let first = group.first().map(|counter| counter.title(effect)).unwrap_or_default();
    match group {
        [counter] => {
            let note = match counter.apis {
                0 | 1 => String::new(),
                apis => format!("{apis} APIs share it"),
            };
            Group { title: first, note, rows }
        }
        several => Group {
            title: format!("{} APIs, each counted by itself", several.len()),
            note: format!("The links lead to the fields of {first}"),
            rows,
        },
    }
}
