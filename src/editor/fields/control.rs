//! The controls of single values.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use tyk_policy::catalogue::{Field as CatalogueField, Kind};
use tyk_policy::draft::Json;

use crate::controls::{Field, Look, json_of, number, number_line, options, text_input, text_of};
use crate::document::Place;
use crate::view::{Element, text};

/// The frame of a field at a place, with what stands in the JSON.
fn frame(place: &Place, field: &'static CatalogueField, group: bool) -> Field {
    let seen = place.clone();
    let json = text(move || json_of(field, seen.get().as_ref()));
    Field { id: place.id(), field, findings: place.findings(true), json: Some(json), group }
}

fn value_of(place: &Place) -> Signal<String> {
    let seen = place.clone();
    text(move || text_of(seen.get().as_ref()))
}

/// A text. At the root of the policy an empty one is left out.
pub(super) fn text_field(place: &Place, field: &'static CatalogueField, look: Look) -> Element {
    let (value, place) = (value_of(place), place.clone());
    frame(&place, field, false).around_as(look, |context| {
        let input = move |typed: String| {
            place.type_in((!typed.is_empty() || !place.is_root_field()).then(|| Json::from(typed)));
        };
        text_input(context, value, true, input)
    })
}

/// A number. An empty one is left out.
pub(super) fn number_field(place: &Place, field: &'static CatalogueField, look: Look) -> Element {
    let (value, place) = (value_of(place), place.clone());
    frame(&place, field, false).around_as(look, |context| {
        let input = move |typed: String| place.type_in((!typed.is_empty()).then(|| Json::from_number_field(&typed)));
        number_line(number(context, value, field.unit, input), field, value)
    })
}

/// A switch that can be left out, or one of a few words. What is none of them is chosen by none, and stays.
pub(super) fn one_of_a_few(place: &Place, field: &'static CatalogueField, look: Look) -> Element {
    let values: Vec<Json> = match field.kind {
        Kind::Flag => vec![Json::from(true), Json::from(false)],
        _ => field.values.iter().map(|value| Json::from(*value)).collect(),
    };
    let said = |value: &&'static str| if value.is_empty() { "Empty" } else { value };
    let words: Vec<_> = match field.kind {
        Kind::Flag => vec!["On", "Off"],
        _ => field.values.iter().map(said).collect(),
    };
    let (seen, place, all) = (place.clone(), place.clone(), values.clone());
    let is_chosen = move |index: usize| match seen.get() {
        None | Some(Json::Null) => index == 0,
        Some(value) => index > 0 && all.get(index - 1) == Some(&value),
    };
    frame(&place, field, true).around_as(look, |context| {
        let choose =
            move |index: usize| place.update(index.checked_sub(1).and_then(|index| values.get(index).cloned()));
        let words = std::iter::once("Not set").chain(words).collect();
        let group = options(&context.id(), field.label, words, Arc::new(is_chosen), Rc::new(choose));
        context.tie(group.attr("tabindex", "-1"))
    })
}
