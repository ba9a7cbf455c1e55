//! Lists of objects: one block for each, with the ways in and out.

use leptos::prelude::*;
use tyk_policy::catalogue::{Field as CatalogueField, Kind};
use tyk_policy::check::Segment;
use tyk_policy::draft::Json;

use super::super::lead::{lead_into, lead_to};
use super::object::{object, remove_button, start_of};
use super::raw::{fits, raw_line};
use crate::controls::{FieldContext, IconName, icon_button, named, quiet_button};
use crate::desk::desk;
use crate::document::Place;
use crate::view::{Element, Item, div, each, either, li, ul};

/// The items, and the button that adds one.
pub(super) fn list_field(
    place: &Place,
    field: &'static CatalogueField,
    item: &'static Kind,
    context: FieldContext,
) -> Element {
    let document = desk().document;
    let (seen, added, drawn) = (place.clone(), place.clone(), place.clone());
    let items = |place: &Place| place.get().as_ref().and_then(Json::as_list).unwrap_or_default().to_vec();
    // The items have no identity of their own: a place in the list is all that a row stands for.
    let rows = move || {
        let draw = |index: usize| {
            let place = drawn.then(Segment::Index(index));
            let list = drawn.clone();
            Item::new(index.to_string(), move || row(&list, &place, index, field, item).into_any())
        };
        (0..items(&seen).len()).map(draw).collect()
    };
    let add = move || {
        let mut items = untrack(|| items(&added));
        let start = start_of(field).as_list().and_then(<[Json]>::first).cloned();
        items.push(start.unwrap_or(Json::Null));
        let id = added.then(Segment::Index(items.len() - 1)).id();
        added.update(Some(Json::List(items)));
        lead_into(document, id);
    };
    let add = context.tie(quiet_button(named("Add to", field.label), Some(IconName::Add), add));
    div("field__control field__control--wide")
        .child(ul("rows").child(each(rows)))
        .child(div("rows__actions").child(add).child(remove_button(place, field)))
}

/// One item.
fn row(list: &Place, place: &Place, index: usize, field: &'static CatalogueField, kind: &'static Kind) -> Element {
    let document = desk().document;
    let (seen, inner, shown, list) = (place.clone(), place.clone(), place.clone(), list.clone());
    let is_object = move || seen.get().is_some_and(|value| value != Json::Null && fits(kind, Some(&value)));
    let says = format!("{}: remove number {}", field.label, index + 1);
    let says_too = says.clone();
    let content = move || match kind {
        Kind::Object(fields) => object(&inner, fields).into_any(),
        _ => ().into_any(),
    };
    let raw = move || raw_line(&shown, says_too.clone()).into_any();
    let remove = move || {
        list.step(|| shown_out(&list, index));
        lead_to(document, vec![list.id()]);
    };
    li("row").child(div("row__content").child(either(is_object, content, raw))).child(icon_button(
        says,
        IconName::Remove,
        remove,
    ))
}

fn shown_out(list: &Place, index: usize) {
    list.then(Segment::Index(index)).update(None);
}
