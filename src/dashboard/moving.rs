//! The APIs of a policy that goes to another dashboard: old ids and new ones.

use std::rc::Rc;

use leptos::prelude::*;
use tyk_policy::answer::KnownApi;
use tyk_policy::moving::{Match, MatchedBy};

use crate::controls::{finder, primary_button, quiet_button, select};
use crate::conversation::{Step, transfer};
use crate::desk::desk;
use crate::view::{Element, code, div, element, label, memo, span, text};

use super::outcome::sentence;

/// So many APIs can be chosen from in a list; one of more is found by typing.
const MOST_OPTIONS: usize = 300;

/// The table. What is matched already can be changed.
pub(super) fn moving(matches: Vec<Match>) -> Element {
    let desk = desk();
    let there = desk.conversation.apis.with_untracked(|list| {
        let option = |api: &KnownApi| (api.id.clone(), format!("{} {}", api.name, api.listen_path));
        // Who empties the field that finds one keeps the id.
        let keep = if list.apis().len() > MOST_OPTIONS { "" } else { "keep the id" };
        let keep = (String::new(), keep.to_owned());
        std::iter::once(keep).chain(list.apis().iter().map(option)).collect::<Vec<_>>()
    });
    let there = memo(move || there.clone());
    let head = |says: &'static str| element("th").attr("scope", "col").child(says);
    let head = element("tr").child(head("API of the policy")).child(head("API of this dashboard")).child(head("Same"));
    let matches = RwSignal::new(matches);
    let rows: Vec<_> = (0..matches.with_untracked(Vec::len)).map(|index| row(index, matches, there)).collect();
    let table = element("table")
        .class("differences")
        .child(element("thead").child(head))
        .child(element("tbody").children(rows));
    let count = count_of(there);
    let hint = (count > MOST_OPTIONS)
        .then(|| sentence(format!("Type a name, a path or an id of the {count} APIs. An empty field keeps the id.")));
    let actions = div("outcome__actions")
        .child(
            primary_button("Use these ids", None, move || transfer(desk, &matches.get_untracked())).id("move-confirm"),
        )
        .child(quiet_button("Cancel", None, move || desk.conversation.step.set(Step::Idle)));
    div("outcome__content")
        .id("moving")
        .child(element("h3").class("outcome__heading").child("Which APIs are meant here?"))
        .child(sentence(
            "What the other dashboard set itself, such as ids and dates, is left behind. Nothing is sent yet.",
        ))
        .child(hint)
        .child(div("differences__scroller").child(table))
        .child(actions)
}

/// How many APIs there are; the first option is none.
fn count_of(there: Memo<Vec<(String, String)>>) -> usize {
    there.with_untracked(Vec::len).saturating_sub(1)
}

/// One API of the policy, with those that it may be here: each an id and a text.
fn row(index: usize, matches: RwSignal<Vec<Match>>, there: Memo<Vec<(String, String)>>) -> Element {
    let Some(found) = matches.with_untracked(|matches| matches.get(index).cloned()) else { return element("tr") };
    let value =
        text(move || matches.with(|matches| matches.get(index).and_then(|each| each.to.clone()).unwrap_or_default()));
    let choose = move |id: String| {
        matches.update(|matches| {
            if let Some(each) = matches.get_mut(index) {
                each.to = Some(id).filter(|id| !id.is_empty());
            }
        });
    };
    let by = match found.by {
        MatchedBy::Id => "id",
        MatchedBy::ListenPath => "listen path",
        MatchedBy::Name => "name",
        MatchedBy::Nothing => "",
    };
    let matched = found.to.unwrap_or_default();
    let same = text(move || {
        let says = value.with(|value| match value.as_str() {
            "" if matched.is_empty() => "nothing: please choose",
            "" => "nothing: the id is kept",
            value if value == matched => by,
            _ => "you chose it",
        });
        says.to_owned()
    });
    let control = if count_of(there) > MOST_OPTIONS {
        finder(format!("moving-{index}"), there, value, Rc::new(choose))
    } else {
        select("", "", there.get_untracked(), value, choose)
    };
    let name = format!("API for {}", found.from);
    let own = element("th").attr("scope", "row").child(format!("{} ", found.name)).child(code("").child(found.from));
    let list = label("").child(span("hidden").child(name)).child(control);
    element("tr").child(own).child(element("td").child(list)).child(element("td").child(same))
}
