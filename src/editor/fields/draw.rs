//! Which control a field gets: by its type alone.

use leptos::prelude::*;
use tyk_policy::catalogue::{Field, FieldGroup, Kind, form_order};
use tyk_policy::draft::LimitChoice;

use super::control::{number_field, one_of_a_few, text_field};
use super::object::structured;
use crate::controls::{Look, limit, words};
use crate::document::Place;
use crate::view::{Element, div};

/// The fields of a group. Where there is one control only, the group's heading is its label.
pub(super) fn group(around: Place, group: &'static FieldGroup) -> AnyView {
    let own = group.fields.iter().filter(|field| !LimitChoice::is_period(field, group.fields));
    let look = if own.count() == 1 { Look::Headless } else { Look::Full };
    div("group__fields").children(fields(&around, group.fields, look)).into_any()
}

/// The fields of an object, those that name it first.
pub(super) fn members(around: &Place, all: &'static [&'static Field], look: Look) -> Vec<Element> {
    let written: Vec<_> = form_order(all).into_iter().filter(|field| field.is_written()).collect();
    fields(around, &written, look)
}

/// Each field with its control; a limit and its period are one.
fn fields(around: &Place, fields: &[&'static Field], look: Look) -> Vec<Element> {
    let own = fields.iter().filter(|field| !LimitChoice::is_period(field, fields));
    own.map(|field| match LimitChoice::period(field, fields) {
        Some(period) => limit(around, field, period, look),
        None => control(&around.field(field), field, look),
    })
    .collect()
}

fn control(place: &Place, field: &'static Field, look: Look) -> Element {
    match &field.kind {
        Kind::Flag => one_of_a_few(place, field, look),
        Kind::Text if !field.values.is_empty() => one_of_a_few(place, field, look),
        Kind::Text => text_field(place, field, look),
        Kind::Integer | Kind::Number => number_field(place, field, look),
        Kind::List(Kind::Text) => words_or_raw(place, field, look),
        _ => structured(place, field, look),
    }
}

/// A list of texts, unless something else stands there.
fn words_or_raw(place: &Place, field: &'static Field, look: Look) -> Element {
    let draw = |place: &Place, field: &'static Field, look| words(place, field, "value", look);
    super::raw::unless_raw(place, field, look, draw)
}
