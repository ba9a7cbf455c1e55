//! The APIs of a policy that goes to another dashboard: old ids and new ones.

use leptos::prelude::*;
use tyk_policy::answer::KnownApi;
use tyk_policy::moving::{Match, MatchedBy};

use crate::controls::{primary_button, quiet_button, select};
use crate::conversation::{Step, transfer};
use crate::desk::desk;
use crate::view::{Element, code, div, element, label, span};

use super::outcome::sentence;

/// So many APIs can be chosen from in a list; with more, only the matched one stands in it.
const MOST_OPTIONS: usize = 300;

/// The table. What is matched already can be changed.
pub(super) fn moving(matches: Vec<Match>) -> Element {
    let desk = desk();
    let there = desk.conversation.apis.with_untracked(|list| list.apis().to_vec());
    let head = |says: &'static str| element("th").attr("scope", "col").child(says);
    let head = element("tr").child(head("API of the policy")).child(head("API of this dashboard")).child(head("Same"));
    let matches = RwSignal::new(matches);
    let rows: Vec<_> = (0..matches.with_untracked(Vec::len)).map(|index| row(index, matches, &there)).collect();
    let table = element("table")
        .class("differences")
        .child(element("thead").child(head))
        .child(element("tbody").children(rows));
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
        .child(div("differences__scroller").child(table))
        .child(actions)
}

fn row(index: usize, matches: RwSignal<Vec<Match>>, there: &[KnownApi]) -> Element {
    let Some(found) = matches.with_untracked(|matches| matches.get(index).cloned()) else { return element("tr") };
    let is_offered = |api: &&KnownApi| there.len() <= MOST_OPTIONS || found.to.as_deref() == Some(&api.id);
    let option = |api: &KnownApi| (api.id.clone(), format!("{} {}", api.name, api.listen_path));
    let mut options = vec![(String::new(), "keep the id".to_owned())];
    options.extend(there.iter().filter(is_offered).map(option));
    let value = move || matches.with(|matches| matches.get(index).and_then(|each| each.to.clone()).unwrap_or_default());
    let choose = move |id: String| {
        matches.update(|matches| {
            if let Some(each) = matches.get_mut(index) {
                each.to = Some(id).filter(|id| !id.is_empty());
            }
        });
    };
    let same = match found.by {
        MatchedBy::Id => "id",
        MatchedBy::ListenPath => "listen path",
        MatchedBy::Name => "name",
        MatchedBy::Nothing => "nothing: please choose",
    };
    let name = format!("API for {}", found.from);
    let own = element("th").attr("scope", "row").child(format!("{} ", found.name)).child(code("").child(found.from));
    let list =
        label("").child(span("hidden").child(name)).child(select("", "", options, Signal::derive(value), choose));
    element("tr").child(own).child(element("td").child(list)).child(element("td").child(same))
}
