//! A map with free names: rows of a name and a value, which is a text or any other JSON.

use leptos::prelude::*;
use tyk_policy::catalogue::Field as CatalogueField;
use tyk_policy::check::{Finding, Segment};
use tyk_policy::draft::{Json, Object};
use tyk_policy::read;

use super::super::lead::lead_to;
use super::object::remove_button;
use crate::browser;
use crate::controls::{FieldContext, IconName, choice, icon_button, messages, named, quiet_button, shown};
use crate::desk::desk;
use crate::document::Place;
use crate::view::{Element, Item, derived, div, each, input, li, paragraph, press, text, typed, ul, when};

/// What a value is written as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writing {
    Text,
    Json,
}

impl Writing {
    const ALL: [Self; 2] = [Self::Text, Self::Json];

    fn label(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Json => "JSON",
        }
    }

    fn of(value: &Json) -> Self {
        if value.as_text().is_some() { Self::Text } else { Self::Json }
    }
}

/// The members, in their order, and the button that adds one.
pub(super) fn map_field(place: &Place, field: &'static CatalogueField, context: FieldContext) -> Element {
    let (seen, added, drawn) = (place.clone(), place.clone(), place.clone());
    // A name may stand twice and changes while it is typed: a place among the others is all that a row stands for.
    let rows = move || {
        let draw = |index: usize| {
            let place = drawn.clone();
            Item::new(index.to_string(), move || row(&place, index).into_any())
        };
        (0..members(&seen).iter().count()).map(draw).collect()
    };
    let add = move || {
        let mut object = untrack(|| members(&added));
        let index = object.iter().count();
        object.push("", Json::from(""));
        added.update(Some(Json::Object(object)));
        browser::focus(name_id(&added, index));
    };
    let add = context.tie(quiet_button(named("Add to", field.label), Some(IconName::Add), add));
    div("field__control field__control--wide")
        .child(ul("pairs").child(each(rows)))
        .child(div("rows__actions").child(add).child(remove_button(place, field)))
}

fn members(place: &Place) -> Object {
    place.get().as_ref().and_then(Json::as_object).cloned().unwrap_or_default()
}

fn member(place: &Place, index: usize) -> (String, Json) {
    let found = members(place).iter().nth(index).map(|(name, value)| (name.to_owned(), value.clone()));
    found.unwrap_or_else(|| (String::new(), Json::from("")))
}

fn name_id(place: &Place, index: usize) -> String {
    format!("{}-name-{index}", place.id())
}

/// The map after a change of one member.
fn changed(place: &Place, index: usize, change: impl FnOnce(&mut (String, Json))) -> Option<Json> {
    let mut object = untrack(|| members(place));
    if let Some(member) = object.member_mut(index) {
        change(member);
    }
    Some(Json::Object(object))
}

/// One name with its value.
fn row(place: &Place, index: usize) -> Element {
    let document = desk().document;
    let [of_name, of_value, of_findings, to_name, to_remove] = [(); 5].map(|()| place.clone());
    let touched = RwSignal::new(false);
    let name = text(move || member(&of_name, index).0);
    let all = place.findings(true);
    let findings = derived(move || {
        let name = member(&of_findings, index).0;
        let is_here = |finding: &Finding| finding.path.segments().iter().any(|step| step.name() == Some(name.as_str()));
        all.get().into_iter().filter(is_here).collect::<Vec<_>>()
    });
    let seen = shown(findings, touched);
    let rename = typed(move |text| to_name.type_in(changed(&to_name, index, |member| member.0 = text)));
    let remove = move || {
        let mut object = untrack(|| members(&to_remove));
        object.remove_at(index);
        to_remove.update(Some(Json::Object(object)));
        lead_to(document, vec![to_remove.id()]);
    };
    let name_input = literal("Name").id(name_id(place, index)).value(name).on("input", rename);
    let says = text(move || format!("Remove {}", name.get()));
    let line = div("pair").child(name_input).child(value_controls(&of_value, index, name)).child(icon_button(
        says,
        IconName::Remove,
        remove,
    ));
    let place = place.clone();
    let id = text(move || place.then(Segment::Key(name.get())).id());
    li("pairs__item")
        .id(id)
        .attr("tabindex", "-1")
        .on("focusout", press(move || touched.set(true)))
        .child(line)
        .child(div("field__messages").child(messages(move || seen.get())))
}

fn literal(name: &'static str) -> Element {
    let attributes = &[("type", "text"), ("autocomplete", "off"), ("spellcheck", "false")];
    input("input input--literal").attrs(attributes).attr("aria-label", name)
}

/// The value, and what it is written as.
fn value_controls(place: &Place, index: usize, name: Signal<String>) -> Element {
    let [seen, read, to_write, to_turn, to_settle] = [(); 5].map(|()| place.clone());
    // What is typed as JSON is kept to the letter while it is typed, and the choice of somebody who is about to type it.
    let typing = RwSignal::new(None::<String>);
    let asked = RwSignal::new(None::<bool>);
    let writing = move || match asked.get() {
        Some(true) => Writing::Json,
        Some(false) => Writing::Text,
        None => Writing::of(&member(&seen, index).1),
    };
    let is_json = crate::view::memo({
        let writing = writing.clone();
        move || writing() == Writing::Json
    });
    let value = text(move || match (typing.get(), member(&read, index).1) {
        (Some(typed), _) => typed,
        (None, Json::String(text)) => text,
        (None, other) => in_full(&other),
    });
    let write = typed(move |text| {
        let value = if is_json.get_untracked() {
            typing.set(Some(text.clone()));
            asked.set(Some(true));
            read::json(&text).unwrap_or(Json::String(text))
        } else {
            Json::String(text)
        };
        to_write.type_in(changed(&to_write, index, |member| member.1 = value));
    });
    let settle = press(move || {
        typing.set(None);
        // A text that is none of the other JSON is a text.
        if untrack(|| to_settle.get()).is_some() {
            asked.set(None);
        }
    });
    let choose = move |choice: Writing| {
        let before = untrack(|| member(&to_turn, index).1);
        typing.set(None);
        asked.set(Some(choice == Writing::Json));
        let after = match (choice, &before) {
            (Writing::Json, Json::String(text)) => read::json(text).unwrap_or_else(|_| before.clone()),
            (Writing::Text, Json::String(_)) | (Writing::Json, _) => before.clone(),
            (Writing::Text, other) => Json::String(in_full(other)),
        };
        to_turn.update(changed(&to_turn, index, |member| member.1 = after));
    };
    let value_id = place.then(Segment::Key(format!("value-{index}"))).id();
    let note =
        move || is_json.get() && typing.with(|typed| typed.as_ref().is_some_and(|typed| read::json(typed).is_err()));
    let says =
        || paragraph("field__note").attr("role", "status").child("Not JSON yet: it is kept as a text.").into_any();
    div("pair__value")
        .child(literal("Value").id(value_id.clone()).value(value).on("input", write).on("focusout", settle))
        .child(choice(
            &format!("{value_id}-as"),
            "Write as",
            &Writing::ALL,
            Writing::label,
            move || Some(writing()),
            choose,
        ))
        .child(when(note, says))
        .attr("role", "group")
        .attr("aria-label", name)
}

/// The whole JSON on one line.
fn in_full(value: &Json) -> String {
    let text = tyk_policy::write::json(value, tyk_policy::write::Layout::Indented);
    text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}
