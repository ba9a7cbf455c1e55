//! Objects: the fields in them, and the ways in and out.

use leptos::prelude::*;
use tyk_policy::catalogue::{Field as CatalogueField, Kind};
use tyk_policy::draft::{Json, Object};
use tyk_policy::read;

use super::super::kept::{in_one_line, kept};
use super::super::lead::{lead_into, lead_to};
use super::draw::members;
use super::list::list_field;
use super::map::map_field;
use super::raw::unless_raw;
use crate::controls::{Field, FieldContext, IconName, Look, named, quiet_button};
use crate::desk::desk;
use crate::document::Place;
use crate::view::{Element, Item, div, each, either, text, ul, when};

/// An object, a list of objects, or a map, unless something else stands there.
pub(super) fn structured(place: &Place, field: &'static CatalogueField, look: Look) -> Element {
    unless_raw(place, field, look, |place, field, look| {
        let frame = Field { id: place.id(), field, findings: place.findings(false), json: None, group: true };
        let place = place.clone();
        frame.around_as(look, move |context| match &field.kind {
            Kind::Object(fields) => object_field(&place, field, fields, context),
            Kind::Map(_) => map_field(&place, field, context),
            Kind::List(item) => list_field(&place, field, item, context),
            _ => div(""),
        })
    })
}

/// The catalogue's example of a field: what is worth starting with.
pub(super) fn start_of(field: &CatalogueField) -> Json {
    read::json(field.example).unwrap_or(Json::Null)
}

fn is_there(place: &Place) -> bool {
    place.get().is_some_and(|value| value != Json::Null)
}

/// The fields of an object that is there; otherwise what makes it.
fn object_field(
    place: &Place,
    field: &'static CatalogueField,
    fields: &'static [&'static CatalogueField],
    context: FieldContext,
) -> Element {
    let document = desk().document;
    let (seen, added, inner) = (place.clone(), place.clone(), place.clone());
    let add = move || {
        let place = added.clone();
        let act = move || {
            place.update(Some(start_of(field)));
            lead_into(document, place.id());
        };
        context.tie(quiet_button(named("Add", field.label), Some(IconName::Add), act)).into_any()
    };
    let content = move || {
        let out = remove_button(&inner, field);
        object(&inner, fields).attr("role", "group").attr("aria-label", field.label).child(out).into_any()
    };
    div("field__control field__control--wide").child(either(move || is_there(&seen), content, add))
}

/// All that stands in an object: the known fields, and the others as they came.
pub(super) fn object(place: &Place, fields: &'static [&'static CatalogueField]) -> Element {
    let seen = place.clone();
    let others = move || {
        let object = seen.get();
        let members = object.as_ref().and_then(Json::as_object).into_iter().flat_map(Object::iter);
        let is_edited = |name: &str| fields.iter().any(|field| field.name == name && field.is_written());
        let mut names: Vec<String> = Vec::new();
        for (name, _) in members {
            if !is_edited(name) && names.iter().all(|each| each != name) {
                names.push(name.to_owned());
            }
        }
        let place = seen.clone();
        let item = move |name: String| {
            let place = place.clone();
            Item::new(name.clone(), move || other(&place, fields, &name).into_any())
        };
        names.into_iter().map(item).collect()
    };
    div("object")
        .id(place.id())
        .attr("tabindex", "-1")
        .children(members(place, fields, Look::Compact))
        .child(ul("kept__list").child(each(others)))
}

/// A member that nobody edits.
fn other(around: &Place, fields: &'static [&'static CatalogueField], name: &str) -> Element {
    let place = around.then(tyk_policy::check::Segment::Key(name.to_owned()));
    let label = fields.iter().find(|field| field.name == name).map(|field| field.label);
    let (seen, removed) = (place.clone(), place.clone());
    let value = text(move || seen.get().as_ref().map(in_one_line).unwrap_or_default());
    kept(place.id(), name, label, value, place.findings(true), move || removed.update(None))
}

/// What takes the whole value out again. An object that the schema writes as `null` becomes that.
pub(super) fn remove_button(place: &Place, field: &'static CatalogueField) -> AnyView {
    let document = desk().document;
    let (seen, place) = (place.clone(), place.clone());
    let draw = move || {
        let place = place.clone();
        let id = format!("{}-remove", place.id());
        let act = move || {
            let is_null = field.default_value() == "null" && !place.is_root_field();
            place.update(is_null.then_some(Json::Null));
            lead_to(document, vec![place.id()]);
        };
        quiet_button(named("Remove", field.label), Some(IconName::Remove), act).id(id).into_any()
    };
    when(move || is_there(&seen), draw)
}
