//! What few APIs have: own limits, GraphQL, MCP, limits of endpoints. Shown where something is in it, otherwise offered.

use leptos::prelude::*;
use tyk_policy::catalogue::{ALLOWED_URLS, API_ID, API_NAME, ENTRY, ENTRY_GROUPS, FieldGroup, VERSIONS};
use tyk_policy::check::Segment;
use tyk_policy::draft::{Entry, Json};
use tyk_policy::read;

use super::super::group::group_frame;
use super::super::kept::{in_one_line, kept};
use super::super::lead::lead_into;
use crate::controls::{IconName, named, quiet_button};
use crate::desk::desk;
use crate::document::{Editable, Place, Row};
use crate::view::{Element, Item, div, each, memo, text, ul, when};

/// The groups of one API.
pub(super) fn groups(row: &Row, entry: Editable<Entry>) -> Element {
    let desk = desk();
    let place = Place::of_entry(row, entry);
    let key = row.key.clone();
    // Nothing where the dashboard's list was not asked for, or does not know the API.
    let kind = memo(move || {
        let key = key.get();
        desk.document.context.with(|context| {
            let known = context.apis.as_ref()?.iter().find(|api| api.id == key)?;
            Some(known.kind)
        })
    });
    let asked = RwSignal::new(Vec::<&'static str>::new());
    let is_there = move |place: &Place, group: &FieldGroup| {
        let is_there = |value: Json| value != Json::Null;
        asked.with(|asked| asked.contains(&group.heading))
            || group.fields.iter().any(|field| place.field(field).get().is_some_and(is_there))
    };
    let shown = place.clone();
    let frames = move || {
        let present = ENTRY_GROUPS.iter().filter(|group| is_there(&shown, group));
        let item = |group: &'static FieldGroup| {
            let place = shown.clone();
            // What somebody has just asked for is open.
            let open = move || asked.with_untracked(|asked| asked.contains(&group.heading));
            Item::new(group.heading, move || group_frame(place, group, open()).into_any())
        };
        present.map(item).collect()
    };
    let offers = move || {
        let fits = |group: &FieldGroup| kind.get().is_none_or(|kind| kind.takes(group));
        let absent = ENTRY_GROUPS.iter().filter(|group| fits(group) && !is_there(&place, group));
        let item = |group: &'static FieldGroup| {
            let place = place.clone();
            Item::new(group.heading, move || offer(place, group, asked).into_any())
        };
        absent.map(item).collect()
    };
    div("api__groups").child(each(frames)).child(div("api__offers").child(each(offers)))
}

/// A group that is not there: a press writes what is worth starting with, and leads into it.
fn offer(place: Place, group: &'static FieldGroup, asked: RwSignal<Vec<&'static str>>) -> Element {
    let document = desk().document;
    let Some(first) = group.fields.first() else { return div("") };
    let first_place = place.field(first);
    let id = first_place.id();
    let act = move || {
        if group.fields.len() == 1 {
            first_place.update(read::json(first.example).ok());
        } else {
            // Of several fields nobody knows which one is meant: the group is shown, and each offers itself.
            asked.update(|asked| asked.push(group.heading));
        }
        lead_into(document, first_place.id());
    };
    quiet_button(named("Add", group.heading), Some(IconName::Add), act).id(id)
}

/// Members of the entry that nobody edits: Tyk's own, old names, and those that are not known.
pub(super) fn others(row: &Row, entry: Editable<Entry>) -> AnyView {
    let place = Place::of_entry(row, entry);
    let names = memo(move || entry.with(other_names));
    let list = move || {
        let place = place.clone();
        let items = move || {
            let item = |name: String| {
                let place = place.then(Segment::Key(name.clone()));
                Item::new(name.clone(), move || other(place, &name).into_any())
            };
            names.get().into_iter().map(item).collect()
        };
        ul("kept__list").child(each(items)).into_any()
    };
    when(move || names.with(|names| !names.is_empty()), list)
}

fn other_names(entry: &Entry) -> Vec<String> {
    let always = [&ALLOWED_URLS, &API_ID, &API_NAME, &VERSIONS];
    let is_edited = |name: &str| {
        let in_groups = ENTRY_GROUPS.iter().flat_map(|group| group.fields);
        always.into_iter().chain(in_groups.copied()).any(|field| field.name == name)
    };
    let members = entry.value.as_object().into_iter().flat_map(|object| object.iter());
    let mut names: Vec<String> = Vec::new();
    for (name, _) in members {
        if !is_edited(name) && names.iter().all(|each| each != name) {
            names.push(name.to_owned());
        }
    }
    names
}

fn other(place: Place, name: &str) -> Element {
    let label = ENTRY.iter().find(|field| field.name == name).map(|field| field.label);
    let seen = place.clone();
    let value = text(move || seen.get().as_ref().map(in_one_line).unwrap_or_default());
    kept(place.id(), name, label, value, place.findings(true), move || place.update(None))
}
